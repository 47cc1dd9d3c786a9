"""All benchmarks, one after the other, each in a process of its own. ``--cold`` adds the slow one."""

import subprocess
import sys

NAMES = (
    "starting",
    "pages",
    "board",
    "mass_planning",
    "typing_at_once",
    "releases",
    "views",
    "suppression",
    "survival",
    "insight",
    "reports",
)


def main() -> int:
    names = [*NAMES, "cold"] if "--cold" in sys.argv[1:] else NAMES
    codes = [subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False).returncode for name in names]
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
