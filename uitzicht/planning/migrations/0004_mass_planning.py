"""A plan for many departures at once."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("planning", "0003_calendars_and_rooms"),
    ]

    operations = [
        migrations.CreateModel(
            name="MassPlan",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("made_at", models.DateTimeField()),
                ("minutes", models.PositiveSmallIntegerField(default=60)),
                (
                    "place_kind",
                    models.CharField(
                        choices=[("room", "quiet room"), ("video", "video call")], default="room", max_length=5
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=300)),
                ("rows", models.JSONField(default=list)),
                ("left_out", models.JSONField(default=list)),
                ("figures", models.JSONField(default=dict)),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mass_plans",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"ordering": ("-made_at",)},
        ),
    ]
