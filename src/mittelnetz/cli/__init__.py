"""The command `mittelnetz`: each command prepares what it needs, says what it did, and ends with 0, 1 or 2."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from mittelnetz.cli.parser import build_parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0: done; 1: something is wrong with the installation; 2: what was asked cannot be done."""
    options = vars(build_parser().parse_args(arguments))
    if options.get("federation") == "sourced" and "MITTELNETZ_DATABASE_URL" not in os.environ:
        # A home of its own, so that invented and real networks never stand in one database.
        os.environ["MITTELNETZ_HOME"] = str(Path(os.environ.get("MITTELNETZ_HOME", "var")) / "sourced")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mittelnetz.config.settings")
    try:
        # Django and all that stands on it is loaded only now, after the environment is complete.
        commands = import_module("mittelnetz.cli.commands")
        return int(commands.run(options.pop("command"), options))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (OSError, ImproperlyConfigured) as error:
        print(f"mittelnetz: {error}", file=sys.stderr)
        return 1
