"""Encryption at rest: one data key per sheet, wrapped by the vault key (envelope encryption, AES-256-GCM).

Destroying a wrapped data key destroys every text sealed with it. ``context`` is bound to the text as associated data:
a sealed text that is moved to another person, question or column does not open any more.

Three ways to hold a data key. Wrapped by the vault key: the conversation, which its interviewer reads. Derived from a
secret that only its holder keeps (``key_from``): drafts behind a personal link. Wrapped for the release job
(``wrap_for_release``): what a leaver hands in; this process can write it and cannot read it back (``release_key``).
"""

import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from nacl.public import PublicKey, SealedBox

NONCE_BYTES = 12
SCHEMA = "uitzicht/1"


def new_data_key() -> bytes:
    """A fresh key of 32 bytes for one sheet."""
    return AESGCM.generate_key(bit_length=256)


def wrap(key: bytes, *, context: str) -> bytes:
    """Encrypt a data key with the vault key."""
    return _encrypt(settings.UITZICHT.vault_key, key, f"key:{context}")


def unwrap(wrapped: bytes, *, context: str) -> bytes:
    """The data key; raises ``cryptography.exceptions.InvalidTag`` for another context or vault."""
    return _decrypt(settings.UITZICHT.vault_key, wrapped, f"key:{context}")


def wrap_for_release(key: bytes) -> bytes:
    """Encrypt a data key with the public key of the release job; only ``release_key.unwrap`` opens it."""
    return SealedBox(PublicKey(settings.UITZICHT.release_public_key)).encrypt(key)


def key_from(secret: str, *, purpose: str) -> bytes:
    """A data key of 32 bytes that follows from a secret of at least 128 random bits (HKDF-SHA-256, RFC 5869)."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=f"{SCHEMA}:{purpose}".encode()).derive(secret.encode())


def device_key(purpose: str) -> bytes:
    """The key with which a signed-in page keeps unsaved text on its device: the same each time, known to no device."""
    return key_from(settings.UITZICHT.vault_key.hex(), purpose=f"device:{purpose}")


def seal(text: str, *, key: bytes, context: str) -> bytes:
    """Encrypt ``text`` with a data key."""
    return _encrypt(key, text.encode(), f"text:{context}")


def unseal(sealed: bytes, *, key: bytes, context: str) -> str:
    """The text; raises ``cryptography.exceptions.InvalidTag`` when key or context differ."""
    return _decrypt(key, sealed, f"text:{context}").decode()


def _encrypt(key: bytes, plain: bytes, context: str) -> bytes:
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, f"{SCHEMA}:{context}".encode())


def _decrypt(key: bytes, sealed: bytes, context: str) -> bytes:
    sealed = bytes(sealed)  # PostgreSQL gives a memoryview
    return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], f"{SCHEMA}:{context}".encode())
