// What is under way, as the server tells it; and how long until something leaves.
// Without it each page is right once it is loaded again.
for (const part of document.querySelectorAll('[data-live]')) {
  const said = document.querySelector('[data-said]');
  const state = () => part.querySelector('[data-state]')?.dataset.state ?? '';
  const from = new EventSource(part.dataset.live);
  from.onmessage = (event) => {
    const before = state();
    part.innerHTML = event.data;
    if (said && state() !== before) said.textContent = state();
  };
  from.addEventListener('end', () => from.close());
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
