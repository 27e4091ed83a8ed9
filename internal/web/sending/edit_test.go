package sending_test

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const editPath = page + "/edit"

func (s *stage) file(name string) string {
	s.t.Helper()
	data, err := os.ReadFile(filepath.Join(s.app.Workspace.Dir, name))
	if err != nil {
		s.t.Fatal(err)
	}
	return string(data)
}

func TestAReleaseIsWrittenAndSaved(t *testing.T) {
	s := open(t, levee(later), "")
	form := s.shows(editPath, "It held all night.", "preview/pdf")
	mine := strings.ReplaceAll(strings.Replace(levee(later), "all night", "<b>until ten</b> & on", 1), "\n", "\r\n")
	if _, body := s.press(form, editPath, "text", mine); !strings.Contains(body, "Saved.") || !strings.Contains(body, "&lt;b&gt;until ten") {
		t.Error(body)
	}
	if got := s.file("releases/levee.md"); got != strings.ReplaceAll(mine, "\r\n", "\n") {
		t.Errorf("%q", got)
	}
	// Somebody else has saved meanwhile, on other lines: both are in the file.
	other := strings.Replace(levee(later), "The levee", "A levee", 1)
	if _, body := s.press(form, editPath, "text", other); !strings.Contains(body, "Somebody else had saved meanwhile") {
		t.Error(body)
	}
	if got := s.file("releases/levee.md"); !strings.Contains(got, "until ten") || !strings.Contains(got, "A levee") {
		t.Errorf("%q", got)
	}
	// On the same lines: both are shown, and nothing is written.
	code, body := s.press(form, editPath, "text", "Mine.")
	if code != http.StatusConflict || !strings.Contains(body, "Both stand below") || !strings.Contains(body, "Mine.") || !strings.Contains(body, "until ten") {
		t.Errorf("%d\n%s", code, body)
	}
	if got := s.file("releases/levee.md"); !strings.Contains(got, "until ten") {
		t.Errorf("it was written over: %q", got)
	}
	if _, body = s.press(body, editPath, "text", "Mine."); !strings.Contains(body, "Saved.") || s.file("releases/levee.md") != "Mine." {
		t.Error(body)
	}
	s.says("what is wrong with it", body, "<strong>Wrong:</strong>", "releases/levee.md:1")
}

func TestAReleaseIsLookedAtInItsForms(t *testing.T) {
	s := open(t, levee(later), "")
	for form, want := range map[string]string{"page": "<!DOCTYPE html>", "mail": "<html", "text": "EMBARGOED UNTIL", "pdf": "%PDF-"} {
		s.shows(page+"/preview/"+form, want)
	}
	if code, _ := s.get(page + "/preview/video"); code != http.StatusNotFound {
		t.Errorf("a form that there is not answers %d", code)
	}
	s.write("releases/levee.md", "no front matter")
	if code, body := s.get(page + "/preview/page"); code != http.StatusConflict || !strings.Contains(body, "releases/levee.md") {
		t.Errorf("%d\n%s", code, body)
	}
}

func TestAReleaseIsBegun(t *testing.T) {
	s := open(t, levee(later), "")
	form := s.shows("/new", "by the clock of UTC")
	for _, c := range []struct{ kind, at, want string }{
		{"date", "", "date     = 2026-07-20"},
		{"embargo", "2026-07-26T09:00", "embargo = 2026-07-26T09:00:00\n"},
		{"release_at", "2026-07-26T09:00", "release_at = 2026-07-26T09:00:00\n"},
		{"hold", "", "release_at = \"hold\"\n"},
	} {
		name := "begun-" + strings.ReplaceAll(c.kind, "_", "-")
		code, body := s.press(form, "/new", "name", name, "headline", `A "new" one`, "language", "es", "kind", c.kind, "at", c.at)
		if code != http.StatusOK || !strings.Contains(body, "A \\&#34;new\\&#34; one") {
			t.Errorf("%s: %d\n%s", c.kind, code, body)
		}
		got := s.file("releases/" + name + ".md")
		if !strings.Contains(got, c.want) || !strings.Contains(got, `language = "es"`) || strings.Contains(got, "\ndate ") != (c.kind == "date") {
			t.Errorf("%s:\n%s", c.kind, got)
		}
	}
	for _, c := range []struct{ name, kind, at, want string }{
		{"levee", "date", "", "exists already; choose another name"},
		{"A name", "date", "", "small letters, digits and hyphens"},
		{"search", "date", "", "it is the address of another page"},
		{"one", "embargo", "tomorrow", "is no day and time; write it as in 2026-07-26T09:00"},
		{"two", "whenever", "", "is no way to go out"},
	} {
		code, body := s.press(form, "/new", "name", c.name, "kind", c.kind, "at", c.at, "language", "en")
		if code != http.StatusConflict || !strings.Contains(body, c.want) {
			t.Errorf("%s: %d\n%s", c.name, code, body)
		}
	}
}

func TestAnotherLanguageIsBegunFromThePage(t *testing.T) {
	s := open(t, levee(later), "")
	code, body := s.press(s.shows(page, "Write it in another language too"), page+"/languages", "language", "es")
	if code != http.StatusOK || !strings.Contains(body, "Begun.") || !strings.Contains(body, "[fill in: in es] The levee holds") {
		t.Errorf("%d\n%s", code, body)
	}
	s.shows(page, "en, es", "is still to be written")
	if code, body := s.press(s.shows(page), page+"/languages", "language", "es"); code != http.StatusConflict || !strings.Contains(body, "is written in es already") {
		t.Errorf("%d\n%s", code, body)
	}
}
