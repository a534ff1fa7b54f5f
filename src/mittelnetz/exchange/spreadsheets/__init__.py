"""Spreadsheets in and out: XLSX, and CSV as German Excel writes it."""
