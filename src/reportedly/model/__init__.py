"""The nouns of Reportedly as frozen types with content-derived ids; imports nothing of ours.

Everything that travels between stages is one of these types. In: nothing. Out: nothing.
"""
