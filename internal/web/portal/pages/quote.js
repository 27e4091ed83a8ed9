// The preview follows what is typed. Without this script "Save and preview" does it.
(() => {
  const form = document.getElementById("quote");
  const live = document.getElementById("live");
  if (!form || !live) return;
  const sign = document.getElementById("sign");
  const unsaved = document.getElementById("unsaved");
  const as = () => new URLSearchParams(new FormData(form)).toString();
  const saved = as();
  let timer = 0;
  let last = 0;
  form.addEventListener("input", () => {
    const changed = as() !== saved;
    if (sign) sign.hidden = changed;
    unsaved.hidden = !changed;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const mine = ++last;
      const answer = await fetch(form.dataset.live, {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        body: as(),
      }).catch(() => null);
      if (answer && answer.ok && mine === last) live.innerHTML = await answer.text();
    }, 300);
  });
})();
