"""What the body of a patch is, as the API server wants it said."""

from typing import Final

APPLY: Final = "application/apply-patch+yaml"
MERGE: Final = "application/merge-patch+json"
JSON_PATCH: Final = "application/json-patch+json"
