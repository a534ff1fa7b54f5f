"""Every page in every language, as html-validate judges it. `make html` brings that program in and runs this."""

import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.web.conftest import ACCOUNT_PAGES, PAGES

ROOT = Path(__file__).resolve().parents[2]
VALIDATOR = ROOT / ".node/node_modules/.bin/html-validate"


@pytest.mark.html
@pytest.mark.skipif(not VALIDATOR.exists(), reason="html-validate is missing: make html")
def test_every_page_is_valid(client, signed_in, federation, tmp_path):
    pages = [(client, page) for page in PAGES] + [(signed_in, page) for page in ACCOUNT_PAGES]
    for visitor, page in pages:
        for address in (page, f"/en{page}"):
            (tmp_path / f"{quote(address, safe='')}.html").write_bytes(visitor.get(address).content)
    command = [VALIDATOR, "--config", ROOT / ".htmlvalidate.json", "--formatter", "text", *tmp_path.iterdir()]
    judged = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert judged.returncode == 0, judged.stdout + judged.stderr
