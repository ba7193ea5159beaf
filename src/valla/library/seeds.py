"""Seeds of the quotations: what is looked for in every text of the library.

The quotations are indexed, not the library. A quotation is sown with the twelve letters that begin at each of its words
(folded, without spaces, never across a marked omission), and one pass over a text meets them all, or an index tells
where they stand. Twelve letters without spaces outlive a scan that spoils one letter in ten, hyphens, lost spaces and
punctuation; short pieces are also sown with the first eight. Every shelf takes its seeds from here and gathers what it
meets by `valla.library.places`, so that all shelves find the same places.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from valla.library.letters import SEED, SHORT_SEED, Seeds, letter, pack
from valla.library.readings import seeds_meant, without_figures
from valla.library.swift import CUT_SHORT, Marks
from valla.library.usage import FEWEST, OFTEN, UNKNOWN, Usage, allowed, worth_sowing
from valla.model.anchors import DocumentId
from valla.model.traces import Probe
from valla.text.omissions import omissions_in

SHORT_PIECE = 60
"""Letters up to which a piece is sown with short seeds too: one error in its middle may leave no long seed whole."""

SLOT = 64
"""Bytes of a quotation for which the likeliest places are kept; so each fragment of a join keeps its own."""

OWNERS = 256
"""A seed shared by more quotations than this tells nothing."""

DENSE = 4800
"""Letters of a quotation up to which a seed begins at every word; beyond, the bed grows slower than the text."""

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Bed:
    """Seeds of one length, sorted; seed number k is sown in `text[first[k]:first[k + 1]]`, at the bytes `here`."""

    keys: Seeds
    first: Numbers
    text: Numbers
    here: Numbers


@dataclass(frozen=True, slots=True)
class Sown:
    """Seeds of a batch of probes. Probes of equal words are sown once: `owners` tells whose they are."""

    lengths: Numbers  # bytes of each text sown, in UTF-8
    apart: npt.NDArray[np.bool_]  # whether it marks an omission, so that its parts may stand apart
    most: Numbers  # what its seeds weigh together: as much as can be met
    owners: tuple[tuple[int, ...], ...]  # the indexes of the probes that have these words
    everywhere: npt.NDArray[np.bool_]  # whether one of its owners seeks it in every work
    garbled: npt.NDArray[np.bool_]  # whether it looks misread, so that more is sown, and more places are looked at
    homes: tuple[frozenset[DocumentId], ...]  # the documents in which one of its owners expects it
    long: Bed
    short: Bed

    def marks(self) -> Marks:
        """Return the table by which a text is sifted for these seeds."""
        return Marks(self.long.keys, self.short.keys)

    def __bool__(self) -> bool:
        """Tell whether anything was sown."""
        return bool(len(self.long.keys) or len(self.short.keys))


def sow(probes: Sequence[Probe], usage: Usage = UNKNOWN) -> Sown:
    """Return the seeds of probes that are not too common; a probe with fewer letters than the shortest seed has none."""
    texts: defaultdict[str, list[int]] = defaultdict(list)
    for index, probe in enumerate(probes):
        texts[probe.text].append(index)
    garbled = np.array([any(probes[owner].garbled for owner in owners) for owners in texts.values()], bool)
    pieces = [(number, *piece) for number, text in enumerate(texts) for piece in _pieces(text)]
    pieces = [(*row[:2], without_figures(row[2])) if garbled[row[0]] else row for row in pieces]
    long, short = _beds(pieces, usage, garbled)
    count = len(texts)
    return Sown(
        lengths=np.array([len(text.encode("utf-8", "replace")) for text in texts], np.int64),
        apart=np.array([bool(omissions_in(text)) for text in texts], bool),
        most=LONG * np.bincount(long.text, minlength=count) + np.bincount(short.text, minlength=count),
        owners=tuple(tuple(owners) for owners in texts.values()),
        everywhere=np.array([any(probes[owner].everywhere for owner in owners) for owners in texts.values()], bool),
        garbled=garbled,
        homes=tuple(frozenset(home for owner in owners for home in probes[owner].homes) for owners in texts.values()),
        long=long,
        short=short,
    )


LONG = 2
"""What a long seed weighs that is met; a short one weighs 1."""


def _pieces(text: str) -> Iterator[tuple[int, bytes]]:
    """Yield the pieces between marked omissions, each with the byte at which it begins."""
    edges = [0, *(edge for span in omissions_in(text) for edge in (span.start, span.end)), len(text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if start < end:
            yield len(text[:start].encode("utf-8", "replace")), text[start:end].encode("utf-8", "replace")


def _beds(pieces: Sequence[tuple[int, int, bytes]], usage: Usage, garbled: npt.NDArray[np.bool_]) -> tuple[Bed, Bed]:
    """Return the beds of long and of short seeds; all pieces are read in one go, a line end between two."""
    sizes = np.array([len(piece) + 1 for _, _, piece in pieces], np.int64)
    starts = np.cumsum(sizes) - sizes
    row = letter(b"\n".join(piece for _, _, piece in pieces))
    seeds = pack(row.numbers)
    edges = np.searchsorted(row.at, np.append(starts, sizes.sum()))
    letters = np.diff(edges)
    piece = np.repeat(np.arange(len(pieces)), letters)
    left = edges[piece + 1] - np.arange(len(row.at))
    stride = 1 + letters // DENSE
    chosen = row.begins & ((np.arange(len(row.at)) - edges[piece]) % stride[piece] == 0)
    text = np.array([number for number, _, _ in pieces], np.int64)[piece]
    here = row.at + (np.array([start for _, start, _ in pieces], np.int64) - starts)[piece]
    long = np.flatnonzero(chosen & (left >= SEED))
    most = allowed(np.bincount(text[long], minlength=len(pieces)))
    long = long[worth_sowing(usage.long(seeds[long]), most[text[long]], FEWEST, *_slots(text[long], here[long]))]
    brief = (letters[piece] <= SHORT_PIECE) | garbled[text]
    short, cut = np.flatnonzero(chosen & (left >= SHORT_SEED) & brief), seeds >> CUT_SHORT
    doubted = short[garbled[text[short]]]
    meant, rank = seeds_meant(row.numbers, doubted, edges[piece[doubted] + 1])
    keys, at = np.concatenate([cut[short], meant]), np.concatenate([short, doubted[rank]])
    often = np.where(np.arange(len(at)) < len(short), 1.5 * OFTEN, 0.5 * OFTEN)  # of what may be meant only the rare
    kept = worth_sowing(usage.short(keys), often, 1, *_slots(text[at], here[at]))
    return _bed(seeds[long], text[long], here[long]), _bed(keys[kept], text[at[kept]], here[at[kept]])


def _slots(text: Numbers, here: Numbers) -> tuple[Numbers, Numbers]:
    """Return of each place in a text the slot in which it lies, a number for all texts, and the place."""
    return (text << 32) | (here // SLOT), here


def _bed(seeds: Seeds, text: Numbers, here: Numbers) -> Bed:
    """Sort seeds and drop those that too many quotations share."""
    order = np.lexsort((here, text, seeds))
    seeds, text, here = seeds[order], text[order], here[order]
    _, inverse, counts = np.unique(seeds, return_inverse=True, return_counts=True)
    kept = counts[inverse] <= OWNERS
    seeds, text, here = seeds[kept], text[kept], here[kept]
    keys, first = np.unique(seeds, return_index=True)
    return Bed(keys=keys, first=np.append(first, len(seeds)).astype(np.int64), text=text, here=here)
