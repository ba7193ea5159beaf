import pytest

from eval import gate


def test_every_accuracy_figure_holds_its_floor(capsys: pytest.CaptureFixture[str]) -> None:
    status = gate.main([])

    assert status == 0, capsys.readouterr().out
