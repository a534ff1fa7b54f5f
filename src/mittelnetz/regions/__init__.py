"""The country: official keys, names, postcodes, neighbours; overlap and coverage."""
