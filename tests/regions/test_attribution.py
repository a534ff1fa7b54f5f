from mittelnetz.regions.attribution import LINES
from mittelnetz.regions.reference import PACKAGED


def test_lines_for_pages_are_those_beside_the_data():
    document = (PACKAGED / "ATTRIBUTION.md").read_text(encoding="utf-8")
    for line in LINES:
        markdown = "".join(f"[{part.text}]({part.url})" if part.url else part.text for part in line)
        assert f"> {markdown}\n" in document
