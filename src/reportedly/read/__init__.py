"""Read text out of bytes: a ``Capture`` goes in, ``Document | Refusal`` comes out, with every loss recorded."""
