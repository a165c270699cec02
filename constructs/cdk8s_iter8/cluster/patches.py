"""The content types of patches, which tell the API server what the body is."""

from typing import Final

APPLY: Final = "application/apply-patch+yaml"
MERGE: Final = "application/merge-patch+json"
JSON_PATCH: Final = "application/json-patch+json"
