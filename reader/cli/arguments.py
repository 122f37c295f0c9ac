"""The grammar of the command line, and the help that teaches it.

Nothing but ``argparse`` is imported, so that ``--help`` answers at once.
"""

import argparse
import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, NoReturn

from reader import __version__
from reader.cli.errors import FAILED, tell

PROGRAM = "seeds-reader"
TYPES = ("PERSON", "ORG", "PLACE", "DATE", "EVENT")
"""Kept beside ``reader.entities.TYPES``, which costs too much to import for a help text."""

EPILOG = """\
exit status:
  0 found, 1 nothing found, 2 bad usage or unreadable input, 130 interrupted

environment:
  NO_COLOR           no colours, if it is set
  SEEDS_READER_HOME  one folder for the index, your marks and the configuration
"""


class Command(NamedTuple):
    """One command: what it does, in a line and in full, and how its arguments are added."""

    summary: str
    description: str
    add_arguments: Callable[[argparse.ArgumentParser], None]


class Parser(argparse.ArgumentParser):
    """An argument parser that tells its errors in the program's one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where the help is, and leave with exit status 2."""
        what = self.prog.removeprefix(PROGRAM).strip()
        message = message.removesuffix(", PATH")  # which argparse takes to be required as well
        tell(f"{what + ': ' if what else ''}{message} ({self.prog} --help tells more)")
        self.exit(FAILED)

    def parse_anywhere(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Parse arguments whose options may stand among the paths, as people type them.

        argparse refuses that to parsers with groups, which take a single file in any case.
        """
        if self._mutually_exclusive_groups:
            return self.parse_args(arguments)
        return self.parse_intermixed_args(arguments)

    @classmethod
    def make(cls, prog: str, **texts: Any) -> "Parser":
        """Return a parser whose help keeps the line breaks of its texts."""
        keep = argparse.RawDescriptionHelpFormatter
        parser = cls(prog, formatter_class=keep, allow_abbrev=False, add_help=False, **texts)
        parser._positionals.title = "arguments"
        parser.add_argument("-h", "--help", action="help", help="show this help and leave")
        return parser


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what the command line asks for; ``command`` is ``read`` where it names none.

    Raises:
        SystemExit: after help, version or a usage error was printed.
    """
    if not arguments or arguments[0] not in COMMANDS:
        return _reader_parser().parse_args(arguments)
    parser = _command_parser(arguments[0])
    options = parser.parse_anywhere(arguments[1:])
    if options.command == "export" and not (options.all or options.article):
        parser.error("name an ARTICLE or give --all")
    return options


def _reader_parser() -> Parser:
    commands = "\n".join(f"  {name:<11}  {command.summary}" for name, command in COMMANDS.items())
    parser = Parser.make(
        PROGRAM,
        usage=f"{PROGRAM} [PATH ...]\n       {PROGRAM} COMMAND [ARGUMENT ...]",
        description="Read, search and compare a collection of news articles in the terminal.\n\n"
        "Opens the reader on PATH; without one, on the five articles that come with it.\n"
        "In the reader, ? shows the keys.",
        epilog=f"commands ({PROGRAM} COMMAND --help tells more):\n{commands}\n\n{EPILOG}",
    )
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help="a folder, a file or a feed's address; a file called as a command is given as ./list",
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"{PROGRAM} {__version__}",
        help="show the version and leave",
    )
    parser.set_defaults(command="read")
    return parser


def _command_parser(name: str) -> Parser:
    command = COMMANDS[name]
    parser = Parser.make(f"{PROGRAM} {name}", description=command.description)
    command.add_arguments(parser)
    parser.set_defaults(command=name)
    return parser


def _paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help="a folder or a file of articles, or the address of a feed; without one, those"
        " that come with the program",
    )


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object a line, in UTF-8")


def _limit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", metavar="N", type=_count, help="at most N of them")


def _list(parser: argparse.ArgumentParser) -> None:
    _paths(parser)
    _limit(parser)
    _json(parser)


def _search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", help="what to find, as one argument")
    _list(parser)
    parser.add_argument(
        "--explain", action="store_true", help="say what each hit's score is made of"
    )


def _show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "article", metavar="ARTICLE", help="an id, the beginning of one, or a file's path"
    )
    _paths(parser)
    _json(parser)


def _related(parser: argparse.ArgumentParser) -> None:
    _show(parser)
    _limit(parser)


def _annotate(parser: argparse.ArgumentParser) -> None:
    parser.usage = (
        f"{parser.prog} [OPTION ...] FILE\n       {parser.prog} [OPTION ...] --jsonl FILE"
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "file", metavar="FILE", nargs="?", help="a text in UTF-8; - is standard input"
    )
    what.add_argument(
        "--jsonl",
        metavar="FILE",
        help="many texts: one {id, text, lang?, date?} a line is answered by one {id, mentions}",
    )
    parser.add_argument(
        "--date",
        metavar="YYYY-MM-DD",
        type=_date,
        help="the day the text was written, for dates such as 'yesterday'; "
        "without it, the date the text itself begins with",
    )
    parser.add_argument("--lang", choices=("vi", "en"), help="the text's language; else guessed")
    parser.add_argument(
        "--engine",
        metavar="ENGINE",
        default="own",
        help="who recognises: own (as without it), spacy:MODEL or underthesea, if installed",
    )
    parser.add_argument(
        "--corrections",
        metavar="TOML",
        help="apply the corrections of this file; without it, none are",
    )
    _limit(parser)
    _json(parser)


def _entities(parser: argparse.ArgumentParser) -> None:
    _paths(parser)
    parser.add_argument(
        "--type",
        metavar="TYPE",
        type=str.upper,
        choices=TYPES,
        help="only this type: PERSON, ORG, PLACE, DATE or EVENT",
    )
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument(
        "--check",
        action="store_true",
        help="say which lines of entities.toml are wrong, dead or clash; exit 1 if any is",
    )
    instead.add_argument(
        "--suggest",
        action="store_true",
        help="list entities that may be one, with the line of entities.toml that merges them",
    )
    _limit(parser)
    _json(parser)


def _export(parser: argparse.ArgumentParser) -> None:
    parser.usage = (
        f"{parser.prog} [--format FORMAT] ARTICLE [PATH ...]\n"
        f"       {parser.prog} [--format FORMAT] --all [PATH ...]"
    )
    parser.add_argument(
        "article", metavar="ARTICLE", nargs="?", help="an id, the beginning of one, or a file"
    )
    _paths(parser)
    parser.add_argument("--all", action="store_true", help="every article, newest first")
    parser.add_argument(
        "--format",
        choices=("md", "html", "json"),
        default="md",
        help="Markdown (md, as without it), one HTML page with the entities marked, or json",
    )
    parser.add_argument(
        "--json", dest="format", action="store_const", const="json", help="as --format json"
    )


def _fetch(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "feeds",
        metavar="ADDRESS",
        nargs="*",
        help="a feed's address, or an OPML file that lists some; without one, all fetched before",
    )
    _json(parser)


def _collections(parser: argparse.ArgumentParser) -> None:
    parser.usage = f"{parser.prog} [--json] [NAME [PATH ...]]\n       {parser.prog} --remove NAME"
    parser.add_argument("name", metavar="NAME", nargs="?", help="the name, for use as @NAME")
    parser.add_argument(
        "members",
        metavar="PATH",
        nargs="*",
        help="what it stands for: folders, files, addresses, other names as @NAME",
    )
    parser.add_argument("--remove", metavar="NAME", help="forget a name; no file is removed")
    _json(parser)


def _doctor(parser: argparse.ArgumentParser) -> None:
    _paths(parser)
    _json(parser)


def _count(text: str) -> int:
    if not re.fullmatch("[0-9]{1,18}", text) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 up")
    return int(text)


def _date(text: str) -> str:
    from reader.cli.dates import is_date

    if not is_date(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no date of the form YYYY-MM-DD")
    return text


COMMANDS = {
    "list": Command(
        "the articles, newest first",
        "Lists the articles, newest first; those without a date come last.\n"
        "A date with ~ was worked out from the text.",
        _list,
    ),
    "search": Command(
        "ranked hits with snippets",
        "Finds the articles that hold all words of QUERY, best first.\n\n"
        "  han quoc            marks matter only if typed: finds Hàn Quốc\n"
        "  presidnt kisida     typing errors are forgiven, by a word's length\n"
        '  "two plus two"      a phrase; -word leaves out\n'
        "  title:visit lang:vi source:reuters date:2025-09 before:2024 after:2023-05-01\n"
        "  person:kishida place:japan org:nato event:g7     in every language\n"
        "  is:unread is:starred tag:asia",
        _search,
    ),
    "show": Command(
        "one article's text with its mentions",
        "Shows one article: its text, and the people, places and so on named in it.",
        _show,
    ),
    "annotate": Command(
        "the entities of one raw text",
        "Finds people, organisations, places, dates and events in a text as it is.\n"
        "Nothing is cleaned; offsets count the code points of the decoded file.\n\n"
        "With --jsonl, --date and --lang stand in where a line gives none, and a line\n"
        "that cannot be read is told and left out.",
        _annotate,
    ),
    "entities": Command(
        "the collection's entities, most mentioned first",
        "Lists the entities named in the collection, most mentioned first.\n"
        "What is wrong in it can be mended in entities.toml, beside the collection or in\n"
        "the configuration folder: docs/entities.md tells how.",
        _entities,
    ),
    "timeline": Command(
        "dated mentions in order of the date they name",
        "Lists the dates named in the articles, in the order of the dates; those whose\n"
        "year is not known come last.",
        _list,
    ),
    "related": Command(
        "articles on the same story, in every language",
        "Lists the articles on the same story as ARTICLE, the most alike first, with the\n"
        "entities they share.",
        _related,
    ),
    "index": Command(
        "build or refresh the index of a large collection",
        "Reads the files that are new or changed, so that the articles can be listed and\n"
        "searched at once. The reader does it by itself in the background; a small\n"
        "collection needs no index.",
        _doctor,
    ),
    "export": Command(
        "articles as Markdown, HTML or JSON, with your notes",
        "Writes articles to standard output, with your highlights and notes.",
        _export,
    ),
    "fetch": Command(
        "new articles from feeds",
        "Asks each feed for new articles and keeps them, since they vanish from the feed.\n"
        "What is wrong with one is told and stops no other. To read a feed, give its\n"
        "address as a PATH.",
        _fetch,
    ),
    "collections": Command(
        "names for paths that are opened together",
        "Lists the saved names; with PATHs, saves them under NAME in config.toml.\n"
        "Then seeds-reader @NAME opens them, and - stands for what was opened last.",
        _collections,
    ),
    "doctor": Command(
        "what is installed, where files live, what the terminal can do",
        "Shows versions, the folders in use, what the terminal can do, and skipped files.",
        _doctor,
    ),
}  # fmt: skip
"""The commands, in the order the help shows them."""
