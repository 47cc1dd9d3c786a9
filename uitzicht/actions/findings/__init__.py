"""From a page of insight to an action: the finding as it is read, and the figures that it can aim at."""
