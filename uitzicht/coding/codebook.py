"""Moved: TEMPORARY re-export, the lead removes it. Import uitzicht.questionnaires.codebook."""

from uitzicht.questionnaires.codebook import *  # noqa: F403
from uitzicht.questionnaires.codebook import load_codebook  # noqa: F401
