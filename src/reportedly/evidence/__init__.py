"""Who took it from whom, what changed, on how many origins it rests. In: Grouping, Claim, Document. Out: Evidence."""
