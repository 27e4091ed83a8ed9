package peers

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// inEditor begins a script that finds the editor's parts, which live in a shadow root.
const inEditor = `(() => { const root = document.querySelector(".write div").shadowRoot; return `

// A release is written in a browser: with what is said of it as it is typed, what can stand
// where the cursor is, and the page's policy kept; or in a plain text area.
func TestAReleaseIsWrittenInABrowser(t *testing.T) {
	b := &coalitionBench{t: t, shots: os.Getenv("PRESSROOM_SHOTS")}
	b.dir = workspace(t, "pressroom.toml", sendingSettings,
		"releases/ruling.md", sendingRelease("The court has ruled", "release_at = \"hold\"\nto = [\"all\"]",
			"The alliance asks the port for tests of all the water in the harbor."),
		"contacts/all.csv", "email,name,outlet\nann@paper.example,Ann Lee,The Paper\nbo@radio.example,Bo Ek,Radio\n")
	cmd, link := startDesk(t, b.dir)
	t.Cleanup(func() {
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
	})
	b.desk = link
	b.ctx, _ = browser(t)
	do(t, b.ctx, chromedp.Navigate(link))
	b.at("/releases/ruling/edit", "Save")
	b.said("0 errors, 1 warning; F8 goes to the next.")
	b.heardAs("edit")
	b.look("sending-edit")
	b.evaluate(`addEventListener("securitypolicyviolation", e => { window.refused = (window.refused ?? "") + e.violatedDirective }), ""`)
	b.evaluate(inEditor + `root.querySelector(".cm-content").focus(), "" })()`)
	do(t, b.ctx, chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent("subh"))
	until(t, "what can stand there", func() bool {
		return strings.Contains(b.evaluate(inEditor+`root.querySelector(".cm-tooltip-autocomplete")?.innerText ?? "" })()`), "subhead")
	})
	b.look("sending-edit-choices")
	do(t, b.ctx, chromedp.KeyEvent(kb.Escape))
	until(t, "what is wrong to be said", func() bool {
		return !strings.HasPrefix(b.evaluate(`document.getElementById("said-of-it").textContent`), "0 errors")
	})
	if got := b.evaluate(`window.refused ?? ""`); got != "" {
		t.Errorf("the page's policy refused %s", got)
	}
	if got := b.evaluate(inEditor + `getComputedStyle(root.querySelector(".cm-scroller")).fontFamily })()`); !strings.Contains(got, "monospace") {
		t.Errorf("the editor has no styles: %q", got)
	}
	b.submit("/releases/ruling/edit", "Saved.")
	if got, err := os.ReadFile(filepath.Join(b.dir, "releases/ruling.md")); err != nil || !strings.HasPrefix(string(got), "+++\nsubhheadline = ") {
		t.Errorf("%q, %v", got, err)
	}
	press(t, b.ctx, `.write > button[type=button]`)
	if got := b.evaluate(`document.activeElement.name ?? ""`); got != "text" {
		t.Errorf("%q has the focus, not the plain text area", got)
	}
	b.look("sending-edit-plain")
	b.leavesWhatIsTyped()
}

// leavesWhatIsTyped goes away from what is typed: it stands there again, over what somebody
// else wrote meanwhile, until it is saved or what is in the file is taken.
func (b *coalitionBench) leavesWhatIsTyped() {
	b.t.Helper()
	const unsaved = `(document.querySelector(".write textarea")?.value ?? "") + (document.querySelector(".write .unsaved")?.hidden ? "" : "|unsaved")`
	write := func(words string) {
		b.evaluate(fmt.Sprintf(`(t => { t.value = t.value.trimEnd() + %q + "\n"; t.dispatchEvent(new Event("input", {bubbles: true})); return "" })(document.querySelector(".write textarea"))`, words))
	}
	back := func() string {
		b.at("/releases/ruling", "ruling")
		b.at("/releases/ruling/edit", "Save")
		return b.evaluate(unsaved)
	}
	before := b.ruling()
	write(" It does so in June.")
	if got, want := back(), before[:len(before)-1]+" It does so in June.\n|unsaved"; got != want {
		b.t.Errorf("%q, want %q", got, want)
	}
	b.look("sending-edit-kept")
	if err := os.WriteFile(filepath.Join(b.dir, "releases/ruling.md"), []byte(strings.Replace(before, "has ruled", "ruled", 1)), 0o644); err != nil {
		b.t.Fatal(err)
	}
	back()
	b.submit("/releases/ruling/edit", "Saved.")
	after := strings.Replace(before[:len(before)-1], "has ruled", "ruled", 1) + " It does so in June.\n"
	if got := b.ruling(); got != after {
		b.t.Errorf("%q, want %q", got, after)
	}
	if got := back(); got != after {
		b.t.Errorf("after it was saved: %q", got)
	}
	write(" Nobody wants this.")
	back()
	press(b.t, b.ctx, ".unsaved button")
	until(b.t, "what is in the file", func() bool { return b.evaluate(unsaved) == after })
	if got := back(); got != after {
		b.t.Errorf("after what is in the file was taken: %q", got)
	}
}

func (b *coalitionBench) evaluate(script string) string {
	b.t.Helper()
	return ask(b.t, b.ctx, chromedp.Evaluate[string](script))
}

// said waits until the editor says something of the text.
func (b *coalitionBench) said(what string) {
	b.t.Helper()
	untilPage(b.t, b.ctx, "the editor to say "+what, func() bool {
		return b.evaluate(`document.getElementById("said-of-it")?.textContent ?? ""`) == what
	})
}
