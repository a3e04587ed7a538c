"""Frozen types that every room speaks; this room imports nothing of ours."""
