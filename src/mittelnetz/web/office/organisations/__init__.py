"""The organisations of the register, kept by the office."""
