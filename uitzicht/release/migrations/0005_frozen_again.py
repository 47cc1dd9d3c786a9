"""SQLite builds a table anew to add a column, and with the old table its triggers went: what was released stays as it was,
members and bundles of views too. One change is let through: what a bundle knows of members who showed their summary may
be erased, as it is their answers."""

from django.db import migrations

TABLES = ("release_bundle", "release_member", "release_viewbundle", "release_viewmember")
KEPT = ("id", "code", "release_id", "stratum", "unit_id", "period", "size", "wrapped_key", "sealed_totals")


def refuse_change(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in _postgresql():
            schema_editor.execute(statement)
        return
    for table in TABLES:
        for event in ("UPDATE", "DELETE"):
            name, when = f"{table}_no_{event.lower()}", ""
            if (table, event) == ("release_bundle", "UPDATE"):
                when = f"WHEN NEW.sealed_known IS NOT NULL OR ({_row('NEW')}) IS NOT ({_row('OLD')})"
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")
            schema_editor.execute(
                f"CREATE TRIGGER {name} BEFORE {event} ON {table} {when} BEGIN SELECT RAISE(ABORT, 'a release is frozen'); END"
            )


def _postgresql():
    yield (
        "CREATE FUNCTION release_bundle_frozen() RETURNS trigger AS $$ BEGIN "
        "IF TG_OP = 'UPDATE' THEN "
        f"IF NEW.sealed_known IS NULL AND ({_row('NEW')}) IS NOT DISTINCT FROM ({_row('OLD')}) THEN RETURN NEW; END IF; "
        "END IF; RAISE EXCEPTION 'a release is frozen'; END $$ LANGUAGE plpgsql"
    )
    for table in TABLES:
        function = "release_bundle_frozen" if table == "release_bundle" else "release_frozen"
        yield f"DROP TRIGGER IF EXISTS {table}_frozen ON {table}"
        yield (
            f"CREATE TRIGGER {table}_frozen BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {function}()"
        )


def _row(name):
    return ", ".join(f"{name}.{column}" for column in KEPT)


class Migration(migrations.Migration):
    dependencies = [("release", "0004_runs_of_the_job")]
    operations = [migrations.RunPython(refuse_change)]
