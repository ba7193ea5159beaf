"""Python does not look for garbage while much is made that lasts, and does again afterwards."""

import gc

import pytest

from valla.lasting import lasting


@pytest.mark.parametrize("looking", [True, False])
def test_afterwards_all_is_as_it_was(looking: bool) -> None:
    before = gc.isenabled()
    (gc.enable if looking else gc.disable)()
    try:
        with lasting():
            assert not gc.isenabled()
        assert gc.isenabled() is looking
        with pytest.raises(ZeroDivisionError), lasting():
            _ = 1 // 0
        assert gc.isenabled() is looking
    finally:
        (gc.enable if before else gc.disable)()
