"""Changes of the register, one file per thing. Each is one transaction with one journal entry."""
