"""What officers and customers fill in."""
