"""How a preview is shown: as a table, JSON, Markdown or a Mermaid diagram."""
