"""What was frozen: one release with what an attacker sees of it, and its document."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from uitzicht.people.queries import unit_tree
from uitzicht.release import queries
from uitzicht.release.picture import picture
from uitzicht.release.preview import breakdowns, bundle_row
from uitzicht.ui.access import allow


@require_safe
@allow("hr_lead", "guardian")
def release(request: HttpRequest, number: int) -> HttpResponse:
    """One frozen release: its bundles, the attack report, its certificate."""
    found = get_object_or_404(queries.frozen(), number=number)
    published = queries.released(number)
    assert published is not None  # the same row
    tree = unit_tree()
    bundles = [bundle_row(tree, bundle) for bundle in found.bundles.all()]
    context = {
        "release": found,
        "bundles": bundles,
        "people": sum(bundle.people for bundle in bundles),
        "picture": picture(published.document),
        "breakdowns": breakdowns(published.document),
        "candidates": found.audit.get("candidate_views", 0),
        "k": published.document["parameters"]["k"],
    }
    return render(request, "release/release.html", context)


@require_safe
@allow("hr_lead", "guardian")
def release_document(request: HttpRequest, number: int) -> HttpResponse:
    """The published document itself, as anybody who checks the certificate needs it."""
    found = queries.frozen_document(number)
    if found is None:
        raise Http404
    response = HttpResponse(found, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="release-{number}.json"'
    return response
