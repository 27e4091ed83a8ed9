package peers

import (
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// read is a newsroom that is looked at: in a browser, and by the checker of HTML.
type read struct {
	*testing.T
	dir, at string
	shots   string
	pages   string // a folder for the checker
}

// openRead is one with three releases in three languages: as it went out, corrected, and
// withdrawn; and with a fourth under embargo, of which one journalist has a copy and
// another was asked.
func openRead(t *testing.T) *read {
	port := freePort(t)
	r := &read{T: t, at: fmt.Sprintf("http://127.0.0.1:%d", port), shots: os.Getenv("PRESSROOM_SHOTS"), pages: t.TempDir()}
	today := "date = " + time.Now().UTC().Format(time.DateOnly)
	later := "embargo = " + time.Now().Add(6*time.Hour).UTC().Format("2006-01-02T15:04:05Z") + "\nadvance = [\"all\"]"
	files := []string{
		"pressroom.toml", fmt.Sprintf(newsroomSettings, port) + "[embargo]\nrecord = true\nreference = true\n",
		"contacts/all.csv", "email,language,embargo\nann@a.example,en,yes\neva@b.example,es,yes\nsami@c.example,ar,yes\nasked@d.example,es,\n",
		"releases/media/figures.txt", "Figures\n",
	}
	for slug, when := range map[string]string{"ferry": today, "buses": today, "trams": today, "lifts": later} {
		files = append(files, r.release(slug, when, "3.2")...)
	}
	r.dir = workspace(t, files...)
	cmd, _ := startDesk(t, r.dir)
	t.Cleanup(func() {
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
	})
	for _, slug := range []string{"ferry", "buses", "trams", "lifts"} {
		must(t, r.dir, "send", slug, "--yes")
	}
	for _, slug := range []string{"ferry", "buses", "trams"} {
		until(t, slug, func() bool { return r.status("/"+slug) == http.StatusOK })
		until(t, slug+" to have gone out", func() bool {
			out, err := run(t, r.dir, "status", slug)
			return err == nil && strings.Contains(out, "done")
		})
	}
	again := r.release("buses", today, "3.1")
	for i := 0; i < len(again); i += 2 {
		writeFile(t, filepath.Join(r.dir, again[i]), again[i+1])
	}
	must(t, r.dir, "correct", "buses", "--correction", "--yes", "--sentence", "Last year 3.1 million people travelled, not 3.2 million.",
		"--sentence-es", "El año pasado viajaron 3,1 millones de personas, no 3,2 millones.",
		"--sentence-ar", "سافر في العام الماضي 3.1 مليون شخص، لا 3.2 مليون.")
	must(t, r.dir, "withdraw", "trams", "--yes", "--reason", "The count was never made.", "--reason-es", "El recuento nunca se hizo.",
		"--reason-ar", "لم يُجرَ الإحصاء قط.")
	until(t, "the correction and the withdrawal", func() bool {
		return strings.Contains(r.get("/buses"), "not 3.2 million") && strings.Contains(r.get("/trams"), "never made")
	})
	return r
}

// release is a release in three languages, with a number that may turn out wrong.
func (r *read) release(slug, when, count string) []string {
	words := "+++\nheadline = %q\nsubhead = %q\n%s+++\n%s\n\n%s\n"
	head := when + "\ntimezone = \"UTC\"\nlanguage = \"en\"\ndateline = \"HARBOUR\"\nto = [\"all\"]\ntopics = [\"transport\"]\n[[contact]]\n" +
		"name = \"Dana Whitlock\"\nrole = \"press officer\"\nphone = \"+44 20 7946 0142\"\nemail = \"dana@harbor.example\"\n" +
		"[[document]]\ntitle = \"The figures\"\nfile = \"media/figures.txt\"\n"
	return []string{
		"releases/" + slug + ".md", fmt.Sprintf(words, "Fares of the "+slug+" fall by half from Monday", "The cheapest ticket costs one pound", head,
			"The fares fall on Monday, in all zones and at all hours.", "Last year "+count+" million people travelled."),
		"releases/" + slug + ".es.md", fmt.Sprintf(words, "Las tarifas bajan a la mitad desde el lunes ("+slug+")", "El billete más barato cuesta una libra",
			"dateline = \"PUERTO\"\n", "Las tarifas bajan el lunes, en todas las zonas.", "El año pasado viajaron "+strings.Replace(count, ".", ",", 1)+" millones de personas."),
		"releases/" + slug + ".ar.md", fmt.Sprintf(words, "تنخفض الأجرة إلى النصف ابتداءً من الاثنين ("+slug+")", "أرخص تذكرة بجنيه واحد",
			"dateline = \"الميناء\"\n", "تنخفض الأجرة يوم الاثنين في كل المناطق.", "سافر في العام الماضي "+count+" مليون شخص."),
	}
}

func (r *read) status(address string) int {
	resp, err := http.Get(r.at + address)
	if err != nil {
		return 0
	}
	resp.Body.Close()
	return resp.StatusCode
}

func (r *read) get(address string) string {
	r.Helper()
	resp, err := http.Get(r.at + address)
	if err != nil {
		r.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		r.Fatal(err)
	}
	return string(body)
}

// keep has the checker look at a page.
func (r *read) keep(name, page string) {
	r.Helper()
	if !strings.HasPrefix(page, "<!DOCTYPE html>") {
		r.Fatalf("%s is no page:\n%.300s", name, page)
	}
	writeFile(r, filepath.Join(r.pages, strings.NewReplacer("/", "_", "?", "_", " ", "-").Replace(name)+".html"), page)
}

var visitField = regexp.MustCompile(`name="visit" value="([^"]+)"`)

var hrefs = regexp.MustCompile(`(?:href|src)="([^"#]+)"`)

// leads looks whether every link of a page leads somewhere.
func (r *read) leads(page string, seen map[string]bool) {
	r.Helper()
	base, err := url.Parse(r.at + page)
	if err != nil {
		r.Fatal(err)
	}
	for _, m := range hrefs.FindAllStringSubmatch(r.get(page), -1) {
		to, err := base.Parse(html.UnescapeString(m[1]))
		if err != nil || to.Scheme != "http" || seen[to.String()] {
			continue
		}
		seen[to.String()] = true
		if status := r.status(to.RequestURI()); status != http.StatusOK {
			r.Errorf("%s leads to %s, which answers %d", page, to, status)
		}
	}
}

// early keeps the pages of notices and of advance copies, and what is downloaded there.
func (r *read) early() {
	r.Helper()
	r.keep("asked", r.get(strings.TrimPrefix(mailedLink(r.T, r.dir, "asked@d.example", 1), r.at)))
	for _, who := range []string{"ann@a.example", "eva@b.example", "sami@c.example"} {
		jar, err := cookiejar.New(nil)
		if err != nil {
			r.Fatal(err)
		}
		client := &http.Client{Jar: jar}
		fetch := func(resp *http.Response, err error) string {
			if err != nil {
				r.Fatal(err)
			}
			defer resp.Body.Close()
			body, err := io.ReadAll(resp.Body)
			if err != nil {
				r.Fatal(err)
			}
			return string(body)
		}
		link := r.advanceOf(who)
		before := fetch(client.Get(link))
		r.keep("before "+who, before)
		visit := visitField.FindStringSubmatch(before)
		if visit == nil {
			r.Fatalf("no button for %s:\n%s", who, before)
		}
		r.keep("copy "+who, fetch(client.PostForm(link, url.Values{"action": {"open"}, "visit": {visit[1]}})))
		own := fetch(client.Get(link + "/lifts"))
		if !strings.Contains(own, `name="dcterms.identifier"`) {
			r.Errorf("the page that %s downloads bears no reference", who)
		}
		r.keep("downloaded "+who, own)
		for _, m := range regexp.MustCompile(`hreflang="[a-z]+" href="([^"]+)"`).FindAllStringSubmatch(own, -1) {
			if other := fetch(client.Get(link + "/" + m[1])); !strings.Contains(other, `name="dcterms.identifier"`) {
				r.Errorf("the page that %s downloads leads to %s:\n%.300s", who, m[1], other)
			}
		}
	}
}

// advanceOf is the link in somebody's advance copy.
func (r *read) advanceOf(who string) (link string) {
	r.Helper()
	for n := 1; link == ""; n++ {
		link = mailedLink(r.T, r.dir, who, n)
	}
	return link
}

// TestTheNewsroomOnAPhone: list, release, correction and withdrawal in
// three languages, in the light and in the dark: nothing is wider than a phone, axe-core
// finds nothing, and the Nu checker neither; so it is with the pages of those who are asked
// or have a copy.
func TestTheNewsroomOnAPhone(t *testing.T) {
	need(t, "java")
	jar := tool(t, "PRESSROOM_VNU", "Nu checker (vnu.jar)")
	r := openRead(t)
	ctx, asked := browser(t)
	phone := emulation.SetDeviceMetricsOverrideParams{Width: 360, Height: 740, DeviceScaleFactor: 2, Mobile: true}
	if _, err := chromedp.Call(ctx, emulation.SetDeviceMetricsOverride, phone); err != nil {
		t.Fatal(err)
	}
	pages := []string{"/nothing", "/topics", "/search", "/search?q=zeppelin", "/search?q=monday+pound"}
	for _, lang := range []string{"en", "es", "ar"} {
		ending := strings.TrimSuffix("."+lang, ".en")
		pages = append(pages, "/?language="+lang, "/topics/transport?language="+lang, "/search?q=million+fall&language="+lang, "/ferry"+ending, "/buses"+ending, "/trams"+ending)
	}
	seen := make(map[string]bool)
	for _, p := range append(pages, "/") {
		r.keep(p, r.get(p))
		r.leads(p, seen)
		for _, scheme := range []string{"light", "dark"} {
			media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
			if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media); err != nil {
				t.Fatal(err)
			}
			do(t, ctx, chromedp.Navigate(r.at+p))
			if ask(t, ctx, chromedp.Evaluate[bool](`document.documentElement.scrollWidth > window.innerWidth`)) {
				t.Errorf("%s is wider than a phone", p)
			}
			accessible(t, ctx, p+" "+scheme)
			if r.shots != "" {
				name := strings.NewReplacer("/", "_", "?", "_").Replace("newsroom" + p + " " + scheme + ".jpg")
				if err := os.WriteFile(filepath.Join(r.shots, name), ask(t, ctx, chromedp.FullScreenshot(80)), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	for _, u := range asked() {
		if !strings.HasPrefix(u, r.at) && !strings.HasPrefix(u, "data:") {
			t.Errorf("a page fetched %s", u)
		}
	}
	r.early()
	if len(seen) < 30 {
		t.Errorf("only %d links were followed", len(seen))
	}
	out, err := exec.Command("java", "-jar", jar, "--errors-only", r.pages).CombinedOutput()
	if err != nil || len(out) > 0 {
		t.Errorf("%v\n%s", err, out)
	}
}
