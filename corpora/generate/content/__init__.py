"""What the samples say: invented places, invented people, our own words."""
