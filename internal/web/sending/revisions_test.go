package sending_test

import (
	"net/http"
	"strings"
	"testing"
)

const historyPath = page + "/revisions"

// writes saves the file with something in the place of something else, and returns the page
// that follows.
func (s *stage) writes(before, after string) string {
	s.t.Helper()
	text := strings.Replace(s.file("releases/levee.md"), before, after, 1)
	code, body := s.press(s.shows(editPath), editPath, "text", text)
	if code != http.StatusOK {
		s.t.Fatalf("%d\n%s", code, body)
	}
	return body
}

func TestASaveIsUndone(t *testing.T) {
	s := open(t, strings.ReplaceAll(levee(later), "\n", "\r\n"), "")
	was := s.file("releases/levee.md")
	saved := s.writes("all night", "until ten")
	s.says("the page after a save", saved, "Saved.", `action="`+editPath+`/undo"`)
	code, body := s.press(saved, editPath+"/undo")
	if got := s.file("releases/levee.md"); code != http.StatusOK || got != was {
		t.Fatalf("%d, and the file has %q, not %q", code, got, was)
	}
	s.says("the page after an undo", body, "Undone: the file is as it was before.")
	if _, body = s.press(body, editPath+"/undo"); !strings.Contains(s.file("releases/levee.md"), "until ten") {
		t.Errorf("what was undone is not done again:\n%s", body)
	}
}

func TestWhatOthersWroteStaysWhereASaveIsUndone(t *testing.T) {
	s := open(t, levee(later), "")
	saved := s.writes("The levee holds", "The levee has held")
	s.write("releases/levee.md", s.file("releases/levee.md")+"And an editor wrote this.\n")
	s.writes("all night", "until ten")
	_, body := s.press(saved, editPath+"/undo")
	s.says("the page after an undo", body, "What was saved since by others stays in the file.")
	if got, want := s.file("releases/levee.md"), strings.Replace(levee(later), "all night", "until ten", 1)+"And an editor wrote this.\n"; got != want {
		t.Errorf("%q", got)
	}
	// On the same lines: both are shown, and nothing is written.
	saved = s.writes("until ten", "until noon")
	s.writes("until noon", "until two")
	code, body := s.press(saved, editPath+"/undo")
	if code != http.StatusConflict || !strings.Contains(s.file("releases/levee.md"), "until two") {
		t.Errorf("%d, %q", code, s.file("releases/levee.md"))
	}
	s.says("what is shown beside each other", body, "Both stand below", "until two", "until ten")
}

func TestWhatAFileHeldIsComparedAndTakenBack(t *testing.T) {
	s := open(t, levee(later), "")
	s.shows(historyPath, "Nothing of it was saved here yet.")
	s.writes("all night", "<until> ten")
	s.shows(historyPath, "Text 2", "Saved as text", "ana@harbor.example", "Found in the file", "Mon 2026-07-20", "The last 200 texts")
	s.shows(historyPath+"?to=1", "Text 1", "Nothing differs.")
	s.shows(historyPath+"?to=2", "Line 12", "What changed from 1 to 2", "This is what the file holds.",
		`<del><span class="away">removed: </span>all night.</del>`, `<ins><span class="away">added: </span>&lt;until&gt; ten.</ins>`)
	earlier := s.shows(historyPath+"?from=2&to=1", "Take text 1 back")
	s.write("releases/levee.md", levee(later)+"An editor wrote this.\n")
	code, body := s.press(earlier, historyPath+"/1")
	if code != http.StatusConflict || !strings.Contains(body, "was changed since you looked") {
		t.Errorf("%d\n%s", code, body)
	}
	_, after := s.press(body, historyPath+"/1")
	s.says("the page after it was taken back", after, "The earlier text is in the file again.")
	if got := s.file("releases/levee.md"); got != levee(later) {
		t.Errorf("%q", got)
	}
	s.shows(historyPath, "Text 1 was taken back")
	s.press(after, editPath+"/undo")
	if got := s.file("releases/levee.md"); got != levee(later)+"An editor wrote this.\n" {
		t.Errorf("%q", got)
	}
	for _, path := range []string{historyPath + "?to=99", historyPath + "?language=xx", "/releases/nothing/revisions"} {
		if code, _ := s.get(path); code != http.StatusConflict && code != http.StatusNotFound {
			t.Errorf("%s: %d", path, code)
		}
	}
	for _, n := range []string{"x", "99"} {
		if code, _ := s.press(strings.ReplaceAll(body, historyPath+"/1", historyPath+"/"+n), historyPath+"/"+n); code < 400 {
			t.Errorf("text %s is taken back: %d", n, code)
		}
	}
}
