"""A language model as a second coder, off unless asked for. In: Document, address or cache. Out: Coding, Agreement.

The only package that opens a connection. ``client`` talks to an address of the OpenAI-compatible form, ``cache`` keeps
every answer under the hash of its request, ``coder`` asks about a document, ``building`` keeps only claims that quote
the document word for word, ``agreement`` sets two coders side by side, ``rephrase`` asks for other words for a
sentence. Nothing that a model says enters grouping, evidence or assessment.
"""
