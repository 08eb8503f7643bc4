"""Sentences of a document in; acts of attribution as the learned model sees them, with scores, out."""
