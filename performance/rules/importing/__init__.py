"""What a file asks to be changed: its columns, its rows, and the plan that a person sees before anything is done."""
