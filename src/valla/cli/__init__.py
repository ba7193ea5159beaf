"""The command-line door: opens files, calls one function, prints.

Exit status: 0 nothing to report, 1 findings, 2 the input cannot be used, 3 a fault of Valla's own.
"""

import os
import sys
from enum import IntEnum

import click

from valla import __version__
from valla.cli.annotate import annotate
from valla.cli.baseline import baseline
from valla.cli.check import check
from valla.cli.config import config
from valla.cli.demo import demo
from valla.cli.index import index
from valla.cli.inspect import inspect
from valla.cli.intake import intake
from valla.cli.judge import judge
from valla.cli.rule import rule
from valla.cli.stemma import stemma
from valla.cli.timeline import timeline
from valla.cli.trace import trace
from valla.cli.weigh import weigh
from valla.errors import VallaError


class Exit(IntEnum):
    """What the exit status says."""

    CLEAN = 0
    FINDINGS = 1
    UNUSABLE = 2
    OUR_FAULT = 3
    INTERRUPTED = 130


@click.group(
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


for command in (
    check,
    trace,
    index,
    annotate,
    intake,
    inspect,
    stemma,
    weigh,
    timeline,
    judge,
    rule,
    baseline,
    config,
    demo,
):
    main.add_command(command)


def run() -> None:
    """Run the command line and leave with its exit status."""
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
