"""What can be typed after `mittelnetz`."""

import argparse
from datetime import date
from pathlib import Path

from mittelnetz import __version__
from mittelnetz.core.words import LANGUAGES, TEXT_PAGES


def build_parser() -> argparse.ArgumentParser:
    """Every command with its options; the command's name ends up in `command`."""
    parser = argparse.ArgumentParser(prog="mittelnetz", description="Runs a federation of regional networks.")
    parser.add_argument("--version", action="version", version=f"mittelnetz {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    serve = commands.add_parser("serve", help="serve the pages, and work: send mails")
    _add_address(serve)
    web = commands.add_parser("web", help="serve the pages only; `mittelnetz work` runs elsewhere")
    _add_address(web)
    work = commands.add_parser("work", help="work only: send mails")
    work.add_argument("--parent", type=int, help=argparse.SUPPRESS)  # the server that started it

    demo = commands.add_parser("demo", help="load an example federation, where there is none yet, and serve it")
    _add_address(demo)
    demo.add_argument(
        "--federation",
        choices=("demo", "sourced"),
        default="demo",
        help="demo: invented networks and people; sourced: real networks as public sources name them",
    )

    commands.add_parser("migrate", help="create or update the tables")
    commands.add_parser("load-regions", help="load the packaged districts, municipalities and postcodes")

    importing = commands.add_parser("import", help="import a federation file")
    importing.add_argument("file", type=Path, metavar="FILE")

    exporting = commands.add_parser("export", help="write the federation file")
    exporting.add_argument("--output", type=Path, metavar="FILE", help="default: standard output")

    generate = commands.add_parser("generate", help="write the federation file of an invented federation")
    generate.add_argument("--networks", type=_count, default=25, metavar="N", help="how many networks (default: 25)")
    generate.add_argument("--seed", type=int, default=1, metavar="S", help="the same seed makes the same federation")
    generate.add_argument("--as-of", type=_day, metavar="DATE", help="the last day of its doings (default: today)")
    generate.add_argument("--partners", type=_count, metavar="N", help="partners of each network (default: a few)")
    generate.add_argument("--output", type=Path, metavar="FILE", help="default: standard output")

    invite = commands.add_parser("invite", help="invite somebody to open an account; prints the link")
    invite.add_argument("name", metavar="NAME")
    invite.add_argument("email", metavar="EMAIL")
    invite.add_argument("--role", choices=("office", "operator"), help="what the person may do by this grant")

    commands.add_parser("settings", help="list the settings with their values of today")
    setting = commands.add_parser("set", help="set a setting, such as federation_name or accent")
    setting.add_argument("key", metavar="KEY")
    setting.add_argument("value", metavar="VALUE")
    logo = commands.add_parser("logo", help="show a picture (SVG or PNG) in the head of every page")
    logo.add_argument("file", type=Path, metavar="FILE")
    text = commands.add_parser("text", help="print the Markdown of a page that you may write yourself, or set it")
    text.add_argument("page", choices=TEXT_PAGES)
    text.add_argument("--language", choices=LANGUAGES, default="de", help="default: de")
    text.add_argument("--from", type=Path, dest="source", metavar="FILE", help="take this file's text over")
    for dated in (setting, logo, text):
        dated.add_argument("--since", type=_day, metavar="DATE", help="from which day on (default: today)")

    erase = commands.add_parser("erase", help="erase once more, in a restored backup, whoever was erased since")
    erase.add_argument("--from", type=Path, dest="source", metavar="FILE", required=True, help="erasures.jsonl")
    retain = commands.add_parser("retain", help="remove what is kept longer than the settings say")
    retain.add_argument("--dry-run", action="store_true", help="only say how much that would be")
    commands.add_parser("verify", help="check that the journal is whole")
    return parser


def _add_address(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--port", type=_port, default=8000, help="port to listen on (default: 8000)")


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def _port(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 65535:  # noqa: PLR2004 - the range of ports
        raise argparse.ArgumentTypeError("must be between 1 and 65535")
    return number


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is not a day; write it as 2026-02-14") from error
