"""What of a library was left out, told on the standard error: silence would look like an empty folder."""

from collections.abc import Sequence

import click

from valla.model.works import LINK, Intake, Receipt


def tell_left_out(receipts: Sequence[Receipt]) -> None:
    """Name each source that could not be read, and say in one line how many symbolic links were refused."""
    for receipt in receipts:
        if receipt.intake is Intake.REFUSED:
            click.echo(f"valla: source left out: {receipt.reason}", err=True)
    links = [receipt.document for receipt in receipts if receipt.reason == LINK]
    if links:
        many = f"{len(links)} symbolic links" if len(links) > 1 else "a symbolic link"
        click.echo(
            f"valla: {many} in the library refused ({links[0]}); links are not followed: "
            "copy the files there, or name the folder in which they lie",
            err=True,
        )
