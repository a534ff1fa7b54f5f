"""Who may: roles that follow from the register and the bodies of today, and rights that ask for them."""
