"""What never enters a log: the secret of a link, to own pages, a follow-up, a task or an alumni page, in an address."""

import logging
import re

# A secret is long; the names of pages below /my/ are short and may be told.
LINK = re.compile(r"(/(?:my|later|task|planning/feed|alumni/me)/)[^/\s\"']{20,}")


class WithoutLinks(logging.Filter):
    """Cuts the secret out of every line; nothing else is changed."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = LINK.sub(r"\1...", record.getMessage()), ()
        return True
