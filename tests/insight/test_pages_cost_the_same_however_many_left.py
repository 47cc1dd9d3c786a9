"""The number of statements of a page does not depend on how many units, groups or people a release has."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.insight.documents import ROOT, a_document, freeze
from tests.insight.test_pages_show_what_the_reader_may_see import SignedIn

PAGES = ("experience/", "experience/?view=units", "inclusion/", "field/", "turnover/", "cost/")
MANY = 300


def with_many_units(root: str) -> dict[str, object]:
    made = a_document({ROOT: root}, release=8)
    for number in range(MANY):
        unit = f"9{number:03d}"
        made["units"][unit] = {"parent": root, "label": f"Team {number}"}
        place = f"{unit}:resignation"
        made["groups"].append({"id": place, "unit": unit, "stratum": "resignation", "size": 20, "bundles": []})
        for cells in made["cells"].values():
            cells[place] = next(iter(cells.values()))
    return made


@pytest.mark.parametrize("page", PAGES)
def test_a_release_with_three_hundred_units_more_takes_no_more_statements(
    cast: Cast, signed_in: SignedIn, page: str
) -> None:
    client, taken = signed_in("hr_lead"), []
    for document in (a_document({ROOT: str(cast.root.pk)}), with_many_units(str(cast.root.pk))):
        freeze(document)
        assert client.get(f"/insight/{page}").status_code == 200  # what a worker learns once is not counted
        with CaptureQueriesContext(connection) as captured:
            client.get(f"/insight/{page}")
        taken.append(len(captured))
    assert taken[0] == taken[1]
