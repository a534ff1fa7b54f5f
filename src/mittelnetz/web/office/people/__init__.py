"""People, as the office keeps them: who they are, what they do, and how they sign in."""
