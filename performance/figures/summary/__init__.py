"""What executive summaries are drafted from, compared with and read as."""
