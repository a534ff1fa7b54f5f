// Says the name of the district under the pointer or in focus, and filters the map without loading the page anew.

document.addEventListener("pointerover", showName);
document.addEventListener("focusin", showName);

function showName(event) {
  const district = event.target.closest?.(".mn-map__sheet a");
  const place = document.querySelector("[data-map-name]");
  if (!place) return;
  place.hidden = !district;
  if (district) place.textContent = district.querySelector("title").textContent;
}

document.addEventListener("change", (event) => event.target.closest("form[data-filter]")?.requestSubmit());

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-filter]");
  if (!form) return;
  event.preventDefault();
  const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  const address = `${location.pathname}?${chosen}`;
  const answer = await fetch(address);
  if (!answer.ok) return location.assign(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const part = document.getElementById(form.dataset.filter);
  part.replaceChildren(...page.getElementById(form.dataset.filter).childNodes);
  document.getElementById("karte-sagt").textContent = part.querySelector("h2").textContent;
  history.replaceState(null, "", address);
});
