"""Votes of sources on the values of objects: whose word is a copy, how reliable each is, which value is true."""
