// How long until something leaves, and how a release would print while it is typed when it
// goes out. Without it the page says when, and a button how.
"use strict";
for (const form of document.querySelectorAll('form[data-prints]')) {
  const said = form.querySelector('.prints'), readings = form.querySelector('.readings');
  let asked = 0;
  form.addEventListener('input', async () => {
    const mine = ++asked;
    const fields = new URLSearchParams(new FormData(form));
    for (const name of [...fields.keys()]) if (!/^(now\.)?(kind|at|timezone|language|reading)$/.test(name)) fields.delete(name);
    try {
      const answer = await fetch(`${form.dataset.prints}?${fields}`);
      if (!answer.ok || mine !== asked) return;
      const got = new DOMParser().parseFromString(await answer.text(), 'text/html');
      said.textContent = got.querySelector('.prints')?.textContent ?? '';
      // What can be chosen stays where it is, under the keyboard too, while it is the same.
      const now = got.querySelector('.readings');
      if (now?.dataset.of === readings.dataset.of) return;
      readings.dataset.of = now?.dataset.of ?? '';
      readings.replaceChildren(...now?.childNodes ?? []);
    } catch {
      // The button asks too.
    }
  });
}
for (const part of document.querySelectorAll('[data-until]')) {
  const until = Date.parse(part.dataset.until);
  const tick = () => {
    const left = Math.ceil((until - Date.now()) / 1000);
    part.textContent = left > 0 ? ` (in ${left} s)` : '';
    if (left > 0) setTimeout(tick, 250);
    else setTimeout(() => location.reload(), 1000);
  };
  tick();
}
