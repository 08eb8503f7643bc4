"""Votes of sources on values: whose word is a copy, how reliable each source is, which value is true.

In: who gives which value of which object, and whom a row says it was taken from.
Out: the probability of each value, parents and copy rates of the sources, their accuracies.
"""
