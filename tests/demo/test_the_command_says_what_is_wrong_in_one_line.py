import socket

import pytest

from uitzicht.cli.demo import ensure_port_is_free, throw_away
from uitzicht.core.refusal import Refusal


def test_a_port_in_use_is_refused_before_anything_is_made():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(Refusal, match=str(port)) as refusal:
            ensure_port_is_free("127.0.0.1", port)
    assert refusal.value.code == "cli.port_in_use"
    assert "\n" not in str(refusal.value)


def test_a_free_port_is_fine():
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    ensure_port_is_free("127.0.0.1", port)


def test_a_database_elsewhere_is_not_emptied(tmp_path, monkeypatch):
    monkeypatch.setenv("UITZICHT_DATABASE_URL", "postgres://somewhere/else")
    with pytest.raises(Refusal) as refusal:
        throw_away(tmp_path)
    assert refusal.value.code == "demo.database_elsewhere"
