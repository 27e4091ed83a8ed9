// The preview beside a text: it is sent as it stands in the field, or in the parts of its form,
// or read from its file where the page has neither, and the forms that come back are drawn into their frames. Only what
// differs is drawn, so that a frame stays where it was scrolled to, and what was drawn last
// stays where the text cannot be shown. Without this script a button does it.
"use strict";
{
  const pane = document.getElementById("proofs");
  const main = pane.closest("main");
  const field = document.querySelector("textarea[data-editor]");
  const parts = [...main.querySelectorAll("form[data-part]")];
  const beside = Boolean(field) || parts.length > 0;
  const said = pane.querySelector(".proofs-said"), about = pane.querySelector(".proofs-about");
  const wish = name => pane.querySelector(`[name="${name}"]`);
  const frames = new Map();
  for (const form of pane.querySelectorAll("[data-form]")) frames.set(form.dataset.form, form.querySelector("iframe"));

  // settle makes an element and what is in it like another, and leaves what is alike.
  const settle = (was, now) => {
    for (const a of [...was.attributes]) if (!now.hasAttribute(a.name)) was.removeAttribute(a.name);
    for (const a of now.attributes) if (was.getAttribute(a.name) !== a.value) was.setAttribute(a.name, a.value);
    const old = [...was.childNodes], next = [...now.childNodes];
    let from = 0, end = old.length, upTo = next.length;
    while (from < end && from < upTo && old[from].isEqualNode(next[from])) from++;
    while (end > from && upTo > from && old[end - 1].isEqualNode(next[upTo - 1])) end--, upTo--;
    const alike = (a, b) => a.nodeType === 1 && a.nodeName === b.nodeName && a.nodeName !== "STYLE";
    if (end - from === upTo - from) {
      for (let i = from; i < end; i++) {
        if (alike(old[i], next[i])) settle(old[i], next[i]);
        else old[i].replaceWith(next[i]);
      }
      return;
    }
    const after = old[end] ?? null;
    for (let i = from; i < end; i++) old[i].remove();
    for (let i = from; i < upTo; i++) was.insertBefore(next[i], after);
  };

  // still does something to a page and leaves it where it was scrolled to.
  const still = (doc, change) => {
    const at = doc.scrollingElement, x = at?.scrollLeft ?? 0, y = at?.scrollTop ?? 0;
    change();
    doc.scrollingElement?.scrollTo(x, y);
  };

  const attribute = (html, name) => html.match(new RegExp(`<html[^>]*\\s${name}="([^"]*)"`))?.[1];

  // parsed is a page as elements of a frame's own document: what its policy allows is for it
  // to say.
  const parsed = (doc, html) => {
    const root = doc.createElement("html");
    root.innerHTML = html;
    for (const part of root.querySelectorAll("script, meta[http-equiv]")) part.remove();
    for (const name of ["lang", "dir"]) {
      const value = attribute(html, name);
      if (value) root.setAttribute(name, value);
    }
    return root;
  };

  const draw = (form, html) => {
    const doc = frames.get(form).contentDocument;
    still(doc, () => settle(doc.documentElement, parsed(doc, html)));
  };

  // drawSheets puts pages of a PDF one below another; those that are there already stay.
  const drawSheets = (html, sheets) => {
    const doc = frames.get("pdf").contentDocument;
    const there = new Map([...doc.querySelectorAll("[data-sheet]")].map(s => [s.dataset.sheet, s]));
    still(doc, () => {
      if (!doc.querySelector("style")) doc.documentElement.replaceChildren(...parsed(doc, html).childNodes);
      const hold = doc.createElement("div");
      sheets.forEach((s, i) => {
        let sheet = there.get(s.name);
        if (!sheet) {
          hold.innerHTML = s.svg ?? "";
          sheet = hold.firstElementChild;
        }
        if (sheet && doc.body.children[i] !== sheet) doc.body.insertBefore(sheet, doc.body.children[i] ?? null);
      });
      while (doc.body.children.length > sheets.length) doc.body.lastElementChild.remove();
    });
  };

  const say = text => { if (said.textContent !== text) said.textContent = text; };
  const have = () => [...frames.get("pdf").contentDocument.querySelectorAll("[data-sheet]")].map(s => s.dataset.sheet);

  const show = got => {
    pane.classList.toggle("stale", Boolean(got.broken));
    if (got.broken) {
      say(`${pane.dataset.broken} ${got.broken}`);
      return;
    }
    draw("page", got.page);
    draw("mail", got.mail);
    draw("text", got.text);
    drawSheets(got.pdf, got.sheets);
    about.textContent = got.about ?? "";
    pane.querySelector(".proofs-subject").lastElementChild.textContent = got.title ?? "";
    say("");
    wish("phase").parentElement.hidden = !got.embargoed;
    const language = wish("seen-language");
    const tags = got.languages ?? [];
    if ([...language.options].map(o => o.value).join() !== tags.join()) language.replaceChildren(...tags.map(t => new Option(t)));
    if (language.value !== got.language) language.value = got.language;
    of = null;
    language.disabled = wish("journalist").value.trim() !== "";
    language.parentElement.hidden = tags.length < 2;
    if (!beside && got.title) document.title = document.querySelector("h1").textContent = got.title;
  };

  // What is to be added is sent once there is something in it.
  const filled = form => form.dataset.part !== "add" ||
    [...form.elements].some(e => e.type === "checkbox" ? e.checked : e.name.startsWith("now.") && e.type !== "hidden" && e.value.trim() !== "");
  const posted = form => {
    const fields = new URLSearchParams(new FormData(form));
    fields.set("do", form.dataset.part);
    return String(fields);
  };
  const typed = () => {
    if (field) return {text: field.value, file: field.form.elements.language.value};
    if (beside) return {parts: parts.filter(filled).map(posted), file: parts[0].elements.language.value};
    return {};
  };

  let of = null; // the language of the file that was written last
  const body = () => JSON.stringify({
    language: of ?? wish("seen-language").value, journalist: wish("journalist").value, phase: wish("phase").value, dark: wish("dark").checked,
    have: have(), ...typed(),
  });

  // One is asked for at a time; what is typed meanwhile is asked for next.
  let asking = false, again = false, timer = 0;
  const ask = async () => {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    try {
      const answer = await fetch(pane.dataset.ask, {method: "QUERY", headers: {"Content-Type": "application/json"}, body: body()});
      if (!answer.ok) throw new Error(String(answer.status));
      show(await answer.json());
    } catch {
      pane.classList.add("stale");
      say(pane.dataset.away);
    } finally {
      asking = false;
      pane.dispatchEvent(new Event("proofs-drawn"));
      if (again) {
        again = false;
        ask();
      }
    }
  };
  const soon = wait => {
    clearTimeout(timer);
    timer = setTimeout(ask, wait);
  };

  // Tabs, as the ARIA practices have them: one has the keyboard, arrows go to the others.
  const tabs = (list, choose) => {
    const all = [...list.querySelectorAll("[role=tab]")];
    const select = tab => {
      for (const t of all) {
        t.setAttribute("aria-selected", String(t === tab));
        t.tabIndex = t === tab ? 0 : -1;
      }
      choose(tab.dataset.show);
    };
    list.addEventListener("click", e => { const tab = e.target.closest("[role=tab]"); if (tab) select(tab); });
    list.addEventListener("keydown", e => {
      const at = all.indexOf(document.activeElement);
      const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1}[e.key];
      if (at < 0 || to === undefined) return;
      e.preventDefault();
      const tab = all[(to + all.length) % all.length];
      tab.focus();
      select(tab);
    });
    return name => select(all.find(t => t.dataset.show === name) ?? all[0]);
  };
  const store = (key, value) => { try { localStorage.setItem(key, value); } catch { /* it is not kept */ } };
  const stored = key => { try { return localStorage.getItem(key); } catch { return null; } };

  pane.querySelector(".proofs-bar").hidden = false;
  pane.classList.add("drawn");
  for (const form of pane.querySelectorAll("[data-form]")) {
    form.setAttribute("role", "tabpanel");
    form.setAttribute("aria-labelledby", `proofs-tab-${form.dataset.form}`);
  }
  tabs(pane.querySelector(".proofs-tabs"), name => {
    pane.dataset.shown = name;
    store("pressroom-shown", name);
  })(stored("pressroom-shown") ?? (beside || matchMedia("(max-width: 64rem)").matches ? "page" : "all"));

  const phone = wish("phone"), dark = wish("dark");
  phone.addEventListener("change", () => pane.classList.toggle("phone", phone.checked));
  dark.checked = matchMedia("(prefers-color-scheme: dark)").matches;
  for (const name of ["dark", "seen-language", "phase", "journalist"]) wish(name).addEventListener("change", () => soon(0));

  if (beside) {
    // Where there is no room for both, one of the two is shown.
    const which = document.createElement("div");
    which.className = "which proofs-tabs";
    which.setAttribute("role", "tablist");
    which.setAttribute("aria-label", pane.dataset.which);
    for (const name of ["text", "preview"]) {
      const tab = document.createElement("button");
      tab.type = "button";
      tab.setAttribute("role", "tab");
      tab.dataset.show = name;
      tab.textContent = pane.dataset[name];
      which.append(tab);
    }
    (main.querySelector("nav.tabs") ?? main.querySelector("h1")).after(which);
    const at = {};
    tabs(which, name => { // each is where it was
      at[main.dataset.which] = scrollY;
      main.dataset.which = name;
      scrollTo(0, at[name] ?? 0);
    })("text");
    document.addEventListener("input", e => { if (e.target === field || parts.includes(e.target.form)) soon(10); });
  }
  if (pane.dataset.pushed) {
    const source = new EventSource(pane.dataset.pushed);
    source.addEventListener("changed", e => { of = e.data; soon(0); });
    let away = false;
    source.addEventListener("error", () => { away = true; say(pane.dataset.away); });
    source.addEventListener("open", () => { if (away) soon(0); away = false; });
    addEventListener("pagehide", () => source.close());
  }
  const ready = [...frames.values()].map(f => new Promise(done => {
    if (f.contentDocument?.readyState === "complete" && f.contentDocument.URL !== "about:blank") done();
    else f.addEventListener("load", done, {once: true});
  }));
  Promise.all(ready).then(ask);
}
