"""Writes the sample documents and their gold from one content model: `python -m corpora.generate`."""
