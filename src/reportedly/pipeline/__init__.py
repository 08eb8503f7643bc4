"""The order of the stages, what plugs into them, and the one place that writes what they return.

In: paths, ledgers, settings. Out: Dossier, entries of the ledger.
"""
