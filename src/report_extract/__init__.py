"""report-extract: reads cover reports and annual reports, and says where every value stands."""

__version__ = "0.1.0"
