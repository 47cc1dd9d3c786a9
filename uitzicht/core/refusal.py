"""A refusal: what a rule says instead of letting something happen.

A rule that may refuse is called ``ensure_...``; it returns nothing or raises a ``Refusal``. One middleware turns it
into a page, the command line into one line with exit code 2. The message says what is wrong, why the rule exists and
what can be done; ``code`` is stable and may be used by programs.
"""


class Refusal(Exception):
    """``code``: dotted and stable, such as ``planning.last_day_worked``. ``message``: text (may be a lazy translation)
    with ``{placeholders}`` filled from ``values``."""

    def __init__(self, code: str, message: object, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return str(self.message).format(**self.values)
