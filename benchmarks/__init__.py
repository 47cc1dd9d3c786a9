"""What Uitzicht costs, measured: ``python -m benchmarks`` runs all of it, ``python -m benchmarks.<name>`` one table."""
