package peers

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	shots "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// framed is what stands in the frame of a form.
const framed = `document.querySelector('[data-form=%s] iframe')?.contentDocument`

// openSeen is a press office in a browser at the editor of a release of eleven quotes.
func openSeen(t *testing.T) *coalitionBench {
	b := &coalitionBench{t: t, shots: os.Getenv("PRESSROOM_SHOTS")}
	src := strings.NewReplacer("date = 2027-03-02\n", "embargo = 2031-07-01T09:00:00Z\nto = [\"all\"]\nadvance = [\"all\"]\n",
		"\n[[contact]]", "\n[[cover]]\nid = \"friends\"\nto = [\"all\"]\nphase = \"advance\"\ntext = \"You have it early.\"\n[[contact]]").Replace(elevenQuotes())
	b.dir = workspace(t, "pressroom.toml", sendingSettings, "releases/eleven.md", src, "contacts/all.csv",
		"email,name,outlet,embargo,format\nann@paper.example,Ann Lee,The Paper,yes,\nbo@radio.example,Bo Ek,Radio,yes,text\n")
	cmd, link := startDesk(t, b.dir)
	t.Cleanup(func() {
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
	})
	b.desk = link
	b.ctx, _ = browser(t)
	do(t, b.ctx, chromedp.Navigate(link))
	b.sized(1280, "light", false)
	b.at("/releases/eleven/edit", "Save")
	b.shows("page", "Eleven groups")
	return b
}

func (b *coalitionBench) sized(width int64, scheme string, phone bool) {
	b.t.Helper()
	size := emulation.SetDeviceMetricsOverrideParams{Width: width, Height: 800, DeviceScaleFactor: 1, Mobile: phone}
	if _, err := chromedp.Call(b.ctx, emulation.SetDeviceMetricsOverride, size); err != nil {
		b.t.Fatal(err)
	}
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, media); err != nil {
		b.t.Fatal(err)
	}
}

// shows waits until a form shows some words, of which some may be bound together.
func (b *coalitionBench) shows(form, words string) {
	b.t.Helper()
	until(b.t, "the "+form+" to show "+words, func() bool {
		return strings.Contains(b.evaluate(fmt.Sprintf(framed, form)+`?.body?.textContent?.replaceAll("\u00a0", " ") ?? ""`), words)
	})
}

// sheets are the names of the pages of the PDF that are shown.
func (b *coalitionBench) sheets() []string {
	b.t.Helper()
	return strings.Fields(b.evaluate(`[...` + fmt.Sprintf(framed, "pdf") + `.querySelectorAll("[data-sheet]")].map(s => s.dataset.sheet).join(" ")`))
}

// picture keeps a picture of the window as it is.
func (b *coalitionBench) picture(name string) {
	b.t.Helper()
	if b.shots == "" {
		return
	}
	shot, err := chromedp.Call(b.ctx, shots.CaptureScreenshot, shots.CaptureScreenshotParams{})
	if err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(b.shots, name+".png"), shot.Data, 0o644); err != nil {
		b.t.Fatal(err)
	}
}

// What is typed is seen at once in all four forms, where they were scrolled to; what cannot
// be shown leaves them as they were.
func TestAReleaseIsSeenWhileItIsWritten(t *testing.T) {
	b := openSeen(t)
	b.evaluate(`addEventListener("securitypolicyviolation", e => { window.refused = (window.refused ?? "") + e.violatedDirective + " " + e.blockedURI }), ""`)
	before := b.sheets()
	for _, form := range []string{"page", "pdf", "mail"} {
		b.evaluate(`document.getElementById("proofs-tab-` + form + `").click(), ""`)
		b.evaluate(fmt.Sprintf(framed, form) + `.scrollingElement.scrollTo(0, 300), ""`)
		b.picture("seeing-" + form)
	}
	b.evaluate(inEditor + `root.querySelector(".cm-content").focus(), "" })()`)
	do(t, b.ctx, chromedp.KeyEvent(kb.End, chromedp.KeyModifiers(2)), chromedp.KeyEvent("It will answer tomorrow."))
	for _, form := range []string{"page", "mail", "text"} {
		b.shows(form, "It will answer tomorrow.")
	}
	after := b.sheets()
	if len(before) < 3 || len(after) != len(before) || after[0] != before[0] || after[len(after)-1] == before[len(before)-1] {
		t.Errorf("the pages of the PDF were %v and are %v", before, after)
	}
	b.evaluate(`document.getElementById("proofs-tab-all").click(), ""`)
	for _, form := range []string{"page", "pdf", "mail"} {
		if got := b.evaluate(`String(` + fmt.Sprintf(framed, form) + `.scrollingElement.scrollTop)`); got != "300" {
			t.Errorf("the %s is scrolled to %s", form, got)
		}
	}
	if got := b.evaluate(`window.refused ?? ""`); got != "" {
		t.Errorf("the page's policy refused %s", got)
	}
	for _, form := range []string{"page", "mail"} {
		got := b.evaluate(`(d => d.defaultView.getComputedStyle(d.querySelector(".release-line")).color)(` + fmt.Sprintf(framed, form) + `)`)
		if got != "rgb(163, 25, 15)" {
			t.Errorf("the first line of the %s is %s: its styles are missing", form, got)
		}
	}
	b.picture("seeing-all")
	b.brokenAndMended()
	b.asSomebody()
	b.byKeyboard()
}

// brokenAndMended breaks the text, and takes that back.
func (b *coalitionBench) brokenAndMended() {
	b.t.Helper()
	do(b.t, b.ctx, chromedp.KeyEvent(kb.Home, chromedp.KeyModifiers(2)), chromedp.KeyEvent("x"))
	until(b.t, "it to be said that it is broken", func() bool {
		return strings.HasPrefix(b.evaluate(`document.querySelector(".proofs-said").textContent`), "The text cannot be shown as it stands. What you see is how it was before. releases/eleven.md:1:1: ")
	})
	b.shows("page", "It will answer tomorrow.")
	accessible(b.t, b.ctx, "a broken text")
	b.picture("seeing-broken")
	do(b.t, b.ctx, chromedp.KeyEvent(kb.Backspace))
	until(b.t, "it to be mended", func() bool { return b.evaluate(`document.querySelector(".proofs-said").textContent`) == "" })
}

// asSomebody looks at the mail as journalists get it, and in the dark.
func (b *coalitionBench) asSomebody() {
	b.t.Helper()
	b.evaluate(`(i => { i.value = "ann@paper.example"; i.dispatchEvent(new Event("change", {bubbles: true})); return "" })(document.querySelector("[name=journalist]"))`)
	b.shows("mail", "ann@paper.example")
	b.shows("mail", "You have it early.")
	if got := b.evaluate(`document.querySelector(".proofs-about").textContent`); got != "Ann Lee · The Paper · with the cover note friends" {
		b.t.Errorf("it is said to be for %q", got)
	}
	b.evaluate(`document.querySelector("[name=dark]").click(), ""`)
	until(b.t, "the mail in the dark", func() bool {
		return b.evaluate(`(d => d.defaultView.getComputedStyle(d.body).backgroundColor)(`+fmt.Sprintf(framed, "mail")+`)`) == "rgb(22, 23, 26)"
	})
	b.evaluate(`document.querySelector("[name=phone]").click(), ""`)
	b.evaluate(`document.getElementById("proofs-tab-mail").click(), ""`)
	if got := b.evaluate(`String(` + fmt.Sprintf(framed, "mail") + `.defaultView.innerWidth)`); got != "360" {
		b.t.Errorf("on a phone the mail is %s wide", got)
	}
	b.picture("seeing-phone-mail")
}

// byKeyboard goes from form to form without a mouse, and on a phone from the text to the
// preview.
func (b *coalitionBench) byKeyboard() {
	b.t.Helper()
	b.evaluate(`document.getElementById("proofs-tab-mail").focus(), ""`)
	do(b.t, b.ctx, chromedp.KeyEvent(kb.ArrowRight))
	if got := b.evaluate(`document.activeElement.id + " " + document.getElementById("proofs").dataset.shown`); got != "proofs-tab-pdf pdf" {
		b.t.Errorf("an arrow leads to %q", got)
	}
	accessible(b.t, b.ctx, "the editor with its preview")
	b.sized(360, "dark", true)
	b.picture("seeing-360-text")
	if got := b.evaluate(`getComputedStyle(document.getElementById("proofs")).visibility`); got != "hidden" {
		b.t.Error("the preview stands below the text on a phone")
	}
	press(b.t, b.ctx, `.which [data-show=preview]`)
	if got := b.evaluate(`[getComputedStyle(document.getElementById("proofs")).visibility, getComputedStyle(document.querySelector("form.write")).display].join()`); got != "visible,none" {
		b.t.Errorf("the preview and the text are %s", got)
	}
	if got := b.evaluate(`document.documentElement.scrollWidth > innerWidth ? "wide" : ""`); got != "" {
		b.t.Error("the preview is wider than a phone")
	}
	accessible(b.t, b.ctx, "the preview on a phone, in the dark")
	b.picture("seeing-360-preview")
}

// Each keystroke, from when the browser has it until all four forms are drawn: 95 of a
// hundred are to take less than 150 ms.
func TestKeystrokesAreSeen(t *testing.T) {
	b := openSeen(t)
	keys := 20
	if os.Getenv("PRESSROOM_FULL") != "" {
		keys = 200
	}
	b.evaluate(`document.getElementById("proofs-tab-all").click(), ""`)
	b.evaluate(`(pane => {
		window.took = [];
		let since = 0;
		addEventListener("keydown", () => { since = performance.now() }, true);
		pane.addEventListener("proofs-drawn", () => requestAnimationFrame(() => setTimeout(() => took.push(performance.now() - since))));
		return "";
	})(document.getElementById("proofs"))`)
	b.evaluate(inEditor + `root.querySelector(".cm-content").focus(), "" })()`)
	do(t, b.ctx, chromedp.KeyEvent(kb.End, chromedp.KeyModifiers(2)))
	for i := range keys {
		do(t, b.ctx, chromedp.KeyEvent(string("abcdefghij"[i%10])))
		until(t, "the key to be seen", func() bool {
			return ask(t, b.ctx, chromedp.Evaluate[int](`took.length`)) > i
		})
	}
	took := ask(t, b.ctx, chromedp.Evaluate[[]float64](`took`))
	slices.Sort(took)
	b.shows("text", "abcdefghij")
	load, _ := os.ReadFile("/proc/loadavg")
	t.Logf("%d keystrokes to four forms: median %.0f ms, 95%% within %.0f ms; load %.4s", len(took), took[len(took)/2], took[len(took)*95/100], load)
}

// What is shown of the PDF stands where another program has it in the file itself.
func TestThePDFIsSeenAsItIs(t *testing.T) {
	need(t, "pdftoppm")
	b := openSeen(t)
	dir := t.TempDir()
	svg := b.evaluate(fmt.Sprintf(framed, "pdf") + `.querySelector("svg").outerHTML`)
	must(t, b.dir, "build", "eleven", "--format", "pdf", "--out", dir)
	const width, height = 612 * 2, 792 * 2
	file := filepath.Join(dir, "eleven", "eleven.embargoed.pdf")
	if out, err := exec.Command("pdftoppm", "-r", "144", "-png", "-f", "1", "-l", "1", "-singlefile", file, filepath.Join(dir, "page")).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	html := `<!DOCTYPE html><style>body { margin: 0 } svg { display: block; width: ` + fmt.Sprint(width) + `px; height: ` + fmt.Sprint(height) + `px }</style>` + svg
	if err := os.WriteFile(filepath.Join(dir, "sheet.html"), []byte(html), 0o644); err != nil {
		t.Fatal(err)
	}
	size := emulation.SetDeviceMetricsOverrideParams{Width: width, Height: height, DeviceScaleFactor: 1}
	if _, err := chromedp.Call(b.ctx, emulation.SetDeviceMetricsOverride, size); err != nil {
		t.Fatal(err)
	}
	do(t, b.ctx, chromedp.Navigate("file://"+filepath.Join(dir, "sheet.html")))
	shot, err := chromedp.Call(b.ctx, shots.CaptureScreenshot, shots.CaptureScreenshotParams{})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "sheet.png"), shot.Data, 0o644); err != nil {
		t.Fatal(err)
	}
	drawn, printed := grey(t, filepath.Join(dir, "sheet.png")), grey(t, filepath.Join(dir, "page.png"))
	if drawn.Bounds() != printed.Bounds() || drawn.Bounds() != image.Rect(0, 0, width, height) {
		t.Fatalf("%v, %v", drawn.Bounds(), printed.Bounds())
	}
	ink, apart := 0, 0
	for y := 2; y < height-2; y++ {
		for x := 1; x < width-1; x++ {
			a, least := around(drawn, x, y), 255
			for dy := -1; dy <= 1; dy++ { // which puts baselines on whole points
				least = min(least, max(a-around(printed, x, y+dy), around(printed, x, y+dy)-a))
			}
			if a < 200 {
				ink++
			}
			if least > 64 {
				apart++
			}
		}
	}
	t.Logf("%d points have ink, %d differ", ink, apart)
	if ink < 10000 || apart*100 > ink {
		t.Errorf("%d of %d points differ from the file", apart, ink)
	}
}

// around is how light a point and those beside it are.
func around(img *image.Gray, x, y int) (sum int) {
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			sum += int(img.GrayAt(x+dx, y+dy).Y)
		}
	}
	return sum / 9
}

func grey(t *testing.T, name string) *image.Gray {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	out := image.NewGray(img.Bounds())
	for y := range out.Bounds().Dy() {
		for x := range out.Bounds().Dx() {
			out.Set(x, y, img.At(x, y))
		}
	}
	return out
}

// Without a script a button shows the forms of what is typed, and nothing is saved.
func TestAReleaseIsSeenWithoutAScript(t *testing.T) {
	b := openSeen(t)
	if _, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	b.at("/releases/eleven/edit", "Look at it without saving")
	b.evaluate(`(f => { f.value = f.value.replace("has not answered", "will answer tomorrow"); return "" })(document.querySelector("textarea"))`)
	press(t, b.ctx, `button[formaction]`)
	for _, form := range []string{"page", "mail", "text"} {
		b.shows(form, "will answer tomorrow")
	}
	until(t, "three pages of the PDF", func() bool { return len(b.sheets()) >= 3 }) // their frame comes when it can
	b.picture("seeing-without")
	if text, err := os.ReadFile(filepath.Join(b.dir, "releases/eleven.md")); err != nil || strings.Contains(string(text), "tomorrow") {
		t.Errorf("it was saved: %v", err)
	}
}

// pressroom preview shows a file that another program writes.
func TestAFileIsSeenWhileItIsWrittenElsewhere(t *testing.T) {
	dir := workspace(t, "pressroom.toml", sendingSettings, "releases/eleven.md", elevenQuotes())
	link := startPreview(t, dir, "eleven")
	ctx, _ := browser(t)
	b := &coalitionBench{t: t, ctx: ctx, shots: os.Getenv("PRESSROOM_SHOTS")}
	b.sized(1280, "light", false)
	do(t, ctx, chromedp.Navigate(link))
	b.shows("mail", "Eleven groups")
	accessible(t, ctx, "the preview by itself")
	b.picture("seeing-preview")
	b.evaluate(fmt.Sprintf(framed, "page") + `.scrollingElement.scrollTo(0, 200), ""`)
	name := filepath.Join(dir, "releases/eleven.md")
	if err := os.WriteFile(name, []byte(strings.Replace(elevenQuotes(), "has not answered", "will answer tomorrow", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, form := range []string{"page", "mail", "text"} {
		b.shows(form, "will answer tomorrow")
	}
	if got := b.evaluate(`String(` + fmt.Sprintf(framed, "page") + `.scrollingElement.scrollTop)`); got != "200" {
		t.Errorf("the page is scrolled to %s", got)
	}
	b.sized(360, "dark", true)
	if got := b.evaluate(`document.documentElement.scrollWidth > innerWidth ? "wide" : ""`); got != "" {
		t.Error("the preview is wider than a phone")
	}
	b.picture("seeing-preview-360")
}

// startPreview starts pressroom preview, and has it end with the test.
func startPreview(t *testing.T, dir string, args ...string) (link string) {
	t.Helper()
	cmd := exec.Command(binary, append([]string{"-C", dir, "preview"}, args...)...)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Signal(os.Interrupt)
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	})
	if _, err := fmt.Fscanf(out, "Preview: %s\n", &link); err != nil {
		t.Fatal(err)
	}
	return link
}
