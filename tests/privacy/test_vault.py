import pytest
from cryptography.exceptions import InvalidTag

from uitzicht.privacy import vault


def test_a_sealed_text_opens_with_its_key_in_its_context_only():
    key = vault.new_data_key()
    sealed = vault.seal("what was said", key=key, context="answer:1")
    assert b"said" not in sealed
    assert vault.unseal(sealed, key=key, context="answer:1") == "what was said"
    for other in ({"key": key, "context": "answer:2"}, {"key": vault.new_data_key(), "context": "answer:1"}):
        with pytest.raises(InvalidTag):
            vault.unseal(sealed, **other)


def test_a_wrapped_key_opens_in_its_context_only(settings):
    key = vault.new_data_key()
    wrapped = vault.wrap(key, context="interview:1")
    assert vault.unwrap(wrapped, context="interview:1") == key
    with pytest.raises(InvalidTag):
        vault.unwrap(wrapped, context="interview:2")
    with pytest.raises(InvalidTag):
        vault.unwrap(wrapped[:-1] + bytes([wrapped[-1] ^ 1]), context="interview:1")


def test_the_same_text_is_sealed_differently_each_time():
    key = vault.new_data_key()
    assert vault.seal("x", key=key, context="c") != vault.seal("x", key=key, context="c")
