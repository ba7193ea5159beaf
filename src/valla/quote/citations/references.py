"""The words by which a citation points back: ibid., op. cit., loc. cit., idem, in several languages."""

import re

from valla.model.works import Reference
from valla.quote.citations.fields import Sheet

_BACK = (
    (Reference.LOC_CIT, re.compile(r"(?<![^\W_])[_*]?(?:[Ll]oc\. ?cit|l\. ?c)\b\.?[_*]?")),
    (
        Reference.OP_CIT,
        re.compile(
            r"(?<![^\W_])[_*]?(?:[Oo]p\. ?[Cc]it|[Oo]p cit|ob\. cit|o\. ?c|a\. ?a\. ?O|[Уу]каз\. ?соч|supra)\b\.?[_*]?"
        ),
    ),
    (
        Reference.IBID,
        re.compile(r"(?<![^\W_])[_*]?(?:[Ii]bid(?:em)?|IBID|[Ii]b|[Ee]bd|[Ee]benda|[Ii]vi|[Тт]ам же)\b\.?[_*]?"),
    ),
    (
        Reference.IDEM,
        re.compile(r"(?<![^\W_])[_*]?(?:[Ii]dem|[Ee]adem|[Dd]ers|[Dd]ies|[Ii]d|[Оо]н же)\b\.?[_*]?(?=[,. \x01])"),
    ),
)


def take_reference(sheet: Sheet) -> Reference:
    """Take ibid. and its kin from the sheet."""
    for reference, pattern in _BACK:
        if sheet.take(pattern):
            return reference
    return Reference.FULL
