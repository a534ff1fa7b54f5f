"""Changes of bodies, and of who acts for whom in them."""
