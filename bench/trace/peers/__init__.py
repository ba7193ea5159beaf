"""Tools to be compared, one file each; `PEERS` names them in the order of the table.

A module has `NAME` (as the table shows it) and either `open_peer(library)`, which sets the tool up on a folder of texts
and returns a function from one quotation to an answer, or, for a tool that takes many at once, `trace_all(library, tasks,
traces)`, which reads the tasks and writes the traces. What a module imports is needed only where it is measured.
"""

PEERS = (
    "exact",
    "rapidfuzz_partial",
    "edlib_infix",
    "tantivy_edlib",
    "quid_pairs",
    "krokai_check",
    "quotecheck_check",
    "gtrex_repair",
    "cite_right_align",
    "valla_lookup",
    "valla_trace",
)
