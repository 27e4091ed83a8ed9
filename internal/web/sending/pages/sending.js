// How long until something leaves, and how a release would print while it is typed when it
// goes out. Without it the page says when, and a button how.
"use strict";
for (const form of document.querySelectorAll('form[data-prints]')) {
  const said = form.querySelector('.prints');
  let asked = 0;
  form.addEventListener('input', async () => {
    const mine = ++asked;
    const fields = new URLSearchParams(new FormData(form));
    for (const name of [...fields.keys()]) if (!/^(now\.)?(kind|at|timezone|language)$/.test(name)) fields.delete(name);
    try {
      const answer = await fetch(`${form.dataset.prints}?${fields}`);
      if (answer.ok && mine === asked) said.textContent = await answer.text();
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
