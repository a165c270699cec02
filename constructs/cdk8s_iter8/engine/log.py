"""The controller's log: one line for each thing it says, as text or as JSON."""

import json
import logging
import sys
from datetime import UTC, datetime

from cdk8s_iter8.validation.problem import printable


class _Formatter(logging.Formatter):
    def __init__(self, log_format: str) -> None:
        super().__init__()
        self.log_format = log_format

    def format(self, record: logging.LogRecord) -> str:
        message = record.getMessage()
        if record.exc_info:
            message += f": {self.formatException(record.exc_info)}"
        time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        if self.log_format == "json":
            return json.dumps({"time": time, "level": record.levelname.lower(), "message": message})
        return f"{time} {record.levelname.lower()} {printable(message)}"


def start_log(log_format: str, level: str) -> None:
    """Sends the log to standard error.

    Args:
        log_format: ``text`` or ``json``.
        level: The lowest level to write: debug, info, warning or error.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Formatter(log_format))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    logging.getLogger("aiohttp").setLevel(logging.WARNING)
    logging.getLogger("kubernetes").setLevel(logging.WARNING)
