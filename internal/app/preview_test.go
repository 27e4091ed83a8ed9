package app

import (
	"bufio"
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressroom/internal/workspace"
)

const shownRelease = "+++\nheadline = \"The tide\"\ndate = 2026-07-20\n[[contact]]\nname = \"Dana\"\nphone = \"1\"\n+++\nIt turns at six.\n"

// previewing is a preview of a workspace, looked at whenever the test says so.
type previewing struct {
	t    *testing.T
	dir  string
	link *url.URL
	look chan time.Time
}

func openPreview(t *testing.T, files ...string) *previewing {
	t.Helper()
	p := &previewing{t: t, dir: t.TempDir(), look: make(chan time.Time)}
	p.write("pressroom.toml", "[organization]\nname = \"Harbor\"\ntimezone = \"UTC\"\n")
	p.write("releases/other.md", strings.Replace(shownRelease, "It turns", "It ebbs", 1))
	p.write("releases/tide.md", shownRelease)
	p.write("contacts/press.csv", "email,name,language\nbo@radio.example,Bo,en\n")
	ctx, end := context.WithCancel(context.Background())
	a, err := Look(ctx, p.dir, World{Now: time.Now, Log: slog.New(slog.NewTextHandler(t.Output(), nil)), Say: t.Output()})
	if err != nil {
		t.Fatal(err)
	}
	links, ended := make(chan string, 1), make(chan error, 1)
	go func() {
		ended <- a.Preview(ctx, Previewing{Files: files, Listen: "127.0.0.1:0", At: func(l string) { links <- l }, Look: p.look})
	}()
	t.Cleanup(func() {
		end()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		a.Close()
	})
	select {
	case link := <-links:
		if p.link, err = url.Parse(link); err != nil {
			t.Fatal(err)
		}
	case err := <-ended:
		ended <- err
		t.Fatal(err)
	}
	return p
}

// write writes a file, later than all that were written before.
func (p *previewing) write(name, data string) {
	p.t.Helper()
	path := filepath.Join(p.dir, name)
	if err := workspace.WriteFile(path, []byte(data)); err != nil {
		p.t.Fatal(err)
	}
}

func (p *previewing) ask(method, path, host, body string) (int, string) {
	p.t.Helper()
	req, err := http.NewRequest(method, p.link.JoinPath(path).String(), strings.NewReader(body))
	if err != nil {
		p.t.Fatal(err)
	}
	if host != "" {
		req.Host = host
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		p.t.Fatal(err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		p.t.Fatal(err)
	}
	return res.StatusCode, string(data)
}

func TestAPreviewIsToldWhenAFileIsWritten(t *testing.T) {
	p := openPreview(t, "tide")
	if code, body := p.ask("GET", "/", "", ""); code != http.StatusOK || !strings.Contains(body, `data-pushed="`+p.link.Path+`events"`) {
		t.Fatalf("%d\n%s", code, body)
	}
	if _, body := p.ask("QUERY", "/proof", "", `{"text":"+++\n+++\nWhat a browser sends is not shown."}`); !strings.Contains(body, "It turns at six.") {
		t.Errorf("%.300s", body)
	}
	res, err := http.Get(p.link.JoinPath("events").String())
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	told := bufio.NewScanner(res.Body)
	if !told.Scan() || told.Text() != ": here" {
		t.Fatal(told.Text())
	}
	p.look <- time.Time{} // nothing was written, and nothing is said
	p.write("releases/other.md", shownRelease)
	p.look <- time.Time{} // nor where it is another release
	p.write("releases/tide.md", strings.Replace(shownRelease, "six", "seven, at the latest", 1))
	p.look <- time.Time{}
	for told.Scan() && told.Text() == "" {
	}
	if told.Text() != "event: changed" {
		t.Errorf("%q", told.Text())
	}
	if _, body := p.ask("QUERY", "/proof", "", `{"journalist":"bo@radio.example"}`); !strings.Contains(body, "seven, at the latest") || !strings.Contains(body, "bo@radio.example") {
		t.Errorf("%.300s", body)
	}
	p.write("releases/tide.md", "+++\nheadlin = \"x\"\n+++\n")
	if _, body := p.ask("QUERY", "/proof", "", "{}"); !strings.Contains(body, `"broken":"releases/tide.md:2:1: `) {
		t.Errorf("%.300s", body)
	}
	if _, err := os.Stat(filepath.Join(p.dir, ".pressroom")); err == nil {
		t.Error("something was written")
	}
}

// The release that was written last is shown where none was named, also one that was begun
// meanwhile.
func TestAPreviewFollowsWhatIsWritten(t *testing.T) {
	p := openPreview(t)
	later := time.Now().Add(time.Hour)
	for i, c := range []struct{ name, text string }{
		{"other.md", "It ebbs at noon."}, {"new.md", "It is new."}, {"tide.md", "It turned."}, {"tide.de.md", "Sie kippt."},
	} {
		src := shownRelease
		if strings.Contains(c.name, ".de.") {
			src = "+++\nheadline = \"Die Flut\"\n+++\nIt turns at six.\n"
		}
		path := filepath.Join("releases", c.name)
		p.write(path, strings.Replace(src, "It turns at six.", c.text, 1))
		at := later.Add(time.Duration(i) * time.Minute)
		if err := os.Chtimes(filepath.Join(p.dir, path), at, at); err != nil {
			t.Fatal(err)
		}
		p.look <- time.Time{}
		p.look <- time.Time{} // the first has been looked at
		language := ""
		if strings.Contains(c.name, ".de.") {
			language = "de"
		}
		if _, body := p.ask("QUERY", "/proof", "", `{"language":"`+language+`"}`); !strings.Contains(body, c.text) {
			t.Errorf("%s: %.300s", c.name, body)
		}
	}
}

func TestAPreviewAnswersThisMachineAlone(t *testing.T) {
	p := openPreview(t, "tide")
	for _, c := range []struct {
		method, path, host string
		want               int
	}{
		{"GET", "/", "localhost:1", http.StatusOK},
		{"GET", "/", "rebound.example", http.StatusForbidden},
		{"QUERY", "/proof", "192.0.2.1:80", http.StatusForbidden},
		{"GET", "/events", "rebound.example", http.StatusForbidden},
		{"GET", "/../", "", http.StatusNotFound},
		{"GET", "/proofs/frame", "", http.StatusOK},
		{"POST", "/proof", "", http.StatusNotFound},
	} {
		if code, body := p.ask(c.method, c.path, c.host, "{}"); code != c.want {
			t.Errorf("%s %s for %q: %d\n%.200s", c.method, c.path, c.host, code, body)
		}
	}
	// Whoever has not the link finds nothing.
	res, err := http.Get("http://" + p.link.Host + "/0123/proofs/frame")
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if res.StatusCode != http.StatusNotFound {
		t.Errorf("without the link: %d", res.StatusCode)
	}
}
