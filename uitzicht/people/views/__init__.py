"""Pages of people: staff, their import, accounts, administration."""
