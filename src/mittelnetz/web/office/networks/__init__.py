"""The networks, as the office keeps them: which there are, their region, their id, and what they bring along."""
