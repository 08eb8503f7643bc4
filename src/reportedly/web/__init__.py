"""The workbench: pages on this machine where people read, check, correct and publish what a ledger holds.

In: requests from a browser or a program on this machine. Out: pages, or the same as JSON.
"""
