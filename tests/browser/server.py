"""Serves the small federation of the pages' tests as an installation does: `python -m tests.browser.server PORT`."""

import sys

from mittelnetz.cli import commands
from mittelnetz.operations import setup
from tests.web.conftest import make_federation

if __name__ == "__main__":
    setup.prepare_database()
    make_federation()
    commands.serve(host="127.0.0.1", port=int(sys.argv[1]))
