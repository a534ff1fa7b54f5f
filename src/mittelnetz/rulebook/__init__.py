"""The statutes in plain Python: norms, keys, periods, settings. Standard library only."""
