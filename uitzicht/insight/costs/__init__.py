"""What leaving costs: lines that the HR lead fills in, exits from a release, and what the two say together."""
