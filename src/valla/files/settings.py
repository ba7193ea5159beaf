"""The settings: what may stand in `valla.toml`, and where each value came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

from rapidfuzz.process import extractOne

from valla.errors import ConfigError
from valla.model.findings import Severity

DEFAULT = "default"
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """One finding the user has looked at and accepts: by its fingerprint, or by code and quoted words."""

    reason: str
    finding: str | None = None
    code: str | None = None
    words: str | None = None
    source: str = ""  # where the entry stands, for messages


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting with its value; `origins` tells for each name where it was set."""

    library: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    bibliography: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    fail_level: Severity = Severity.WARNING
    baseline: str | None = None
    rulings: str | None = None  # the file of rulings; else the one beside the essay
    name_model: str | None = None  # the package of an installed spaCy model, one witness to names
    max_size: int = 32  # MiB of an essay
    per_file_ignore: tuple[tuple[str, tuple[str, ...]], ...] = ()
    suppress: tuple[Suppression, ...] = ()
    origins: tuple[tuple[str, str], ...] = field(default=())

    def origin(self, name: str) -> str:
        """Return where a setting was set: a file's name, the command line, or "default"."""
        return dict(self.origins).get(name, DEFAULT)


def key_of(name: str) -> str:
    """Return the spelling of a setting in a file."""
    return name.replace("_", "-")


KEYS = {key_of(row.name): row.name for row in fields(Settings) if row.name != "origins"}


def parse_settings(table: Mapping[str, Any], source: str) -> Settings:
    """Return the settings of one table; raise ConfigError, naming key and place, where one cannot be meant."""
    values = {KEYS[known_key(key, source)]: value for key, value in table.items()}
    made = {name: parse_value(name, value, source) for name, value in values.items()}
    return Settings(**made, origins=tuple(sorted((name, source) for name in made)))


def known_key(key: str, source: str) -> str:
    """Return the key if it is one; else raise ConfigError with the nearest one that is."""
    if key in KEYS:
        return key
    near = extractOne(key, sorted(KEYS), score_cutoff=60)
    advice = f"did you mean '{near[0]}'?" if near else f"known are: {', '.join(sorted(KEYS))}"
    raise ConfigError(f"{source}: unknown setting '{key}'; {advice}")


def parse_value(name: str, value: object, source: str) -> Any:  # noqa: ANN401  (each setting has a type of its own)
    """Return a value in its proper type; raise ConfigError where it has another."""
    match name:
        case "strict":
            made: object = typed(name, value, bool, "true or false", source)
        case "baseline" | "rulings":
            made = typed(name, value, str, "the name of a file", source)
        case "name_model":
            made = typed(name, value, str, "the name of an installed spaCy model", source)
        case "max_size":
            made = positive(name, value, source)
        case "fail_level":
            made = severity_of(value, source)
        case "per_file_ignore":
            made = per_file(value, source)
        case "suppress":
            made = suppressions(value, source)
        case _:
            made = words_of(name, value, source)
    return made


def typed(name: str, value: object, kind: type[T], wanted: str, source: str) -> T:
    """Return a value of one type; refuse any other."""
    if not isinstance(value, kind):
        raise ConfigError(f"{source}: '{key_of(name)}' must be {wanted}, not {value!r}")
    return value


def words_of(name: str, value: object, source: str) -> tuple[str, ...]:
    """Return a list of strings; a single string counts as a list of one."""
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list) or not all(isinstance(word, str) for word in given):
        raise ConfigError(f"{source}: '{key_of(name)}' must be a list of strings, not {value!r}")
    return tuple(given)


def positive(name: str, value: object, source: str) -> int:
    """Return a whole number above nought; a truth value is none."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ConfigError(f"{source}: '{key_of(name)}' must be a whole number of at least 1, not {value!r}")
    return value


def severity_of(value: object, source: str) -> Severity:
    """Return the severity of that name."""
    if value not in set(Severity):
        raise ConfigError(f"{source}: 'fail-level' must be one of {', '.join(Severity)}, not {value!r}")
    return Severity(str(value))


def per_file(value: object, source: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return pairs of a file pattern and the codes ignored in the files it fits."""
    table = typed("per_file_ignore", value, dict, 'a table such as { "drafts/*" = ["C102"] }', source)
    return tuple(sorted((str(key), words_of("per_file_ignore", codes, source)) for key, codes in table.items()))


def suppressions(value: object, source: str) -> tuple[Suppression, ...]:
    """Return the entries under [[suppress]]; each needs a reason."""
    entries = typed("suppress", value, list, "a list of tables: [[suppress]]", source)
    return tuple(suppression(entry, f"{source}, [[suppress]] number {n}") for n, entry in enumerate(entries, 1))


def suppression(entry: object, source: str) -> Suppression:
    """Return one entry; refuse it without a reason or without anything to recognise the finding by."""
    table = typed("suppress", entry, dict, "a table", source)
    if unknown := sorted(set(table) - {"finding", "code", "words", "reason"}):
        raise ConfigError(f"{source}: unknown key '{unknown[0]}'; known are: code, finding, reason, words")
    if not all(isinstance(text, str) for text in table.values()):
        raise ConfigError(f"{source}: every value must be a string")
    if not str(table.get("reason", "")).strip():
        raise ConfigError(f'{source}: a suppression needs a reason; add reason = "..."')
    if not table.get("finding") and not table.get("code"):
        raise ConfigError(f"{source}: name the finding by its id (finding = ...) or by code and words")
    return Suppression(source=source, **table)


def merge_settings(below: Settings, above: Settings) -> Settings:
    """Return the settings of both; where both set a value, the one above wins, except that suppressions add up."""
    won = {name: getattr(above, name) for name, _ in above.origins}
    values = {row.name: getattr(below, row.name) for row in fields(Settings) if row.name != "origins"} | won
    values["suppress"] = below.suppress + above.suppress
    return Settings(**values, origins=tuple(sorted({**dict(below.origins), **dict(above.origins)}.items())))
