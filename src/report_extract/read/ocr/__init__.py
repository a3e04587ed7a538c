"""Text recognition for pages that are pictures: what needs it, the engine, and pages that come out of it."""
