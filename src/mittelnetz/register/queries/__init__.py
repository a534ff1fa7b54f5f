"""Reads of the register for pages, one file per thing. Each says how many statements it takes."""
