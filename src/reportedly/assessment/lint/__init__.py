"""The linter of wording. In: a text, and the scales of likelihood. Out: Breach."""
