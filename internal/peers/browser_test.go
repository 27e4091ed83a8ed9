package peers

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// browser starts Chromium and returns its context, and a list of the addresses
// that it asked for.
func browser(t *testing.T) (context.Context, func() []string) {
	t.Helper()
	need(t, "chromium")
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath("chromium"), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.UserDataDir(t.TempDir()))
	alloc, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, stop := chromedp.NewContext(alloc)
	t.Cleanup(stop)
	ctx, done := context.WithTimeout(ctx, 3*patience) // for all that a test does in it
	t.Cleanup(done)
	var mu sync.Mutex
	var asked []string
	err := chromedp.Listen(ctx, func(ev any) {
		if r, ok := ev.(*network.EventRequestWillBeSent); ok {
			mu.Lock()
			asked = append(asked, r.Request.URL)
			mu.Unlock()
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	return ctx, func() []string {
		mu.Lock()
		defer mu.Unlock()
		return append([]string{}, asked...)
	}
}

func do(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

func ask[T any](t *testing.T, ctx context.Context, a chromedp.Action[T]) T {
	t.Helper()
	v, err := chromedp.Run(ctx, a)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestPagesInABrowserOnAPhone(t *testing.T) {
	ctx, asked := browser(t)
	_, build := sample(t)
	for _, name := range []string{"harbor-water-report.html", "harbor-water-report.es.embargoed.html", "harbor-water-report.embargoed.email.html"} {
		phone := emulation.SetDeviceMetricsOverrideParams{Width: 360, Height: 740, DeviceScaleFactor: 2, Mobile: true}
		if _, err := chromedp.Call(ctx, emulation.SetDeviceMetricsOverride, phone); err != nil {
			t.Fatal(err)
		}
		do(t, ctx, chromedp.Navigate("file://"+filepath.Join(build, name)))
		overflow := ask(t, ctx, chromedp.Evaluate[bool](`document.documentElement.scrollWidth > window.innerWidth`))
		title, lang := ask(t, ctx, chromedp.Title()), ask(t, ctx, chromedp.Evaluate[string](`document.documentElement.lang`))
		if overflow {
			t.Errorf("%s is wider than a phone", name)
		}
		if title == "" || lang == "" {
			t.Errorf("%s: title %q, language %q", name, title, lang)
		}
		if ask(t, ctx, chromedp.Evaluate[int](`[...document.images].filter(i => i.naturalWidth == 0).length`)) > 0 {
			t.Errorf("%s shows a picture that is not there", name)
		}
	}
	for _, u := range asked() {
		if !strings.HasPrefix(u, "file://") && !strings.HasPrefix(u, "data:") {
			t.Errorf("a page fetched %s", u)
		}
	}
}

func TestTheDeskInABrowser(t *testing.T) {
	ctx, asked := browser(t)
	dir, _ := sample(t)
	must(t, dir, "send", "harbor-water-report", "--test", "me@x.example", "--wait")
	desk, link := startDesk(t, dir)
	t.Cleanup(func() {
		desk.Process.Signal(os.Interrupt)
		desk.Wait()
	})
	do(t, ctx, chromedp.Navigate(link))
	press(t, ctx, "a.button")
	do(t, ctx, chromedp.WaitVisible("nav"))
	do(t, ctx, chromedp.Navigate(link[:strings.Index(link, "/enter/")]+"/mail"), chromedp.WaitVisible(".mails"))
	home := ask(t, ctx, chromedp.Text("main"))
	press(t, ctx, ".mails a")
	do(t, ctx, chromedp.WaitVisible("iframe"))
	until(t, "the message's pictures", func() bool {
		return ask(t, ctx, chromedp.Evaluate[bool](`(d => !!d && d.readyState === "complete" && !!d.body.innerText)(document.querySelector("iframe").contentDocument)`))
	})
	framed := ask(t, ctx, chromedp.Evaluate[string](`document.querySelector("iframe").contentDocument.body.innerText`))
	pictures := ask(t, ctx, chromedp.Evaluate[int](`[...document.querySelector("iframe").contentDocument.images].filter(i => i.naturalWidth > 0).length`))
	if !strings.Contains(home, "1 message") || !strings.Contains(home, "me@x.example") {
		t.Errorf("the desk's mailbox shows:\n%s", home)
	}
	if !strings.Contains(framed, "Eleven coastal groups") || pictures != 1 {
		t.Errorf("the message shows %d pictures and:\n%.300s", pictures, framed)
	}
	// On a phone nothing is wider than it, and all of the text is seen without a mouse.
	phone := emulation.SetDeviceMetricsOverrideParams{Width: 360, Height: 640, DeviceScaleFactor: 1, Mobile: true}
	if _, err := chromedp.Call(ctx, emulation.SetDeviceMetricsOverride, phone); err != nil {
		t.Fatal(err)
	}
	wide := `[document.documentElement, ...document.querySelectorAll("main *")].filter(e => e.scrollWidth > e.clientWidth + 1 && ` +
		`getComputedStyle(e).display !== "inline" && e.tabIndex < 0).map(e => e.tagName).join(" ")`
	if got := ask(t, ctx, chromedp.Evaluate[string](wide)); got != "" {
		t.Errorf("on a phone these are cut off, or scroll where no key reaches: %s", got)
	}
	accessible(t, ctx, "a mail on the desk")
	host := link[:strings.Index(link, "/enter/")]
	for _, u := range asked() {
		if !strings.HasPrefix(u, host) && !strings.HasPrefix(u, "data:") {
			t.Errorf("the desk fetched %s", u)
		}
	}
}

func TestCoverNotesAreChosenInTheMailToLookAt(t *testing.T) {
	ctx, _ := browser(t)
	const covers = "[[cover]]\nid = \"first\"\nto = [\"all\"]\nphase = \"release\"\ntext = \"First note.\"\n" +
		"[[cover]]\nid = \"second\"\nto = [\"all\"]\nphase = \"release\"\ntext = \"Second note.\"\n[[contact]]"
	dir := workspace(t, "pressroom.toml", settings(2525, 1, ""), "contacts/all.csv", pressList(1),
		"releases/x.md", strings.Replace(newsRelease(today(), 100), "[[contact]]", covers, 1))
	must(t, dir, "build", "x", "--format", "email")
	do(t, ctx, chromedp.Navigate("file://"+filepath.Join(dir, "build", "x", "x.email.html")))
	for _, c := range []struct{ choose, want, not string }{
		{"#choice-1", "First note.", "Second note."}, {"#choice-2", "Second note.", "First note."}, {"#choice-0", "Headline", "note."},
	} {
		text := ask(t, ctx, chromedp.Evaluate[string](`document.querySelector("`+c.choose+`").click(), document.querySelector(".mail").innerText`))
		if c.want != "Headline" && !strings.Contains(text, c.want) || strings.Contains(text, c.not) {
			t.Errorf("%s shows\n%.300s", c.choose, text)
		}
	}
}
