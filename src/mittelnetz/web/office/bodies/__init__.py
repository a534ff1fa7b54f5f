"""The bodies of the federation, and who has a seat in them."""
