package portal

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"pressroom/internal/people"
	"pressroom/internal/web/desk"
	"pressroom/internal/workspace"
)

// TestAPostWithoutAVersionChangesNothing: whoever does not say which words they saw
// writes over none.
func TestAPostWithoutAVersionChangesNothing(t *testing.T) {
	acts := map[string]url.Values{
		"save": {"text": {"Typed by hand."}}, "submit": {"text": {"Typed by hand."}}, "decline": {"text": {"Typed by hand."}},
		"sign": {}, "keep": {}, "photo": {}, "withdraw": {"sure": {"yes"}}, "sign-on": {"sure": {"yes"}},
		"hand-on": {"to": {"c@river.example"}}, "sign-translation": {"language": {"es"}},
	}
	for _, version := range []string{"", "0", "-1", "x", "1e3", "99999999999999999999"} {
		s := newStage(t) // one for all acts, since none changes it; more of them would be too many from one link
		if code, page := s.post(t, s.link["x/river"], good()); code != http.StatusOK {
			t.Fatal(code, page)
		}
		for action, form := range acts {
			_, page := s.get(t, s.link["x/river"])
			form.Set("action", action)
			form.Set("digest", field(digestField, page))
			form.Del("version")
			if version != "" {
				form.Set("version", version)
			}
			before := s.events(t)
			code, page := s.send(t, s.link["x/river"], form)
			said := strings.Contains(page, "did not say which version") && strings.Contains(page, "Words that can be printed.")
			if code != http.StatusConflict || !said {
				t.Errorf("%s, version %q: %d %s", action, version, code, page)
			}
			if form.Has("text") && !strings.Contains(page, "Typed by hand.") {
				t.Errorf("%s, version %q: what was typed is lost", action, version)
			}
			if after := s.events(t); after != before || s.file(t, "x") != staged {
				t.Errorf("%s, version %q: something was changed", action, version)
			}
		}
	}
}

// events counts what has happened to the quotes of x.
func (s *stage) events(t *testing.T) int {
	t.Helper()
	all, err := s.desk.Events(context.Background(), "x")
	if err != nil {
		t.Fatal(err)
	}
	return len(all)
}

// TestOlderWordsDoNotGoOverNewerOnes: every act that touches the words is held
// against the version that its form was made for.
func TestOlderWordsDoNotGoOverNewerOnes(t *testing.T) {
	for _, action := range []string{"save", "submit", "decline"} {
		s := newStage(t)
		old := s.version(t, s.link["x/river"])
		s.post(t, s.link["x/river"], good())
		code, page := s.send(t, s.link["x/river"], url.Values{"action": {action}, "version": {old}, "text": {"Typed for an hour."}})
		if code != http.StatusConflict || !strings.Contains(page, "Typed for an hour.") || !strings.Contains(page, "Words that can be printed.") {
			t.Errorf("%s: %d %s", action, code, page)
		}
	}
}

// TestAnUnknownLinkIsAPageThatSaysSo, whatever is asked of it, and no error of ours.
func TestAnUnknownLinkIsAPageThatSaysSo(t *testing.T) {
	s := newStage(t)
	for _, secret := range []string{
		strings.Repeat("A", 43), "x", strings.Repeat("A", 5000), "%00" + strings.Repeat("A", 42), "%ff%fe" + strings.Repeat("A", 41),
		"%F0%9F%98%80" + strings.Repeat("A", 39), "%27%20OR%201=1%20--" + strings.Repeat("A", 30), strings.Repeat("%2e%2e%2f", 8) + "etc%2fpasswd",
		"1-AAAA", "99999999999999999999-AAAA", "-1", strings.Repeat("0", 64),
	} {
		for _, path := range []string{"/quote/", people.LeavePath, people.UndoPath, people.DetailsPath, people.MePath} {
			for _, more := range []string{"", "/live", "/draft", "/photo", "/edition/x.pdf", "/edition/%00"} {
				if more != "" && path != "/quote/" {
					continue
				}
				for method, body := range map[string]string{"GET": "", "POST": "x=1", "HEAD": "", "PUT": "x"} {
					req, err := http.NewRequest(method, s.URL+path+secret+more, strings.NewReader(body))
					if err != nil {
						t.Fatal(err)
					}
					req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
					resp, err := http.DefaultClient.Do(req)
					if err != nil {
						t.Fatal(err)
					}
					code, page := answered(t, resp)
					if code != http.StatusNotFound && code != http.StatusMethodNotAllowed && code != http.StatusTooManyRequests {
						t.Errorf("%s %s%.60s%s: %d %s", method, path, secret, more, code, page)
					}
					if code == http.StatusNotFound && method == "POST" && more == "" && !strings.Contains(page, "<main") {
						t.Errorf("%s %s%.60s: no page: %s", method, path, secret, page)
					}
				}
			}
		}
	}
}

// TestMalformedFormsAreNoErrorOfOurs sends what no browser sends.
func TestMalformedFormsAreNoErrorOfOurs(t *testing.T) {
	s := newStage(t)
	const form, parts = "application/x-www-form-urlencoded", "multipart/form-data; boundary=b"
	const bad, large, refused = http.StatusBadRequest, http.StatusRequestEntityTooLarge, http.StatusConflict
	field := "--b\r\nContent-Disposition: form-data; name=\"action\"\r\n\r\nsave"
	save := "action=save&version=1&text="
	for name, c := range map[string]struct {
		kind, body string
		want       int
	}{
		"a percent sign alone":             {form, save + "%zz", bad},
		"a form that ends early":           {parts, field, bad},
		"no boundary":                      {"multipart/form-data", "x", bad},
		"a boundary without end":           {"multipart/form-data; boundary=" + strings.Repeat("b", 500), "x", refused},
		"a long field beside a file":       {parts, multi("caption", strings.Repeat("c", maxField+1)), large},
		"many fields":                      {parts, strings.Repeat(field+"\r\n", 500) + "--b--\r\n", large},
		"JSON":                             {"application/json", `{"action":"save","version":1}`, refused},
		"a photo as a field":               {parts, multi("action", "photo"), refused},
		"more words than the page takes":   {form, save + strings.Repeat("w", maxWords), large},
		"as many words as the page can do": {form, save + strings.Repeat("w", maxWords-100), http.StatusOK},
	} {
		resp, err := s.browser.Post(s.URL+s.link["x/river"], c.kind, strings.NewReader(c.body))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if code, page := answered(t, resp); code != c.want || !strings.Contains(page, "<main") {
			t.Errorf("%s: %d, want %d: %.300s", name, code, c.want, page)
		}
	}
	for body, want := range map[string]int{"text=" + strings.Repeat("w", maxLive): large, "text=%zz": bad, "text=Words.": http.StatusOK} {
		resp, err := s.browser.Post(s.URL+s.link["x/river"]+"/live", form, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		if code, _ := answered(t, resp); code != want {
			t.Errorf("live, %.20s: %d, want %d", body, code, want)
		}
	}
}

// multi is a form of one field, as browsers send it beside a file.
func multi(name, value string) string {
	return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n--b--\r\n"
}

// TestStrangersBodiesAreNotRead: who has no link is answered before they have sent
// what they want to send.
func TestStrangersBodiesAreNotRead(t *testing.T) {
	s := newStage(t)
	for _, path := range []string{"/quote/" + strings.Repeat("A", 43), "/quote/" + strings.Repeat("A", 43) + "/live"} {
		c, err := net.Dial("tcp", strings.TrimPrefix(s.URL, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		c.SetDeadline(time.Now().Add(time.Minute))
		io.WriteString(c, "POST "+path+" HTTP/1.1\r\nHost: x\r\n"+
			"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 10000000\r\n\r\ntext=")
		answer := make([]byte, 12)
		if _, err := io.ReadFull(c, answer); err != nil || string(answer) != "HTTP/1.1 404" {
			t.Errorf("%s: %q, %v", path, answer, err)
		}
	}
}

// TestOnlySoManyAreReadConcurrently holds uploads open: two of one link are read, a third
// is told to come back, and a photo leaves nothing behind on the disk.
func TestOnlySoManyAreReadConcurrently(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	s := newStage(t)
	var body bytes.Buffer
	m := multipart.NewWriter(&body)
	m.WriteField("action", "photo")
	m.WriteField("version", s.version(t, s.link["x/river"]))
	part, err := m.CreateFormFile("photo", "x.jpg")
	if err != nil {
		t.Fatal(err)
	}
	part.Write(aPhoto(t))
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	whole := body.Bytes()
	var open []*io.PipeWriter
	ended := make(chan int, uploadsOfALink)
	for range uploadsOfALink {
		r, w := io.Pipe()
		open = append(open, w)
		go func() {
			resp, err := s.browser.Post(s.URL+s.link["x/river"], m.FormDataContentType(), r)
			if err != nil {
				ended <- 0
				return
			}
			resp.Body.Close()
			ended <- resp.StatusCode
		}()
		if _, err := w.Write(whole[:len(whole)-1]); err != nil {
			t.Fatal(err)
		}
	}
	// What was written was taken by the client; the server has the place once a file
	// is on the disk.
	for len(uploadsLeft(t)) < uploadsOfALink {
		select {
		case code := <-ended:
			t.Fatalf("an upload was answered before it ended: %d", code)
		case <-time.After(time.Millisecond):
		}
	}
	code, page := s.upload(t, s.link["x/river"], "y.jpg", aPhoto(t), "c", "c")
	if code != http.StatusServiceUnavailable || !strings.Contains(page, "try again in a minute") {
		t.Errorf("%d %s", code, page)
	}
	if code, page := s.upload(t, s.link["x/piers"], "y.jpg", aPhoto(t), "c", "c"); code != http.StatusOK {
		t.Errorf("another link: %d %s", code, page)
	}
	for _, w := range open {
		w.Write(whole[len(whole)-1:])
		w.Close()
	}
	for range open {
		if code := <-ended; code != http.StatusConflict { // it has no caption
			t.Errorf("answered %d", code)
		}
	}
	if left := uploadsLeft(t); len(left) != 0 {
		t.Errorf("%v is left", left)
	}
}

func uploadsLeft(t *testing.T) []os.DirEntry {
	t.Helper()
	left, err := os.ReadDir(os.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return left
}

// TestTheBoardSaysWhichVersion: the lead, too, decides on what is on the page.
func TestTheBoardSaysWhichVersion(t *testing.T) {
	s := newStage(t)
	s.post(t, s.link["x/river"], good())
	w, err := workspace.Open(s.dir)
	if err != nil {
		t.Fatal(err)
	}
	handler, open := desk.Handler(desk.Services{Workspace: w, Ledger: s.ledger, Coalition: s.desk, Log: slog.New(slog.DiscardHandler)}, nil, nil)
	srv := httptest.NewServer(handler)
	defer srv.Close()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	lead := &http.Client{Jar: jar}
	if resp, err := lead.Get(srv.URL + open); err != nil || resp.Body.Close() != nil || resp.StatusCode != http.StatusOK {
		t.Fatal(resp, err)
	}
	before := s.events(t)
	for _, action := range []string{"accept", "send-back", "propose"} {
		for _, version := range []string{"", "0", "x"} {
			form := good()
			form.Set("action", action)
			form.Set("version", version)
			form.Set("note", "why")
			resp, err := lead.PostForm(srv.URL+"/quotes/x/river", form)
			if err != nil {
				t.Fatal(err)
			}
			if code, page := answered(t, resp); code != http.StatusConflict || !strings.Contains(page, "which version") {
				t.Errorf("%s, version %q: %d %s", action, version, code, page)
			}
		}
	}
	if after := s.events(t); after != before {
		t.Error("something was changed")
	}
}
