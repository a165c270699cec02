"""What the scenarios sent and measured, for the report and for docs/verification.md."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One measurement: requests of one scenario and, where shares were declared, both shares in percent."""

    scenario: str
    sent: int
    failed: int
    declared: Mapping[str, float] = field(default_factory=dict)
    measured: Mapping[str, float] = field(default_factory=dict)
    note: str = ""


@dataclass
class Figures:
    """The measurements of one run."""

    router: str = ""
    """What turned routemaps into routes: this project's own controller or Iter8's."""
    figures: list[Figure] = field(default_factory=list)
    scenarios: int = 0

    def note(self, scenario: str, note: str, sent: int = 0, failed: int = 0) -> None:
        """Keep a figure that is no share."""
        self.figures.append(Figure(scenario, sent, failed, note=note))

    def write(self, path: Path) -> None:
        """As JSON: the run's totals, then each measurement."""
        path.parent.mkdir(parents=True, exist_ok=True)
        summary = {
            "router": self.router,
            "scenarios": self.scenarios,
            "sent": sum(figure.sent for figure in self.figures),
            "failed": sum(figure.failed for figure in self.figures),
            "figures": [asdict(figure) for figure in self.figures],
        }
        path.write_text(json.dumps(summary, indent=1) + "\n")

    def lines(self) -> list[str]:
        """As lines for a terminal."""
        lines = []
        for figure in self.figures:
            shares = ", ".join(
                f"{version} {figure.measured.get(version, 0):.1f}% of {share:.1f}%"
                for version, share in figure.declared.items()
            )
            requests = f"{figure.sent} sent, {figure.failed} failed" if figure.sent else ""
            parts = [requests, shares, figure.note]
            lines.append(f"{figure.scenario}: " + "; ".join(part for part in parts if part))
        return lines
