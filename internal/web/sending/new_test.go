package sending_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"
)

func TestANewReleaseSaysHowItWillPrint(t *testing.T) {
	s := open(t, levee(later), "")
	form := s.shows("/new?kind=embargo&at=2026-08-01T09:00&timezone=America/New_York&language=en&headline=A+%22b%22", "It prints:",
		"EMBARGOED UNTIL Saturday, August 1, 2026, 9:00 a.m. EDT (13:00 UTC)", `value="2026-08-01T09:00"`, "America/New_York", "A &#34;b&#34;")
	s.shows("/new/prints?kind=embargo&at=2026-08-01T09:00&language=es", "1 de agosto de 2026")
	s.shows("/new/prints?kind=date")
	for _, c := range []struct{ at, zone, want string }{
		{"", "", "Say when it goes out"}, {"2026-11-01T01:30", "America/New_York", "choose which of the two is meant"}, {"2026-08-01T09:00", "EST5", "is no time zone"},
	} {
		code, body := s.press(form, "/new", "name", "one", "kind", "embargo", "at", c.at, "timezone", c.zone, "language", "en")
		if code != http.StatusConflict || !strings.Contains(body, c.want) {
			t.Errorf("%+v: %d\n%s", c, code, main(body))
		}
	}
	code, body := s.press(form, "/new", "name", "two", "kind", "embargo", "at", "2026-11-01T01:30", "timezone", "America/New_York", "reading",
		"2026-11-01T01:30-05:00", "language", "en")
	if got := s.file("releases/two.md"); code != http.StatusOK || !strings.Contains(got, "embargo = 2026-11-01T01:30:00-05:00\n") {
		t.Errorf("%d\n%s\n%s", code, got, main(body))
	}
	code, body = s.press(form, "/new", "name", "one", "kind", "embargo", "at", "2026-08-01T09:00", "timezone", "America/New_York", "language", "en")
	if got := s.file("releases/one.md"); code != http.StatusOK || !strings.Contains(got, "embargo = 2026-08-01T09:00:00\n") ||
		!strings.Contains(got, "\ntimezone = \"America/New_York\"\n") {
		t.Errorf("%d\n%s\n%s", code, got, main(body))
	}
	s.shows("/releases/one/form", "EMBARGOED UNTIL Saturday, August 1, 2026, 9:00 a.m. EDT (13:00 UTC)")
}

// bring posts a release that is written already.
func (s *stage) bring(file string, data []byte, values ...string) (int, string) {
	s.t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for i := 0; i < len(values); i += 2 {
		w.WriteField(values[i], values[i+1])
	}
	if file != "" {
		part, err := w.CreateFormFile("file", file)
		if err == nil {
			_, err = part.Write(data)
		}
		if err != nil {
			s.t.Fatal(err)
		}
	}
	w.Close()
	return s.answer(http.Post(s.srv.URL+"/new/import", w.FormDataContentType(), &b))
}

const written = "EMBARGOED UNTIL July 26, 2026\n\nThe ferry runs again\n\nMARLOW — The ferry between Marlow and the island runs again from Monday.\n\n" +
	"“We waited a year,” said Ana Ruiz, director of the River Alliance. “It was worth it.”\n"

func TestAReleaseThatIsWrittenIsBroughtIn(t *testing.T) {
	s := open(t, levee(later), "")
	s.shows("/new", "Or bring one that is written already", `enctype="multipart/form-data"`)
	code, body := s.bring("", nil, "pasted", written)
	s.says("the page after", body, "The release is brought in.", "What the import was not sure of", "the source names no press contact")
	if got := s.file("releases/the-ferry-runs-again.md"); code != http.StatusOK || !strings.Contains(got, "speaker = \"Ana Ruiz\"") || !strings.Contains(got, "embargo = \"?\"") {
		t.Errorf("%d\n%s", code, got)
	}
	s.shows("/releases/the-ferry-runs-again/form", "What the import was not sure of", "River Alliance – Ana Ruiz")
	code, body = s.bring("x.html", []byte("<h1>A page</h1><p>It says something.</p>"), "name", "a-page", "language", "en")
	if got := s.file("releases/a-page.md"); code != http.StatusOK || !strings.Contains(got, "It says something.") {
		t.Errorf("%d\n%s\n%s", code, got, main(body))
	}
	code, _ = s.bring("", nil, "pasted", "Quays\n\nMARLOW — The quays open.\n\n“It is done,” said Ana Ruiz, the director.\n", "by", " Harbour Union\n")
	if got := s.file("releases/quays.md"); code != http.StatusOK || !strings.Contains(got, `org = "Harbour Union"`) {
		t.Errorf("whose it is goes lost: %d\n%s", code, got)
	}
	_, body = s.bring("", nil, "pasted", written, "by", `R & "D"`)
	s.says("the page again", body, `name="by" value="R &amp; &#34;D&#34;"`, `<option value="Harbor">`)
	for _, c := range []struct {
		file, data string
		values     []string
		want       string
	}{
		{"", "", []string{"pasted", ""}, "Choose a file, or paste the release"},
		{"", "", []string{"pasted", written}, "exists already"},
		{"x.docx", "PK\x03\x04 broken", nil, "Importing x.docx"},
		{"x.txt", "Words.", []string{"name", "A name"}, "no slug"},
		{"x.txt", "Words.", []string{"language", "not one"}, ""},
	} {
		code, body := s.bring(c.file, []byte(c.data), c.values...)
		if c.want != "" && (code != http.StatusConflict || !strings.Contains(body, c.want)) {
			t.Errorf("%+v: %d\n%s", c, code, main(body))
		}
	}
	if code, _ := s.bring("x.txt", bytes.Repeat([]byte("x"), 34<<20)); code != http.StatusRequestEntityTooLarge {
		t.Errorf("too much: %d", code)
	}
}
