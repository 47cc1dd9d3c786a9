"""The settings of the product with a throw-away home; UITZICHT_DATABASE_URL chooses the database under test."""

import atexit
import base64
import os
import shutil
import tempfile

from nacl.public import PrivateKey

_pair = PrivateKey(bytes(range(32)))
_home = tempfile.mkdtemp(prefix="uitzicht-test-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)
os.environ.update(
    UITZICHT_HOME=_home,
    UITZICHT_SECRET_KEY="only for tests, never for people: 0123456789abcdef",
    UITZICHT_VAULT_KEY=base64.urlsafe_b64encode(bytes(range(32))).decode(),
    UITZICHT_RELEASE_KEY=base64.urlsafe_b64encode(_pair.encode()).decode(),
    UITZICHT_RELEASE_PUBLIC_KEY=base64.urlsafe_b64encode(_pair.public_key.encode()).decode(),
    UITZICHT_ORGANISATION="Havenlicht",
    UITZICHT_DEMO=os.environ.get("UITZICHT_DEMO", "0"),
)

from uitzicht.config.settings import *  # noqa: E402, F403

# One quick hash, for tests that sign people in; what is stored stays the product's own.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# The test database lives in this process only; tests/cli and the journeys run the job as it is.
RELEASE_JOB = "tests.release.here.run"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
