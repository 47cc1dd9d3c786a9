"""Themes that the interviewer gave to what was said."""

from django.db import models

from uitzicht.interviews.models import Interview
from uitzicht.privacy.classification import Sensitivity


class CodedAnswer(models.Model):
    """``sealed``: JSON list of {"theme": "area.theme" or a group of reasons, "sentiment": "positive"|"negative"|
    "neutral"}, encrypted with the data key of its interview."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="coded_answers")
    item_key = models.CharField(max_length=60)
    sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("interview", "item_key"), name="coded_answer_once_per_item")]

    def __str__(self) -> str:
        return f"{self.interview_id} {self.item_key}"


PRIVACY = {
    "CodedAnswer": {
        "id": Sensitivity.PERSONAL,
        "interview": Sensitivity.PERSONAL,
        "item_key": Sensitivity.PERSONAL,
        "sealed": Sensitivity.CONFIDENTIAL,
    }
}
