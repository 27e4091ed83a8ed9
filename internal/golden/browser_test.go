package golden

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"pressroom/internal/compile"
	"pressroom/internal/release"
)

// outside says that a program or file that CI installs is not there.
func outside(t testing.TB, there bool, what string) {
	t.Helper()
	switch {
	case there:
	case os.Getenv("PRESSROOM_PEERS") != "":
		t.Fatalf("%s is not there, and PRESSROOM_PEERS is set", what)
	default:
		t.Skipf("SKIPPED, NOT TESTED: %s is not there", what)
	}
}

// axe is axe-core, which .ci/run installs.
func axe(t *testing.T) string {
	t.Helper()
	name := os.Getenv("PRESSROOM_AXE")
	outside(t, name != "", "axe-core (PRESSROOM_AXE)")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// screen is what a page or mail is looked at on.
type screen struct {
	width int64
	dark  bool
}

func (s screen) String() string {
	if s.dark {
		return fmt.Sprintf("%d-dark", s.width)
	}
	return fmt.Sprint(s.width)
}

var screens = []screen{{375, false}, {375, true}, {1280, false}, {1280, true}}

// The languages in which the pages and mails of stress are looked at, in turn.
var screenLanguages = []string{"", "ar", "he", "ja"}

// The releases that break pages, as web pages and mails: nothing is wider than the
// screen, and axe-core finds nothing, in four languages, in the light and in the dark.
// Each release is looked at in one way; with PRESSROOM_FULL=1, in all.
func TestScreensUnderStress(t *testing.T) {
	rules := axe(t)
	ctx := chromium(t)
	full := os.Getenv("PRESSROOM_FULL") != ""
	shown := 0
	for i, s := range stressList {
		for j, lang := range screenLanguages {
			if !full && j != i/2%len(screenLanguages) {
				continue
			}
			if lang != "" {
				s.language = lang
			}
			in := stressWorkspace(t, s, settings()[i%8])
			for k, f := range []compile.Format{compile.Web, compile.Email} {
				if !full && k != i%2 {
					continue
				}
				name := fmt.Sprintf("%s-%s-%s", s.name, in.Release.Main().Language, f)
				file := saved(t, in, name, f)
				for n, on := range screens {
					if !full && n != (i+i/len(screens))%len(screens) {
						continue
					}
					shown++
					t.Run(name+"-"+on.String(), func(t *testing.T) { lookOn(t, ctx, on, file, rules) })
				}
			}
		}
	}
	if shown < len(stressList) {
		t.Errorf("only %d screens were looked at", shown)
	}
}

// chromium is a browser with a page in it.
func chromium(t *testing.T) context.Context {
	t.Helper()
	_, err := exec.LookPath("chromium")
	outside(t, err == nil, "chromium")
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath("chromium"), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.UserDataDir(t.TempDir()))
	alloc, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, stop := chromedp.NewContext(alloc)
	t.Cleanup(stop)
	ctx, done := context.WithTimeout(ctx, time.Hour)
	t.Cleanup(done)
	return ctx
}

// saved compiles a form of a release into a file that a browser can open.
func saved(t *testing.T, in *compile.Input, name string, f compile.Format) string {
	t.Helper()
	data, err := in.One(f, release.Variant{Phase: release.PhaseAdvance, Language: in.Release.Main().Language})
	if err != nil {
		t.Fatal(err)
	}
	dir := os.Getenv("PRESSROOM_LOOK") // a folder for whoever wants to look at them too
	if dir == "" {
		dir = t.TempDir()
	}
	file := filepath.Join(dir, name+".html")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// tooWide are the elements that stand out of the screen and in no box that scrolls, and
// the texts that are wider than what holds them.
const tooWide = `(() => {
	const wide = [], width = document.documentElement.clientWidth;
	if (document.documentElement.scrollWidth > width) wide.push("the page: " + document.documentElement.scrollWidth);
	for (const e of document.body.querySelectorAll("*")) {
		const r = e.getBoundingClientRect();
		if (r.width < 2 || r.height < 2 || getComputedStyle(e).visibility == "hidden" || e.closest(".preheader")) continue;
		const box = e.closest(".table[tabindex]");
		if (box && box != e) continue;
		if (r.right > width + 1 || r.left < -1) wide.push(e.tagName + " " + e.className + " from " + r.left + " to " + r.right + ": " + e.textContent.slice(0, 60));
	}
	return wide.slice(0, 6).join("\n");
})()`

const broken = `;axe.run(document).then(r => [r.passes.length, ` +
	`...r.violations.map(v => v.id + ": " + v.nodes.map(n => n.html.slice(0, 120)).join(" / "))].join("\n"))`

// lookOn opens a file on a screen and says what is wrong with it there.
func lookOn(t *testing.T, ctx context.Context, on screen, file, rules string) {
	t.Helper()
	size := emulation.SetDeviceMetricsOverrideParams{Width: on.width, Height: 800, DeviceScaleFactor: 1, Mobile: on.width < 600}
	if _, err := chromedp.Call(ctx, emulation.SetDeviceMetricsOverride, size); err != nil {
		t.Fatal(err)
	}
	scheme := emulation.MediaFeature{Name: "prefers-color-scheme", Value: "light"}
	if on.dark {
		scheme.Value = "dark"
	}
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{&scheme}}
	if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(ctx, chromedp.Navigate("file://"+file)); err != nil {
		t.Fatal(err)
	}
	wide, err := chromedp.Run(ctx, chromedp.Evaluate[string](tooWide))
	if err != nil {
		t.Fatal(err)
	}
	if wide != "" {
		t.Errorf("wider than the screen:\n%s", wide)
	}
	found, err := chromedp.Run(ctx, chromedp.Evaluate[string](rules+broken, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	passes, violations, _ := strings.Cut(found, "\n")
	if violations != "" || len(passes) < 2 {
		t.Errorf("%s rules passed; these did not:\n%s", passes, violations)
	}
	if dir := os.Getenv("PRESSROOM_LOOK"); dir != "" {
		picture, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(strings.TrimSuffix(file, ".html")+"-"+on.String()+".png", picture, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
