package peers

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	chromepage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// hands are those of somebody at a browser: with a mouse at a desk in the light, or with
// the keys alone on a phone in the dark. What they look for they know by what it is called.
type hands struct {
	*coalitionBench
	name    string
	keys    bool
	chooser chan cdp.BackendNodeID
}

func newHands(b *coalitionBench, keys bool) *hands {
	h := &hands{coalitionBench: b, name: "mouse", keys: keys, chooser: make(chan cdp.BackendNodeID, 1)}
	size, scheme := emulation.SetDeviceMetricsOverrideParams{Width: 1280, Height: 800, DeviceScaleFactor: 1}, "light"
	if keys {
		h.name, scheme = "keys", "dark"
		size = emulation.SetDeviceMetricsOverrideParams{Width: 360, Height: 740, DeviceScaleFactor: 1, Mobile: true}
	}
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
	_, err := chromedp.Call(b.ctx, emulation.SetDeviceMetricsOverride, size)
	if err == nil {
		_, err = chromedp.Call(b.ctx, emulation.SetEmulatedMedia, media)
	}
	if err == nil {
		_, err = chromedp.Call(b.ctx, chromepage.Enable, chromepage.EnableParams{})
	}
	if err == nil {
		_, err = chromedp.Call(b.ctx, chromepage.SetInterceptFileChooserDialog, chromepage.SetInterceptFileChooserDialogParams{Enabled: true})
	}
	if err == nil {
		err = chromedp.Listen(b.ctx, func(ev any) {
			if opened, ok := ev.(*chromepage.EventFileChooserOpened); ok {
				h.chooser <- opened.BackendNodeID
			}
		})
	}
	if err != nil {
		b.t.Fatal(err)
	}
	b.t.Cleanup(func() {
		if b.t.Failed() {
			shown, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`location.pathname + "\n" + document.body.innerText`))
			b.t.Logf("the page at last, %v:\n%.1500s", err, shown)
		}
	})
	return h
}

// seeking finds what is seen on a page by what it is called: a field by its label, all else
// by its words. What is called so whole comes before what only begins so.
const seeking = `((kind, name) => {
  const tidy = s => (s ?? "").replace(/\s+/g, " ").trim(), seen = e => e.getClientRects().length > 0 && e.checkVisibility();
  const all = kind === "field"
    ? [...document.querySelectorAll("label")].filter(l => l.control && seen(l.control)).map(l => [tidy(l.textContent), l.control])
    : [...document.querySelectorAll(kind)].filter(seen).map(e => [tidy(e.innerText), e]);
  const found = all.find(a => a[0] === name) ?? all.find(a => a[0].startsWith(name));
  window.sought = found?.[1];
  return document.readyState === "complete" && !!found;
})`

// seek waits for something on the page.
func (h *hands) seek(kind, name string) {
	h.t.Helper()
	quoted, err := json.Marshal([]string{kind, name})
	if err != nil || name == "" {
		h.t.Fatal(err)
	}
	until(h.t, fmt.Sprintf("%s %q on the page", kind, name), func() bool {
		found, err := chromedp.Run(h.ctx, chromedp.Evaluate[bool](seeking+"(..."+string(quoted)+")"))
		return err == nil && found
	})
	// A browser takes no clicks on what it has not drawn yet.
	drawn := `new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))`
	ask(h.t, h.ctx, chromedp.Evaluate[bool](drawn, chromedp.EvalAwaitPromise))
}

// most is how often a key is pressed before something counts as out of its reach.
const most = 400

// reach goes to what was sought: with the mouse by a click at its beginning, with the keys
// by Tab alone, and among radio buttons with the arrows.
func (h *hands) reach(name string) {
	h.t.Helper()
	if !h.keys {
		at := ask(h.t, h.ctx, chromedp.Evaluate[[]float64](`(() => { sought.scrollIntoView({block: "center", behavior: "instant"});
			const r = sought.getClientRects()[0]; return [r.left + Math.min(12, r.width / 2), r.top + r.height / 2] })()`))
		do(h.t, h.ctx, chromedp.MouseClickXY(at[0], at[1]))
		return
	}
	const here = `(() => { const a = document.activeElement;
		return a === sought ? "here" : a.type === "radio" && a.name === sought.name && a.form === sought.form ? "beside" : "" })()`
	for range most {
		switch ask(h.t, h.ctx, chromedp.Evaluate[string](here)) {
		case "here":
			if clear := ask(h.t, h.ctx, chromedp.Evaluate[bool](`getComputedStyle(sought).outlineStyle !== "none" || sought.type === "radio" || sought.type === "checkbox"`)); !clear {
				h.t.Errorf("nobody sees that %q has the focus", name)
			}
			return
		case "beside":
			h.key(kb.ArrowDown)
		default:
			h.key(kb.Tab)
		}
	}
	h.t.Fatalf("no key reaches %q", name)
}

func (h *hands) key(keys string) {
	h.t.Helper()
	do(h.t, h.ctx, chromedp.KeyEvent(keys))
}

// press presses a button, follows a link, or opens what is folded.
func (h *hands) press(name, says string) {
	h.t.Helper()
	h.seek("button, a, summary", name)
	h.reach(name)
	if h.keys {
		h.key("\r")
	}
	if says != "" {
		h.says(says)
	}
}

// tick chooses a box or one of several.
func (h *hands) tick(name string) {
	h.t.Helper()
	h.seek("field", name)
	h.reach(name)
	if h.keys && ask(h.t, h.ctx, chromedp.Evaluate[bool](`!sought.checked`)) {
		h.key(" ")
	}
	if !ask(h.t, h.ctx, chromedp.Evaluate[bool](`sought.checked`)) {
		h.t.Errorf("%q is not chosen", name)
	}
}

// write writes into fields, by their labels, in the place of what is there.
func (h *hands) write(values ...string) {
	h.t.Helper()
	for i := 0; i < len(values); i += 2 {
		h.seek("field", values[i])
		h.reach(values[i])
		for _, down := range []input.DispatchKeyEventType{"rawKeyDown", "keyUp"} { // control and A: all of it
			all := input.DispatchKeyEventParams{Type: down, Key: "a", Code: "KeyA", WindowsVirtualKeyCode: 65, Modifiers: 2}
			if _, err := chromedp.Call(h.ctx, input.DispatchKeyEvent, all); err != nil {
				h.t.Fatal(err)
			}
		}
		if len(values[i+1]) < 12 {
			h.key(values[i+1])
		} else if _, err := chromedp.Call(h.ctx, input.InsertText, input.InsertTextParams{Text: values[i+1]}); err != nil {
			h.t.Fatal(err)
		}
		if got := ask(h.t, h.ctx, chromedp.Evaluate[string](`sought.value`)); got != strings.ReplaceAll(values[i+1], "\r", "") {
			h.t.Errorf("%q has %q, not %q", values[i], got, values[i+1])
		}
	}
}

// moment writes a date and a time as they are typed, part by part.
func (h *hands) moment(name string, at time.Time) {
	h.t.Helper()
	h.seek("field", name)
	h.reach(name)
	h.key(at.Format("01022006"))
	h.key(kb.ArrowRight)
	h.key(at.Format("0304PM"))
	if got := ask(h.t, h.ctx, chromedp.Evaluate[string](`sought.value`)); got != at.Format("2006-01-02T15:04") {
		h.t.Errorf("%q has %q, not %s", name, got, at)
	}
}

// file chooses a file of this machine.
func (h *hands) file(field, name string) {
	h.t.Helper()
	h.seek("field", field)
	h.reach(field)
	if h.keys {
		h.key(" ")
	}
	select {
	case node := <-h.chooser:
		if _, err := chromedp.Call(h.ctx, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: []string{name}, BackendNodeID: node}); err != nil {
			h.t.Fatal(err)
		}
	case <-time.After(patience):
		h.t.Fatal("no file can be chosen")
	}
}

// looks looks at the page as it stands: it fits, and axe-core finds nothing; with
// PRESSROOM_SHOTS it keeps a picture.
func (h *hands) looks(name string) {
	h.t.Helper()
	name = "whole-" + h.name + "-" + name
	accessible(h.t, h.ctx, name)
	if ask(h.t, h.ctx, chromedp.Evaluate[bool](`document.documentElement.scrollWidth > window.innerWidth`)) {
		h.t.Errorf("%s is wider than the screen", name)
	}
	if h.shots != "" {
		shot := ask(h.t, h.ctx, chromedp.FullScreenshot(90))
		if err := os.WriteFile(filepath.Join(h.shots, name+".png"), shot, 0o644); err != nil {
			h.t.Fatal(err)
		}
	}
}

// goes opens an address, as from a mail.
func (h *hands) goes(address, says string) {
	h.t.Helper()
	do(h.t, h.ctx, chromedp.Navigate(address))
	h.says(says)
}

// desks is an address of the press office.
func (h *hands) desks(path string) string {
	base, _, _ := strings.Cut(h.desk, "/enter/")
	return base + path
}

// serving is the program serving a folder on free ports, and the address of its public
// pages.
func serving(t *testing.T, dir string) (link, public string) {
	t.Helper()
	address := fmt.Sprintf("127.0.0.1:%d", freePort(t))
	cmd, link := startDesk(t, dir, "--listen", address)
	t.Cleanup(func() {
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
	})
	return link, "http://" + address
}
