"""`python -m bench.synthesis`: measures, and writes docs/performance.md and its figure."""

import argparse

from bench.synthesis.chart_of_costs import drawn
from bench.synthesis.figures import COUNTS, measure
from bench.synthesis.programs import ROOT
from bench.synthesis.report import report, with_report


def main() -> None:
    """Measures everything and writes it, or prints it with --print."""
    parser = argparse.ArgumentParser(prog="python -m bench.synthesis", description=main.__doc__)
    parser.add_argument("--most", type=int, default=COUNTS[-1], help="the most releases (default: %(default)s)")
    parser.add_argument("--repeats", type=int, default=5, help="runs of each program (default: %(default)s)")
    parser.add_argument("--print", action="store_true", help="print the report, and write nothing")
    given = parser.parse_args()
    figures = measure([count for count in COUNTS if count <= given.most], given.repeats)
    if given.print:
        print(report(figures))
        return
    page = ROOT / "docs" / "performance.md"
    page.write_text(with_report(page.read_text(encoding="utf-8"), figures), encoding="utf-8")
    (ROOT / "docs" / "pictures" / "performance.svg").write_text(drawn(figures), encoding="utf-8")


if __name__ == "__main__":
    main()
