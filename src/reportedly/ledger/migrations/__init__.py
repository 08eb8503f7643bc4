"""Migrations of the ledger's tables, oldest first; ``reportedly.ledger.migrate`` runs them.

In: an open transaction on an older ledger. Out: the same ledger in the newest form, or unchanged.
"""
