package peers

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"pressroom/internal/sandbox"
)

var advanceLink = regexp.MustCompile(`http://\S+/advance/\S+`)

// What somebody goes through who is asked, in three languages, on a phone: the offer, the
// button, the copy that comes, its page.
func TestAgreeingToAnEmbargoInABrowser(t *testing.T) {
	port := freePort(t)
	at := time.Now().Add(6 * time.Hour).UTC().Format(time.RFC3339)
	words := "+++\nheadline = %q\n" + "%s" + "+++\n%s\n"
	dir := workspace(t, "pressroom.toml", fmt.Sprintf(newsroomSettings, port)+"[embargo]\nrecord = true\n",
		"contacts/all.csv", "email,language\nann@a.example,en\neva@b.example,es\nsami@c.example,ar\n",
		"releases/ferry.md", fmt.Sprintf(words, "Ferry fares fall by half", "embargo = "+at+"\ntimezone = \"Europe/London\"\ndateline = \"HARBOUR\"\nto = [\"all\"]\nadvance = [\"all\"]\ntopics = [\"transport\"]\n[[contact]]\nname = \"Dana Whitlock\"\nrole = \"press officer\"\nphone = \"+44 20 7946 0142\"\n[[document]]\ntitle = \"The figures\"\nfile = \"media/figures.txt\"\n", "The fares fall on Monday."),
		"releases/ferry.es.md", fmt.Sprintf(words, "El ferry baja a la mitad", "dateline = \"PUERTO\"\n", "Las tarifas bajan el lunes."),
		"releases/ferry.ar.md", fmt.Sprintf(words, "أجرة العبّارة إلى النصف", "dateline = \"الميناء\"\n", "تنخفض الأجرة يوم الاثنين."),
		"releases/media/figures.txt", "Figures\n")
	must(t, dir, "send", "ferry", "--yes")
	cmd, _ := startDesk(t, dir)
	t.Cleanup(func() {
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
	})
	ctx, _ := browser(t)
	phone := emulation.SetDeviceMetricsOverrideParams{Width: 360, Height: 740, DeviceScaleFactor: 2, Mobile: true}
	if _, err := chromedp.Call(ctx, emulation.SetDeviceMetricsOverride, phone); err != nil {
		t.Fatal(err)
	}
	for _, who := range []string{"ann@a.example", "eva@b.example", "sami@c.example"} {
		see := func(what string) {
			for _, scheme := range []string{"light", "dark"} {
				media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
				if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media); err != nil {
					t.Fatal(err)
				}
				name := who + " " + what + " " + scheme
				if ask(t, ctx, chromedp.Evaluate[bool](`document.documentElement.scrollWidth > window.innerWidth`)) {
					t.Errorf("%s is wider than a phone", name)
				}
				accessible(t, ctx, name)
				if shots := os.Getenv("PRESSROOM_SHOTS"); shots != "" {
					picture := ask(t, ctx, chromedp.FullScreenshot(90))
					if err := os.WriteFile(filepath.Join(shots, name+".jpg"), picture, 0o600); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
		notice := mailedLink(t, dir, who, 1)
		do(t, ctx, chromedp.Navigate(notice))
		see("asked")
		ask(t, ctx, chromedp.Evaluate[bool](`(document.querySelector("button[value=agree]")?.click(), true)`))
		until(t, "the answer", func() bool {
			return ask(t, ctx, chromedp.Evaluate[bool](`document.querySelector("button") === null && document.querySelector("h1") !== null`))
		})
		see("agreed")
		copied := mailedLink(t, dir, who, 2)
		do(t, ctx, chromedp.Navigate(copied))
		see("before the copy")
		ask(t, ctx, chromedp.Evaluate[bool](`(document.querySelector("button[value=open]")?.click(), true)`))
		until(t, "the copy", func() bool {
			return ask(t, ctx, chromedp.Evaluate[bool](`document.querySelector(".banner") !== null`))
		})
		see("the copy")
	}
}

// mailedLink is the page of advance copies that the n-th mail to somebody links.
func mailedLink(t *testing.T, dir, to string, n int) (link string) {
	t.Helper()
	box := sandbox.Mailbox{Dir: filepath.Join(dir, ".pressroom/sandbox")}
	until(t, fmt.Sprintf("mail %d to %s", n, to), func() bool {
		list, err := box.List(0)
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for i := len(list) - 1; i >= 0; i-- { // the newest is first
			if list[i].To != to {
				continue
			}
			m, err := box.Read(list[i].ID)
			if err != nil {
				t.Fatal(err)
			}
			found = append(found, advanceLink.FindString(m.Text))
		}
		if len(found) >= n {
			link = found[n-1]
		}
		return len(found) >= n
	})
	return link
}
