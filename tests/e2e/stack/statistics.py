"""Which statistics our Envoys have, and by which names: those of Istio's own proxy.

An Envoy gets its labels from `stats_tags` of its bootstrap. Ours take them from the bootstrap in Istio's Go module.
Istio's proxy has few statistics of clusters unless it is told; ours are told what docs/metrics.md says, and have no
others.
"""

import functools
import json
import os
import re
from typing import Any

from cdk8s_iter8.metrics.envoy_clusters import INCLUDED
from tests.e2e.stack import build, cache, modules

BOOTSTRAP = "tools/packaging/common/envoy_bootstrap.json"
TAGS = re.compile(r'"stats_tags": (\[.*?\n    \]),\n', re.DOTALL)
LOOP = re.compile(r"\{\{- range .*?\{\{- end \}\}", re.DOTALL)
"""Labels that a user of Istio adds."""


@functools.cache
def stats_config() -> dict[str, Any]:
    """The part `stats_config` of an Envoy's bootstrap."""
    included = {"inclusion_list": {"patterns": [{"safe_regex": {"regex": INCLUDED}}]}}
    return {"use_all_default_tags": False, "stats_tags": _tags(), "stats_matcher": included}


def _tags() -> list[dict[str, str]]:
    """Istio's labels, kept in the cache, since Go takes seconds to say where a module is."""
    ours = build.ISTIO.directory
    cached = cache.keyed_by([ours / "go.mod", ours / "go.sum"]) / "stats_tags.json"
    if not cached.exists():
        found = TAGS.search((modules.directory(ours, "istio.io/istio") / BOOTSTRAP).read_text())
        assert found, f"no stats_tags in {BOOTSTRAP}"
        cached.parent.mkdir(parents=True, exist_ok=True)
        unfinished = cached.with_name(f".{cached.name}.{os.getpid()}")
        unfinished.write_text(LOOP.sub("", found[1]))
        unfinished.rename(cached)
    tags: list[dict[str, str]] = json.loads(cached.read_text())
    return tags
