"""Who answers for what on a day; they read and compare, and write nothing."""
