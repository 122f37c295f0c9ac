"""Marks entities in another process, so that no keystroke waits for them.

A thread that recognises names holds the interpreter and makes the echo of a key late; a process
does not. The process is the program's own ``annotate --jsonl -``, tied to this one so that it ends
even if this one is killed: one article a line in, one line of mentions out. The article that was
asked for last is done first, then the rest of the collection.

    mentions(c), mentions(b) ─▶ [c, b] ─▶ process ─▶ deliver(b), deliver(c), deliver(rest…)
"""

import asyncio
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import IO

from reader.article import Article
from reader.entities import Mention
from reader.entities.engines import OWN
from reader.entities.memory import FILE, Memory
from reader.folders import folders

Deliver = Callable[[Article, list[Mention]], None]


class AnnotationError(Exception):
    """The annotating process ended, or answered something else than mentions."""


class Annotator:
    """Feeds the annotating process and delivers what it finds.

    ``known`` holds what was delivered, by article; what is in it is not done again. What was
    recognised in an earlier run is delivered from the memory in the cache folder.
    """

    LINE_LIMIT = 256 * 1024 * 1024
    """Longest answer read, in bytes. An article of 5 MB has some 20 MB of mentions."""

    def __init__(
        self, known: Mapping[str, list[Mention]], deliver: Deliver, engine: str = OWN
    ) -> None:
        self._known = known
        self._engine = engine
        self._told: IO[bytes] | None = None
        self._deliver = deliver
        self._wanted: list[Article] = []
        self._asked = asyncio.Event()
        self._process: asyncio.subprocess.Process | None = None

    def mentions(self, article: Article) -> list[Mention] | None:
        """Return the mentions of ``article`` if they are known; if not, have it done next."""
        known = self._known.get(article.id)
        if known is None:
            self._wanted.append(article)
            self._asked.set()
        return known

    async def run(self, rest: Iterable[Article]) -> None:
        """Deliver what is asked for, and ``rest`` in between, until cancelled.

        Raises: AnnotationError when the process cannot be started or does not answer.
        """
        others, memory = iter(rest), Memory(folders().cache / FILE, self._engine)
        try:
            while True:
                article = self._wanted.pop() if self._wanted else next(others, None)
                if article is None:
                    self._asked.clear()
                    await self._asked.wait()
                elif article.id not in self._known:
                    mentions = memory.recall(article.id)
                    if mentions is None:
                        mentions = await self._recognise(article)
                        memory.keep(article.id, mentions)
                    self._deliver(article, mentions)
                    await asyncio.sleep(0)  # what is only recalled would leave no turn to the keys
        finally:
            memory.close()
            await self._end()

    async def _recognise(self, article: Article) -> list[Mention]:
        request = {"id": article.id, "text": article.text}
        if article.date:
            request["date"] = article.date
        answer = await self._answer(json.dumps(request).encode() + b"\n")
        try:
            return [Mention(**fields) for fields in json.loads(answer)["mentions"]]
        except (ValueError, KeyError, TypeError) as error:
            raise AnnotationError(f"unreadable answer: {error}") from error

    async def _answer(self, line: bytes) -> bytes:
        process = self._process or await self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(line)
            await process.stdin.drain()
            answer = await process.stdout.readline()
        except ConnectionError:  # it ended before it had read the question
            answer = b""
        except (OSError, ValueError) as error:
            raise AnnotationError(str(error)) from error
        if not answer:
            ended = f"the process ended with status {await process.wait()}"
            raise AnnotationError(self._last_told() or ended)
        return answer

    async def _start(self) -> asyncio.subprocess.Process:
        try:
            self._told = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "reader.cli.tied",
                "annotate",
                f"--engine={self._engine}",
                "--jsonl",
                "-",
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=self._told,
                limit=self.LINE_LIMIT,
                start_new_session=True,  # ctrl+c and hang-ups are for the reader, which ends it
            )
        except OSError as error:
            raise AnnotationError(str(error)) from error
        return self._process

    def _last_told(self) -> str:
        """Return the last line the process told: an engine that is missing, and what to do."""
        if self._told is None:
            return ""
        self._told.seek(0)
        told = self._told.read().decode(errors="replace").strip()
        return told.rpartition("\n")[2].removeprefix("seeds-reader: ")

    async def _end(self) -> None:
        if self._told is not None:
            self._told.close()
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
