"""What the journal says, for those who may read it."""
