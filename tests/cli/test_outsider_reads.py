"""What an outsider makes of a page: figures with their place, and whether a release says as much."""

from typing import Any

import pytest

from uitzicht.cli.outsider.attack import attack
from uitzicht.cli.outsider.check import leaks
from uitzicht.cli.outsider.files import from_files
from uitzicht.cli.outsider.published import Published, from_documents
from uitzicht.cli.outsider.seen import figures
from uitzicht.cli.outsider.sentences import leaks as leaks_of_text
from uitzicht.cli.outsider.visit import Page, Visit

DOCUMENT = b"""{"format":"uitzicht-release/1","release":1,
"units":{"1":{"parent":null,"label":"Havenlicht"},"2":{"parent":"1","label":"Kade"}},
"bundles":[{"id":"1-0001","stratum":"other","unit":"2","size":20},{"id":"1-0002","stratum":"resignation","unit":"2","size":30}],
"questions":[
 {"key":"reasons","type":"tick","items":["pay","hours"],"labels":{"en":"reasons named"},
  "item_labels":{"pay":{"en":"pay"},"hours":{"en":"working hours"}}},
 {"key":"content","type":"score","items":["mean"],"labels":{"en":"job content"},"item_labels":{}}],
"groups":[
 {"id":"2:other","unit":"2","stratum":"other","size":20,"bundles":["1-0001"]},
 {"id":"2:resignation","unit":"2","stratum":"resignation","size":30,"bundles":["1-0002"]}],
"cells":{
 "reasons":{"2:other":{"base":20,"items":[8,"<3"]},"2:resignation":{"base":30,"items":[12,10]}},
 "content":{"2:other":{"base":20,"items":[3.0]},"2:resignation":{"base":30,"items":[4.0]}}}}"""


@pytest.fixture(scope="module")
def published() -> Published:
    return from_documents([Page("/releases/1/document.json", "json", DOCUMENT)])


def page(published: Published, body: str, *, unit: str = "Kade", kind: str = "other") -> Page:
    certificate = next(iter(published.certificates))
    spaced = " ".join(certificate[at : at + 4] for at in range(0, 16, 4))
    return Page(
        "/insight/reasons/",
        "html",
        f"""<html><body><form><select name="unit"><option value="2" selected>{unit}</option></select>
        <select name="kind"><option value="{kind}" selected>x</option></select></form>{body}
        <footer class="release-foot">Certificate <code>{spaced}</code></footer></body></html>""".encode(),
    )


def table(rows: dict[str, str], caption: str = "Reasons named. Base: 20.", column: str = "Number") -> str:
    body = "".join(f"<tr><th>{head}</th><td>{cell}</td></tr>" for head, cell in rows.items())
    return (
        f"<table><caption>{caption}</caption><thead><tr><th>Reason</th><th>{column}</th></tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def opened(published: Published, body: str, **where: Any) -> list[str]:
    read = page(published, body, **where)
    found = [*leaks(figures("hr_lead", read, published), published), *leaks_of_text("hr_lead", read, published)]
    return [leak.place for leak in found]


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ({"Pay": "8", "Working hours": "fewer than 3"}, "other"),
        ({"Pay": "8 (40%)", "Working hours": "0 to 5"}, "other"),
        ({"Pay": "12", "Working hours": "10"}, "resignation"),
    ],
)
def test_what_the_release_says_of_the_place_is_no_leak(published: Published, rows: dict[str, str], kind: str) -> None:
    base = {"other": 20, "resignation": 30}[kind]
    assert opened(published, table(rows, f"Reasons named. Base: {base}."), kind=kind) == []


def test_both_kinds_together_are_added_of_what_is_displayed(published: Published) -> None:
    caption = "Reasons named. Base: 50."
    assert opened(published, table({"Pay": "20", "Working hours": "10 to 12"}, caption), kind="all") == []
    assert opened(published, table({"Working hours": "11"}, caption), kind="all")


@pytest.mark.parametrize(
    "rows",
    [
        {"Pay": "9"},
        {"Working hours": "2"},
        {"Working hours": "fewer than 2"},
        {"Working hours": "1 to 2"},
        {"Pay": "8 (45%)"},
        {"Working hours": "fewer than 3 (5%)"},
        {"Pay": "12"},  # true of the other kind of departure
    ],
)
def test_what_says_more_than_the_release_is_a_leak(published: Published, rows: dict[str, str]) -> None:
    assert opened(published, table(rows))


def test_a_number_of_answers_that_no_release_gives_is_a_leak(published: Published) -> None:
    assert opened(published, table({"Pay": "8"}, "Reasons named. Base: 21.")) != []


def test_means_are_compared_as_they_are_rounded(published: Published) -> None:
    caption, head = "Mean from 1 to 5", "Job content"
    assert opened(published, table({head: "3.0"}, caption, "Mean")) == []
    assert opened(published, table({head: "3.6"}, caption, "Mean"), kind="all") == []  # (20 x 3 + 30 x 4) / 50
    assert opened(published, table({head: "3.1"}, caption, "Mean"))


def test_units_side_by_side_have_their_own_figures(published: Published) -> None:
    beside = (
        "<table><caption>Reasons named</caption><thead><tr><th>Unit</th><th>Answers</th><th>Pay</th></tr></thead>"
        "<tbody><tr><th>Kade</th><td>20</td><td>{}</td></tr></tbody></table>"
    )
    assert opened(published, beside.format("8"), unit="Havenlicht") == []
    assert opened(published, beside.format("7"), unit="Havenlicht")


def test_a_drawing_in_words_is_read_as_a_table_is(published: Published) -> None:
    drawing = "<svg><title>Reasons named</title><desc>Pay: {}; Working hours: fewer than 3.</desc></svg>"
    assert opened(published, drawing.format("40% (22 to 61)")) == []
    assert opened(published, drawing.format("45% (22 to 61)"))


def test_sentences_are_compared_with_the_release_they_name(published: Published) -> None:
    said = "<p>Of the 20 people who answered, {} named “pay” (40%, between 22% and 61%).</p>"
    assert opened(published, said.format(8)) == []
    assert opened(published, said.format(7))
    assert opened(published, "<p>Fewer than 3 of 20 people named “working hours”.</p>") == []
    assert opened(published, "<p>Fewer than 2 of 20 people named “working hours”.</p>")


def test_a_page_anywhere_that_names_an_answer_and_a_number_is_compared_with_all_releases(published: Published) -> None:
    live = Page("/departures/", "html", f"<html><body>{table({'Pay': '5'}, '')}</body></html>".encode())
    known = Page("/departures/", "html", f"<html><body>{table({'Pay': '8'}, '')}</body></html>".encode())
    assert list(leaks(figures("hr_lead", live, published), published))
    assert not list(leaks(figures("hr_lead", known, published), published))


def test_words_beside_an_answer_are_no_figure(published: Published) -> None:
    assert opened(published, table({"Pay": "see the guide", "Working hours": "not shown"})) == []


HEAD = (
    "release,measure,question,question_label,unit,kind,base,item,item_label,count,mean,band,share,low,high,certificate"
)


def file(published: Published, *lines: str) -> Page:
    certificate = published.documents[0].certificate if published.documents else "0" * 64
    body = "\r\n".join([HEAD, *(f"{line},{certificate}" for line in lines)])
    return Page("/insight/reasons.csv", "csv", ("\ufeff" + body).encode())


@pytest.mark.parametrize(
    ("line", "is_leak"),
    [
        ("1,reasons,reasons,reasons named,Kade,other,20,pay,pay,8,,,0.4,0.2188,0.6134", False),
        ("1,reasons,reasons,reasons named,Kade,other,20,hours,working hours,,,<3,,,", False),
        ("1,reasons,reasons,reasons named,Kade,other,20,hours,working hours,2,,,0.1,,", True),
        ("1,reasons,reasons,reasons named,Kade,other,20,hours,working hours,,,<3,0.1,,", True),
        ("1,reasons,reasons,reasons named,Kade,other,20,hours,working hours,,,<3,,0.0279,0.301", True),
        ("1,reasons,reasons,reasons named,Kade,other,20,pay,pay,8,,,0.4,0.3,0.5", True),
        ("1,reasons,reasons,reasons named,Havenlicht,other,20,pay,pay,8,,,0.4,,", True),
        ("2,reasons,reasons,reasons named,Kade,other,20,pay,pay,8,,,0.4,,", True),
    ],
)
def test_a_file_is_compared_line_by_line(published: Published, line: str, is_leak: bool) -> None:
    found = list(leaks(figures("leader", file(published, line), published), published))
    assert bool(found) == is_leak


def test_without_documents_pages_are_compared_with_the_files_of_the_role() -> None:
    read = file(Published(), "1,reasons,reasons,reasons named,Kade,other,20,pay,pay,8,,,0.4,0.2188,0.6134")
    rebuilt = from_files([read])
    assert opened(rebuilt, table({"Pay": "8"})) == []
    assert opened(rebuilt, table({"Pay": "7"}))


def test_two_roles_that_get_different_documents_are_found(published: Published) -> None:
    other = DOCUMENT.replace(b'"items":[8,"<3"]', b'"items":[9,"<3"]')
    visits = [
        Visit(role, [Page("/releases/1/document.json", "json", body)])
        for role, body in (("hr_lead", DOCUMENT), ("guardian", other))
    ]
    found = attack(visits, lambda *_: None)
    assert "another document than somebody else gets" in {leak.why for leak in found.openings}


def test_figures_under_a_strange_certificate_are_found(published: Published) -> None:
    forged = page(published, "").body.replace(next(iter(published.certificates))[:4].encode(), b"0000")
    visits = [Visit("hr_lead", [Page("/d.json", "json", DOCUMENT), Page("/insight/", "html", forged)])]
    found = attack(visits, lambda *_: None)
    assert "a certificate that fits no document" in {leak.why for leak in found.openings}
