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
	}
	for _, u := range asked() {
		if !strings.HasPrefix(u, "file://") && !strings.HasPrefix(u, "data:") && !strings.HasPrefix(u, "cid:") {
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
	do(t, ctx, chromedp.Navigate(link), chromedp.Click("a.button"), chromedp.WaitVisible(".mails"))
	home := ask(t, ctx, chromedp.Text("main"))
	do(t, ctx, chromedp.Click(".mails a"), chromedp.WaitVisible("iframe"))
	until(t, "the message's pictures", func() bool {
		return ask(t, ctx, chromedp.Evaluate[bool](`(d => !!d && d.readyState === "complete" && !!d.body.innerText)(document.querySelector("iframe").contentDocument)`))
	})
	framed := ask(t, ctx, chromedp.Evaluate[string](`document.querySelector("iframe").contentDocument.body.innerText`))
	pictures := ask(t, ctx, chromedp.Evaluate[int](`[...document.querySelector("iframe").contentDocument.images].filter(i => i.naturalWidth > 0).length`))
	if !strings.Contains(home, "harbor-water-report/test-1") || !strings.Contains(home, "me@x.example") {
		t.Errorf("the desk shows:\n%s", home)
	}
	if !strings.Contains(framed, "Eleven coastal groups") || pictures != 1 {
		t.Errorf("the message shows %d pictures and:\n%.300s", pictures, framed)
	}
	host := link[:strings.Index(link, "/enter/")]
	for _, u := range asked() {
		if !strings.HasPrefix(u, host) && !strings.HasPrefix(u, "data:") {
			t.Errorf("the desk fetched %s", u)
		}
	}
}
