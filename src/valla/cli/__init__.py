"""The command-line door: opens files, calls one function, prints.

Exit status: 0 nothing to report, 1 findings, 2 the input cannot be used, 3 a fault of Valla's own.
"""

import gc
import os
import sys
from enum import IntEnum
from importlib import import_module

import click

from valla import __version__
from valla.errors import VallaError


class Exit(IntEnum):
    """What the exit status says."""

    CLEAN = 0
    FINDINGS = 1
    UNUSABLE = 2
    OUR_FAULT = 3
    INTERRUPTED = 130


COMMANDS = (
    "check",
    "trace",
    "index",
    "annotate",
    "intake",
    "inspect",
    "stemma",
    "weigh",
    "timeline",
    "judge",
    "rule",
    "baseline",
    "config",
    "demo",
)
"""In the order of the help. Each is a module of this folder with a function of its own name."""


class Doors(click.Group):
    """The commands, each opened when it is asked for: a check need not wait for the rooms that only a weighing uses."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's own signature)
        """Return the names of the commands in the order in which help lists them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  (the same)
        """Return a command by its name; None for a name that none has."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"valla.cli.{cmd_name}"), cmd_name)
        return command


@click.group(
    cls=Doors,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with `valla demo`. Then: valla check ESSAY --library FOLDER",
)
@click.version_option(__version__, prog_name="valla")
def main() -> None:
    """Source criticism for contested texts.

    Valla finds what a text quotes and cites, traces the words to the sources you hold, and reports what does not
    hold: altered words, lost negations, cut qualifiers, splices, sources cited at second hand. It takes no side, works
    offline, and never lets "could not be checked" look like a pass.
    """


RARELY = (100_000, 50, 50)
"""Rows made between two searches for circles among them. A command makes many rows, few circles, and ends soon."""


def run() -> None:
    """Run the command line and leave with its exit status."""
    gc.set_threshold(*RARELY)
    sys.exit(status_of())


def status_of() -> int:
    """Run the command line; turn what went wrong into one line and a status."""
    try:
        return int(main(standalone_mode=False) or 0)
    except VallaError as error:
        return complain(str(error))
    except click.ClickException as error:
        error.show()
        return Exit.UNUSABLE
    except (click.Abort, KeyboardInterrupt):
        click.echo("valla: interrupted; nothing was written", err=True)
        return Exit.INTERRUPTED
    except BrokenPipeError:
        silence_stdout()
        return Exit.CLEAN
    except MemoryError:
        return complain("not enough memory for this input; split it, or lower max-size")
    except Exception as error:  # noqa: BLE001  (the last door: what arrives here is our own fault, and says so)
        sys.excepthook(*sys.exc_info())
        click.echo(f"valla: a fault of Valla's own ({type(error).__name__}); please report it", err=True)
        return Exit.OUR_FAULT


def complain(message: str) -> int:
    """Print one line about an input that cannot be used."""
    click.echo(f"valla: {' '.join(message.split())}", err=True)
    return Exit.UNUSABLE


def silence_stdout() -> None:
    """Let nothing more be written to a pipe whose reader has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
