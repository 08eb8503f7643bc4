"""One file for each step; a published step is never changed."""
