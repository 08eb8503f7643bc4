"""Running totals in time: what sources claim day by day, how far each is off, and what is wrong in a table of them."""
