"""The stemma as it is shown and handed on: picture, nested lists, and the forms of other programs."""

from valla.report.stemma.exports import STEMMA_FORMATS
from valla.report.stemma.picture import render_svg

__all__ = ["STEMMA_FORMATS", "render_svg"]
