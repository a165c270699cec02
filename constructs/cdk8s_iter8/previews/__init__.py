"""Previews of releases, rendered as a table, JSON, Markdown or a Mermaid diagram."""
