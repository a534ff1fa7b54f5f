"""One module per thing that has pages."""
