"""The verbs of performance: each changes the world in one transaction and leaves a record of who and why."""
