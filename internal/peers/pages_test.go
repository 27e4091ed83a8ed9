package peers

import (
	"context"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"pressroom/internal/draft"
	"pressroom/internal/render/email"
	folder "pressroom/internal/workspace"
)

// tool is a file that .ci/run has fetched, named by a variable.
func tool(t testing.TB, variable, what string) string {
	t.Helper()
	name := os.Getenv(variable)
	if name == "" {
		if os.Getenv("PRESSROOM_PEERS") == "1" {
			t.Fatalf("%s names no %s, and PRESSROOM_PEERS=1", variable, what)
		}
		t.Skipf("SKIPPED, NOT TESTED: %s names no %s", variable, what)
	}
	return name
}

// pages are the web pages of the sample and of releases in other scripts.
func pages(t *testing.T) []string {
	t.Helper()
	writings(t)
	var out []string
	built := make(map[string]bool)
	for _, pdf := range paths {
		if !strings.HasSuffix(pdf, "-a4.pdf") {
			dir := filepath.Dir(filepath.Dir(filepath.Dir(pdf)))
			if slug, _, _ := strings.Cut(filepath.Base(pdf), "."); !built[slug] {
				built[slug] = true
				must(t, dir, "build", slug, "--format", "web,email")
			}
			out = append(out, strings.TrimSuffix(pdf, ".pdf")+".html")
		}
	}
	return out
}

func TestPagesAreValid(t *testing.T) {
	need(t, "java")
	jar := tool(t, "PRESSROOM_VNU", "Nu checker (vnu.jar)")
	list := pages(t)
	out, err := exec.Command("java", append([]string{"-jar", jar, "--errors-only"}, list...)...).CombinedOutput()
	if err != nil || len(out) > 0 {
		t.Errorf("%v\n%s", err, out)
	}
	// The checker is there and finds faults.
	bad := filepath.Join(t.TempDir(), "bad.html")
	if err := os.WriteFile(bad, []byte("<!DOCTYPE html><html lang=en><title>x</title><p><div></p><img>"), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("java", "-jar", jar, "--errors-only", bad).CombinedOutput(); err == nil {
		t.Errorf("a faulty page passed: %s", out)
	}
}

func TestPagesAreAccessible(t *testing.T) {
	ctx, _ := browser(t)
	for _, page := range pages(t) {
		do(t, ctx, chromedp.Navigate("file://"+page))
		accessible(t, ctx, filepath.Base(page))
	}
}

// audit runs axe-core, again where the page was still drawing itself: an element that is
// taken away while its address is written makes axe-core throw.
const audit = `;(async () => {
	for (let tries = 1; ; tries++) {
		try {
			const r = await axe.run(document)
			return [r.passes.length, ...r.violations.map(v => v.id + ": " + v.nodes.map(n => n.html.slice(0, 120)).join(" / "))].join("\n")
		} catch (e) {
			if (tries === 5) throw e
			await new Promise(done => requestIdleCallback(done))
		}
	}
})()`

// accessible runs axe-core over the page that the browser shows.
func accessible(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	axe, err := os.ReadFile(tool(t, "PRESSROOM_AXE", "axe-core (axe.min.js)"))
	if err != nil {
		t.Fatal(err)
	}
	found := ask(t, ctx, chromedp.Evaluate[string](string(axe)+audit, chromedp.EvalAwaitPromise))
	passes, violations, _ := strings.Cut(found, "\n")
	if violations != "" {
		t.Errorf("%s:\n%s", name, violations)
	}
	if n, err := strconv.Atoi(passes); err != nil || n < 10 {
		t.Errorf("%s: only %s rules were looked at", name, passes)
	}
}

func TestAQuoteIsCopiedAsText(t *testing.T) {
	ctx, _ := browser(t)
	_, build := sample(t)
	do(t, ctx, chromedp.Navigate("file://"+filepath.Join(build, "harbor-water-report.html")))
	ask(t, ctx, chromedp.Evaluate[bool](`navigator.clipboard.writeText = t => { window.copied = t; return Promise.resolve() }; true`))
	press(t, ctx, `blockquote.quote + p.tools button`)
	if got := ask(t, ctx, chromedp.Evaluate[string](`window.copied`)); !strings.Contains(got, "“We did not set out to test the harbor,” said Marguerite Osei") || strings.Contains(got, "Copy") {
		t.Errorf("copied: %s", got)
	}
	press(t, ctx, `article + p.tools button`)
	if got := ask(t, ctx, chromedp.Evaluate[string](`window.copied`)); !strings.Contains(got, "FOR IMMEDIATE RELEASE") || !strings.Contains(got, "###") || strings.Contains(got, "Copy quote") {
		t.Errorf("copied: %s", got)
	}
}

// Whoever takes the whole page has the release, and nothing that the page says of itself.
func TestAPageThatIsCopiedWholeIsTheRelease(t *testing.T) {
	ctx, _ := browser(t)
	for _, page := range pages(t) {
		do(t, ctx, chromedp.Navigate("file://"+page))
		copied := ask(t, ctx, chromedp.Evaluate[string](`document.execCommand("selectAll"); getSelection().toString()`))
		for _, part := range ask(t, ctx, chromedp.Evaluate[[]string](`[...document.querySelectorAll("h1, article p:not(.tools)")].map(e => e.innerText.trim().slice(0, 40))`)) {
			if !strings.Contains(strings.Join(strings.Fields(copied), " "), strings.Join(strings.Fields(part), " ")) {
				t.Errorf("%s: %q is not in what is copied", filepath.Base(page), part)
			}
		}
		for _, own := range ask(t, ctx, chromedp.Evaluate[[]string](`[...document.querySelectorAll("button, nav, [data-download], .languages, .tools")].map(e => e.innerText.trim())`)) {
			if own != "" && strings.Contains(copied, own) {
				t.Errorf("%s: %q is copied with the release", filepath.Base(page), own)
			}
		}
	}
}

// mails are the HTML of the mails of the same releases.
func mails(t *testing.T) map[string][]byte {
	t.Helper()
	out := make(map[string][]byte)
	read := make(map[string]bool)
	for _, page := range pages(t) {
		dir := filepath.Dir(filepath.Dir(filepath.Dir(page)))
		slug, _, _ := strings.Cut(filepath.Base(page), ".")
		if read[dir+slug] {
			continue
		}
		read[dir+slug] = true
		w, err := folder.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		text, err := draft.New(w).Read(slug)
		if err != nil || text.Input == nil {
			t.Fatal(err, text)
		}
		for _, v := range text.Input.Variants() {
			covers := text.Input.Release.CoverIDs(v.Phase)
			bodies, err := text.Input.Bodies(v, email.Above{Covers: covers, Enclosed: text.Input.Enclosures(true, false)})
			if err != nil {
				t.Fatal(err)
			}
			out[text.Input.Release.FileName(v)] = bodies.HTML
		}
	}
	return out
}

// unsupported is what mail programs drop or break: Outlook for Windows, Gmail and
// Apple Mail, as caniemail.com has it.
var unsupported = regexp.MustCompile(`(?i)display:\s*(flex|grid|inline-flex)|position:\s*(absolute|fixed|sticky)|float:|background-image|url\(|calc\(|var\(|clamp\(|@import|@font-face|object-fit|\bgap:|\d(rem|vw|vh)\b|<(script|form|video|audio|svg|iframe|link|object|embed|input|button)\b`)

func TestMailsSurviveTheirPrograms(t *testing.T) {
	for name, data := range mails(t) {
		html := string(data)
		if m := unsupported.FindString(html); m != "" {
			t.Errorf("%s uses %q", name, m)
		}
		if len(data) >= 102<<10 {
			t.Errorf("%s has %d bytes: Gmail cuts it off at 102 KB", name, len(data))
		}
		body := html[strings.Index(html, "<body"):]
		if first := regexp.MustCompile(`(?s)<body[^>]*>\s*<div class="preheader"[^>]*>([^<]+)`).FindStringSubmatch(body); first == nil || len(first[1]) < 40 {
			t.Errorf("%s: no preheader", name)
		}
		for _, img := range regexp.MustCompile(`<img[^>]*>`).FindAllString(html, -1) {
			if !strings.Contains(img, " width=") || !strings.Contains(img, " alt=") {
				t.Errorf("%s: %s", name, img)
			}
		}
		if !strings.Contains(html, "<!--[if mso]>") || !strings.Contains(html, `name="color-scheme"`) {
			t.Errorf("%s: not made for Outlook or for the dark", name)
		}
	}
}

// TestColoursCanBeRead holds the contrast of every colour of text in the style
// sheets with its ground, in the light and in the dark (WCAG 2.1, 1.4.3).
func TestColoursCanBeRead(t *testing.T) {
	mail, err := os.ReadFile("../../templates/email/mail.css")
	if err != nil {
		t.Fatal(err)
	}
	light, dark, _ := strings.Cut(string(mail), "@media (prefers-color-scheme: dark)")
	color := regexp.MustCompile(`[{;]\s*color:\s*(#[0-9a-f]{6})`)
	for _, set := range []struct{ css, ground string }{{light, "#ffffff"}, {dark, "#16171a"}} {
		found := color.FindAllStringSubmatch(set.css, -1)
		if len(found) < 4 {
			t.Fatalf("%d colours", len(found))
		}
		for _, c := range found {
			if r := contrastRatio(t, c[1], set.ground); r < 4.5 {
				t.Errorf("%s on %s: %.2f", c[1], set.ground, r)
			}
		}
	}
}

func contrastRatio(t *testing.T, a, b string) float64 {
	l := func(hex string) float64 {
		sum := 0.0
		for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
			n, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
			if err != nil {
				t.Fatal(err)
			}
			v := float64(n) / 255
			if v <= 0.04045 {
				v /= 12.92
			} else {
				v = math.Pow((v+0.055)/1.055, 2.4)
			}
			sum += weight * v
		}
		return sum
	}
	x, y := l(a), l(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}
