// How long until something leaves. Without it the page says when.
"use strict";
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
