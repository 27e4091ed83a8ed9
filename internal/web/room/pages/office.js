// What a page marks with data-live is kept as it is now; without this script it is right
// after a reload. Counts change in silence. What is said once, politely, comes by itself.
"use strict";
for (const live of document.querySelectorAll("[data-live]")) {
  const said = document.getElementById("said");
  const source = new EventSource(live.dataset.live);
  source.addEventListener("show", e => {
    // Nothing is taken from under the keyboard: it waits until the focus is elsewhere.
    if (live.contains(document.activeElement)) {
      live.addEventListener("focusout", () => setTimeout(() => { live.innerHTML = e.data; }), { once: true });
    } else {
      live.innerHTML = e.data;
    }
  });
  source.addEventListener("say", e => { if (said) said.textContent = e.data; });
  addEventListener("pagehide", () => source.close());
}
