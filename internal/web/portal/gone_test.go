package portal

import (
	"context"
	"net/http"
	"strings"
	"testing"
)

// A link that is no more says what to do, and whom to write to: who asked, where that is
// known, else the press office. It says nothing else.
func TestALinkThatIsNoMoreSaysWhomToWriteTo(t *testing.T) {
	s := newStage(t)
	s.site.WriteTo = "press@harbor.example"
	if _, err := s.desk.Revoke(context.Background(), "x", "river"); err != nil {
		t.Fatal(err)
	}
	whole := "/quote/" + strings.Repeat("A", 43)
	for _, c := range []struct {
		what, path string
		status     int
		says       []string
	}{
		{
			"taken back", s.link["x/river"], http.StatusGone,
			[]string{"The request behind this link was taken back", "write to Lead: lead@h.example."},
		},
		{
			"taken back, in German", s.link["x/river"] + "?language=de", http.StatusGone,
			[]string{`<html lang="de"`, "Die Anfrage hinter diesem Link wurde zurückgenommen", "Schreiben Sie an Lead: lead@h.example."},
		},
		{
			"unknown", whole + "?language=en", http.StatusNotFound,
			[]string{"was copied in part", "write to Harbor &lt;Alliance&gt;: press@harbor.example."},
		},
		{
			"cut off", s.link["x/piers"][:30] + "?language=ar", http.StatusNotFound,
			[]string{`<html lang="ar" dir="rtl"`, "press@harbor.example"},
		},
	} {
		for _, method := range []string{"GET", "POST"} {
			code, page := s.get(t, c.path)
			if method == "POST" {
				code, page = s.send(t, c.path, good())
			}
			if code != c.status {
				t.Errorf("%s, %s: %d", c.what, method, code)
			}
			for _, want := range c.says {
				if !strings.Contains(page, want) {
					t.Errorf("%s, %s: %q is missing:\n%s", c.what, method, want, page)
				}
			}
			if strings.Contains(page, "H &amp;") || strings.Contains(page, "River") || strings.Contains(page, "<button") {
				t.Errorf("%s, %s shows more:\n%s", c.what, method, page)
			}
		}
	}
	s.site.WriteTo = ""
	if _, page := s.get(t, whole+"?language=en"); strings.Contains(page, "write to") {
		t.Errorf("without an address it says\n%s", page)
	}
}
