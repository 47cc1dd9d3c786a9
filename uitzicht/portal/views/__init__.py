"""The leaver's own pages: reached by a personal link, without an account."""
