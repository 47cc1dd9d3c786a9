"""Uitzicht: exit interviews that leavers can be honest in, and organisations can learn from."""
