"""Estimates of numbers: what figures of independent origins make probable, for texts and for tables of reports.

In: figures of one number, each with whose word it is, what kind of figure it is and what its kind is off by. Out: the
posterior of the number on a lattice of whole numbers. Everything is worked out by quadrature, nothing is drawn, so
equal figures give equal bytes.
"""
