"""The start page of everybody with an account."""
