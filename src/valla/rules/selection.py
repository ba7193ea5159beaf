"""Which rules are asked: codes, names and the beginnings of codes, chosen and left out."""

import re
from collections.abc import Iterable

from valla.model.findings import Rule
from valla.rules.folder import all_rules, find_rule, unknown_rule

BEGINNING = re.compile(r"[A-Za-z][0-9]{0,2}")


def select_rules(
    select: Iterable[str] = (), extend_select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[Rule, ...]:
    """Return the plates of the rules to ask, sorted by code; raise ConfigError where a selector fits no rule.

    A selector is a code ("T102"), a name ("polarity-changed") or the beginning of codes ("T", "T1"). Nothing selected
    means the default set. A beginning selects only rules of the default set: the others must be named, each by its
    own. What is ignored is ignored however it was selected; there a beginning covers every rule.
    """
    chosen = {rule for selector in select for rule in rules_meant(selector) if rule.default or is_exact(selector)}
    if not chosen and not tuple(select):
        chosen = {loaded.rule for loaded in all_rules() if loaded.rule.default}
    chosen |= {
        rule for selector in extend_select for rule in rules_meant(selector) if rule.default or is_exact(selector)
    }
    chosen -= {rule for selector in ignore for rule in rules_meant(selector)}
    return tuple(loaded.rule for loaded in all_rules() if loaded.rule in chosen)


def rules_meant(selector: str) -> tuple[Rule, ...]:
    """Return the rules that one selector stands for; raise ConfigError where there is none."""
    if is_exact(selector):
        return (find_rule(selector).rule,)
    beginning = selector.strip().upper()
    meant = tuple(loaded.rule for loaded in all_rules() if loaded.rule.code.startswith(beginning))
    if not meant:
        raise unknown_rule(selector)
    return meant


def is_exact(selector: str) -> bool:
    """Tell whether a selector is meant as a whole code or a name, not as the beginning of codes."""
    return BEGINNING.fullmatch(selector.strip()) is None
