"""Typesets the content model as PDF, with the base fonts that every reader has."""
