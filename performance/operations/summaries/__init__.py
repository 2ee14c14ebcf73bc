"""The verbs of executive summaries: drafted by the rules, edited by people, presented, corrected beside their words."""
