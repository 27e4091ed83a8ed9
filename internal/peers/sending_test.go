package peers

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"pressroom/internal/expect"
)

const sendingSettings = "[organization]\nname = \"Open Harbor Alliance\"\ntimezone = \"UTC\"\n[mail]\n" +
	"from = \"Press office <press@harbor.example>\"\nsmtp = \"sandbox:\"\n"

// sendingRelease is a release with a timing.
func sendingRelease(headline, timing, body string) string {
	return "+++\nheadline = \"" + headline + "\"\n" + timing + "\ntimezone = \"UTC\"\ndateline = \"MARLOW\"\n" +
		"[[contact]]\nname = \"Lena Ott\"\nemail = \"lena@harbor.example\"\n[[quote]]\norg = \"River Alliance\"\nspeaker = \"Ana Ruiz\"\n" +
		"text = \"We asked twice. Nobody answered.\"\n+++\n" + body + "\n\n{{quotes}}\n"
}

// submit clicks the button of the form that posts to, or asks, an address.
func (b *coalitionBench) submit(action, says string) {
	b.t.Helper()
	press(b.t, b.ctx, fmt.Sprintf(`form[action="%s"] button`, action))
	b.says(says)
}

// passing is what of a page of the press office differs from one day to the next.
var passing = regexp.MustCompile(`(?:(?:\w+day|Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?20(?:2[0-9]|30)-\d\d-\d\d(?: \d\d:\d\d:\d\d(?:\.\d+)? UTC)?|` +
	`revision [0-9a-f]{16}|\d+ KiB`)

// heardAs holds what a screen reader has of a page against the one that was read.
func (b *coalitionBench) heardAs(name string) {
	b.t.Helper()
	expect.File(b.t, filepath.Join("sending", name+".txt"), passing.ReplaceAllStringFunc(b.heard(), func(s string) string {
		if strings.HasPrefix(s, "revision") {
			return "revision (of today)"
		}
		if strings.HasSuffix(s, " KiB") { // of a PDF with the day in it
			return "(so many) KiB"
		}
		return "(when)"
	}))
}

// at opens a page of the desk.
func (b *coalitionBench) at(path, says string) {
	b.t.Helper()
	base, _, _ := strings.Cut(b.desk, "/enter/")
	do(b.t, b.ctx, chromedp.Navigate(base+path))
	b.says(says)
}

// A release from its plan to its withdrawal in a browser: each page fits a phone, and
// axe-core finds nothing in the light and in the dark.
func TestAReleaseIsSentInABrowser(t *testing.T) {
	b := &coalitionBench{t: t, shots: os.Getenv("PRESSROOM_SHOTS")}
	today := "date = " + time.Now().UTC().Format(time.DateOnly) + "\nto = [\"all\"]"
	words := "The alliance asks the port for tests of all the water in the harbor."
	now := sendingRelease("Four groups ask for water tests", today, words)
	b.dir = workspace(t, "pressroom.toml", sendingSettings, "releases/water.md", now,
		"releases/later.md", sendingRelease("The tests are here", "embargo = 2031-07-01T09:00:00Z\nto = [\"all\"]\nadvance = [\"early\"]", words),
		"releases/ruling.md", sendingRelease("The court has ruled", "release_at = \"hold\"\nto = [\"all\"]", words),
		"contacts/all.csv", "email,name,outlet\nann@paper.example,Ann Lee,The Paper\nbo@radio.example,Bo Ek,Radio\n",
		"contacts/early.csv", "email,name,embargo\ncy@blog.example,Cy Dow,yes\n")
	cmd, link := startDesk(t, b.dir)
	t.Cleanup(func() {
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
	})
	b.desk = link
	b.ctx, _ = browser(t)
	do(t, b.ctx, chromedp.Navigate(link))
	b.at("/releases/water", "Four groups ask for water tests")
	b.look("sending-draft")
	b.at("/releases/water/plan", "2 journalists mailed")
	b.heardAs("plan")
	b.look("sending-plan")
	b.submit("/releases/water/plan", "Send now")
	if got := ask(t, b.ctx, chromedp.Evaluate[string](`document.activeElement.innerText`)); got != "Undo" {
		t.Errorf("%q has the focus, and not the button that takes it back", got)
	}
	b.look("sending-undo")
	b.submit("/releases/water/undo", "Undone: nothing of it left.")
	b.at("/releases/water/plan", "2 journalists mailed")
	b.submit("/releases/water/plan", "Send now")
	press(t, b.ctx, `a[href="/dispatches/water/release-2"]`)
	b.says("waits until")
	must(t, b.dir, "pause", "water") // the page hears of it by itself
	until(t, "the page to say that it is paused", func() bool {
		said, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`document.getElementById("said")?.textContent ?? ""`))
		return err == nil && said == "water/release-2: paused"
	})
	b.heardAs("progress")
	b.look("sending-paused")
	b.at("/dispatches/water/release-2/resume", "Go on with it?")
	b.look("sending-resume")
	b.submit("/dispatches/water/release-2/resume", "It goes on.")
	b.at("/releases/water", "Four groups")
	b.submitIf("/releases/water/now")
	b.at("/dispatches/water/release-2", "2 of 2 sent")
	b.look("sending-mailing")
	b.correctIn(now)
	b.steps()
}

// submitIf clicks the button of a form if it is there.
func (b *coalitionBench) submitIf(action string) {
	b.t.Helper()
	if ask(b.t, b.ctx, chromedp.Evaluate[bool](`!!document.querySelector('form[action="`+action+`"]')`)) {
		b.submit(action, "It leaves now.")
	}
	b.untilSent()
}

func (b *coalitionBench) untilSent() {
	b.t.Helper()
	until(b.t, "it to be sent", func() bool {
		b.at("/dispatches/water/release-2", "water")
		return strings.Contains(ask(b.t, b.ctx, chromedp.Evaluate[string](`document.body.innerText`)), "2 of 2 sent")
	})
}

// correctIn puts right what has gone out, and withdraws it.
func (b *coalitionBench) correctIn(was string) {
	b.t.Helper()
	writeFile(b.t, filepath.Join(b.dir, "releases/water.md"), strings.Replace(was, "all the water", "the drinking water", 1))
	b.at("/releases/water", "Put it right")
	b.look("sending-out")
	b.at("/releases/water/correct", "What changed since it went out")
	b.look("sending-correct-what")
	press(b.t, b.ctx, `input[value=correction]`)
	b.submit("/releases/water/correct", "2 journalists mailed, in the thread of what they have")
	b.look("sending-correct")
	b.set("textarea[name=sentence-en]", "The alliance asks for tests of the drinking water, not of all of it")
	press(b.t, b.ctx, `form[method=post][action="/releases/water/correct"] button`)
	b.says("Put right.")
	b.at("/releases/water/withdraw", "are told not to use it")
	b.look("sending-withdraw")
	b.set("textarea[name=sentence-en]", "It was not ours to say")
	b.submit("/releases/water/withdraw", "Withdraw it, and tell 2 journalists, now")
	b.submit("/releases/water/withdraw", "Withdrawn.")
	until(b.t, "the withdrawal to be everywhere", func() bool { return statusOf(b.t, b.dir, "water/withdrawal-1").State == "done" })
}

// steps are the pages of a release under embargo, and of one that waits for a word.
func (b *coalitionBench) steps() {
	b.t.Helper()
	b.at("/releases/later/plan", "Advance copies, at once")
	b.submit("/releases/later/plan", "Send now")
	b.submit("/releases/later/now", "It leaves now.")
	b.at("/releases/later/move?when=2031-07-02T09:00", "Move it")
	b.look("sending-move")
	b.at("/releases/later/lift", "Let everything go now")
	b.look("sending-lift")
	b.at("/releases/later/hold", "Put it on hold")
	b.look("sending-hold")
	b.at("/releases/ruling/plan", "Arm it")
	b.submit("/releases/ruling/plan", "Armed. It goes out at your word.")
	b.at("/releases/ruling/go", "Let it go now, to 2 journalists")
	b.heardAs("go")
	b.look("sending-go")
	b.at("/new", "When does it go out?")
	b.look("sending-new")
	b.at("/releases/water/more?addresses=dee@paper.example", "withdrawn")
	b.at("/releases/ruling/again?address=ann@paper.example", "Their address")
	b.look("sending-again")
	until(b.t, "all that is on its way", func() bool {
		for _, m := range statuses(b.t, b.dir) {
			if m.State == "sending" || m.State == "scheduled" && m.ReleaseAt.Before(time.Now()) {
				return false
			}
		}
		return true
	})
	b.at("/", "Goes out next")
	b.heardAs("today")
	b.look("sending-today")
}
