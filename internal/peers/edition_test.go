package peers

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/mail"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// TestAPartnersEditionFromTheLift follows a partner's link over the instant at
// which the release goes out.
func TestAPartnersEditionFromTheLift(t *testing.T) {
	need(t, "pdftotext")
	var b *coalitionBench
	var link string
	soon(t, func(ahead time.Duration) (inTime bool) {
		b, link = twoPartners(t)
		closeLinks(t, b)
		link = b.link("ana@river.example", "Once more.")
		openLink(t, link)
		until(t, "the deadline", func() bool { _, page := fetch(t, link); return bytes.Contains(page, []byte("The deadline has passed")) })
		// The browser is another one than that which has opened the link.
		b.open(link, "input[name=code]")
		b.look("portal-further-browser")
		b.open(b.link("ana@river.example", "wherever you follow it"), ".banner")
		do(t, b.ctx, chromedp.Navigate(link))
		b.look("portal-closed")
		at := time.Now().UTC().Add(ahead).Truncate(time.Second)
		releaseAt(t, b.dir, at)
		if out, err := run(t, b.dir, "send", "two", "--yes"); err != nil {
			if !strings.Contains(out, "has passed") {
				t.Fatalf("%v\n%s", err, out)
			}
			return false
		}
		return closedUntil(t, link, at)
	})
	until(t, "the edition", func() bool { code, _ := fetch(t, link+"/edition/two.for-river.txt"); return code == http.StatusOK })
	do(t, b.ctx, chromedp.Navigate(link))
	b.look("portal-after-release")
	editionsAreRivers(t, link)
	if code, _ := fetch(t, link+"/edition/two.for-abbey.pdf"); code != http.StatusNotFound {
		t.Errorf("another partner's edition: %d", code)
	}
	// Each journalist reads their own region's quote first.
	for _, j := range []struct{ address, first, second string }{
		{"nora@paper.example", "Abbey Friends", "River Alliance"}, {"sam@paper.example", "River Alliance", "Abbey Friends"},
	} {
		until(t, "the mail to "+j.address, func() bool { return len(b.letters(j.address)) == 1 })
		text := b.letters(j.address)[0]
		if a, z := strings.Index(text, "Words of "+j.first), strings.Index(text, "Words of "+j.second); a < 0 || z < a {
			t.Errorf("%s reads %d, %d:\n%s", j.address, a, z, text)
		}
	}
	// After the release a withdrawal is a correction to make.
	resp, err := partner.PostForm(link, map[string][]string{"action": {"withdraw"}, "sure": {"yes"}, "why": {"We were wrong"}, "version": {versionOn(t, link)}})
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	until(t, "the lead's mail", func() bool {
		return strings.Contains(strings.Join(b.letters("press@harbor.example"), ""), "correction to make")
	})
	// Until that is settled it is a difference.
	if out, err := run(t, b.dir, "quotes", "verify", "two"); err == nil || !strings.Contains(out, "which ana@river.example took back") {
		t.Errorf("%v\n%s", err, out)
	}
	must(t, b.dir, "quotes", "settle", "two", "river", "--note", "told everybody by telephone")
	if out := must(t, b.dir, "quotes", "verify", "two"); !strings.Contains(out, "1 mailing compared") {
		t.Error(out)
	}
}

// twoPartners is a release with the approved quotes of two partners, and the link
// of one of them, who has handed in a photo. Its instant is hours away.
func twoPartners(t *testing.T) (b *coalitionBench, link string) {
	t.Helper()
	port := freePort(t)
	settings := fmt.Sprintf("[organization]\nid = \"harbor\"\nname = \"Harbor\"\n[mail]\nfrom = \"Press <press@harbor.example>\"\nsmtp = \"sandbox:\"\n"+
		"[server]\nlisten = \"127.0.0.1:%d\"\npublic_url = \"http://127.0.0.1:%d\"\n", port, port)
	source := "+++\nheadline = \"Two groups ask\"\nrelease_at = " + time.Now().Add(6*time.Hour).UTC().Format(time.RFC3339) +
		"\ndateline = \"MARLOW\"\nto = [\"all\"]\n[quotes]\nlocal = true\n[[contact]]\nname = \"Dana\"\nemail = \"dana@harbor.example\"\n"
	for _, o := range []struct{ id, name, region string }{{"abbey", "Abbey Friends", "North"}, {"river", "River Alliance", "South"}} {
		settings += fmt.Sprintf("[[org]]\nid = %q\nname = %q\nregion = %q\ncontact = \"ana@%s.example\"\nboilerplate = \"About %s: it is invented.\"\n"+
			"[org.press]\nname = \"Press of %s\"\nphone = \"+1 555 0100\"\n", o.id, o.name, o.region, o.id, o.name, o.name)
		source += fmt.Sprintf("[[quote]]\norg = %q\nspeaker = \"Ada\"\ntitle = \"chair\"\ntext = \"Words of %s.\"\n", o.id, o.name)
	}
	dir := workspace(t, "pressroom.toml", settings, "releases/two.md", source+"+++\nBody.\n\n{{quotes}}\n\nEnd.\n",
		"contacts/all.csv", "email,region,attachments,format\nnora@paper.example,North,no,text\nsam@paper.example,South,no,text\n")
	cmd, _ := startDesk(t, dir)
	t.Cleanup(func() {
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
	})
	b = &coalitionBench{t: t, dir: dir, shots: os.Getenv("PRESSROOM_SHOTS")}
	b.ctx, _ = browser(t)
	must(t, dir, "quotes", "request", "two", "--org", "abbey,river", "--soft", "1h", "--hard", "2h")
	link = b.link("ana@river.example", "About 60 words")
	for _, id := range []string{"abbey", "river"} {
		must(t, dir, "quotes", "approve", "two", id, "--recorded", "phone")
	}
	openLink(t, link)
	sendPhoto(t, dir, link)
	return b, link
}

// closeLinks asks once more, with a deadline that has soon passed.
func closeLinks(t *testing.T, b *coalitionBench) {
	t.Helper()
	soon(t, func(ahead time.Duration) (inTime bool) {
		hard := time.Now().UTC().Add(ahead).Truncate(time.Second).Format(time.RFC3339)
		out, err := run(t, b.dir, "quotes", "request", "two", "--org", "abbey,river", "--soft", hard, "--hard", hard, "--note", "Once more.")
		if err != nil && !strings.Contains(out, "closed at once") {
			t.Fatalf("%v\n%s", err, out)
		}
		return err == nil
	})
}

// releaseAt sets the instant in the release's file.
func releaseAt(t *testing.T, dir string, at time.Time) {
	t.Helper()
	name := filepath.Join(dir, "releases", "two.md")
	source, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, name, regexp.MustCompile(`(?m)^release_at = .*$`).ReplaceAllString(string(source), "release_at = "+at.Format(time.RFC3339)))
}

var riversFiles = []string{"two.for-river.txt", "two.for-river.html", "two.for-river.pdf", "two.for-river.eml"}

// closedUntil looks at a partner's page and files until an instant: nothing of the
// edition is to be had. It tells whether there was time to look at all of them.
func closedUntil(t *testing.T, link string, at time.Time) (looked bool) {
	t.Helper()
	for {
		for _, f := range riversFiles {
			code, _ := fetch(t, link+"/edition/"+f)
			if !time.Now().Before(at) {
				return looked
			}
			if code != http.StatusNotFound {
				t.Fatalf("%s was to be had before the lift: %d", f, code)
			}
		}
		_, page := fetch(t, link)
		if !time.Now().Before(at) {
			return looked
		}
		if bytes.Contains(page, []byte("Your own edition")) {
			t.Fatal("the page offers the edition before the lift")
		}
		looked = true
	}
}

// partner is a partner's browser.
var partner = func() *http.Client {
	jar, err := cookiejar.New(nil)
	if err != nil {
		panic(err)
	}
	return &http.Client{Jar: jar}
}()

// openLink presses the button of a link.
func openLink(t *testing.T, link string) {
	t.Helper()
	resp, err := partner.PostForm(link, map[string][]string{"action": {"open"}})
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	page, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != http.StatusOK || bytes.Contains(page, []byte(`value="open"`)) {
		t.Fatalf("%d %s, %v", resp.StatusCode, page, err)
	}
}

func fetch(t *testing.T, address string) (int, []byte) {
	t.Helper()
	resp, err := partner.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, data
}

// editionsAreRivers reads every file of a partner's edition: its own quote and its
// own press contact come first.
func editionsAreRivers(t *testing.T, link string) {
	t.Helper()
	for _, f := range riversFiles {
		code, data := fetch(t, link+"/edition/"+f)
		if code != http.StatusOK {
			t.Fatalf("%s: %d", f, code)
		}
		if strings.HasSuffix(f, ".pdf") {
			name := filepath.Join(t.TempDir(), f)
			if err := os.WriteFile(name, data, 0o644); err != nil {
				t.Fatal(err)
			}
			data = []byte(quietly(t, "pdftotext", name, "-"))
		}
		text := string(data)
		river, abbey := strings.Index(text, "Words of River Alliance"), strings.Index(text, "Words of Abbey Friends")
		press, desk := strings.Index(text, "Press of River Alliance"), strings.Index(text, "Dana")
		if river < 0 || abbey < river || press < 0 || desk < press || strings.Contains(text, "EMBARGOED") {
			t.Errorf("%s: quotes at %d and %d, contacts at %d and %d", f, river, abbey, press, desk)
		}
		if strings.HasSuffix(f, ".eml") {
			if m, err := mail.ReadMessage(bytes.NewReader(data)); err != nil || m.Header.Get("X-Unsent") != "1" || m.Header.Get("To") != "" {
				t.Errorf("%v", err)
			}
		}
	}
}

// sendPhoto hands a photo in and has another program read what is written in it.
func sendPhoto(t *testing.T, dir, link string) {
	t.Helper()
	need(t, "identify")
	var img, form bytes.Buffer
	if err := jpeg.Encode(&img, image.NewRGBA(image.Rect(0, 0, 80, 60)), nil); err != nil {
		t.Fatal(err)
	}
	m := multipart.NewWriter(&form)
	for k, v := range map[string]string{
		"action": "photo", "version": versionOn(t, link), "caption": "Ada at the pier", "credit": "Bo Ek", "rights": "Free with this release",
	} {
		if err := m.WriteField(k, v); err != nil {
			t.Fatal(err)
		}
	}
	part, err := m.CreateFormFile("photo", "x.jpg")
	if err != nil {
		t.Fatal(err)
	}
	part.Write(img.Bytes())
	m.Close()
	resp, err := partner.Post(link, m.FormDataContentType(), &form)
	if err != nil {
		t.Fatal(err)
	}
	page, _ := io.ReadAll(resp.Body)
	resp.Body.Close()
	if resp.StatusCode != http.StatusOK || !bytes.Contains(page, []byte("The photo is kept")) {
		t.Fatalf("%d %.500s", resp.StatusCode, page)
	}
	resp, err = partner.Get(link + "/photo")
	if err != nil {
		t.Fatal(err)
	}
	data, _ := io.ReadAll(resp.Body)
	resp.Body.Close()
	name := filepath.Join(t.TempDir(), "photo.jpg")
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("identify", "-format", "%[IPTC:2:120]|%[IPTC:2:110]|%[IPTC:2:116]", name).CombinedOutput()
	if err != nil || strings.TrimSpace(string(out)) != "Ada at the pier|Bo Ek|Free with this release" {
		t.Errorf("%v: %s", err, out)
	}
}

var versionField = regexp.MustCompile(`name="version" value="(\d+)"`)

// versionOn is the version that the forms of a partner's page have.
func versionOn(t *testing.T, link string) string {
	t.Helper()
	resp, err := partner.Get(link)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	page, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	m := versionField.FindSubmatch(page)
	if m == nil {
		t.Fatalf("the page has no form:\n%s", page)
	}
	return string(m[1])
}
