"""`python -m report_extract` is `report-extract`."""

from report_extract.cli import main

main()
