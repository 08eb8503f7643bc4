"""What pages show, as frozen values: one builder for each part.

In: what the pipeline reads from the ledger. Out: views that templates print and that are the pages' JSON.
"""
