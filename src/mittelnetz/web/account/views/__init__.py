"""Views of the account area."""
