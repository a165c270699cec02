"""An API server in a thread: it answers what a test says, over HTTP, and remembers what it was asked."""

import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import yaml

Answer = tuple[int, Any]
"""A status, and what is answered: JSON, or text as it is."""

_MAPS = "/api/v1/configmaps"
"""Every cluster has ConfigMaps."""


@dataclass
class Request:
    """What was asked."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: Any


@dataclass
class APIServer:
    """`answers` by method and path; a list is answered one after the other, the last one again and again."""

    address: str
    answers: dict[tuple[str, str], list[Answer]] = field(
        default_factory=lambda: {("GET", _MAPS): [(200, {"items": []})]}
    )
    requests: list[Request] = field(default_factory=list)
    otherwise: Callable[[Request], Answer] = lambda _: (404, "404 page not found")

    def answer(self, method: str, path: str, *answers: Answer) -> None:
        self.answers[method, path] = list(answers)

    def objects(self, path: str, *items: Any) -> None:
        """Objects of a type."""
        self.answer("GET", path, (200, {"items": list(items), "metadata": {}}))

    def kubeconfig(self, file: Path, *, namespace: str | None = None) -> Path:
        """A kubeconfig with the context `test`."""
        context = {"cluster": "test", "user": "test"} | ({"namespace": namespace} if namespace else {})
        content = {
            "apiVersion": "v1",
            "kind": "Config",
            "current-context": "test",
            "clusters": [{"name": "test", "cluster": {"server": self.address}}],
            "users": [{"name": "test", "user": {"token": "secret"}}],
            "contexts": [{"name": "test", "context": context}],
        }
        file.write_text(yaml.safe_dump(content))
        return file

    def answered(self, request: Request) -> Answer:
        self.requests.append(request)
        answers = self.answers.get((request.method, request.path))
        if answers is None:
            return self.otherwise(request)
        return _selected(answers.pop(0) if len(answers) > 1 else answers[0], request.query.get("labelSelector", ""))


def _selected(answer: Answer, selector: str) -> Answer:
    """The items with the labels of a selector; items without metadata are no objects."""
    code, said = answer
    if not selector or not isinstance(said, dict) or "items" not in said:
        return answer
    items = [each for each in said["items"] if selects(selector, each["metadata"].get("labels") or {})]
    return code, {**said, "items": items}


def selects(selector: str, labels: Mapping[str, str]) -> bool:
    """Whether labels are those of a selector: `a=b` and `a in (b,c)`, separated by commas."""
    parts = re.findall(r"([^,= ]+)(?:=([^,]*)| in \(([^)]*)\))", selector)
    return all(labels.get(name) in (several.split(",") if several else [one]) for name, one, several in parts)


def status(code: int, reason: str, message: str, **details: Any) -> Answer:
    """An answer as Kubernetes refuses."""
    return code, {"kind": "Status", "code": code, "reason": reason, "message": message, "details": details}


@contextmanager
def api_server() -> Iterator[APIServer]:
    """Serves on a free port of loopback."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_one(self) -> None:
            url = urlsplit(self.path)
            length = int(self.headers.get("Content-Length") or 0)
            text = self.rfile.read(length)
            body = json.loads(text) if text else None
            request = Request(self.command, url.path, dict(parse_qsl(url.query)), dict(self.headers), body)
            code, said = fake.answered(request)
            data = (said if isinstance(said, str) else json.dumps(said)).encode()
            self.send_response(code)
            self.send_header("Content-Length", str(len(data)))
            if code == 429:
                self.send_header("Retry-After", "0")
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handle_one  # noqa: N815

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    fake = APIServer(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
