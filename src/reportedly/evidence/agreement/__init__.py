"""How far several coders agree beyond chance: percent, Krippendorff's alpha, Gwet's AC1 and AC2, Cohen's kappa.

In: a table of values, a row for each unit and a column for each coder. Out: Agreement.
"""
