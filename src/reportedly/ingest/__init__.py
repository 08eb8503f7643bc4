"""Take bytes in: a file or folder goes in, ``Capture | Refusal`` comes out."""
