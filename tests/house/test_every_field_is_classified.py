import importlib

import pytest
from django.apps import apps

from uitzicht.privacy.classification import Sensitivity

MODELS = [model for model in apps.get_models() if model.__module__.startswith("uitzicht.")]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_of_a_model_says_how_sensitive_it_is(model):
    room = model.__module__.split(".")[1]
    table = importlib.import_module(f"uitzicht.{room}.models").PRIVACY
    fields = {field.name for field in model._meta.get_fields() if getattr(field, "concrete", False)}
    assert set(table.get(model.__name__, {})) == fields
    assert all(isinstance(value, Sensitivity) for value in table[model.__name__].values())


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_what_somebody_said_is_stored_as_bytes_only(model):
    table = importlib.import_module(f"uitzicht.{model.__module__.split('.')[1]}.models").PRIVACY[model.__name__]
    for name, sensitivity in table.items():
        if sensitivity is Sensitivity.CONFIDENTIAL:
            assert model._meta.get_field(name).get_internal_type() == "BinaryField", name
