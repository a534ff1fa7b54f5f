"""Running an installation: setting it up, and what its worker does."""
