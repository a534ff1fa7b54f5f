"""What people do with what is theirs: their networks, their organisations."""
