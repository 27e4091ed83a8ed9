package peers

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// writingDesk is a press office in a browser, with one release.
func writingDesk(t *testing.T, settings, release string) *coalitionBench {
	t.Helper()
	b := &coalitionBench{t: t, shots: os.Getenv("PRESSROOM_SHOTS")}
	b.dir = workspace(t, "pressroom.toml", settings, "releases/ruling.md", release,
		"contacts/all.csv", "email,name,outlet\nann@paper.example,Ann Lee,The Paper\nbo@radio.example,Bo Ek,Radio\n")
	cmd, link := startDesk(t, b.dir)
	t.Cleanup(func() {
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
	})
	b.desk = link
	b.ctx, _ = browser(t)
	do(t, b.ctx, chromedp.Navigate(link))
	return b
}

// ruling is the release's file as it is now.
func (b *coalitionBench) ruling() string {
	b.t.Helper()
	data, err := os.ReadFile(filepath.Join(b.dir, "releases/ruling.md"))
	if err != nil {
		b.t.Fatal(err)
	}
	return string(data)
}

// The front matter is filled in as a form, undone, compared and taken back; a release is
// begun and brought in: each page fits a phone, and axe-core finds nothing in the light and
// in the dark.
func TestAReleaseIsFilledInInABrowser(t *testing.T) {
	before := sendingRelease("The court has ruled", "release_at = 2031-07-01T09:00:00\nto = [\"all\"]", "The port has to test the water.")
	before = strings.Replace(before, "[[contact]]", "[[media]]\nfile = \"media/pier.png\"\nalt = \"The pier\"\n[[contact]]", 1)
	b := writingDesk(t, sendingSettings+"[[org]]\nid = \"river\"\nname = \"River Alliance\"\ncontact = \"Ana Ruiz <ana@river.example>\"\n", before)
	b.pier()
	b.at("/releases/ruling/form", "It prints:")
	b.look("form")
	b.seenBesideTheForm()
	do(t, b.ctx, chromedp.SetValue(`input[name="now.at"]`, "2031-08-02T10:30"))
	b.evaluate(`document.querySelector('input[name="now.at"]').dispatchEvent(new Event("input", {bubbles: true})), ""`)
	until(t, "the page to say how it prints", func() bool {
		return strings.Contains(b.evaluate(`document.querySelector(".prints").textContent`), "August 2, 2031")
	})
	press(t, b.ctx, `#timing button`)
	b.says("Saved.")
	want := strings.Replace(before, "2031-07-01T09:00:00", "2031-08-02T10:30:00", 1)
	if got := b.ruling(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	b.look("form-saved")
	press(t, b.ctx, `.undo button`)
	b.says("Undone: the file is as it was before.")
	if got := b.ruling(); got != before {
		t.Errorf("%q, want %q", got, before)
	}
	// A quote is opened, written and saved by keyboard alone.
	do(t, b.ctx, chromedp.Focus(`#quote-all summary`), chromedp.KeyEvent(kb.Enter), chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Tab),
		chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent("chair"), chromedp.KeyEvent(kb.Enter))
	b.says("Saved.")
	if got := b.ruling(); !strings.Contains(got, "title = \"chair\"") {
		t.Errorf("%q", got)
	}
	b.evaluate(`document.querySelectorAll("details").forEach(d => { d.open = true }), ""`)
	b.look("form-open")
	b.at("/releases/ruling/revisions?to=4", "Text 4")
	b.look("revisions")
	b.at("/releases/ruling/revisions?from=4&to=1", "Take text 1 back")
	b.look("revisions-back")
	press(t, b.ctx, `form[action$="/revisions/1"] button`)
	b.says("The earlier text is in the file again.")
	if got := b.ruling(); got != before {
		t.Errorf("%q, want %q", got, before)
	}
	b.at("/releases/ruling/form?table=timing&now.kind=embargo&now.at=2031-11-02T01:30&now.timezone=America/New_York", "Which of the two is meant?")
	b.look("form-twice")
	b.at("/settings", "Partners of the coalition")
	b.evaluate(`document.querySelectorAll("details").forEach(d => { d.open = true }), ""`)
	b.look("settings-partners")
	b.at("/new?kind=embargo&at=2031-08-02T10:30&timezone=Asia/Tokyo", "It prints:")
	b.look("new")
	do(t, b.ctx, chromedp.SetValue(`textarea[name=pasted]`, "EMBARGOED UNTIL July 26\n\nThe ferry runs\n\nIt runs again.\n"))
	press(t, b.ctx, `form[action$="/new/import"] button`)
	b.says("What the import was not sure of")
	b.look("new-brought")
	b.keepsWhatIsTyped()
}

// seenBesideTheForm types a headline, and sees it in all four forms where they were scrolled
// to; nothing is saved.
func (b *coalitionBench) seenBesideTheForm() {
	b.t.Helper()
	b.sized(1280, "light", false)
	b.shows("page", "The court has ruled")
	b.evaluate(`document.getElementById("proofs-tab-pdf").click(), ""`)
	b.evaluate(fmt.Sprintf(framed, "pdf") + `.scrollingElement.scrollTo(0, 40), ""`)
	at := b.evaluate(`String(` + fmt.Sprintf(framed, "pdf") + `.scrollingElement.scrollTop)`)
	before, was := b.ruling(), b.sheets()
	do(b.t, b.ctx, chromedp.Focus(`#words-headline`), chromedp.KeyEvent(kb.End), chromedp.KeyEvent(" for the river"))
	for _, form := range []string{"page", "mail", "text"} {
		b.shows(form, "The court has ruled for the river")
	}
	now := b.evaluate(`String(` + fmt.Sprintf(framed, "pdf") + `.scrollingElement.scrollTop)`)
	if got := b.sheets(); at == "0" || now != at || len(got) == 0 || got[0] == was[0] {
		b.t.Errorf("the PDF of %v was scrolled to %s, and is to %s with %v", was, at, now, got)
	}
	b.picture("form-seen")
	b.evaluate(`(f => { f.value = ""; f.dispatchEvent(new Event("input", {bubbles: true})); return "" })(document.querySelector("#words-headline"))`)
	until(b.t, "it to be said that it is broken", func() bool {
		return strings.HasPrefix(b.evaluate(`document.querySelector(".proofs-said").textContent`), "The text cannot be shown as it stands.")
	})
	b.shows("page", "The court has ruled for the river")
	b.picture("form-broken")
	if got := b.ruling(); got != before {
		b.t.Errorf("it was written: %q", got)
	}
	b.at("/releases/ruling/form", "It prints:")
}

// keepsWhatIsTyped saves one part while others hold what was typed: it is there afterwards,
// marked, and is saved in its turn; what somebody else wrote meanwhile is not written over.
func (b *coalitionBench) keepsWhatIsTyped() {
	b.t.Helper()
	b.at("/releases/ruling/form", "It prints:")
	typed := `(() => { const f = document.querySelector('form[data-part="save"]:has([name="table"][value="%s"]):has([name="now.%s"])'), e = f.querySelector('[name="now.%[2]s"]');
		%[3]s; return e.value + "|" + !f.querySelector(".unsaved").hidden })()`
	is := func(table, key string) string { return b.evaluate(fmt.Sprintf(typed, table, key, "")) }
	put := func(table, key, value string) {
		b.evaluate(fmt.Sprintf(typed, table, key, fmt.Sprintf(`e.value = %q; e.dispatchEvent(new Event("input", {bubbles: true}))`, value)))
		if got := is(table, key); got != value+"|true" {
			b.t.Errorf("%s of %s, just typed: %q", key, table, got)
		}
	}
	save := func(table, key, answer string) {
		b.evaluate(`(window.old = true), ""`)
		b.evaluate(fmt.Sprintf(typed, table, key, `f.querySelector(".actions button").click()`))
		until(b.t, "the page after it was saved", func() bool {
			got, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`window.old || document.readyState !== "complete" ? "" : document.body.innerText`))
			return err == nil && strings.Contains(got, answer)
		})
	}
	put("contact", "phone", "+1 212 555 0199")
	put("quote", "title", "speaker of the ferry")
	put("", "headline", "The court has ruled again")
	save("", "headline", "Saved.")
	if got := is("quote", "title") + " " + is("contact", "phone"); got != "speaker of the ferry|true +1 212 555 0199|true" {
		b.t.Errorf("after another part was saved there stands %q", got)
	}
	b.look("form-kept")
	save("quote", "title", "Saved.")
	if got := is("contact", "phone") + " " + is("quote", "title"); got != "+1 212 555 0199|true speaker of the ferry|false" {
		b.t.Errorf("after two others were saved there stands %q", got)
	}
	// Somebody else gives the contact another number.
	theirs := strings.Replace(b.ruling(), "[[contact]]\n", "[[contact]]\nphone = \"+44 20 7946 0000\"\n", 1)
	if err := os.WriteFile(filepath.Join(b.dir, "releases/ruling.md"), []byte(theirs), 0o644); err != nil {
		b.t.Fatal(err)
	}
	put("", "headline", "The court has ruled today")
	save("", "headline", "Saved.")
	save("contact", "phone", "What you wrote")
	if got := b.ruling(); !strings.Contains(got, "ruled today") || !strings.Contains(got, "speaker of the ferry") || !strings.Contains(got, "7946") {
		b.t.Errorf("%q", got)
	}
}

// pier writes the picture of a release.
func (b *coalitionBench) pier() {
	b.t.Helper()
	var data bytes.Buffer
	name := filepath.Join(b.dir, "releases/media/pier.png")
	err := png.Encode(&data, image.NewGray(image.Rect(0, 0, 60, 40)))
	if err == nil {
		err = os.MkdirAll(filepath.Dir(name), 0o755)
	}
	if err == nil {
		err = os.WriteFile(name, data.Bytes(), 0o644)
	}
	if err != nil {
		b.t.Fatal(err)
	}
}

// The editor says what it says in the language of the page; what can stand at the cursor, and
// what to write instead of what is wrong, are taken.
func TestWhatTheEditorOffersIsTaken(t *testing.T) {
	german := strings.Replace(sendingSettings, "timezone", "language = \"de\"\ntimezone", 1)
	b := writingDesk(t, german, strings.Replace(sendingRelease("Das Gericht hat entschieden", "release_at = \"hold\"\nto = [\"all\"]", "Der Hafen muss das Wasser prüfen."),
		"dateline", "datelin", 1))
	b.at("/releases/ruling/edit", "Speichern")
	text := `document.querySelector("textarea[data-editor]").value`
	until(t, "what is wrong to be said in German", func() bool {
		got := b.evaluate(`document.getElementById("said-of-it")?.textContent ?? ""`)
		return strings.Contains(got, "Fehler, ") && strings.HasSuffix(got, "F8 geht zum nächsten.")
	})
	if got := b.evaluate(`document.querySelector(".write > button[type=button]").textContent`); got != "Einfaches Textfeld" {
		t.Errorf("%q", got)
	}
	b.evaluate(inEditor + `root.querySelector(".cm-content").focus(), "" })()`)
	do(t, b.ctx, chromedp.KeyEvent(kb.F8))
	until(t, "what to write instead to be offered", func() bool {
		return strings.Contains(b.evaluate(inEditor+`root.querySelector(".cm-diagnosticAction")?.textContent ?? "" })()`), "dateline")
	})
	b.look("editor-fix")
	b.evaluate(inEditor + `root.querySelector(".cm-diagnosticAction").dispatchEvent(new MouseEvent("mousedown", {bubbles: true, cancelable: true})), "" })()`)
	until(t, "what was offered to be written", func() bool { return strings.Contains(b.evaluate(text), "\ndateline = ") })
	b.evaluate(inEditor + `root.querySelector(".cm-content").focus(), "" })()`)
	do(t, b.ctx, chromedp.KeyEvent(kb.Home, chromedp.KeyModifiers(2)), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent("subh"))
	until(t, "what can stand there", func() bool {
		return strings.Contains(b.evaluate(inEditor+`root.querySelector(".cm-tooltip-autocomplete li[aria-selected]")?.innerText ?? "" })()`), "subhead")
	})
	if got := b.evaluate(inEditor + `root.querySelector(".cm-tooltip-autocomplete ul").getAttribute("aria-label") })()`); got != "Vorschläge" {
		t.Errorf("%q", got)
	}
	// With the mouse: keys are not taken in the moment in which the list opens.
	b.evaluate(inEditor + `root.querySelector(".cm-tooltip-autocomplete li[aria-selected]").dispatchEvent(new MouseEvent("mousedown", {bubbles: true, cancelable: true})), "" })()`)
	until(t, "what can stand there to be written", func() bool { return strings.Contains(b.evaluate(text), "+++\nsubhead = \"Das Gericht") })
}
