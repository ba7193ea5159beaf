"""What the README shows of the demo is what the demo says."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_excerpt_in_the_readme_is_real_output() -> None:
    checked = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "build_excerpt.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.returncode == 0, checked.stderr
