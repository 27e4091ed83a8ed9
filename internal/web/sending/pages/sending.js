// How long until something leaves, how a release would print while it is typed when it goes
// out, and what was typed and not saved: into other parts of its form while one of them is
// saved, and into its file. Without it the page says when, and a button how.
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
// Each part of the form is saved by itself. What was typed into the others is kept in this
// tab until the page is there again, with what it was written over: where the file says
// something else by then, saving says so.
{
  const parts = [...document.querySelectorAll('form[data-part]')], place = `typed ${location.pathname} ${parts[0]?.elements.language.value ?? ''}`;
  const all = form => [...form.elements].filter(e => e.name && e.type !== 'submit' && e.type !== 'file');
  const typed = e => e.type === 'hidden' ? false : 'checked' in e && /^(checkbox|radio)$/.test(e.type) ? e.checked !== e.defaultChecked :
    e.tagName === 'SELECT' ? [...e.options].some(o => o.selected !== o.defaultSelected) && e.selectedIndex !== Math.max(0, [...e.options].findIndex(o => o.defaultSelected)) :
      e.value !== e.defaultValue;
  const unsaved = form => form.hasAttribute('data-kept') || all(form).some(typed);
  const say = form => { const said = form.querySelector('.unsaved'); if (said) said.hidden = !unsaved(form); };
  // A part is known by what the file says in it, else by its place and the names of its fields.
  const which = (form, was) => JSON.stringify([form.dataset.part, form.elements.table.value, was ? '' : form.elements.entry.value,
    all(form).filter(e => e.name.startsWith('was.')).map(e => was ? [e.name, e.value] : e.name)]);
  let left = [];
  try {
    left = JSON.parse(sessionStorage.getItem(place) ?? '[]');
    sessionStorage.removeItem(place);
  } catch {
    // A browser that keeps nothing asks for nothing to be put back.
  }
  const taken = new Set();
  for (const one of left) {
    const form = parts.find(f => !taken.has(f) && which(f, true) === one.was) ?? parts.find(f => !taken.has(f) && which(f, false) === one.at);
    if (!form) continue;
    taken.add(form);
    for (const e of all(form)) {
      const i = one.fields.findIndex(f => f.name === e.name && (!/^(checkbox|radio)$/.test(e.type) || f.value === e.value));
      if (i < 0 || /^(table|entry|language)$/.test(e.name)) continue;
      const [f] = one.fields.splice(i, 1);
      if (/^(checkbox|radio)$/.test(e.type)) e.checked = f.checked;
      else e.value = f.value;
    }
    for (let at = form.closest('details'); at; at = at.parentElement.closest('details')) at.open = true;
    form.dispatchEvent(new Event('input', {bubbles: true}));
  }
  for (const form of parts) {
    say(form);
    form.addEventListener('input', () => say(form));
  }
  document.querySelector('main')?.addEventListener('submit', event => {
    const keep = parts.filter(f => f !== event.target && unsaved(f)).map(f => ({
      was: which(f, true), at: which(f, false), fields: all(f).map(e => ({name: e.name, value: e.value, checked: e.checked})),
    }));
    try {
      if (keep.length && event.submitter?.formMethod !== 'get') sessionStorage.setItem(place, JSON.stringify(keep));
    } catch {
      // As above.
    }
  });
}
// What was written into the file and not saved is kept in this tab, with the file that it was
// written on, and stands there again when the page does; saving says what others changed.
{
  const form = document.querySelector('form.write'), text = form?.querySelector('textarea[data-editor]'), base = form?.elements.base;
  const place = `written ${location.pathname} ${form?.elements.language?.value ?? ''}`;
  const same = (a, b) => a.replace(/\r\n?/g, '\n') === b.replace(/\r\n?/g, '\n');
  const stored = () => {
    try {
      return JSON.parse(sessionStorage.getItem(place));
    } catch {
      return null;
    }
  };
  const store = what => {
    try {
      if (what) sessionStorage.setItem(place, JSON.stringify(what));
      else sessionStorage.removeItem(place);
    } catch {
      // A browser that keeps nothing has nothing to put back.
    }
  };
  const note = form?.querySelector('.unsaved'), drop = note?.querySelector('button');
  const say = () => { note.hidden = same(text.value, base.value); };
  if (form && !text) store(null); // both texts stand side by side: what was written is before one's eyes
  if (text) {
    const left = stored(), saved = left?.sent && new URLSearchParams(location.search).has('done');
    if (left && !saved && same(text.value, base.value) && !same(left.text, text.value)) {
      text.value = left.text;
      base.value = left.base;
      drop.hidden = false;
      // Who shows the text as it is typed is there by then.
      document.addEventListener('DOMContentLoaded', () => text.dispatchEvent(new Event('input', {bubbles: true})));
    } else if (same(text.value, base.value)) store(null);
    say();
    text.addEventListener('input', () => {
      say();
      store(note.hidden ? null : {text: text.value, base: base.value});
    });
    form.addEventListener('submit', event => {
      if (!event.submitter?.formAction.endsWith('/look')) store({text: text.value, base: base.value, sent: true});
    });
    drop.addEventListener('click', () => {
      store(null);
      location.assign(location.pathname + location.search);
    });
  }
}
