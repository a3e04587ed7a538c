"""Arithmetic between printed figures: what cannot be true whatever way the author rounded."""
