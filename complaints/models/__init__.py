"""What people tell us. Its nouns arrive with the complaints work; the floor is laid here."""
