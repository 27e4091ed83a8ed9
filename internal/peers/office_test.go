package peers

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// The press office's own pages in a browser, on this machine and under the public address:
// each fits a phone, and axe-core finds nothing in the light and in the dark.
func TestThePressOfficeInABrowser(t *testing.T) {
	b := &coalitionBench{t: t, shots: os.Getenv("PRESSROOM_SHOTS")}
	listen := fmt.Sprintf("127.0.0.1:%d", freePort(t))
	later := sendingRelease("The tests are here", "embargo = 2031-07-01T09:00:00Z\nto = [\"all\"]", "The alliance has the tests.")
	now := sendingRelease("Four groups ask", "date = "+time.Now().UTC().Format(time.DateOnly)+"\nto = [\"all\"]", "The alliance asks the port.")
	b.dir = workspace(t, "pressroom.toml", sendingSettings+"[server]\nlisten = \""+listen+"\"\npublic_url = \"http://"+listen+"/news\"\n"+
		"[[user]]\nname = \"Lea Ruiz\"\nemail = \"lea@office.example\"\nrole = \"lead\"\n"+
		"[[user]]\nname = \"Vic Lund\"\nemail = \"vic@office.example\"\nrole = \"viewer\"\n",
		"releases/later.md", later, "releases/draft.md", later, "releases/water.md", now,
		"contacts/all.csv", "email,name,outlet\nann@paper.example,Ann Lee,The Paper\n")
	cmd, link := startDesk(t, b.dir)
	t.Cleanup(func() {
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
	})
	b.desk = link
	b.ctx, _ = browser(t)
	do(t, b.ctx, chromedp.Navigate(link))
	b.says("The desk is open")
	b.look("office-welcome")
	b.at("/", "Nothing has been scheduled yet")
	b.look("office-empty")
	must(t, b.dir, "send", "later", "--yes")
	b.says("Goes out next") // the page hears of it by itself
	must(t, b.dir, "send", "water", "--yes")
	b.says("Went out")
	b.look("office-today")
	must(t, b.dir, "pause", "later")
	until(t, "the page to say that it is paused", func() bool {
		return ask(t, b.ctx, chromedp.Evaluate[string](`document.getElementById("said").innerText`)) == "The tests are here is paused: paused by hand."
	})
	b.at("/releases?q=tests", "later")
	b.look("office-releases")
	b.at("/mail", "Four groups ask")
	b.look("office-mailbox")
	b.cameIn("http://" + listen + "/news/office")
}

// cameIn are the pages for whoever comes in from elsewhere.
func (b *coalitionBench) cameIn(base string) {
	b.t.Helper()
	do(b.t, b.ctx, chromedp.Navigate(base+"/"))
	b.says("A code is mailed to you")
	b.look("office-in")
	b.set(`input[name=email]`, "lea@office.example")
	press(b.t, b.ctx, `form[action$="/in"] button`)
	b.says("a mail with a code is on its way")
	b.look("office-asked")
	var mailed string
	until(b.t, "the code", func() bool {
		for _, l := range b.letters("lea@office.example") {
			if _, after, found := strings.Cut(l, base+"/in?code="); found {
				mailed = after[:6]
			}
		}
		return mailed != ""
	})
	do(b.t, b.ctx, chromedp.Navigate(fmt.Sprintf("%s/in?code=%s", base, mailed)))
	b.says("The code of that mail")
	press(b.t, b.ctx, `form[action$="/in/code"] button`)
	b.says("Waits for you")
	b.look("office-elsewhere")
	for page, says := range map[string]string{
		"sessions": "this browser", "trail": "sign in", "releases": "The tests are here", "nothing": "There is nothing here",
	} {
		do(b.t, b.ctx, chromedp.Navigate(base+"/"+page))
		b.says(says)
		b.look("office-" + page)
	}
}
