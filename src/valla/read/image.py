"""Picture files (PNG, JPEG, TIFF) to their parts: scanned pages, read by the eyes that are handed in."""

from valla.errors import ReadError
from valla.model.documents import PageState
from valla.read.parts import Parts, UnseenError
from valla.read.pdf import parts_of
from valla.read.pictures import MISSING, Eyes, has_words, sheet_from

MOST_FRAMES = 500
MEGABYTE = 1 << 20


def read_image(data: bytes, name: str, eyes: Eyes | None = None) -> Parts:
    """Return the parts of a picture, a page for each of its frames; raise ReadError without eyes, and where nothing is made out."""
    if eyes is None:
        raise UnseenError(f"{name}: {MISSING}", scans=1 + len(data) // MEGABYTE)  # a guess: frames are not counted
    try:
        sights = eyes.look(data)
    except ReadError as error:
        raise ReadError(f"{name}: {error}") from None
    if len(sights) > MOST_FRAMES:
        raise ReadError(f"{name}: holds more than {MOST_FRAMES} pictures; split it")
    if not any(map(has_words, sights)):
        raise ReadError(f"{name}: no words were made out in the picture; give a sharper one, or a transcript")
    sheets = [sheet_from(sight, number, sight.width, sight.height) for number, sight in enumerate(sights)]
    states = {sheet.number: PageState.OCR if sheet.lines else PageState.NONE for sheet in sheets}
    return parts_of(sheets, {}, states, eyes)
