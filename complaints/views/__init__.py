"""The pages of cases: for officers behind permissions, for customers behind a secret link."""
