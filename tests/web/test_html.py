"""Every page in every language, as html-validate judges it. `make html` brings that program in and runs this."""

import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.web.conftest import PAGES

ROOT = Path(__file__).resolve().parents[2]
VALIDATOR = ROOT / ".node/node_modules/.bin/html-validate"


@pytest.mark.html
@pytest.mark.skipif(not VALIDATOR.exists(), reason="html-validate is missing: make html")
def test_every_page_is_valid(client, federation, tmp_path):
    addresses = [f"{language}{page}" for language in ("", "/en") for page in PAGES]
    for address in addresses:
        (tmp_path / f"{quote(address, safe='')}.html").write_bytes(client.get(address).content)
    command = [VALIDATOR, "--config", ROOT / ".htmlvalidate.json", "--formatter", "text", *tmp_path.iterdir()]
    judged = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert judged.returncode == 0, judged.stdout + judged.stderr
