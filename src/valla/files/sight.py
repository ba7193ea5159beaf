"""What reads pictures of pages on this machine: Tesseract where it is installed, else RapidOCR (the extra `valla[ocr]`).

The environment variable VALLA_OCR says otherwise: "off", "tesseract" or "rapidocr". VALLA_OCR_LANGUAGES names the languages
for Tesseract as it names them ("eng+deu"); unless it is set, those that are installed are taken, English first.
"""

import os
import shutil
from importlib.util import find_spec

from valla.errors import ConfigError

CHOICE, LANGUAGES = "VALLA_OCR", "VALLA_OCR_LANGUAGES"
CHOICES = ("off", "tesseract", "rapidocr")


def choose_sight() -> str:
    """Return "rapidocr", or the path of Tesseract with the languages asked for, or nothing where nothing can read pictures.

    Raise ConfigError for a choice that is none, or one that is not on this machine.
    """
    asked = os.environ.get(CHOICE, "").strip().lower()
    if asked and asked not in CHOICES:
        raise ConfigError(f"{CHOICE}={asked}: is no choice; it is one of {', '.join(CHOICES)}")
    found = {"tesseract": tesseract(), "rapidocr": rapidocr(), "off": ""}
    if asked and asked != "off" and not found[asked]:
        raise ConfigError(f"{CHOICE}={asked}: is not on this machine; install it, or choose another")
    return found[asked] if asked else found["tesseract"] or found["rapidocr"]


def tesseract() -> str:
    """Return the path of Tesseract with the languages asked for, if it is installed."""
    program = shutil.which("tesseract")
    return f"{os.path.realpath(program)}|{os.environ.get(LANGUAGES, '')}" if program else ""


def rapidocr() -> str:
    """Return the name of RapidOCR if the extra is installed."""
    return "rapidocr" if find_spec("rapidocr") and find_spec("onnxruntime") else ""
