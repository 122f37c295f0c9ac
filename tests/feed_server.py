"""A web server on loopback that answers as real ones do: well, slowly, brokenly, untruthfully."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]


class FeedServer(ThreadingHTTPServer):
    """Answers each path by a function; keeps what it was asked in ``asked``."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.is_over = threading.Event()

    def address(self, path: str = "/feed.xml") -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{path}"

    def gives(self, body: bytes, path: str = "/feed.xml", status: int = 200, **more: str) -> str:
        """Answer a path with a body, and headers whose names are written with ``_``."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            headers = {name.replace("_", "-"): value for name, value in more.items()}
            headers.setdefault("Content-Length", str(len(body)))
            request.send_response(status)
            for name, value in headers.items():
                request.send_header(name, value)
            request.end_headers()
            request.wfile.write(body)

        return self.does(answer, path)

    def does(self, answer: Answer, path: str = "/feed.xml") -> str:
        self.answers[path] = answer
        return self.address(path)

    def handle_error(self, *_: object) -> None:
        """Say nothing of clients that leave early: that is what they are tested for."""


class _Handler(BaseHTTPRequestHandler):
    server: FeedServer

    def do_GET(self) -> None:
        self.server.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
        self.close_connection = True
        self.server.answers[self.path](self)

    def log_message(self, *_: object) -> None:
        pass


@contextlib.contextmanager
def running() -> Iterator[FeedServer]:
    server = FeedServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.is_over.set()
        server.shutdown()
        thread.join()
        server.server_close()
