"""The folder of rules: what stands in it, in order."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from inspect import cleandoc
from pkgutil import iter_modules

from rapidfuzz.process import extractOne

from valla.errors import ConfigError
from valla.model.findings import Finding, Rule
from valla.model.investigation import Investigation

Check = Callable[[Investigation], Iterator[Finding]]
ROOM = "valla.rules"
RULE_FILE = re.compile(r"[a-z][0-9]{3}_[a-z0-9_]+")
NEAR = 60
"""From 0 to 100: how like a rule's code or name a wrong one must be to be taken for a slip of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedRule:
    """A rule as it was found in its module: the plate, which carries its page, and the check."""

    rule: Rule
    check: Check
    module: str  # the module's name within the folder: "t102_polarity_changed"


@cache
def all_rules() -> tuple[LoadedRule, ...]:
    """Return every rule of the folder, sorted by code; it works from a wheel or an archive as from a checkout."""
    names = sorted(found.name for found in iter_modules(import_module(ROOM).__path__))
    return tuple(load_rule(name) for name in names if RULE_FILE.fullmatch(name))


def load_rule(name: str) -> LoadedRule:
    """Return the rule of one module."""
    module = import_module(f"{ROOM}.{name}")
    page = cleandoc(module.__doc__ or "")
    return LoadedRule(rule=replace(module.RULE, page=page), check=module.check, module=name)


def find_rule(code_or_name: str) -> LoadedRule:
    """Return the rule of that code or name, in any case; raise ConfigError with the nearest one where there is none."""
    wanted = code_or_name.strip().casefold()
    for loaded in all_rules():
        if wanted in {loaded.rule.code.casefold(), loaded.rule.name}:
            return loaded
    raise unknown_rule(code_or_name)


def rule_labels() -> frozenset[str]:
    """Return every code and every name."""
    return frozenset(label for loaded in all_rules() for label in (loaded.rule.code, loaded.rule.name))


def nearest_label(words: str) -> str | None:
    """Return the code or the name that the words most likely were meant for; None where none is near."""
    folded = {label.casefold(): label for label in sorted(rule_labels())}
    near = extractOne(words.strip().casefold()[:80], list(folded), score_cutoff=NEAR)
    return folded[near[0]] if near else None


def unknown_rule(words: str) -> ConfigError:
    """Return the complaint that there is no such rule, with the nearest one that there is."""
    near = nearest_label(words)
    advice = f"did you mean '{near}'?" if near else "'valla rule --all' lists them"
    return ConfigError(f"unknown rule '{words[:80]}'; {advice}")
