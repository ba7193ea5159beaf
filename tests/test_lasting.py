"""Python does not look for garbage while much is made that lasts, and does again afterwards."""

import gc

import pytest

from valla.lasting import lasting


@pytest.mark.parametrize("looking", [True, False])
def test_afterwards_all_is_as_it_was(looking: bool) -> None:
    before = gc.isenabled()
    (gc.enable if looking else gc.disable)()
    try:
        with pytest.raises(ValueError, match="broken"), lasting():
            assert not gc.isenabled()
            raise ValueError("broken")
        assert gc.isenabled() is looking
    finally:
        (gc.enable if before else gc.disable)()
