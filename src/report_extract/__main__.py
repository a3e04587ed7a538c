"""`python -m report_extract` is `report-extract`; also where the program that needs no Python begins."""

import sys

from report_extract.read.child_command import READING_PROCESS

if sys.argv[1:2] == [READING_PROCESS]:
    from report_extract.read.worker_child import main

    del sys.argv[1]
else:
    from report_extract.cli import main
main()
