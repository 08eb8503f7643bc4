"""Take bytes in and refuse what cannot be read, with code and advice.

In: files and folders. Out: ``Capture | Refusal``.
"""
