"""Bytes to letters: byte-order marks, UTF-8, and guesses that say that they are guesses."""

import re
from dataclasses import dataclass

from valla.errors import ReadError
from valla.late import late

SAMPLE = 1 << 16  # bytes put to the guesser
BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
OTHERS = ["cp1251", "koi8_r", "cp866", "mac_cyrillic", "iso8859_5", "cp1253", "cp1255", "cp1256", "shift_jis", "euc_jp"]
OTHERS += ["gb18030", "big5", "euc_kr"]
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
LAST_ASCII = 0x7F
HIGH = bytes(range(0x80, 0x100))
MAC_MARKS = b"\xd2\xd3\xd4\xd5\xd0\xd1\xc9"  # curled marks, dashes and the ellipsis of the old Macintosh
FEW = 0.002  # of the bytes: so many may be broken in a file that is UTF-8 otherwise
WESTERN_SHARE = 0.2  # of the bytes above ASCII; languages in Latin letters stay below, others above
BINARY_SHARE = 0.002  # of control characters; no text has so many


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The letters of a file, the encoding they were read in, and what was lost or guessed."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode_bytes(data: bytes, name: str) -> Decoded:
    """Return the text of a file; the byte-order mark is no part of it. Raise ReadError where it is no text."""
    decoded = decode_marked(data) or decode_plain(data)
    refuse_binary(decoded.text, name)
    return decoded


def decode_marked(data: bytes) -> Decoded | None:
    """Decode a file that states its encoding by a byte-order mark."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return replacing(data[len(bom) :], encoding)
    return None


def replacing(data: bytes, encoding: str) -> Decoded:
    """Decode and put a replacement character for each sequence that is broken, saying how many there were."""
    text = data.decode(encoding, "replace")
    broken = text.count("\ufffd")
    warnings = (f"{broken} characters are broken in the file and are shown as \ufffd",) if broken else ()
    return Decoded(text=text, encoding=encoding, warnings=warnings)


def decode_plain(data: bytes) -> Decoded:
    """Decode a file without a mark: UTF-8, UTF-16 by its empty bytes, nearly UTF-8, else the best guess."""
    try:
        return unmarked_utf16(data) or Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        return nearly_utf8(data) or guess(data)


def unmarked_utf16(data: bytes) -> Decoded | None:
    """Decode UTF-16 without its mark, known by every other byte being empty."""
    even, odd = data[:SAMPLE:2].count(0), data[1:SAMPLE:2].count(0)
    half = min(len(data), SAMPLE) // 2 or 1
    if max(even, odd) / half < 0.4 or min(even, odd) / half > 0.05:  # noqa: PLR2004  (Latin text has nearly all of one)
        return None
    return replacing(data, "utf-16-be" if even > odd else "utf-16-le")


def nearly_utf8(data: bytes) -> Decoded | None:
    """Decode a file that is UTF-8 but for a few broken bytes, which is likelier than a chance of another encoding."""
    decoded = replacing(data, "utf-8")
    broken = decoded.text.count("\ufffd")
    good = len(data) - len(data.translate(None, HIGH)) - broken
    return decoded if broken <= FEW * len(data) and good > 2 * broken else None


def guess(data: bytes) -> Decoded:
    """Decode by the likeliest of the encodings in use before UTF-8, and say that it is a guess."""
    encoding = guess_encoding(sample_of(data))
    decoded = replacing(data, encoding)
    said = f"the file does not say its encoding; it was read as {encoding}, which is a guess"
    return Decoded(text=decoded.text, encoding=encoding, warnings=(said, *decoded.warnings))


def guess_encoding(sample: bytes) -> str:
    """Return the likeliest encoding: for texts mostly in ASCII that of Windows or the old Macintosh, else by letters."""
    high = [byte for byte in sample if byte > LAST_ASCII]
    if len(high) < WESTERN_SHARE * len(sample):
        curled = sum(byte in MAC_MARKS for byte in high)
        return "mac_roman" if 2 * curled > len(high) else "cp1252"
    best = late("charset_normalizer:from_bytes")(sample, cp_isolation=OTHERS, threshold=0.5).best()
    return best.encoding if best else "cp1252"


def sample_of(data: bytes) -> bytes:
    """Return the stretch with the first letters above ASCII: only they tell encodings apart."""
    first = next((at for at, byte in enumerate(data) if byte > LAST_ASCII), 0)
    start = max(0, first - SAMPLE // 4)
    return data[start : start + SAMPLE]


def refuse_binary(text: str, name: str) -> None:
    """Raise ReadError where control characters show that this was never text."""
    sample = text[: SAMPLE * 4]
    if len(CONTROL.findall(sample)) > BINARY_SHARE * len(sample):
        raise ReadError(f"{name}: is no text (it holds control characters); convert it to a text file first")
