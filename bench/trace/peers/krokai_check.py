"""KrokAI Law: its own check of a quotation against a folder; it names the document, no offsets."""

from pathlib import Path

from bench.trace.peers.shelf import Answer, Ask
from krokai.corpus import Corpus
from krokai.verify import check

NAME = "krokai"
VERDICTS = {
    "VERIFIED": "verbatim",
    "PUNCTUATION": "verbatim",
    "TYPESETTING": "verbatim",
    "TRUNCATED_CONDITION": "verbatim",
    "TRUNCATED_OPENING": "verbatim",
    "WRONG_SPEAKER": "verbatim",
    "ASSEMBLED": "elided",
    "ELLIPSIS_HIDES": "elided",
    "SPLICED": "spliced",
    "SCATTERED": "spliced",
    "OPERATOR": "altered",
    "ALTERED": "altered",
    "PARTIAL": "altered",
    "FRAGMENTS": "altered",
    "FOUND_ELSEWHERE": "elsewhere",
    "NOT_FOUND": "not-found",
    "NO_SOURCE_ON_DISK": "unchecked",
}


def open_peer(library: Path) -> Ask:
    """Build its three indexes; no file is left out for its name."""
    corpus = Corpus([str(library)], derived_re="", quiet=True)

    def ask(quote: str, _cited: str | None) -> Answer:
        verdict, path, _ = check(quote, corpus)
        found = [(Path(path).relative_to(library).as_posix(), None, None)] if path and verdict != "NOT_FOUND" else []
        return Answer(verdict=VERDICTS.get(verdict), places=found)

    return ask
