"""Pure rules on remits, decisions and deadlines: plain values in and out; no database, no clock."""
