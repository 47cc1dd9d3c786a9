"""Do some groups leave sooner, more often, for other reasons? All comparisons of a release, counted and corrected."""
