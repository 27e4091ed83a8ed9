package peers

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"pressroom/internal/expect"
	"pressroom/internal/language"
)

// tongues are the languages in which the coalition's walk is walked.
var tongues = []string{"en", "de", "ar", "ja"}

// newTongues is a workspace with one partner for each language, whose words the press
// office has written.
func newTongues(t *testing.T) *coalitionBench {
	t.Helper()
	b := &coalitionBench{t: t, shots: os.Getenv("PRESSROOM_SHOTS")}
	port := freePort(t)
	var s strings.Builder
	fmt.Fprintf(&s, "[organization]\nname = \"Open Harbor Alliance\"\ntimezone = \"America/New_York\"\n[mail]\n"+
		"from = \"Press office <press@harbor.example>\"\nreply_to = \"Lena Ott <lena@harbor.example>\"\nsmtp = \"sandbox:\"\n[server]\n"+
		"listen = \"127.0.0.1:%d\"\npublic_url = \"http://127.0.0.1:%d\"\n", port, port)
	for _, tag := range tongues {
		fmt.Fprintf(&s, "[[org]]\nid = \"%[1]s\"\nname = \"Group %[1]s\"\ncontact = \"Person %[1]s <person@%[1]s.example>\"\nlanguage = \"%[1]s\"\n"+
			"timezone = \"Europe/Berlin\"\n", tag)
	}
	b.source = "+++\nheadline = \"Four groups ask for water tests\"\nsubhead = \"They want them published\"\n" +
		"embargo = 2031-07-01T09:00:00-04:00\ntimezone = \"America/New_York\"\ndateline = \"MARLOW\"\nto = [\"all\"]\n" +
		"[[contact]]\nname = \"Lena Ott\"\nemail = \"lena@harbor.example\"\n+++\nThe groups ask the port.\n\n{{quotes}}\n"
	b.dir = workspace(t, "pressroom.toml", s.String(), "releases/water.md", b.source, "contacts/all.csv", "email\nann@paper.example\n",
		"words.txt", "We have asked for the tests twice. The port said nothing.")
	cmd, link := startDesk(t, b.dir)
	t.Cleanup(func() {
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
	})
	b.desk = link
	b.ctx, _ = browser(t)
	return b
}

// phrase is a phrase of a language around its places.
func phrase(tag string, p language.PortalPhrase) string {
	text, _, _ := strings.Cut(language.Of(tag).PartnerTexts()[p], "{")
	return strings.TrimSpace(text)
}

// presses counts clicks on buttons.
func (b *coalitionBench) tap(presses *int, button string) {
	b.t.Helper()
	*presses++
	press(b.t, b.ctx, button)
}

// says waits until the page shows a text.
func (b *coalitionBench) says(what string) {
	b.t.Helper()
	untilPage(b.t, b.ctx, "the page to say "+what, func() bool {
		got, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`document.readyState === "complete" ? document.body.innerText : ""`))
		return err == nil && strings.Contains(got, what)
	})
}

// The coalition's walk on a phone, in four languages, with and without script: from the
// link to the sign-off in under five presses, each page as a screen reader has it.
func TestTheCoalitionInFourLanguages(t *testing.T) {
	b := newTongues(t)
	must(t, b.dir, "quotes", "request", "water", "--org", "all", "--soft", "2031-06-29T12:07", "--hard", "2031-06-30T12:00")
	phone := emulation.SetDeviceMetricsOverrideParams{Width: 360, Height: 640, DeviceScaleFactor: 1, Mobile: true}
	if _, err := chromedp.Call(b.ctx, emulation.SetDeviceMetricsOverride, phone); err != nil {
		t.Fatal(err)
	}
	for i, tag := range tongues {
		b.walk(tag, i%2 == 1)
	}
}

// scripts lets the pages' scripts run, or not; questions from here are answered anyway.
func (b *coalitionBench) scripts(off bool) {
	b.t.Helper()
	if _, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: off}); err != nil {
		b.t.Fatal(err)
	}
}

// seen looks at a page whose scripts may be off: the checker is one itself.
func (b *coalitionBench) seen(name string, off bool) {
	b.t.Helper()
	b.scripts(false)
	b.look(name)
	b.scripts(off)
}

func (b *coalitionBench) walk(tag string, off bool) {
	b.t.Helper()
	t := b.t
	b.scripts(off)
	to := "person@" + tag + ".example"
	link, presses := b.link(to, phrase(tag, "mail_ask_link")), 0
	do(t, b.ctx, chromedp.Navigate(link), chromedp.WaitVisible("button[value=open]"))
	b.tree(tag + ".door")
	b.tap(&presses, "button[value=open]")
	do(t, b.ctx, chromedp.WaitVisible("textarea[name=text]"))
	b.tree(tag + ".asked")
	b.seen("tongues-"+tag+"-asked", off)
	b.set("input[name=speaker]", "Ada", "input[name=title]", "chair", "textarea[name=text]", "We have asked twice. Nobody answered")
	b.tap(&presses, "button[value=save]")
	b.says(phrase(tag, "advice_stop"))
	b.tree(tag + ".saved")
	b.seen("tongues-"+tag+"-saved", off)
	b.tap(&presses, "button[value=sign]")
	b.says(phrase(tag, "done_signed"))
	b.tree(tag + ".signed")
	b.seen("tongues-"+tag+"-signed", off)
	if presses >= 5 {
		t.Errorf("%s: signed after %d presses", tag, presses)
	}
	b.link(to, phrase(tag, "mail_receipt_link"))

	// Who only approves has words and button on the first screen.
	must(t, b.dir, "quotes", "edit", "water", tag, "--file", filepath.Join(b.dir, "words.txt"))
	b.link(to, phrase(tag, "mail_proposed_link"))
	do(t, b.ctx, chromedp.Navigate(link), chromedp.WaitVisible("button[value=sign]"))
	phone := emulation.SetDeviceMetricsOverrideParams{Width: 360, Height: 640, DeviceScaleFactor: 1, Mobile: true}
	if _, err := chromedp.Call(b.ctx, emulation.SetDeviceMetricsOverride, phone); err != nil {
		t.Fatal(err)
	}
	if low := ask(t, b.ctx, chromedp.Evaluate[float64](`document.querySelector("button[value=sign]").getBoundingClientRect().bottom`)); low > 640 {
		t.Errorf("%s: the button of who only approves ends at %.0f of 640", tag, low)
	}
	b.tree(tag + ".proposed")
	b.seen("tongues-"+tag+"-proposed", off)
	if got := ask(t, b.ctx, chromedp.Evaluate[string](`document.documentElement.lang + " " + document.documentElement.dir`)); got != tag+" "+direction(tag) {
		t.Errorf("%s: the page is %s", tag, got)
	}
	presses = 0
	b.tap(&presses, "button[value=sign]")
	b.says(phrase(tag, "done_signed"))
}

func direction(tag string) string {
	if language.RightToLeft(tag) {
		return "rtl"
	}
	return "ltr"
}

// volatile is what of a page differs from one day to the next: when something was
// signed.
var volatile = regexp.MustCompile(`(?m)^( *StaticText: ).*person@\w+\.example.*\b20\d\d\b.*$`)

// tree holds what a screen reader has of the page, roles and names, against the one that
// was read.
func (b *coalitionBench) tree(name string) {
	b.t.Helper()
	expect.File(b.t, filepath.Join("tongues", name+".txt"), volatile.ReplaceAllString(b.heard(), "${1}(by whom, when)"))
}

// heard is what a screen reader has of the page.
func (b *coalitionBench) heard() string {
	b.t.Helper()
	got, err := chromedp.Call(b.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	if err != nil {
		b.t.Fatal(err)
	}
	children := make(map[accessibility.NodeID]*accessibility.Node)
	for _, n := range got.Nodes {
		children[n.NodeID] = n
	}
	var out strings.Builder
	var write func(n *accessibility.Node, depth int)
	write = func(n *accessibility.Node, depth int) {
		role, text := value(n.Role), value(n.Name)
		shown := !n.Ignored && role != "InlineTextBox" && role != "none" && role != "generic"
		if shown {
			fmt.Fprintf(&out, "%s%s: %s\n", strings.Repeat("  ", depth), role, text)
			depth++
		}
		for _, id := range n.ChildIDs {
			if c := children[id]; c != nil {
				write(c, depth)
			}
		}
	}
	write(got.Nodes[0], 0)
	return out.String()
}

func value(v *accessibility.Value) string {
	if v == nil {
		return ""
	}
	var text string
	if json.Unmarshal(v.Value, &text) != nil {
		return string(v.Value)
	}
	return strings.NewReplacer("\u2068", "", "\u2069", "").Replace(text) // they are seen in nothing but the order of signs
}
