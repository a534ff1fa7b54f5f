"""Maps as SVG in the page's own HTML: every district a link that says who covers it."""
