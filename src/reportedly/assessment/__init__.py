"""Assessment: in, events with their evidence; out, findings in standard words that cite the claims they rest on.

``assess`` writes them, ``check`` refuses what has no claim behind it.
"""
