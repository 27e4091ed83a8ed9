package sending_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"pressroom/internal/web/proofs"
)

type looked struct {
	Broken, About, Page, Mail, PDF, Text, Phase string
	Embargoed                                   bool
	Sheets                                      []struct{ Name, SVG string }
}

// looks is what the preview is answered for a text.
func (s *stage) looks(body held) (out looked) {
	s.t.Helper()
	res := s.query(editPath+"/proof", body)
	defer res.Body.Close()
	if err := json.NewDecoder(res.Body).Decode(&out); err != nil || res.StatusCode != http.StatusOK {
		s.t.Fatalf("%s: %v", res.Status, err)
	}
	return out
}

func TestThePreviewIsOfTheTextThatTheBrowserHolds(t *testing.T) {
	s := open(t, levee(later), "")
	s.shows(editPath, `data-ask="/releases/levee/edit/proof"`, `sandbox="allow-same-origin" src="/proofs/frame"`, `<option value="ana@paper.example">Ana, The Paper</option>`)
	res, err := http.Get(s.srv.URL + "/proofs/frame")
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	policy := res.Header.Get("Content-Security-Policy")
	for _, part := range []string{"sandbox allow-same-origin;", "default-src 'none'", "frame-ancestors 'self'", "form-action 'none'"} {
		s.says("the policy of a frame", policy, part)
	}
	if strings.Contains(policy, "script") {
		t.Errorf("a frame may run scripts: %s", policy)
	}
	text := strings.Replace(levee(later), "all night", "until ten", 1)
	got := s.looks(held{"text": text})
	for what, form := range map[string]string{"page": got.Page, "mail": got.Mail, "text": got.Text} {
		s.says("the "+what, form, "until ten")
	}
	if strings.Count(s.shows(editPath), `<option value="ana@paper.example">`) != 1 {
		t.Error("who gets it early and late is offered twice, or not at all")
	}
	if len(got.Sheets) != 1 || !strings.HasPrefix(got.Sheets[0].SVG, `<svg role="img" data-sheet="`+got.Sheets[0].Name+`" aria-label="Page 1 of 1"`) ||
		!got.Embargoed || got.Phase != "advance" {
		t.Errorf("%.600s %v", got.Sheets, got.Phase)
	}
	// A page that it has is not sent again.
	same := s.looks(held{"text": text, "have": []string{got.Sheets[0].Name}})
	if len(same.Sheets) != 1 || same.Sheets[0].SVG != "" || same.Sheets[0].Name != got.Sheets[0].Name {
		t.Errorf("%.600s", same.Sheets)
	}
	if out := s.looks(held{"text": text, "phase": "release"}); strings.Contains(out.Text, "EMBARGOED") || out.Phase != "release" {
		t.Errorf("%s\n%s", out.Phase, out.Text)
	}
	bo := s.looks(held{"text": text, "journalist": "bo@radio.example", "dark": true})
	s.says("Bo's mail", bo.Mail, "bo@radio.example", `content="dark"`)
	if bo.About != "Bo · Radio" || bo.Phase != "release" { // he is not among those who have it early
		t.Errorf("%q, %s", bo.About, bo.Phase)
	}
	if got := s.looks(held{"text": text, "journalist": "no@body.example"}); got.Broken != "Nobody on the press lists has that address." {
		t.Errorf("%+v", got)
	}
	if got := s.looks(held{"text": "+++\nheadlin = 1\n+++\n"}); !strings.HasPrefix(got.Broken, "releases/levee.md:2:1: ") || got.Page != "" {
		t.Errorf("%+v", got)
	}
	if got := s.file("releases/levee.md"); got != levee(later) {
		t.Error("what was only looked at was written")
	}
	for _, c := range []struct {
		path, body string
		want       int
	}{
		{editPath + "/proof", "{", http.StatusBadRequest},
		{editPath + "/proof", "{}", http.StatusBadRequest},
		{editPath + "/proof", `{"text":"` + strings.Repeat("x", 3<<20) + `"}`, http.StatusRequestEntityTooLarge},
		{editPath + "/proof", `{"text":"x","file":"xx"}`, http.StatusNotFound},
		{"/releases/nothing/edit/proof", `{"text":"x"}`, http.StatusNotFound},
	} {
		req, err := http.NewRequest("QUERY", s.srv.URL+c.path, strings.NewReader(c.body))
		if err != nil {
			t.Fatal(err)
		}
		if code, body := s.answer(http.DefaultClient.Do(req)); code != c.want {
			t.Errorf("%.40s answers %d: %s", c.body, code, body)
		}
	}
}

var framed = regexp.MustCompile(`<iframe sandbox="allow-same-origin" src="([^"]+)" title="([^"]+)">`)

// Without a script a button shows all forms of what is typed, and saves nothing.
func TestWithoutAScriptAButtonShowsTheForms(t *testing.T) {
	s := open(t, levee(later), "")
	form := s.shows(editPath, `<noscript> <button class="second" formaction="/releases/levee/edit/look">`)
	mine := strings.Replace(levee(later), "all night", "until ten", 1)
	fields := s.form(form, editPath, "text", strings.ReplaceAll(mine, "\n", "\r\n"))
	code, body := s.answer(http.PostForm(s.srv.URL+editPath+"/look", fields))
	if code != http.StatusOK || !strings.Contains(body, "until ten") {
		t.Fatalf("%d\n%s", code, body)
	}
	if s.file("releases/levee.md") != levee(later) {
		t.Error("it was written")
	}
	s.says("without a script", body, `<span class="soft">Subject:</span> <span>EMBARGO July 26`)
	frames := framed.FindAllStringSubmatch(body, -1)
	if len(frames) != 4 {
		t.Fatalf("%d frames in\n%s", len(frames), body)
	}
	for _, f := range frames {
		res, err := http.Get(s.srv.URL + f[1])
		if err != nil {
			t.Fatal(err)
		}
		data, _ := io.ReadAll(res.Body)
		res.Body.Close()
		want := "until ten"
		if f[2] == "PDF" {
			want = `aria-label="Page 1 of 1"`
		}
		if !strings.Contains(string(data), want) || res.Header.Get("Content-Security-Policy") != proofs.FramePolicy {
			t.Errorf("%s: %s, %v", f[2], data, res.Header)
		}
	}
	// What was typed is saved from there as it is.
	if _, saved := s.press(body, editPath, "text", mine); !strings.Contains(saved, "Saved.") || s.file("releases/levee.md") != mine {
		t.Errorf("%s", saved)
	}
	fields.Set("text", "nothing")
	if _, body := s.answer(http.PostForm(s.srv.URL+editPath+"/look", fields)); !strings.Contains(body, "The text cannot be shown as it stands. releases/levee.md:1") {
		t.Errorf("%s", body)
	}
	if code, _ := s.get("/proofs/seen/" + url.PathEscape("0123456789abcdef")); code != http.StatusNotFound {
		t.Errorf("what was never kept answers %d", code)
	}
}

// With each field of the form that changes, the release is shown with it.
func TestThePreviewIsOfWhatTheFormHolds(t *testing.T) {
	s := open(t, levee(later), "")
	before := s.file("releases/levee.md")
	body := s.shows(formPath, `data-ask="/releases/levee/form/proof"`, `class="proofs beside"`, `<option value="ana@paper.example">`)
	headline := s.fill(body, "", "-1")
	headline.Set("now.headline", "The levee <stood>")
	headline.Set("do", "save")
	contact := s.fill(body, "contact", "-1")
	contact.Set("now.name", "Cy Vega")
	contact.Set("now.email", "cy@levee.example")
	contact.Set("do", "add")
	untouched := s.fill(body, "contact", "0")
	ask := func(parts ...url.Values) (out looked) {
		var posted []string
		for _, p := range parts {
			posted = append(posted, p.Encode())
		}
		res := s.query(formPath+"/proof", held{"parts": posted})
		defer res.Body.Close()
		if err := json.NewDecoder(res.Body).Decode(&out); err != nil || res.StatusCode != http.StatusOK {
			t.Fatalf("%s: %v", res.Status, err)
		}
		return out
	}
	got := ask(headline, untouched, contact)
	for what, form := range map[string]string{"page": got.Page, "mail": got.Mail, "text": got.Text} {
		s.says("the "+what, form, "The levee &lt;stood&gt;")
	}
	s.says("the page", got.Page, "Cy Vega")
	if got := ask(); !strings.Contains(got.Page, "The levee") || strings.Contains(got.Page, "Cy Vega") {
		t.Errorf("%+v", got)
	}
	contact.Del("now.email")
	if got := ask(headline, contact); !strings.Contains(got.Broken, "releases/levee.md:") || got.Page != "" {
		t.Errorf("%+v", got)
	}
	headline.Set("was.headline", "Another")
	if got := ask(headline); !strings.Contains(got.Broken, "somebody else changed headline") {
		t.Errorf("%+v", got)
	}
	for _, c := range []struct {
		path string
		body held
	}{{"/releases/nothing/form/proof", held{}}, {formPath + "/proof", held{"file": "xx"}}} {
		res := s.query(c.path, c.body)
		res.Body.Close()
		if res.StatusCode != http.StatusNotFound {
			t.Errorf("%s %v: %s", c.path, c.body, res.Status)
		}
	}
	if s.file("releases/levee.md") != before {
		t.Error("what was only looked at was written")
	}
}

// Without a script a button shows it, and what was typed stays in the form.
func TestTheFormIsLookedAtWithoutAScript(t *testing.T) {
	s := open(t, levee(later), "")
	before := s.file("releases/levee.md")
	f := s.fill(s.shows(formPath, "Look at it without saving", formPath+"/look#proofs"), "", "-1")
	f.Set("do", "save")
	f.Set("now.headline", "The levee stood")
	code, body := s.answer(http.PostForm(s.srv.URL+formPath+"/look", f))
	s.says("the form", body, `value="The levee stood"`)
	frame := regexp.MustCompile(`src="(/proofs/seen/[0-9a-f]+)" title="Page"`).FindStringSubmatch(body)
	if code != http.StatusOK || frame == nil {
		t.Fatalf("%d\n%s", code, body)
	}
	s.shows(frame[1], "The levee stood")
	f.Set("now.headline", "")
	if code, body := s.answer(http.PostForm(s.srv.URL+formPath+"/look", f)); code != http.StatusOK || !strings.Contains(body, "The text cannot be shown as it stands.") {
		t.Errorf("%d\n%s", code, body)
	}
	f.Set("was.headline", "Another")
	f.Set("now.headline", "Mine")
	if code, body := s.answer(http.PostForm(s.srv.URL+formPath+"/look", f)); code != http.StatusConflict || !strings.Contains(alert(body), "Somebody else changed headline") {
		t.Errorf("%d\n%s", code, alert(body))
	}
	if s.file("releases/levee.md") != before {
		t.Error("what was only looked at was written")
	}
}
