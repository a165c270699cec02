"""A way to the API server on which a verb is killed: with one of its changes, before it hears what became of it."""

import http.client
import json
import subprocess
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from tests.e2e.stack.cluster import Stack
from tests.e2e.verbs import Verbs


@dataclass
class Interrupting:
    """An API server that carries out a number of changes, and kills the verb with the last one.

    Attributes:
        port: Where kubectl proxy listens, to which requests are passed on.
        kubeconfig: The login that leads here.
        last: The number of the change with which the verb ends.
        changes: What was changed, in order: method and path.
    """

    port: int
    kubeconfig: Path
    last: int = 0
    changes: list[str] = field(default_factory=list)
    victim: "Future[subprocess.Popen[str]]" = field(default_factory=Future)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def killed(self, last: int, verbs: Verbs, *arguments: object) -> bool:
        """Runs a verb and kills it with that change; false: it has ended before, without an error."""
        self.last, self.changes, self.victim = last, [], Future()
        process = Verbs(self.kubeconfig, verbs.directory, verbs.namespace, verbs.name).start(*arguments)
        self.victim.set_result(process)
        _, err = process.communicate(timeout=120)
        assert process.returncode == (-9 if len(self.changes) >= last else 0), err
        return process.returncode != 0

    def passed_on(self, method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[int, bytes] | None:
        """The API server's answer; None: whoever has asked is dead."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body=body or None, headers=headers)
            response = connection.getresponse()
            answer = response.status, response.read()
        finally:
            connection.close()
        if not changes(method, path, body):
            return answer
        with self.lock:
            self.changes.append(f"{method} {urlsplit(path).path}")
            if len(self.changes) < self.last:
                return answer
        self.victim.result().kill()
        self.victim.result().wait()
        return None


def changes(method: str, path: str, body: bytes) -> bool:
    """Whether a request changes something: it neither reads nor is a dry run."""
    return not (method == "GET" or "dryRun" in parse_qs(urlsplit(path).query) or b'"dryRun"' in body)


@contextmanager
def interrupting(stack: Stack, directory: Path) -> Iterator[Interrupting]:
    """Listens on a free port of loopback during the `with` block."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_one(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {name: self.headers[name] for name in ("Accept", "Content-Type") if name in self.headers}
            answer = found.passed_on(self.command, self.path, headers, body)
            if answer is None:
                self.close_connection = True
                return
            self.send_response(answer[0])
            self.send_header("Content-Length", str(len(answer[1])))
            self.end_headers()
            self.wfile.write(answer[1])

        do_GET = do_PATCH = do_DELETE = handle_one  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    config = json.loads(stack.kubectl.kubeconfig.read_text())
    config["clusters"][0]["cluster"] = {"server": f"http://127.0.0.1:{server.server_address[1]}"}
    kubeconfig = directory / "interrupting.kubeconfig"
    kubeconfig.write_text(json.dumps(config))
    found = Interrupting(stack.api.port, kubeconfig)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
