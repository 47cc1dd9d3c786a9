"""The rows that a frozen release leaves behind: bundles and view bundles with sealed totals, and who is in them."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from uitzicht.core.disclosure.bundles import Bundle as Closed
from uitzicht.core.disclosure.views import ViewBundle as ClosedView
from uitzicht.privacy import vault
from uitzicht.release.models import Bundle, Member, Release, ViewBundle, ViewMember

BATCH = 5000
Totals = Mapping[str, Mapping[str, Any]]


class Sealed(NamedTuple):
    """``totals``: each sealed with the same data key, bound to its own place."""

    wrapped_key: bytes
    totals: tuple[bytes, ...]


def keep_bundles(release: Release, bundles: Mapping[str, Closed], totals: Totals, known: Totals) -> None:
    """``known``: totals of the known members, for those bundles that have any."""
    rows = []
    for code, bundle in bundles.items():
        apart = [(known_context(code), known[code])] if code in known else []
        key, (sealed, *sealed_known) = _sealed([(bundle_context(code), totals[code]), *apart])
        rows.append(
            Bundle(
                code=code,
                release=release,
                stratum=bundle.stratum,
                unit_id=int(bundle.unit),
                period=bundle.period,
                size=bundle.size,
                wrapped_key=key,
                sealed_totals=sealed,
                sealed_known=sealed_known[0] if sealed_known else None,
            )
        )
    kept = {row.code: row.pk for row in Bundle.objects.bulk_create(rows)}
    members = (
        Member(bundle_id=kept[code], handle=handle, known=handle in bundle.known)
        for code, bundle in bundles.items()
        for handle in bundle.members
    )
    Member.objects.bulk_create(members, batch_size=BATCH)


def keep_views(release: Release, views: Mapping[str, ClosedView], totals: Totals) -> None:
    """View bundles of this release."""
    rows = []
    for code, view in views.items():
        key, (sealed,) = _sealed([(view_context(code), totals[code])])
        rows.append(
            ViewBundle(
                code=code,
                release=release,
                cut=view.cut,
                value=view.value,
                stratum=view.stratum,
                size=view.size,
                wrapped_key=key,
                sealed_totals=sealed,
            )
        )
    kept = {row.code: row.pk for row in ViewBundle.objects.bulk_create(rows)}
    members = (
        ViewMember(bundle_id=kept[code], cut=view.cut, handle=handle)
        for code, view in views.items()
        for handle in view.members
    )
    ViewMember.objects.bulk_create(members, batch_size=BATCH)


def kept_totals(bundle: Bundle | ViewBundle) -> dict[str, Any]:
    """The totals of a bundle, opened."""
    context = bundle_context(bundle.code) if isinstance(bundle, Bundle) else view_context(bundle.code)
    return _unsealed(bundle.wrapped_key, context, bundle.sealed_totals, context)


def kept_known_totals(bundle: Bundle) -> dict[str, Any] | None:
    """The part of them that comes from known members; None where nobody is."""
    if bundle.sealed_known is None:
        return None
    context = bundle_context(bundle.code)
    return _unsealed(bundle.wrapped_key, context, bundle.sealed_known, known_context(bundle.code))


def bundle_context(code: str) -> str:
    return f"bundle:{code}"


def known_context(code: str) -> str:
    return f"bundle:{code}:known"


def view_context(code: str) -> str:
    return f"view:{code}"


def _sealed(parts: Iterable[tuple[str, Mapping[str, Any]]]) -> Sealed:
    """The key is wrapped for the first of these contexts."""
    found = list(parts)
    key = vault.new_data_key()
    totals = tuple(vault.seal(json.dumps(content), key=key, context=context) for context, content in found)
    return Sealed(vault.wrap(key, context=found[0][0]), totals)


def _unsealed(
    wrapped_key: bytes | memoryview, wrapped_for: str, sealed: bytes | memoryview, context: str
) -> dict[str, Any]:
    key = vault.unwrap(bytes(wrapped_key), context=wrapped_for)
    return json.loads(vault.unseal(bytes(sealed), key=key, context=context))
