import re
import subprocess
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
TRACKED = [
    REPOSITORY / line
    for line in subprocess.run(
        ["git", "ls-files"], cwd=REPOSITORY, capture_output=True, text=True, check=True
    ).stdout.splitlines()
]
FILES = [file for file in TRACKED if file.is_file()]
TEXTS = [
    file
    for file in FILES
    if file.suffix in {".py", ".html", ".css", ".js", ".toml", ".md", ".po", ".txt", ".svg", ".in"}
    or file.name in {"Makefile", "run"}
]


def test_no_room_is_called_after_nothing():
    assert not [file for file in FILES if file.stem in {"utils", "helpers", "common", "misc"}]


def test_no_page_asks_a_third_party_for_anything():
    outside = re.compile(r"""(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?//""")
    pages = [file for file in TEXTS if "templates" in file.parts or file.suffix in {".css", ".js"}]
    assert pages
    assert not [file.name for file in pages if outside.search(file.read_text(encoding="utf-8"))]


def test_no_page_needs_an_unsafe_policy():
    unsafe = re.compile(
        r"""<script(?![^>]*\bsrc=)(?![^>]*type=["']application/json)|\son\w+\s*=\s*["']|\sstyle\s*=\s*["']|<style"""
    )
    pages = [file for file in TEXTS if "templates" in file.parts and file.suffix == ".html"]
    assert not [str(file) for file in pages if unsafe.search(file.read_text(encoding="utf-8"))]


def test_no_file_names_a_path_of_somebodys_machine_or_a_registry():
    words = re.compile(r"(?<![\w./-])/(?:work|home|root|farm)/|pypi\.org|pythonhosted|registry\.npmjs|deb\.debian")
    this = Path(__file__)
    assert not [str(file) for file in TEXTS if file != this and words.search(file.read_text(encoding="utf-8"))]


def test_nothing_hides_a_fault():
    hidden = re.compile(r"except:|except Exception:|# TODO|FIXME|NotImplementedError")
    sources = [file for file in TEXTS if file.suffix == ".py" and file != Path(__file__)]
    assert not [str(file) for file in sources if hidden.search(file.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("word", ["signals", "post_save", "receiver("])
def test_nothing_happens_behind_the_back_of_a_service(word):
    sources = [file for file in TEXTS if file.suffix == ".py" and "uitzicht" in file.relative_to(REPOSITORY).parts]
    assert not [str(file) for file in sources if word in file.read_text(encoding="utf-8")]


def test_views_reach_rows_through_queries_only():
    views = [
        file
        for file in FILES
        if "uitzicht" in file.relative_to(REPOSITORY).parts and ("views" in file.parts or file.name == "views.py")
    ]
    offenders = []
    for file in views:
        for line in file.read_text(encoding="utf-8").splitlines():
            if ".objects" in line:
                offenders.append(f"{file.relative_to(REPOSITORY)}: {line.strip()}")
    assert not offenders
