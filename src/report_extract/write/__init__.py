"""What is written and shown: text that cannot act, files that are whole or not there, JSON, tidy tables."""
