// The editor of a release: CodeMirror in the place of the page's text area, with what the
// press office says of the text as it is typed. The text area stays in the form and holds the
// same text, so that saving is the form's, and without this script nothing is missing but
// help. It lives in a shadow root, where its styles are sheets and no elements, so that the
// page's policy can forbid styles of others.
import {autocompletion, completionKeymap} from "@codemirror/autocomplete"
import {defaultKeymap, history, historyKeymap} from "@codemirror/commands"
import {HighlightStyle, StreamLanguage, syntaxHighlighting} from "@codemirror/language"
import {lintGutter, lintKeymap, linter} from "@codemirror/lint"
import {EditorState} from "@codemirror/state"
import {EditorView, drawSelection, keymap} from "@codemirror/view"
import {tags} from "@lezer/highlight"

// Front matter between +++ lines, then Markdown, as far as colours need it.
const release = StreamLanguage.define({
  name: "release",
  startState: () => ({line: 0, front: false, text: ""}),
  copyState: s => ({...s}),
  token(stream, state) {
    if (stream.sol()) {
      state.line++
      if (/^\+\+\+\s*$/.test(stream.string) && (state.line === 1 || state.front)) {
        state.front = state.line === 1
        state.text = ""
        stream.skipToEnd()
        return "meta"
      }
      if (state.front && !state.text) {
        if (stream.match(/^\s*\[.*/)) return "heading"
        if (stream.match(/^\s*[\w-]+(?=\s*=)/)) return "propertyName"
      }
      if (!state.front && stream.match(/^#{1,6} .*/)) return "heading"
    }
    if (!state.front) {
      if (stream.match(/^\{\{[^}]*\}\}/)) return "meta"
      stream.next()
      stream.eatWhile(/[^{]/)
      return null
    }
    if (state.text) {
      const end = stream.string.indexOf(state.text, stream.pos)
      if (end < 0) stream.skipToEnd()
      else { stream.pos = end + 3; state.text = "" }
      return "string"
    }
    const long = stream.match(/^("""|''')/)
    if (long) { state.text = long[0]; return "string" }
    if (stream.match(/^"(\\.|[^"\\])*"?/) || stream.match(/^'[^']*'?/)) return "string"
    if (stream.match(/^#.*/)) return "comment"
    stream.next()
    return null
  },
})

const colours = HighlightStyle.define([
  {tag: tags.heading, fontWeight: "600"},
  {tag: tags.propertyName, color: "var(--accent)"},
  {tag: [tags.comment, tags.meta], color: "var(--soft)"},
  {tag: tags.string, color: "var(--good)"},
])

const theme = EditorView.theme({
  "&": {color: "var(--ink)", backgroundColor: "var(--paper)", border: "1px solid var(--soft)", borderRadius: ".3rem", minHeight: "60vh"},
  "&.cm-focused": {outline: "3px solid var(--accent)", outlineOffset: "2px"},
  ".cm-scroller": {font: "0.95rem/1.5 ui-monospace, 'DejaVu Sans Mono', monospace"},
  ".cm-gutters": {backgroundColor: "var(--tint)", color: "var(--soft)", border: "none"},
  ".cm-content": {caretColor: "var(--ink)"},
  ".cm-cursor": {borderLeftColor: "var(--ink)"},
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {backgroundColor: "color-mix(in srgb, var(--accent) 30%, transparent)"},
  ".cm-tooltip": {color: "var(--ink)", backgroundColor: "var(--paper)", border: "1px solid var(--soft)", maxWidth: "min(90vw, 40rem)"},
  ".cm-tooltip-autocomplete ul li[aria-selected]": {color: "var(--paper)", backgroundColor: "var(--accent)"},
  ".cm-completionDetail": {color: "inherit", fontStyle: "normal"},
  ".cm-panels": {color: "var(--ink)", backgroundColor: "var(--tint)"},
  // The usual marks are pictures within the styles, which the page's policy does not load.
  ".cm-lintRange-error": {backgroundImage: "none", textDecoration: "underline wavy var(--bad)"},
  ".cm-lintRange-warning": {backgroundImage: "none", textDecoration: "underline wavy var(--soft)"},
  ".cm-lint-marker.cm-lint-marker": {content: "normal", fontWeight: "600", lineHeight: "1.5"},
  ".cm-lint-marker-error::before": {content: '"✕"', color: "var(--bad)"},
  ".cm-lint-marker-warning::before": {content: '"!"', color: "var(--soft)"},
  ".cm-diagnostic": {whiteSpace: "pre-wrap"},
  ".cm-diagnosticAction": {color: "var(--paper)", backgroundColor: "var(--accent)", font: "inherit", padding: ".2rem .5rem"},
})

// ask sends the text as it stands to an address of the release.
async function ask(field, path, more) {
  const body = JSON.stringify({language: field.form.elements.language.value, ...more})
  const answer = await fetch(field.dataset.editor + path, {method: "QUERY", headers: {"Content-Type": "application/json"}, body})
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return answer.json()
}

function fixed(doc, fix) {
  return {
    name: fix.title,
    apply(view) {
      if (view.state.doc.eq(doc)) view.dispatch({changes: fix.edits})
    },
  }
}

// say is a text in the language of the page, which hands its words over with the field; $
// stands in them for what is put in.
const say = (field, text, ...parts) => {
  field.words ??= JSON.parse(field.dataset.phrases || "{}")
  return (field.words[text] ?? text).replace(/\$/g, () => parts.shift() ?? "")
}

const count = (field, n, what) => say(field, `$ ${what}${n === 1 ? "" : "s"}`, n)

// checks are what is said of the text, at its places.
const checks = (field, said) => linter(async view => {
  const doc = view.state.doc
  let list
  try {
    list = await ask(field, "/check", {text: doc.toString()})
  } catch {
    said.textContent = say(field, "What is wrong could not be asked for just now; saving says it.")
    return []
  }
  const wrong = list.filter(d => d.severity === "error").length
  said.textContent = list.length ? `${count(field, wrong, "error")}, ${count(field, list.length - wrong, "warning")}; ${say(field, "F8 goes to the next.")}`
    : say(field, "Nothing is wrong with it.")
  return list.filter(d => d.to <= doc.length).map(d => ({
    from: d.from, to: d.to, severity: d.severity, message: d.message, actions: (d.fixes || []).map(f => fixed(doc, f)),
  }))
}, {delay: 40})

// choices are what can stand where the cursor is.
const choices = field => async context => {
  const before = context.matchBefore(/\S*/)
  if (!context.explicit && before.from === before.to) return null
  const list = await ask(field, "/complete", {text: context.state.doc.toString(), at: context.pos}).catch(() => [])
  if (!list.length || context.aborted) return null
  return {
    from: list[0].from,
    options: list.map((c, i) => ({
      label: c.block ? c.insert.trim() : c.label, displayLabel: c.label, detail: c.detail, boost: -Math.min(i, 98),
      apply(view, _, from, to) {
        const end = Math.max(to, Math.min(c.to + to - context.pos, view.state.doc.length))
        view.dispatch({changes: {from, to: end, insert: c.insert}, selection: {anchor: from + c.caret}, scrollIntoView: true})
      },
    })),
  }
}

function open(field) {
  const host = document.createElement("div")
  const title = document.createElement("p")
  const said = document.createElement("p")
  said.className = "soft"
  said.id = "said-of-it"
  const label = field.labels[0]
  title.textContent = label.firstChild.textContent.trim()
  label.before(title, host, said)
  const root = host.attachShadow({mode: "open"})
  const view = new EditorView({
    parent: root, root,
    state: EditorState.create({
      doc: field.value,
      extensions: [
        EditorState.phrases.of(JSON.parse(field.dataset.phrases || "{}")), history(), drawSelection(), EditorView.lineWrapping, release, syntaxHighlighting(colours), theme, lintGutter(), checks(field, said),
        autocompletion({override: [choices(field)]}),
        keymap.of([...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.contentAttributes.of({"aria-label": title.textContent, spellcheck: "true", ...(field.lang ? {lang: field.lang} : {})}),
        EditorView.updateListener.of(u => {
          if (!u.docChanged) return
          field.value = u.state.doc.toString()
          field.dispatchEvent(new Event("input", {bubbles: true}))
        }),
      ],
    }),
  })
  label.hidden = true
  return () => {
    view.destroy()
    for (const part of [title, host, said]) part.remove()
    label.hidden = false
    field.focus()
  }
}

const field = document.querySelector("textarea[data-editor]")
if (field) {
  const choice = document.createElement("button")
  choice.type = "button"
  choice.className = "button second"
  field.form.append(" ", choice)
  const kept = "pressroom-plain"
  let close = null
  const turn = plain => {
    if (plain) close?.()
    close = plain ? null : open(field)
    choice.textContent = say(field, plain ? "Write with help" : "Plain text area")
  }
  choice.addEventListener("click", () => {
    const plain = close !== null
    localStorage.setItem(kept, plain ? "yes" : "")
    turn(plain)
  })
  turn(localStorage.getItem(kept) === "yes")
}
