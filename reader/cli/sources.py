"""What the PATHs of a command line stand for, where they are not files: feeds, and lists of them.

Feeds are fetched on the way; their articles are in files of the user's data folder, and it is
these that the library opens.
"""

from collections.abc import Iterable, Iterator, Sequence

from reader.cli.errors import CommandError, tell
from reader.feeds import Limits, Outcome, Store, addresses_in, is_address, is_opml, refresh
from reader.feeds.fetching import without_password
from reader.folders import folders
from reader.ingest import IngestError

BEFORE_OPENING = Limits(answer_seconds=8, total_seconds=20)
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
    feeds = list(addresses(path for path in paths if is_address(path) or is_opml(path)))
    if not feeds:
        return list(paths)
    kept = store()
    stale = [address for address in feeds if kept.age_seconds(address) > FRESH_SECONDS]
    for outcome in refresh(kept, stale, BEFORE_OPENING):
        told(outcome)
    plain = [path for path in paths if not (is_address(path) or is_opml(path))]
    held = [str(kept.file(address)) for address in feeds if kept.file(address).exists()]
    if not plain and not held:
        what = "the feed" if len(feeds) == 1 else f"all {len(feeds)} feeds"
        raise CommandError(f"{what} failed, and nothing of it is kept (see above)")
    return plain + held


def addresses(paths: Iterable[str]) -> Iterator[str]:
    """Yield the addresses of feeds that arguments name. Raises CommandError for another path."""
    for path in paths:
        if is_address(path):
            yield path
        elif is_opml(path):
            yield from _listed(path)
        else:
            raise CommandError(f"{path}: no address (write it as https://…, or name an OPML file)")


def told(outcome: Outcome) -> str:
    """Say what is wrong with a feed, if anything is, and return it."""
    if outcome.problem:
        tell(f"{without_password(outcome.address)}: {outcome.problem}")
    return outcome.problem


def _listed(path: str) -> list[str]:
    try:
        listed = addresses_in(path)
    except IngestError as error:
        raise CommandError(f"{path}: {error}") from error
    if not listed:
        raise CommandError(f"{path}: no feed is named in it (export it again)")
    return listed
