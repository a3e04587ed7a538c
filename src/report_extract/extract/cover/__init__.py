"""Cover reports: labels, values and parts of a committee paper that introduces another document."""
