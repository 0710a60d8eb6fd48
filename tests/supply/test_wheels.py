"""What is told of packages without a wheel, and of a registry that does not answer."""

from pathlib import Path

import pytest

from tests.supply import wheels


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """pip asks nobody but whom the test names, for one package that nobody made."""
    lock = tmp_path / "requirements.lock"
    lock.write_text(f"nobody-made-this==1.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    monkeypatch.setattr(wheels, "LOCK", lock)
    monkeypatch.setattr(wheels, "PYTHONS", ("3.14",))
    monkeypatch.setattr(wheels, "SYSTEMS", {"Windows": ("win_amd64",)})
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)


def test_a_package_without_a_wheel_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    assert wheels.main([]) == 1
    assert capsys.readouterr().out == "Python 3.14 on Windows: no wheel of nobody-made-this==1.0\n"


def test_no_answer_is_not_called_a_look(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "1")
    assert wheels.main([]) == 0
    told = capsys.readouterr()
    assert "NO WHEEL WAS LOOKED FOR" in told.err
    assert not told.out
    assert wheels.main(["--strict"]) == 1
