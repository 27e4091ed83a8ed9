package peers

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// rehearsed is a newsroom with one release that is public and one that is under embargo,
// and nginx in front of it.
type rehearsed struct {
	*newsroom
	front int
	slug  string
	env   []string // of the rehearsals
}

func openRehearsed(t *testing.T) *rehearsed {
	n := openNewsroom(t)
	r := &rehearsed{newsroom: n, front: freePort(t), slug: "statement-on-rates"}
	n.write("outlook-2026", time.Now().Add(3*time.Second))
	first := filepath.Join(n.dir, "releases", "outlook-2026.md")
	source, err := os.ReadFile(first)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, first, strings.ReplaceAll(string(source), secretWords, "first forecast"))
	writeFile(t, filepath.Join(n.dir, "releases", "outlook-2026.es.md"), "+++\nheadline = \"La primera\"\n+++\nEl texto.\n")
	must(t, n.dir, "send", "outlook-2026", "--yes")
	until(t, "the first release", func() bool { h, err := n.ask("GET", n.direct+"/outlook-2026"); return err == nil && h.status == 200 })
	n.write(r.slug, time.Now().Add(24*time.Hour))
	must(t, n.dir, "send", r.slug, "--yes")
	return r
}

// pass is how nginx hands on what comes.
const pass = "location / { proxy_pass http://127.0.0.1:%d; proxy_http_version 1.1; proxy_set_header Connection \"\"; proxy_set_header Host $http_host; %s }"

// drill rehearses through nginx, and returns the kinds of faults that were found.
func (r *rehearsed) drill(location string, more ...string) (kinds, report string) {
	r.Helper()
	stop := nginx(r.T, r.front, location, more...)
	defer stop()
	return r.rehearse("--proxy", fmt.Sprintf("http://127.0.0.1:%d", r.front))
}

func (r *rehearsed) rehearse(args ...string) (kinds, report string) {
	r.Helper()
	out := r.TempDir()
	cmd := exec.Command(binary, append([]string{"-C", r.dir, "embargo", "drill", r.slug, "--json", "--out", out}, args...)...)
	cmd.Env = append(os.Environ(), r.env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var found struct {
		Faults []struct{ Kind, What string }
	}
	if jerr := json.Unmarshal(stdout.Bytes(), &found); jerr != nil {
		r.Fatalf("%v, %v\n%s%s", err, jerr, stdout.String(), stderr.String())
	}
	if (err != nil) != (len(found.Faults) > 0) {
		r.Errorf("%v with %d faults", err, len(found.Faults))
	}
	var all []string
	for _, f := range found.Faults {
		if !slices.Contains(all, f.Kind) {
			all = append(all, f.Kind)
		}
	}
	r.signed(out)
	return strings.Join(all, " "), stdout.String()
}

// signed has another program check the signatures of a report, with the key that is public.
func (r *rehearsed) signed(dir string) {
	r.Helper()
	need(r.T, "openssl")
	key, err := r.ask("GET", r.direct+"/.well-known/pressroom-key")
	if err != nil || key.status != 200 {
		r.Fatalf("the key: %+v, %v", key, err)
	}
	writeFile(r.T, filepath.Join(dir, "key.pem"), string(key.body))
	reports, err := filepath.Glob(filepath.Join(dir, "*.sig"))
	if err != nil || len(reports) != 2 {
		r.Fatalf("%v, %v", reports, err)
	}
	for _, sig := range reports {
		name := strings.TrimSuffix(sig, ".sig")
		out, err := exec.Command("openssl", "pkeyutl", "-verify", "-pubin", "-inkey", filepath.Join(dir, "key.pem"), "-rawin", "-in", name,
			"-sigfile", sig).CombinedOutput()
		if err != nil {
			r.Errorf("%s: %v\n%s", name, err, out)
		}
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 {
			r.Errorf("%s: %v, %v", name, info, err)
		}
	}
}

// TestADrillFindsWhatIsWrong puts faults in front of a server, and behind it, and has each
// found; then there is none, ten times.
func TestADrillFindsWhatIsWrong(t *testing.T) {
	r := openRehearsed(t)
	served := t.TempDir()
	for dir := served; dir != filepath.Dir(os.TempDir()) && dir != "/"; dir = filepath.Dir(dir) { // nginx may work as somebody else
		os.Chmod(dir, 0o755)
	}
	writeFile(t, filepath.Join(served, "build", r.slug, r.slug+".html"), "<p>The page</p>")
	writeFile(t, filepath.Join(served, "early", "feed.atom"), "<feed><title>The "+secretWords+" is here</title></feed>")
	cache := func() string { return fmt.Sprintf("proxy_cache_path %s keys_zone=drilled:1m;", t.TempDir()) }
	database := filepath.Join(r.dir, ".pressroom", "pressroom.db")
	for _, c := range []struct {
		name, want string
		find       func() (kinds, report string)
	}{
		{"a built page left in a served folder", "shown", func() (string, string) {
			return r.drill(fmt.Sprintf("root %s; location / { try_files $uri @p; } ", served) + strings.Replace(fmt.Sprintf(pass, r.port, ""), "location /", "location @p", 1))
		}},
		{"answers kept against what they say", "cached", func() (string, string) {
			return r.drill(fmt.Sprintf(pass, r.port, "proxy_cache drilled; proxy_ignore_headers Cache-Control; proxy_cache_valid 404 1h;"), cache())
		}},
		{"last year's under next year's name", "guessed", func() (string, string) {
			return r.drill(fmt.Sprintf("location = /outlook-2027.pdf { alias %s/early/feed.atom; } ", served) + fmt.Sprintf(pass, r.port, ""))
		}},
		{"a feed made ahead", "listed", func() (string, string) {
			return r.drill(fmt.Sprintf("location = /feed.atom { root %s/early; } ", served) + fmt.Sprintf(pass, r.port, ""))
		}},
		{"a page that is slower", "timed", func() (string, string) {
			slow := strings.Replace(fmt.Sprintf(pass, r.port, "limit_req zone=slow burst=100;"), "location /", "location = /"+r.slug, 1)
			return r.drill(slow+" "+fmt.Sprintf(pass, r.port, ""), "limit_req_zone $binary_remote_addr zone=slow:1m rate=25r/s;") // one in 40 ms
		}},
		{"a database that others may read", "files", func() (string, string) {
			if err := os.Chmod(database, 0o644); err != nil {
				t.Fatal(err)
			}
			return r.rehearse()
		}},
	} {
		if kinds, report := c.find(); kinds != c.want {
			t.Errorf("%s: found %q, not %s\n%s", c.name, kinds, c.want, report)
		}
	}
	sink := startSink(t, false, "-f", "RCPT")
	file := filepath.Join(r.dir, "pressroom.toml")
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, file, strings.Replace(string(source), "sandbox:", fmt.Sprintf("smtp://127.0.0.1:%d", sink.port), 1))
	if kinds, report := r.rehearse(); kinds != "relay" {
		t.Errorf("a relay that refuses: found %q\n%s", kinds, report)
	}
	writeFile(t, file, string(source))
	times := 2
	if os.Getenv("PRESSROOM_FULL") == "1" {
		times = 10
	}
	for i := range times {
		if kinds, report := r.drill(fmt.Sprintf(pass, r.port, "proxy_cache drilled; proxy_cache_revalidate on; proxy_cache_valid 404 1h;"), cache()); kinds != "" {
			t.Errorf("rehearsal %d: found %s where nothing is wrong\n%s", i, kinds, report)
		}
	}
	if h, err := r.ask("GET", r.direct+"/"+r.slug); err != nil || h.status != 404 {
		t.Errorf("after the rehearsals: %+v, %v", h, err)
	}
}

// TestADrillFindsACopyThatIsKeptInFront: somebody is taken off, their page is closed, and a
// proxy still hands out what it kept of it. The rehearsal is told no link.
func TestADrillFindsACopyThatIsKeptInFront(t *testing.T) {
	n := openNewsroom(t)
	writeFile(t, filepath.Join(n.dir, "contacts", "all.csv"), "email,embargo\nnora@paper.example,yes\nben@paper.example,yes\n")
	r := &rehearsed{newsroom: n, front: freePort(t), slug: "statement-on-rates"}
	n.write(r.slug, time.Now().Add(24*time.Hour))
	file := filepath.Join(n.dir, "releases", r.slug+".md")
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, file, strings.Replace(string(source), "to = [", "advance = [\"all\"]\nto = [", 1))
	must(t, n.dir, "send", r.slug, "--yes")
	link := mailedLink(t, n.dir, "nora@paper.example", 1)
	all := fmt.Sprintf(pass, n.port, "")
	kept := strings.Replace(fmt.Sprintf(pass, n.port, "proxy_cache drilled; proxy_ignore_headers Cache-Control; proxy_cache_valid 200 1h;"),
		"location /", "location /advance/", 1)
	stop := nginx(t, r.front, kept+" "+all, fmt.Sprintf("proxy_cache_path %s keys_zone=drilled:1m;", t.TempDir()))
	defer stop()
	proxy := fmt.Sprintf("http://127.0.0.1:%d", r.front)
	if kinds, report := r.rehearse("--proxy", proxy); kinds != "" {
		t.Errorf("before anybody is taken off: %s\n%s", kinds, report)
	}
	if h, err := n.ask("GET", proxy+strings.TrimPrefix(link, n.direct)); err != nil || h.status != 200 {
		t.Fatalf("the link: %+v, %v", h, err)
	}
	must(t, n.dir, "embargo", "off", r.slug, "nora@paper.example", "--yes")
	if kinds, report := r.rehearse("--proxy", proxy); kinds != "link" {
		t.Errorf("found %q, not the link\n%s", kinds, report)
	}
	if kinds, report := r.rehearse(); kinds != "" {
		t.Errorf("with nobody in front: %s\n%s", kinds, report)
	}
}
