"""In and out: the federation file, example federations."""
