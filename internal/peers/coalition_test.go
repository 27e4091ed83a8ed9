package peers

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"pressroom/internal/sandbox"
)

// partners are twelve organisations; the order of their names is not that of their
// ids.
const partners = 12

func partnerName(i int) string {
	return []string{"Zephyr Sailors", "Yard Workers 12", "Willow Tenants", "Vesper Nurses", "Umber Farmers", "Tidal Anglers", "Sable Teachers", "River Alliance", "Quay Cleaners", "Piers for People", "Oyster Growers", "Narrows Ferries"}[i]
}

// coalitionBench is a workspace with twelve partners, a browser, and the program
// serving it.
type coalitionBench struct {
	t      *testing.T
	dir    string
	ctx    context.Context
	desk   string // the desk's address
	source string
	shots  string
}

func newCoalition(t *testing.T) *coalitionBench {
	t.Helper()
	b := &coalitionBench{t: t, shots: os.Getenv("PRESSROOM_SHOTS")}
	port := freePort(t)
	var s strings.Builder
	fmt.Fprintf(&s, "[organization]\nid = \"harbor\"\nname = \"Open Harbor Alliance\"\ntimezone = \"America/New_York\"\n[mail]\nfrom = \"Press office <press@harbor.example>\"\nsmtp = \"sandbox:\"\n")
	fmt.Fprintf(&s, "[notify]\nemail = \"lead@harbor.example\"\n[server]\nlisten = \"127.0.0.1:%d\"\npublic_url = \"http://127.0.0.1:%d\"\n", port, port)
	for i := range partners {
		fmt.Fprintf(&s, "[[org]]\nid = \"p%d\"\nname = \"%s\"\ncontact = \"Person %d <person@p%d.example>\"\nboilerplate = \"**About %s.** It is invented.\"\n[org.press]\nname = \"Press %d\"\nemail = \"press@p%d.example\"\n", i, partnerName(i), i, i, partnerName(i), i, i)
	}
	at := time.Now().Add(6 * time.Hour).UTC().Format(time.RFC3339)
	b.source = "+++\n# A comment that stays.\nheadline  = \"Twelve groups ask for water tests\"  # and its spacing\nsubhead = \"They want them published\"\nembargo = " + at + "\ntimezone = \"America/New_York\"\ndateline = \"MARLOW\"\nto = [\"all\"]\n\n[quotes]\norder = \"alphabetical\"\n\n[[contact]]\nname = \"Dana\"\nemail = \"dana@harbor.example\"\n+++\nThe groups ask the port.\n\n{{quotes}}\n\nThe port has not answered.\n"
	b.dir = workspace(t, "pressroom.toml", s.String(), "releases/water.md", b.source, "contacts/all.csv", "email\nann@paper.example\n")
	cmd, link := startDesk(t, b.dir)
	t.Cleanup(func() {
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
	})
	b.desk = link
	b.ctx, _ = browser(t)
	return b
}

// letters are the mails in the sandbox to an address, as text.
func (b *coalitionBench) letters(to string) []string {
	b.t.Helper()
	box := sandbox.Mailbox{Dir: filepath.Join(b.dir, ".pressroom/sandbox")}
	list, err := box.List(0)
	if err != nil {
		b.t.Fatal(err)
	}
	var out []string
	for _, e := range list {
		if !strings.Contains(e.To, to) {
			continue
		}
		m, err := box.Read(e.ID)
		if err != nil {
			b.t.Fatal(err)
		}
		out = append([]string{strings.ReplaceAll(m.Text, "\r\n", "\n")}, out...) // oldest first
	}
	return out
}

var portalLink = regexp.MustCompile(`http://127\.0\.0\.1:\d+/quote/[A-Za-z0-9_-]+`)

// link waits for a mail with a subject to somebody, and returns the link in it.
func (b *coalitionBench) link(to, words string) string {
	b.t.Helper()
	var out string
	until(b.t, "a mail to "+to+" with "+words, func() bool {
		for _, l := range b.letters(to) {
			if strings.Contains(l, words) {
				out = portalLink.FindString(l)
			}
		}
		return out != ""
	})
	return out
}

func (b *coalitionBench) set(values ...string) {
	b.t.Helper()
	for i := 0; i < len(values); i += 2 {
		do(b.t, b.ctx, chromedp.SetValue(values[i], values[i+1]))
	}
}

// press clicks a button and waits until the page that follows says something.
func (b *coalitionBench) press(button, says string) {
	b.t.Helper()
	press(b.t, b.ctx, button)
	untilPage(b.t, b.ctx, "the page to say "+says, func() bool {
		got, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`document.readyState === "complete" ? (document.querySelector("#status, .banner")?.parentElement.innerText ?? "") : ""`))
		return err == nil && strings.Contains(got, says)
	})
}

// look checks the page as it stands: with axe-core, and that it fits a phone; with
// PRESSROOM_SHOTS it keeps pictures of it.
func (b *coalitionBench) look(name string) {
	b.t.Helper()
	accessible(b.t, b.ctx, name)
	for _, s := range []struct {
		what   string
		width  int64
		phone  bool
		scheme string
	}{{"phone", 360, true, "dark"}, {"desk", 1000, false, "light"}} {
		size := emulation.SetDeviceMetricsOverrideParams{Width: s.width, Height: 800, DeviceScaleFactor: 1, Mobile: s.phone}
		if _, err := chromedp.Call(b.ctx, emulation.SetDeviceMetricsOverride, size); err != nil {
			b.t.Fatal(err)
		}
		if ask(b.t, b.ctx, chromedp.Evaluate[bool](`document.documentElement.scrollWidth > window.innerWidth`)) {
			b.t.Errorf("%s is wider than a %s", name, s.what)
		}
		media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: s.scheme}}}
		if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, media); err != nil {
			b.t.Fatal(err)
		}
		if s.scheme == "dark" {
			accessible(b.t, b.ctx, name+" in the dark")
		}
		if b.shots != "" {
			shot := ask(b.t, b.ctx, chromedp.FullScreenshot(90))
			if err := os.WriteFile(filepath.Join(b.shots, name+"-"+s.what+".png"), shot, 0o644); err != nil {
				b.t.Fatal(err)
			}
		}
	}
}

// open follows a partner's link, presses its button if this browser is not known
// yet, and waits for what the page then has.
func (b *coalitionBench) open(link, has string) {
	b.t.Helper()
	do(b.t, b.ctx, chromedp.Navigate(link), chromedp.WaitVisible("main"))
	if ask(b.t, b.ctx, chromedp.Evaluate[bool](`document.querySelector("button[value=open]") !== null`)) {
		press(b.t, b.ctx, "button[value=open]")
		do(b.t, b.ctx, chromedp.WaitNotPresent("button[value=open]"))
	}
	do(b.t, b.ctx, chromedp.WaitVisible(has))
}

func spoken(i int) string {
	return fmt.Sprintf(`We have asked for the "tests" %d times - and it's enough. The port {said} nothing.`, i+2)
}

// fill writes a quote into the form and saves it.
func (b *coalitionBench) fill(link string, i int) {
	b.t.Helper()
	b.open(link, "textarea[name=text]")
	b.set("input[name=speaker]", fmt.Sprintf("Ada %d", i), "input[name=title]", "chair", "textarea[name=text]", spoken(i))
	b.press("button[value=save]", "Saved.")
}

type quoteRow struct {
	Quote, State string
	Late         bool
}

func (b *coalitionBench) states() map[string]string {
	b.t.Helper()
	var list struct{ Quotes []quoteRow }
	if err := json.Unmarshal([]byte(must(b.t, b.dir, "quotes", "list", "water", "--json")), &list); err != nil {
		b.t.Fatal(err)
	}
	out := make(map[string]string)
	for _, q := range list.Quotes {
		out[q.Quote] = q.State
		if q.Late {
			out[q.Quote] += ", late"
		}
	}
	return out
}

func (b *coalitionBench) file() string {
	b.t.Helper()
	data, err := os.ReadFile(filepath.Join(b.dir, "releases/water.md"))
	if err != nil {
		b.t.Fatal(err)
	}
	return string(data)
}

// TestACoalitionSignsItsQuotes is the night before a release: twelve partners are
// asked, and what they do is done in a browser.
func TestACoalitionSignsItsQuotes(t *testing.T) {
	b := newCoalition(t)
	soft := time.Now().Add(50 * time.Second).UTC().Format(time.RFC3339)
	out := must(t, b.dir, "quotes", "request", "water", "--org", "all", "--soft", soft, "--hard", "3h", "--note", "We go out in the morning.")
	if strings.Count(out, "asked p") != partners {
		t.Fatal(out)
	}
	first := b.link("person@p0.example", "About 60 words")
	b.open(first, "textarea[name=text]")
	b.look("portal-asked")
	// The preview follows what is typed.
	do(t, b.ctx, chromedp.SendKeys("input[name=speaker]", "Ada"), chromedp.SendKeys("textarea[name=text]", "Live words come {said} in."))
	until(t, "the preview to follow", func() bool {
		return strings.Contains(ask(t, b.ctx, chromedp.Text("#live")), "“Live words come {said} in,” said Ada of Zephyr Sailors.")
	})
	for i := range 9 {
		b.fill(b.link(fmt.Sprintf("person@p%d.example", i), "About 60 words"), i)
		if i == 0 {
			b.look("portal-preview")
		}
		b.press("button[value=sign]", "Signed off.")
		if i == 0 {
			b.look("portal-signed")
		}
	}
	// One hands on, and the colleague signs.
	b.open(b.link("person@p9.example", "About 60 words"), "main")
	ask(t, b.ctx, chromedp.Evaluate[bool](`document.querySelectorAll("details").forEach(d => d.open = true); true`))
	b.set("input[name=to]", "colleague@p9.example")
	b.press("button[value=hand-on]", "Your colleague gets a mail")
	b.fill(b.link("colleague@p9.example", "handed this on to you"), 9)
	b.press("button[value=sign]", "Signed off.")
	// One gives none.
	b.open(b.link("person@p10.example", "About 60 words"), "main")
	ask(t, b.ctx, chromedp.Evaluate[bool](`document.querySelectorAll("details").forEach(d => d.open = true); true`))
	b.set("input[name=why]", "Our board meets next week")
	b.press("button[value=decline]", "Thank you for the answer")
	b.look("portal-declined")
	// Two are edited by the lead, on the board, and signed again.
	do(t, b.ctx, chromedp.Navigate(b.desk))
	press(t, b.ctx, "a.button")
	do(t, b.ctx, chromedp.WaitVisible("h1"))
	board := b.desk[:strings.Index(b.desk, "/enter/")] + "/quotes/water"
	for _, i := range []int{2, 5} {
		do(t, b.ctx, chromedp.Navigate(board))
		id := fmt.Sprintf("#p%d ", i)
		ask(t, b.ctx, chromedp.Evaluate[bool](`document.querySelectorAll("details").forEach(d => d.open = true); true`))
		b.set(id+"textarea[name=text]", fmt.Sprintf("Shorter words of number %d. They are the lead’s.", i), id+"input[name=note]", "Two sentences, please.")
		b.press(id+"button[value=propose]", "Proposed.")
		if i == 2 {
			b.look("board")
		}
	}
	if file := b.file(); strings.Contains(file, "Shorter words") {
		t.Error("the lead's words went into the release without a sign-off")
	}
	for _, i := range []int{2, 5} {
		b.open(b.link(fmt.Sprintf("person@p%d.example", i), "proposes these words"), ".diff")
		if i == 2 {
			b.look("portal-proposed")
		}
		b.press("button[value=sign]", "Signed off.")
	}
	// One is late and was reminded.
	late := b.link("person@p11.example", "was asked for by")
	states := b.states()
	want := map[string]string{"p10": "declined", "p11": "asked, late"}
	for i := range 10 {
		want[fmt.Sprintf("p%d", i)] = "signed"
	}
	if fmt.Sprint(states) != fmt.Sprint(want) {
		t.Errorf("states\n%v, not\n%v", states, want)
	}
	b.open(late, "textarea[name=text]")
	b.onlyThoseWhoHadNotAnswered()
	b.releaseHasThem(first)
	for _, receipt := range b.letters("person@p2.example") {
		if name := filepath.Join(t.TempDir(), "receipt.txt"); strings.Contains(receipt, "chain:") && strings.Contains(receipt, "Shorter") {
			if err := os.WriteFile(name, []byte(receipt), 0o644); err != nil {
				t.Fatal(err)
			}
			if out := must(t, b.dir, "quotes", "verify", "water", "--receipt", name); !strings.Contains(out, "10 quotes in the file word for word as signed, 0 mailings compared, 1 receipt") {
				t.Error(out)
			}
		}
	}
	// What nobody signed does not go out.
	changed := strings.Replace(b.file(), "times – and", "Times – and", 1)
	if err := os.WriteFile(filepath.Join(b.dir, "releases/water.md"), []byte(changed), 0o644); err != nil {
		t.Fatal(err)
	}
	// Its signer now wants other words: nothing of the lead's is written over.
	do(t, b.ctx, chromedp.Navigate(first), chromedp.WaitVisible("textarea[name=text]"))
	b.set("textarea[name=text]", "Other words, at last.")
	b.press("button[value=save]", "Saved.")
	b.press("button[value=sign]", "changed meanwhile, so nothing was written")
	b.look("portal-conflict")
	if b.file() != changed {
		t.Error("the file was changed in a conflict")
	}
	b.open(b.link("person@p3.example", "About 60 words"), "main")
	ask(t, b.ctx, chromedp.Evaluate[bool](`document.querySelectorAll("details").forEach(d => d.open = true); true`))
	press(t, b.ctx, "section.other input[name=sure]")
	b.press("button[value=withdraw]", "Withdrawn.")
	b.look("portal-withdrawn")
	do(t, b.ctx, chromedp.Navigate(first[:strings.LastIndex(first, "/")]+"/"+strings.Repeat("A", 43)))
	b.look("portal-no-link")
	do(t, b.ctx, chromedp.Navigate(board[:strings.Index(board, "/quotes/")]), chromedp.WaitVisible("h1"))
	b.look("desk")
	for _, args := range [][]string{{"send", "water", "--yes"}, {"check", "water"}, {"quotes", "verify", "water"}} {
		if out, err := run(t, b.dir, args...); err == nil || !strings.Contains(out, "p0 of Zephyr Sailors are not those that person@p0.example signed off") {
			t.Errorf("%v: %v\n%s", args, err, out)
		}
	}
}

// onlyThoseWhoHadNotAnswered looks through the history for reminders to others.
func (b *coalitionBench) onlyThoseWhoHadNotAnswered() {
	b.t.Helper()
	var history struct {
		Events []struct{ What, Quote string }
	}
	if err := json.Unmarshal([]byte(must(b.t, b.dir, "quotes", "export", "water")), &history); err != nil {
		b.t.Fatal(err)
	}
	answered := make(map[string]bool)
	reminded := 0
	for _, e := range history.Events {
		switch e.What {
		case "signed", "declined":
			answered[e.Quote] = true
		case "proposed":
			answered[e.Quote] = false
		case "reminded":
			if reminded++; answered[e.Quote] {
				b.t.Errorf("%s was reminded after the answer", e.Quote)
			}
		}
	}
	if reminded == 0 {
		b.t.Error("nobody was reminded")
	}
}

var addedQuote = regexp.MustCompile(`(?s)\n\[\[quote\]\]\n.*?\n\[quote\.signoff\]\nby = "[^"]+"\nat = [0-9TZ:-]+\ndigest = "sha256:[0-9a-f]{64}"\n`)

// releaseHasThem checks the file and what is built of it.
func (b *coalitionBench) releaseHasThem(string) {
	b.t.Helper()
	file := b.file()
	if n := len(addedQuote.FindAllString(file, -1)); n != 10 {
		b.t.Errorf("%d quotes were added", n)
	}
	if rest := addedQuote.ReplaceAllString(file, ""); rest != b.source {
		b.t.Errorf("more than the added tables changed:\n%s", rest)
	}
	must(b.t, b.dir, "build", "water", "--format", "text")
	data, err := os.ReadFile(filepath.Join(b.dir, "build/water/water.txt"))
	if err != nil {
		b.t.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(data)), " ")
	at := -1
	for _, i := range []int{9, 8, 7, 6, 5, 4, 3, 2, 1, 0} { // by name
		n := strings.Index(text, fmt.Sprintf("said Ada %d, chair at %s.", i, partnerName(i)))
		if n < at || n < 0 {
			b.t.Errorf("the quote of %s is not in its place:\n%s", partnerName(i), text)
		}
		at = n
	}
	if want := "“We have asked for the ‘tests’ 2 times – and it’s enough,” said Ada 0, chair at Zephyr Sailors. “The port {said} nothing.”"; !strings.Contains(text, want) {
		b.t.Errorf("not as it was shown: %s\n%s", want, text)
	}
}
