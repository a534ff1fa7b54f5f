"""Markdown of operators, and mails, as HTML that is safe to show."""

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

_READER = MarkdownIt("commonmark", {"html": False}).enable("table")
_TAGS = {
    "a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre", "strong", "table", "tbody",
    "td", "th", "thead", "tr", "ul",
}  # fmt: skip


def rendered(markdown: str) -> SafeString:
    """Headings begin at the second level, for the page has its own first one."""
    tokens = _READER.parse(markdown)
    shift = 2 - min((int(token.tag[1]) for token in tokens if token.type == "heading_open"), default=2)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(int(token.tag[1]) + shift, 4)}"
    return cleaned(_READER.renderer.render(tokens, _READER.options, {}))


def cleaned(html: str) -> SafeString:
    """What a text needs and nothing else: no frame of a document, no styles, no scripts, no pictures."""
    safe = nh3.clean(html, tags=_TAGS, clean_content_tags={"script", "style", "title"}, attributes={"a": {"href"}})
    return mark_safe(safe)  # noqa: S308 - cleaned right here # nosec B308 B703
