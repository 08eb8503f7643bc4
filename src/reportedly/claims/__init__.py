"""Who said what, through whom, how surely, with which figures. In: Document. Out: Claim."""
