"""Places by name. In: names as written. Out: the places that bear them, with where they lie and what contains them."""
