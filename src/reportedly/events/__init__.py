"""Which claims speak of the same thing, and which relay the same saying. In: Claim, Document. Out: Grouping."""
