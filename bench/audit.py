"""What a controller has asked of the API server, by the server's audit log."""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Audit:
    """The requests of one user, watches and those for Leases left out.

    Attributes:
        log: The audit log.
        user: What the API server calls the user.
        requests: How many there were.
        routes: How often each route was applied, by its name.
    """

    log: Path
    user: str
    requests: int = 0
    routes: Counter[str] = field(default_factory=Counter)
    _read: int = 0

    def update(self) -> int:
        """Reads what is new, and returns the number of requests."""
        if self.log.exists():
            with self.log.open("rb") as log:
                log.seek(self._read)
                lines = log.read()
            whole = lines[: lines.rfind(b"\n") + 1]
            self._read += len(whole)
            for line in whole.splitlines():
                self._take(json.loads(line))
        return self.requests

    def forget(self) -> None:
        """Counts anew from here."""
        self.update()
        self.requests = 0
        self.routes.clear()

    def _take(self, event: dict[str, object]) -> None:
        target = event.get("objectRef") or {}
        if event["user"]["username"] != self.user or event["verb"] == "watch" or target.get("resource") == "leases":
            return
        self.requests += 1
        if target.get("resource") == "virtualservices" and event["verb"] in ("patch", "create", "update"):
            self.routes[target["name"]] += 1
