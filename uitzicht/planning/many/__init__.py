"""Many departures at once: from records to a problem of ``core.assignment``, and back to words."""
