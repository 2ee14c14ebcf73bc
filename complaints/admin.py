"""What administrators keep of cases: procedures, definitions, causes and texts; never a customer or a case."""
