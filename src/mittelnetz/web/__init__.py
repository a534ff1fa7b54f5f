"""Everything HTTP and HTML."""
