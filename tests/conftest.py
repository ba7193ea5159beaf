"""Nothing that a test reads is kept on the machine."""

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def nothing_is_kept() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VALLA_CACHE", "off")
        yield
