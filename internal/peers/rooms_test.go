package peers

import (
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// A press office from an empty folder in a browser, without a terminal: it is begun, a
// list is brought, changed and undone, a segment is written, a partner is asked, the
// settings are changed. Each page fits a phone, and axe-core finds nothing in the light
// and in the dark.
func TestAPressOfficeIsBegunInABrowser(t *testing.T) {
	b := &coalitionBench{t: t, shots: os.Getenv("PRESSROOM_SHOTS"), dir: t.TempDir()}
	cmd, link := startDesk(t, b.dir)
	t.Cleanup(func() {
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
	})
	b.desk = link
	b.ctx, _ = browser(t)
	do(t, b.ctx, chromedp.Navigate(link))
	b.at("/", "Begin your press office")
	b.look("rooms-first")
	b.set("input[name=name]", "Open Coast", "input[name=from]", "Press office <press@coast.example>", "input[name=zone]", "UTC")
	press(t, b.ctx, "form.settings button")
	b.says("Nothing has been scheduled yet")
	b.lists()
	b.people()
	b.quotes()
	b.settings()
}

// lists are the pages of the press lists.
func (b *coalitionBench) lists() {
	b.at("/lists", "Press lists")
	b.look("rooms-lists")
	b.at("/import", "Bring a list")
	b.look("rooms-import")
	b.set("textarea[name=pasted]", "E-Mail;Vorname;Nachname;Outlet\nada@daily.example;Ada;Berg;Daily\nben@radio.example;Ben;Ek;Radio\n;Cy;Ohne;\n",
		"input[name=list]", "daily")
	press(b.t, b.ctx, `form[action="/import"] button`)
	b.says("is new, with 2 journalists")
	b.look("rooms-mapping")
	press(b.t, b.ctx, `form[action^="/import/"] button:not([formaction])`)
	b.says("The list is written.")
	b.look("rooms-list")
	b.at("/lists/daily/rows/0", "Take this row out")
	b.look("rooms-row")
	b.set(`input[name="cell.outlet"]`, "Daily, Late")
	press(b.t, b.ctx, "form.cells button")
	b.says("Daily, Late")
	press(b.t, b.ctx, `form[action="/lists/undo"] button`)
	b.says("Undone: it is as it was.")
	b.at("/segments/new", "New segment")
	b.set("input[name=name]", "radio")
	do(b.t, b.ctx, chromedp.SendKeys("textarea[name=where]", `outlet == "Radio"`))
	b.says("Ben Ek") // while it is typed
	b.look("rooms-segment")
	press(b.t, b.ctx, "#rule button")
	b.says("Saved.")
	b.look("rooms-segments")
}

// people are the pages about those on the lists.
func (b *coalitionBench) people() {
	ada := "/person?address=" + url.QueryEscape("ada@daily.example")
	for name, page := range map[string][2]string{
		"replies": {"/replies", "Nothing waits for you."}, "find": {"/person", "All that is known of somebody"},
		"person": {ada, "Never been on a mailing"}, "erase": {strings.Replace(ada, "?", "/erase?", 1), "Erase somebody for good?"},
		"suppressions": {"/suppressions", "Everybody on your lists is mailed."},
	} {
		b.at(page[0], page[1])
		b.look("rooms-" + name)
	}
	b.at("/suppressions", "Mail somebody no more")
	b.set("input[name=address]", "ben@radio.example", "input[name=why]", "asked on the phone")
	press(b.t, b.ctx, `form[method=post] button`)
	b.says("asked on the phone")
	b.look("rooms-suppressed")
}

// quotes are the pages of the quotes over all releases.
func (b *coalitionBench) quotes() {
	b.at("/quotes", "Nothing waits: no quote is open.")
	b.look("rooms-quotes-none")
	b.at("/ask/harbor-water-report", "Whom to ask")
	b.look("rooms-ask")
	press(b.t, b.ctx, `input[name=org]:not([disabled])`)
	press(b.t, b.ctx, `form[action^="/ask/"] button`)
	b.says("Asked. Each person gets a mail")
	b.look("rooms-board-of-one")
	b.at("/quotes", "waits for them")
	b.look("rooms-quotes")
	b.at("/portal/harbor-water-report/river-alliance", "Nothing can be done on it here.")
	b.look("rooms-partner")
}

// settings are the pages of the settings.
func (b *coalitionBench) settings() {
	b.at("/settings", "The whole file")
	b.look("rooms-settings")
	b.set(`input[name="mail.rate"]`, "60")
	press(b.t, b.ctx, "form.settings button")
	b.says("They hold once serving begins anew.")
	b.look("rooms-settings-saved")
	press(b.t, b.ctx, `form[action="/settings/again"] button`)
	b.says("It has begun anew, with these settings.")
	b.at("/doctor", "nothing leaves this machine")
	b.look("rooms-doctor")
}
