"""The writes of people, one verb each."""

from uitzicht.people.services.returning import link_records
from uitzicht.people.services.staff import import_staff, set_private_email
from uitzicht.people.services.staging import apply_staged, discard_staged, plan_staged, stage_import
from uitzicht.people.services.units import root_unit, unit_by_path
from uitzicht.people.services.users import activate, add_user, change_roles, deactivate, set_password
from uitzicht.people.staff_file import load_mapping, read_staff
from uitzicht.people.staff_plan import plan_import

__all__ = [
    "activate",
    "add_user",
    "apply_staged",
    "change_roles",
    "deactivate",
    "discard_staged",
    "import_staff",
    "link_records",
    "load_mapping",
    "plan_import",
    "plan_staged",
    "read_staff",
    "root_unit",
    "set_password",
    "set_private_email",
    "stage_import",
    "unit_by_path",
]
