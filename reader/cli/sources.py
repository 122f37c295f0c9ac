"""What the PATHs of a command line stand for, where they are not files.

    @asia        the paths saved under that name in the configuration
    -            the collection that the reader opened last
    https://…    a feed
    x.opml       the feeds in that list

Feeds are fetched on the way; their articles are in files of the user's data folder, and it is
these that the library opens.
"""

import os
from collections.abc import Iterable, Iterator, Sequence

from reader.cli.errors import CommandError, tell
from reader.cli.last import remembered
from reader.config import ConfigError, read_config
from reader.feeds import Limits, Outcome, Store, addresses_in, is_address, is_opml, refresh
from reader.feeds.fetching import without_password
from reader.folders import folders
from reader.ingest import IngestError

BEFORE_OPENING = Limits(answer_seconds=8, total_seconds=20, patience_seconds=20)
"""What servers may take of the time of someone who waits for a list to open."""

FRESH_SECONDS = 300
"""How long a feed that is opened isn't asked for again. A script that searches a feed ten times
asks its server once; most feeds change a few times an hour."""


def store() -> Store:
    """Return the user's kept feeds."""
    return Store(folders().data / "feeds")


def files(paths: Sequence[str]) -> list[str]:
    """Return the files and folders that ``paths`` stand for, the feeds among them fetched.

    Raises CommandError where a path is a feed, or list of feeds, that gives nothing at all.
    """
    paths = list(expanded(paths))
    feeds = list(addresses(path for path in paths if _is_feeds(path)))
    if not feeds:
        return paths
    kept = store()
    stale = [address for address in feeds if kept.age_seconds(address) > FRESH_SECONDS]
    problems = [problem(outcome) for outcome in refresh(kept, stale, BEFORE_OPENING)]
    plain = [path for path in paths if not _is_feeds(path)]
    held = [str(kept.file(address)) for address in feeds if kept.file(address).exists()]
    told = list(filter(None, problems))
    last = told.pop() if told and not plain and not held else ""
    for line in told:
        tell(line)
    if last:
        raise CommandError(last)
    return plain + held


def expanded(paths: Iterable[str], inside: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield what names stand for, and all else as it is. Raises CommandError for unknown names."""
    for path in paths:
        if path == "-":
            yield from expanded(_last(), inside | {path})
        elif path[0:1] != "@" or path in inside:
            yield path
        else:
            yield from expanded(_saved(path), inside | {path})


def feeds(arguments: Iterable[str]) -> Iterator[str]:
    """Yield the addresses that arguments of ``fetch`` name; of a collection, those in it."""
    for argument in arguments:
        is_name = argument.startswith("@") or argument == "-"
        members = expanded([argument])
        yield from addresses(filter(_is_feeds, members) if is_name else members)


def addresses(paths: Iterable[str]) -> Iterator[str]:
    """Yield the addresses of feeds that arguments name. Raises CommandError for another path."""
    for path in paths:
        if is_address(path):
            yield path
        elif is_opml(path):
            yield from _listed(path)
        else:
            raise CommandError(f"{path}: no address (write it as https://…, or name an OPML file)")


def problem(outcome: Outcome) -> str:
    """Return what is wrong with a feed as one line; nothing if all is well."""
    return outcome.problem and f"{without_password(outcome.address)}: {outcome.problem}"


def _is_feeds(path: str) -> bool:
    return is_address(path) or is_opml(path)


def _last() -> list[str]:
    paths = remembered()
    if not paths:
        raise CommandError("-: no collection was opened yet (name a folder, file or address)")
    return paths


def _saved(name: str) -> list[str]:
    try:
        collections = read_config(folders().config).collections
    except ConfigError as error:
        raise CommandError(str(error)) from error
    if name[1:] in collections:
        return [
            path if "://" in path else os.path.expanduser(path) for path in collections[name[1:]]
        ]
    if os.path.lexists(name):
        return [name]
    known = ", ".join(f"@{one}" for one in sorted(collections)) or "none yet"
    raise CommandError(f"{name}: nothing is saved under that name (there is {known})")


def _listed(path: str) -> list[str]:
    try:
        listed = addresses_in(path)
    except IngestError as error:
        raise CommandError(f"{path}: {error}") from error
    if not listed:
        raise CommandError(f"{path}: no feed is named in it (export it again)")
    return listed
