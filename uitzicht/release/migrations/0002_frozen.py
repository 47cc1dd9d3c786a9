"""What was released stays as it was: the database itself refuses to change or delete a release, a bundle or a member."""

from django.db import migrations

TABLES = ("release_release", "release_bundle", "release_member")


def refuse_change(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE FUNCTION release_frozen() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'a release is frozen'; END $$ LANGUAGE plpgsql"
        )
        for table in TABLES:
            schema_editor.execute(
                f"CREATE TRIGGER {table}_frozen BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION release_frozen()"
            )
        return
    for table in TABLES:
        for event in ("UPDATE", "DELETE"):
            schema_editor.execute(
                f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} BEGIN SELECT RAISE(ABORT, 'a release is frozen'); END"
            )


class Migration(migrations.Migration):
    dependencies = [("release", "0001_initial")]
    operations = [migrations.RunPython(refuse_change)]
