"""The folder of the rules for case files: what stands in it, in order."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from inspect import cleandoc
from pkgutil import iter_modules

from valla.model.cases import CaseFinding, Docket
from valla.model.findings import Rule

Check = Callable[[Docket], Iterator[CaseFinding]]
ROOM = "valla.audit"
RULE_FILE = re.compile(r"w[0-9]{3}_[a-z0-9_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedCheck:
    """A rule as it was found in its module: the plate, which carries its page, and the check."""

    rule: Rule
    check: Check
    module: str


@cache
def all_checks() -> tuple[LoadedCheck, ...]:
    """Return every rule of the folder, sorted by code; it works from a wheel or an archive as from a checkout."""
    names = sorted(found.name for found in iter_modules(import_module(ROOM).__path__))
    return tuple(load_check(name) for name in names if RULE_FILE.fullmatch(name))


def load_check(name: str) -> LoadedCheck:
    """Return the rule of one module."""
    module = import_module(f"{ROOM}.{name}")
    return LoadedCheck(rule=replace(module.RULE, page=cleandoc(module.__doc__ or "")), check=module.check, module=name)
