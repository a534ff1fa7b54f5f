"""`python -m mittelnetz.cli`: the command, where its program is not on the path."""

import sys

from mittelnetz.cli import main

sys.exit(main())
