"""The file of the release key: closed to others, whole, and wherever the configuration says it lies."""

import os
from pathlib import Path

import pytest

from uitzicht.core.refusal import Refusal
from uitzicht.privacy import release_key


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The right key in a file that the configuration names, and no variable that holds it."""
    file = tmp_path / "keys" / "of the release"
    file.parent.mkdir()
    file.write_text(os.environ[release_key.VARIABLE] + "\n", encoding="ascii")
    file.chmod(0o600)
    monkeypatch.delenv(release_key.VARIABLE)
    monkeypatch.setenv(release_key.FILE_VARIABLE, str(file))
    return file


def refusal() -> Refusal:
    with pytest.raises(Refusal) as refused:
        release_key.private_key()
    return refused.value


@pytest.mark.parametrize("mode", [0o400, 0o600, 0o700])
def test_it_is_read_from_the_file_that_is_named(file: Path, mode: int) -> None:
    file.chmod(mode)
    assert release_key.private_key()


@pytest.mark.parametrize("mode", [0o640, 0o620, 0o604, 0o602, 0o644, 0o610, 0o601])
def test_with_any_door_open_to_others_it_is_not_used(file: Path, mode: int) -> None:
    file.chmod(mode)
    refused = refusal()
    assert refused.code == "release.key_open"
    assert f"chmod 600 {file}" in str(refused)


def test_a_link_to_an_open_file_is_an_open_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = file.with_name("link")
    link.symlink_to(file)
    monkeypatch.setenv(release_key.FILE_VARIABLE, str(link))
    assert release_key.private_key()
    file.chmod(0o644)
    assert refusal().code == "release.key_open"


def test_a_file_that_is_gone_is_missing(file: Path) -> None:
    file.unlink()
    assert refusal().code == "release.key_missing"


@pytest.mark.parametrize("content", [b"", b"cut off", b"\xff\xfe", b"A" * 43 + b"="])
def test_a_file_that_is_damaged_is_unfit_and_not_quoted(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    refused = refusal()
    assert refused.code == "release.key_unfit"
    assert "AAAA" not in str(refused)
    assert "cut off" not in str(refused)


def test_a_variable_needs_no_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(release_key.VARIABLE, file.read_text(encoding="ascii"))
    file.unlink()
    assert release_key.private_key()


def test_where_no_file_is_named_it_lies_in_the_home_folder(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(release_key.FILE_VARIABLE)
    assert release_key.key_file().name == "release.key"
    assert release_key.key_file() != file
