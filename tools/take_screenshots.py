"""Takes the pictures of the documentation from an example federation: `make screenshots`.

With `--all FOLDER`, every page at 360 and 1280 pixels, light and dark, German and English, to look at.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, StorageState, sync_playwright
from postgres import free_port

AS_OF = "2026-06-30"  # of an invented federation, so that it is the same at every run
NETWORK = "elbe-und-mulde"
FOLDER = Path("docs/screens")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
# Each picture with its page, width, theme.
PICTURES = {
    "start": ("/", 1280, "light"),
    "network": (f"/netzwerke/{NETWORK}/", 1280, "light"),
    "network-phone": (f"/netzwerke/{NETWORK}/", 360, "light"),
    "map": ("/karte/", 1280, "light"),
    "white-spot": ("/regionen/05758/", 1280, "light"),
    "criteria-phone": ("/kriterien/", 360, "dark"),
}
PAGES = (
    "/",
    "/?ort=Frankfurt",
    "/?ort=Neustadt",
    "/?ort=nirgendwo",
    "/netzwerke/",
    "/netzwerke/?suche=nirgends",
    f"/netzwerke/{NETWORK}/",
    "/netzwerke/harzer-vorberge/",  # forming
    "/netzwerke/saarbogen/",  # dissolved
    "/netzwerke/oberschwaebische-seen/",  # of unknown standing
    "/netzwerke/vogtlandbogen/",  # nested
    "/netzwerke/hase-und-ems/",  # overlapping
    f"/netzwerke/{NETWORK}/?stand=2025-03-31",
    f"/netzwerke/{NETWORK}/verlauf/",
    "/organisationen/",
    "/organisationen/?art=chamber&land=14",
    "/organisationen/?suche=nirgends",
    "/organisationen/gewerkekammer-eisvogelfurt/",
    "/organisationen/bundesrat-der-gewerkekammern/",
    "/organisationen/regionalbuero-sternschnuppenwinkel-der-landesregierung/",
    "/organisationen/metallbau-feuersalamanderstein-gmbh-co-kg/",
    "/karte/",
    "/karte/?land=14",
    "/regionen/",
    "/regionen/14/",
    "/regionen/14612/",
    "/regionen/09673/",  # covered in part
    "/regionen/03456/",  # overlap
    "/regionen/05758/",
    "/kriterien/",
    "/netzwerk-gruenden/",
    "/_muster/",
    "/fehler-melden/",
    "/fehler-melden/?zu=/netzwerke/elbe-und-mulde/",
    "/fehler-melden/danke/",
    "/impressum/",
    "/datenschutz/",
    "/barrierefreiheit/",
    "/leichte-sprache/",
    "/gibt-es-nicht/",
    "/postausgang/",
    "/postausgang/1/",
    "/anmelden/",
    "/anmelden/passwort/",
    "/passwort-vergessen/",
    "/netzwerke/?seite=zzz",
)
OWN, OFFICE = "/mein/netzwerk/altmaerkische-boerde", "/buero"
SIGNED_IN = {
    "coordination": (
        "/konto/",
        "/konto/daten/",
        "/konto/passwort/setzen/",
        "/konto/zweiter-faktor/",
        "/konto/zweiter-faktor/einrichten/",
        "/konto/anmeldungen/",
        "/abmelden/",
        "/heute/",
        f"{OWN}/",
        f"{OWN}/profil/",
        f"{OWN}/partner/",
        f"{OWN}/partner/neu/",
        f"{OWN}/ansprechpersonen/",
        f"{OWN}/ansprechpersonen/neu/",
        f"{OWN}/anfragen/",
        f"{OWN}/unterlagen/",
        f"{OWN}/verlauf/",
        f"{OWN}/pause/neu/",
    ),
    "office": (
        f"{OFFICE}/",
        f"{OFFICE}/netzwerke/",
        f"{OFFICE}/netzwerke/neu/",
        f"{OFFICE}/netzwerk/{NETWORK}/",
        f"{OFFICE}/netzwerk/{NETWORK}/region/neu/",
        f"{OFFICE}/organisationen/",
        f"{OFFICE}/organisationen/doppelte/",
        f"{OFFICE}/organisation/gewerkekammer-eisvogelfurt/",
        f"{OFFICE}/organisation/gewerkekammer-eisvogelfurt/aendern/",
        f"{OFFICE}/organisation/gewerkekammer-eisvogelfurt/zusammenfuehren/",
        f"{OFFICE}/gremien/",
        f"{OFFICE}/gremium/leitungskreis/",
        f"{OFFICE}/gremium/leitungskreis/sitz/neu/",
        f"{OFFICE}/personen/",
        f"{OFFICE}/personen/neu/",
        f"{OFFICE}/meldungen/",
        f"{OFFICE}/postausgang/",
        f"{OFFICE}/tabellen/",
        f"{OFFICE}/datenschutz/",
        "/mein/organisation/gewerkekammer-eisvogelfurt/",
        "/mein/organisation/gewerkekammer-eisvogelfurt/eintrag/",
        "/mein/organisation/gewerkekammer-eisvogelfurt/vertretung/",
        "/mein/organisation/gewerkekammer-eisvogelfurt/gebiet/",
        "/mein/organisation/gewerkekammer-eisvogelfurt/netzwerke/",
        "/mein/organisation/gewerkekammer-eisvogelfurt/verlauf/",
    ),
    "operator": ("/verlauf/",),
}
"""For each role of the demo, what it sees."""
HEIGHT = {360: 740, 1280: 800}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="every page, for looking at")
    folder = parser.parse_args().all
    with example_site() as site, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
            pages: list[tuple[str, StorageState | None]] = [(path, None) for path in PAGES]
            for role, paths in SIGNED_IN.items():
                session = sign_in(chromium, site, role)
                pages += [(path, session) for path in paths]
            for language, (path, state), width, theme in product(("", "/en"), pages, HEIGHT, ("light", "dark")):
                name = (language + path).strip("/").translate(str.maketrans("/?=&", "----")) or "start"
                file = folder / f"{name}-{width}-{theme}.png"
                take(chromium, site + language + path, file, width, theme, whole=True, state=state)
        else:
            FOLDER.mkdir(parents=True, exist_ok=True)
            for name, (path, width, theme) in PICTURES.items():
                take(chromium, site + path, FOLDER / f"{name}.png", width, theme)
        chromium.close()


def sign_in(browser: Browser, site: str, role: str) -> StorageState:
    """What a browser keeps once it is that role. A code is sent to it, too: so there are mails."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}/anmelden/")
    page.click(f"button[name=role][value={role}]")
    page.goto(f"{site}/konto/")
    address = page.locator(".mn-lead").inner_text().rpartition(", ")[2]
    state = context.storage_state()
    context.clear_cookies()
    page.goto(f"{site}/anmelden/")
    page.fill("input[type=email]", address)
    page.click(".mn-form button[type=submit]")
    page.wait_for_url(f"{site}/anmelden/code/")
    context.close()
    return state


def take(
    browser: Browser, address: str, file: Path, width: int, theme: str, *, whole: bool = False,
    state: StorageState | None = None,
) -> None:  # fmt: skip
    """A picture of a page; `state` is that of somebody who has signed in."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT[width]},
        color_scheme=theme,
        locale="en-GB" if "/en/" in address else "de-DE",
        storage_state=state,
    )
    page = context.new_page()
    page.goto(address)
    page.screenshot(path=file, full_page=whole)
    context.close()


@contextmanager
def example_site() -> Iterator[str]:
    """The address of a server with the example federation, in a home that vanishes."""
    with tempfile.TemporaryDirectory() as home:
        environment = {key: value for key, value in os.environ.items() if key != "MITTELNETZ_DATABASE_URL"}
        environment["MITTELNETZ_HOME"] = home
        program, file, port = Path(sys.executable).with_name("mittelnetz"), f"{home}/federation.json", free_port()
        for command in (
            ["generate", "--as-of", AS_OF, "--output", file], ["import", file], ["set", "example_data", "true"],
            ["invite", "Kim Beispiel", "kim@example.org", "--role", "office"],
            ["invite", "Sam Beispiel", "sam@example.org", "--role", "operator"],
        ):  # fmt: skip
            subprocess.run([program, *command], env=environment, check=True, stdout=subprocess.DEVNULL)
        server = subprocess.Popen([program, "serve", "--port", str(port)], env=environment, stdout=subprocess.DEVNULL)
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    while server.poll() is None:
        try:
            urlopen(address, timeout=5).close()
        except (URLError, ConnectionError):
            time.sleep(0.2)
        else:
            return
    sys.exit("the server has ended")


if __name__ == "__main__":
    main()
