"""Every page in every language, as html-validate judges it. `make html` brings that program in and runs this."""

import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.web.pages import ACCOUNT_PAGES, PAGES, WORK_PAGES

ROOT = Path(__file__).resolve().parents[2]
VALIDATOR = ROOT / ".node/node_modules/.bin/html-validate"


@pytest.mark.html
@pytest.mark.skipif(not VALIDATOR.exists(), reason="html-validate is missing: make html")
def test_every_page_is_valid(visit, signed_in, tmp_path):
    pages = [(visit, page) for page in [*PAGES, *WORK_PAGES]] + [(signed_in.get, page) for page in ACCOUNT_PAGES]
    for open_page, page in pages:
        for address in (page, f"/en{page}"):
            (tmp_path / f"{quote(address, safe='')}.html").write_bytes(open_page(address).content)
    command = [VALIDATOR, "--config", ROOT / ".htmlvalidate.json", "--formatter", "text", *tmp_path.iterdir()]
    judged = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert judged.returncode == 0, judged.stdout + judged.stderr
