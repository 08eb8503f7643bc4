"""Take bytes in: files and folders go in, ``Capture | Refusal`` comes out."""
