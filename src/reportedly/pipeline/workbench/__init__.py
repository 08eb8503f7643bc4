"""What the pages of the workbench show and do: a ledger read event by event, page by page, and written by people.

In: an open ledger, ids, what a person decided. Out: dossiers of one event, pages with their claims, cards, receipts.
"""
