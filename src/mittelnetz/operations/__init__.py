"""Running an installation: setting it up."""
