"""The invented Northmere & Saltmarsh partnership, two editions of its designed annual report."""
