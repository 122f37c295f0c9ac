"""The way back: where one has been, as a browser keeps it.

a ─ b ─ c      back, back       a ─ b ─ c      go to d       a ─ d
        ▲                       ▲                                ▲
"""

from typing import NamedTuple


class Stop(NamedTuple):
    """A place on the way: an article, and the offset that stood at the top of the pane."""

    article: str
    offset: int


class Trail:
    """Remembers stops and walks them back and forth."""

    LONGEST = 200
    """Stops kept. More would only cost memory; nobody walks back so far."""

    def __init__(self) -> None:
        self._behind: list[Stop] = []
        self._ahead: list[Stop] = []

    def leave(self, stop: Stop) -> None:
        """Remember ``stop`` as the place that is being left for a new one."""
        self._ahead.clear()
        if not self._behind or self._behind[-1] != stop:
            self._behind.append(stop)
            del self._behind[: -self.LONGEST]

    def back(self, here: Stop) -> Stop | None:
        """Return the stop before ``here``, or None at the start of the way."""
        return self._step(self._behind, self._ahead, here)

    def forward(self, here: Stop) -> Stop | None:
        """Return the stop that ``back`` came from, or None at the end of the way."""
        return self._step(self._ahead, self._behind, here)

    @staticmethod
    def _step(source: list[Stop], target: list[Stop], here: Stop) -> Stop | None:
        if not source:
            return None
        target.append(here)
        return source.pop()
