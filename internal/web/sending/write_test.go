package sending_test

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/web/room"
)

type piece struct {
	From, To       int
	Insert         string
	Label, Message string
	Fixes          []struct {
		Title string
		Edits []piece
	}
}

type held = map[string]any

// query asks what the editor in the browser asks.
func (s *stage) query(path string, body held) *http.Response {
	s.t.Helper()
	data, err := json.Marshal(body)
	if err != nil {
		s.t.Fatal(err)
	}
	req, err := http.NewRequestWithContext(context.Background(), room.Query, s.srv.URL+path, bytes.NewReader(data))
	if err != nil {
		s.t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		s.t.Fatal(err)
	}
	return res
}

// help is what the editor in the browser is told.
func (s *stage) help(what string, body held) []piece {
	s.t.Helper()
	res := s.query(editPath+"/"+what, body)
	defer res.Body.Close()
	var out []piece
	if err := json.NewDecoder(res.Body).Decode(&out); err != nil || res.StatusCode != http.StatusOK {
		s.t.Fatalf("%s: %v", res.Status, err)
	}
	return out
}

func TestTheEditorIsToldOfTheTextThatItHolds(t *testing.T) {
	s := open(t, levee(later), "")
	s.shows(editPath, `data-editor="`, `src="/editor.js"`)
	text := strings.Replace(levee(later), "headline", "# 😀\nheadlin", 1)
	list := s.help("check", held{"text": text})
	i := slices.IndexFunc(list, func(p piece) bool { return strings.Contains(p.Message, "did you mean headline?") })
	if i < 0 {
		t.Fatalf("%+v", list)
	}
	// Places are counted as JavaScript counts: the emoji is two.
	want := strings.Index(text, "headlin") - len("😀") + 2
	if p := list[i]; p.From != want || p.To != want+len("headlin") || len(p.Fixes) != 1 || p.Fixes[0].Edits[0].Insert != "headline" {
		t.Errorf("%+v, want it at %d", p, want)
	}
	if got := s.file("releases/levee.md"); strings.Contains(got, "headlin ") {
		t.Error("what was only looked at was written")
	}
}

func TestTheEditorHasWhatCanStandThere(t *testing.T) {
	s := open(t, levee(later), "")
	list := s.help("complete", held{"text": "+++\nsubh\n+++\n", "at": 8})
	i := slices.IndexFunc(list, func(p piece) bool { return p.Label == "subhead" })
	if i < 0 || list[i].From != 4 || list[i].To != 8 || list[i].Insert != `subhead = ""` {
		t.Errorf("%+v", list)
	}
	for _, c := range []struct {
		path string
		body held
		want int
	}{
		{editPath + "/complete", held{"text": "x", "at": "x"}, http.StatusBadRequest},
		{editPath + "/complete", held{"text": "x", "at": -5}, http.StatusOK},
		{editPath + "/check", held{"text": "x", "language": "xx"}, http.StatusNotFound},
		{"/releases/nothing/edit/check", held{"text": "x"}, http.StatusNotFound},
		{editPath + "/check", held{"text": strings.Repeat("x", 1<<20)}, http.StatusRequestEntityTooLarge},
	} {
		res := s.query(c.path, c.body)
		res.Body.Close()
		if res.StatusCode != c.want {
			t.Errorf("%s answers %d, want %d", c.path, res.StatusCode, c.want)
		}
	}
}
