"""Words and shapes → blocks in reading order, by geometry alone."""
