"""Check boxes and form fields."""
