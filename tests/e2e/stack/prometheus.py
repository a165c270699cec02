"""A Prometheus that scrapes what runs, and answers queries."""

import datetime as dt
import json
import urllib.parse
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.e2e import mutants
from tests.e2e.stack import build, loopback, ports
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.process import Process

Json = dict[str, Any]

ENVOYS_FLUSH = 5.0
"""Seconds after which an Envoy has put what it measured into its histograms."""


@dataclass
class Prometheus:
    """A Prometheus with these scrape configurations, which scrapes every second."""

    directory: Path
    scrape_configs: list[Json]
    port: int = field(init=False)
    process: Process = field(init=False)

    def __post_init__(self) -> None:
        self.port = ports.free()
        file = self.directory / "prometheus.yml"  # JSON is YAML
        every = {"scrape_interval": "1s", "scrape_timeout": "1s"}
        file.write_text(json.dumps({"global": every, "scrape_configs": self.scrape_configs}, indent=1))
        self.process = Process(
            "prometheus",
            [
                str(build.PROMETHEUS.program(build.PROMETHEUS_SERVER)),
                f"--config.file={file}",
                f"--storage.tsdb.path={self.directory / 'prometheus'}",
                f"--web.listen-address=127.0.0.1:{self.port}",
                "--log.level=warn",
            ],
            self.directory,
            ready=lambda: loopback.get(self.port, "/-/ready")[0] == 200,
        )

    def get(self, path: str, **parameters: str) -> Any:
        """What its API answers."""
        answer = loopback.get_json(self.port, f"/api/v1/{path}?{urllib.parse.urlencode(parameters)}")
        assert answer["status"] == "success", answer
        return answer["data"]

    def value(self, query: str) -> float | None:
        """The one number that a query gives; None when it gives none."""
        found = self.get("query", query=mutants.mutate(query))["result"]
        assert len(found) <= 1, f"{query} gives {found}"
        return float(found[0]["value"][1]) if found else None

    def count(self, query: str) -> float:
        """The number, with 0 for none."""
        return self.value(query) or 0

    def catch_up(self, pods: Collection[str] = ()) -> None:
        """Wait until all that was counted before has been scraped, at these pods too."""
        since = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=ENVOYS_FLUSH)

        def behind() -> list[str]:
            targets = self.get("targets", state="active")["activeTargets"]
            missing = set(pods) - {each["labels"].get("pod") for each in targets}
            late = [each["scrapeUrl"] for each in targets if scraped(each) < since or each["health"] != "up"]
            return [*missing, *late] if targets else ["no target is known yet"]

        eventually(behind, lambda seen: not seen, "everything scraped anew", 60)


def scraped(target: Json) -> dt.datetime:
    """When the last scrape of a target began; before all time: none has."""
    return dt.datetime.fromisoformat(target["lastScrape"])


def job(name: str, *admin_ports: int) -> Json:
    """Scrape these Envoys on loopback."""
    targets = [f"127.0.0.1:{port}" for port in admin_ports]
    return {"job_name": name, "metrics_path": "/stats/prometheus", "static_configs": [{"targets": targets}]}
