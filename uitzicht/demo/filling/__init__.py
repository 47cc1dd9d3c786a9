"""From the invention to rows: through the services of each room, day by day, as it would have happened."""
