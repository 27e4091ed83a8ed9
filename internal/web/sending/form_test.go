package sending_test

import (
	"bytes"
	"html"
	"image"
	"image/jpeg"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const formPath = page + "/form"

var (
	part    = regexp.MustCompile(`(?s)<form [^>]*class="fields".*?</form>`)
	control = regexp.MustCompile(`(?s)<input\b([^>]*)>|<select\b([^>]*)>(.*?)</select>|<textarea\b([^>]*)>(.*?)</textarea>`)
	chosen  = regexp.MustCompile(`<option value="([^"]*)" selected`)
	attr    = regexp.MustCompile(`([a-z]+)="([^"]*)"`)
)

// fill is the part of the form that has a table and one of its entries, as a browser posts
// it untouched.
func (s *stage) fill(body, table, entry string) url.Values {
	s.t.Helper()
	for _, f := range part.FindAllString(body, -1) {
		out := make(url.Values)
		for _, m := range control.FindAllStringSubmatch(f, -1) {
			a, tag := make(map[string]string), m[1]+m[2]+m[4]
			for _, kv := range attr.FindAllStringSubmatch(tag, -1) {
				a[kv[1]] = html.UnescapeString(kv[2])
			}
			value := a["value"]
			switch {
			case a["name"] == "", (a["type"] == "checkbox" || a["type"] == "radio") && !strings.Contains(tag, " checked"), a["type"] == "file":
				continue
			case strings.HasPrefix(m[0], "<select"):
				if c := chosen.FindStringSubmatch(m[3]); c != nil {
					value = html.UnescapeString(c[1])
				}
			case strings.HasPrefix(m[0], "<textarea"):
				value = html.UnescapeString(strings.TrimPrefix(m[5], "\n"))
			}
			out.Add(a["name"], strings.ReplaceAll(value, "\n", "\r\n"))
		}
		if out.Get("table") == table && out.Get("entry") == entry {
			return out
		}
	}
	s.t.Fatalf("the form has no part %s %s in\n%s", table, entry, body)
	return nil
}

// change posts a part of the form with other values.
func (s *stage) change(body, table, entry string, values ...string) (int, string) {
	s.t.Helper()
	f := s.fill(body, table, entry)
	for i := 0; i < len(values); i += 2 {
		f.Set(values[i], values[i+1])
	}
	return s.answer(http.PostForm(s.srv.URL+formPath, f))
}

const coast = "+++\r\n# of the coast\r\nheadline = \"The coast is clear\" # so far\r\nembargo = 2026-07-26T09:00:00Z\r\ntimezone = \"UTC\"\r\n" +
	"to = [\r\n  \"main\", # most\r\n  \"gone\",\r\n]\r\n[[contact]]\r\nname = \"Dana\"\r\nphone = \"1\"\r\n\r\n" +
	"[[quote]]\r\norg = \"A & B\"\r\nspeaker = \"Ana\"\r\ntext = \"\"\"One.\r\nTwo.\"\"\"\r\n\r\n# Please look: whose?\r\n[[quote]]\r\norg = \"C\"\r\nspeaker = \"Cy\"\r\ntext = 'Three.'\r\n+++\r\nClear.\r\n"

func openCoast(t *testing.T) *stage { return open(t, coast, "") }

// holds says what the file has to hold: what it held, with some of it another.
func (s *stage) holds(what string, replaced ...string) {
	s.t.Helper()
	want := strings.NewReplacer(replaced...).Replace(coast)
	if got := s.file("releases/levee.md"); got != want {
		s.t.Errorf("%s: the file has\n%q\nwant\n%q", what, got, want)
	}
}

func TestAFormThatIsPostedUntouchedChangesNothing(t *testing.T) {
	s := openCoast(t)
	body := s.shows(formPath, "The coast is clear", "A &amp; B – Ana", `<textarea id="quote-0-text"`)
	n := 0
	for _, f := range part.FindAllString(body, -1) {
		if !strings.Contains(f, `value="save"`) && !strings.Contains(f, "formmethod") {
			continue
		}
		table := regexp.MustCompile(`name="table" value="(\w*)"`).FindStringSubmatch(f)[1]
		entry := regexp.MustCompile(`name="entry" value="([-\d]*)"`).FindStringSubmatch(f)[1]
		if code, said := s.change(body, table, entry); code != http.StatusOK || !strings.Contains(said, "Nothing was changed.") {
			t.Errorf("%s %s: %d\n%s", table, entry, code, alert(said))
		}
		n++
	}
	s.holds("after all were posted")
	if n < 9 {
		t.Errorf("only %d parts", n)
	}
}

func TestFieldsOfAFormAreWrittenAndUndone(t *testing.T) {
	s := openCoast(t)
	body := s.shows(formPath, "It prints:", "EMBARGOED UNTIL", "2 journalists", "no list or segment of this name")
	_, saved := s.change(body, "", "-1", "now.headline", `All "clear"`, "now.subhead", "  Since   noon ")
	s.says("the page after", saved, "Saved.", "Undo")
	written := []string{`"The coast is clear" #`, `"All \"clear\"" #`, "  \"gone\",\r\n]\r\n", "  \"gone\",\r\n]\r\nsubhead = \"Since noon\"\r\n"}
	s.holds("two fields", written...)
	s.press(saved, editPath+"/undo")
	s.holds("it was undone")
	for _, c := range []struct {
		what, table, entry string
		values, replaced   []string
	}{
		{"the instant", "timing", "-1", []string{"now.at", "2026-07-27T10:30"}, []string{"2026-07-26T09:00:00Z", "2026-07-27T10:30:00"}},
		{
			"a text of several lines", "quote", "0",
			[]string{"now.text", "One.\r\nTwo, and \"more\"."},
			[]string{"\"\"\"One.\r\nTwo.\"\"\"", "\"\"\"\r\nOne.\r\nTwo, and \\\"more\\\".\"\"\""},
		},
		{"a contact that is private", "contact", "0", []string{"now.public", "no"}, []string{"phone = \"1\"\r\n", "phone = \"1\"\r\npublic = false\r\n"}},
		{"what holds for quotes", "quotes", "-1", []string{"now.unsigned", "refuse"}, []string{"text = 'Three.'\r\n", "text = 'Three.'\r\n\r\n[quotes]\r\nunsigned = \"refuse\"\r\n"}},
		{"a quote that is taken out", "quote", "1", []string{"do", "remove"}, []string{"\r\n\r\n# Please look: whose?\r\n[[quote]]\r\norg = \"C\"\r\nspeaker = \"Cy\"\r\ntext = 'Three.'", ""}},
		{"a quote that is moved", "quote", "0", []string{"do", "down"}, []string{
			"[[quote]]\r\norg = \"A & B\"\r\nspeaker = \"Ana\"\r\ntext = \"\"\"One.\r\nTwo.\"\"\"\r\n", "# Please look: whose?\r\n[[quote]]\r\norg = \"C\"\r\nspeaker = \"Cy\"\r\ntext = 'Three.'\r\n",
			"# Please look: whose?\r\n[[quote]]\r\norg = \"C\"\r\nspeaker = \"Cy\"\r\ntext = 'Three.'\r\n", "[[quote]]\r\norg = \"A & B\"\r\nspeaker = \"Ana\"\r\ntext = \"\"\"One.\r\nTwo.\"\"\"\r\n",
		}},
		{
			"a contact more", "contact", "-1",
			[]string{"do", "add", "now.name", "Lee", "now.email", "lee@harbor.example"},
			[]string{"phone = \"1\"\r\n", "phone = \"1\"\r\n\r\n[[contact]]\r\nemail = \"lee@harbor.example\"\r\nname = \"Lee\"\r\n"},
		},
		{
			"a late signatory", "signatory", "-1",
			[]string{"do", "add", "now.org", "Marlow Anglers", "now.on", "2026-07-28"},
			[]string{"text = 'Three.'\r\n", "text = 'Three.'\r\n\r\n[[signatory]]\r\non = 2026-07-28\r\norg = \"Marlow Anglers\"\r\n"},
		},
		{
			"an order that was drawn in public", "quotes", "-1",
			[]string{"now.order", "lot", "now.lot", "7 12 31"},
			[]string{"text = 'Three.'\r\n", "text = 'Three.'\r\n\r\n[quotes]\r\nlot = \"7 12 31\"\r\norder = \"lot\"\r\n"},
		},
	} {
		s.write("releases/levee.md", coast)
		code, said := s.change(s.shows(formPath), c.table, c.entry, c.values...)
		if code != http.StatusOK || !strings.Contains(said, "Saved.") {
			t.Errorf("%s: %d\n%s", c.what, code, alert(said))
		}
		s.holds(c.what, c.replaced...)
	}
}

func TestPressListsAreChosenOneByOne(t *testing.T) {
	s := openCoast(t)
	var f url.Values
	for _, p := range part.FindAllString(s.shows(formPath), -1) {
		if strings.Contains(p, "now.advance_at") {
			f = s.fill(p, "", "-1")
		}
	}
	f["now.to"] = []string{"", "main", "early"}
	if code, said := s.answer(http.PostForm(s.srv.URL+formPath, f)); code != http.StatusOK || !strings.Contains(said, "Saved.") {
		t.Fatalf("%d\n%s", code, alert(said))
	}
	s.holds("a list more and one less", "  \"gone\",\r\n]", "  \"early\",\r\n]")
}

func TestWhatTwoPeopleChangeInTheFormIsNotLost(t *testing.T) {
	s := openCoast(t)
	body := s.shows(formPath)
	s.change(body, "quote", "0", "now.speaker", "Ana Ruiz")
	s.change(body, "quote", "1", "do", "up")
	// The same quote, which stands elsewhere now, from the old page: another field is written.
	code, said := s.change(body, "quote", "0", "now.title", "chair")
	if got := s.file("releases/levee.md"); code != http.StatusOK || !strings.Contains(got, "speaker = \"Ana Ruiz\"\r\n") || !strings.Contains(got, "title = \"chair\"\r\n") {
		t.Errorf("%d, %q\n%s", code, got, alert(said))
	}
	// The same field: both are shown, and what was typed stands in the form.
	code, said = s.change(body, "quote", "0", "now.speaker", "Bo <Ek>")
	if got := s.file("releases/levee.md"); code != http.StatusConflict || strings.Contains(got, "Bo") {
		t.Errorf("%d, %q", code, got)
	}
	s.says("both", said, "Ana Ruiz", "Bo &lt;Ek&gt;", "Both stand below", "As it is in the file now")
	// A quote that somebody has taken out.
	s.change(s.shows(formPath), "quote", "0", "do", "remove")
	code, said = s.change(body, "quote", "1", "now.org", "D")
	if code != http.StatusConflict || !strings.Contains(said, "was changed or taken out since you opened the form") {
		t.Errorf("%d\n%s", code, alert(said))
	}
}

func TestWhatCannotStandInTheFormIsSaid(t *testing.T) {
	s := openCoast(t)
	body := s.shows(formPath)
	for _, c := range []struct {
		table, entry string
		values       []string
		want         string
	}{
		{"timing", "-1", []string{"now.at", "soon"}, "is no day and time"},
		{"timing", "-1", []string{"now.timezone", "Eastern"}, "is no time zone"},
		{"timing", "-1", []string{"now.timezone", "Europe/Berlin", "now.at", "2026-10-25T02:30"}, "choose which of the two is meant"},
		{"quote", "-1", []string{"do", "add", "now.org", "E"}, "could not be read with it"},
		{"contact", "0", []string{"do", "remove"}, "no press contact"},
		{"signatory", "-1", []string{"do", "add", "now.org", "E", "now.on", "yesterday"}, "is no day; write it as in 2026-07-26"},
		{"signatory", "-1", []string{"do", "add", "now.org", "E"}, "a late signatory needs on"},
		{"", "-1", []string{"now.group", "A B"}, "is no name for a group"},
		{"", "-1", []string{"now.headline", ""}, "no headline"},
	} {
		code, said := s.change(body, c.table, c.entry, c.values...)
		if code != http.StatusConflict || !strings.Contains(said, c.want) {
			t.Errorf("%v: %d\n%s", c.values, code, alert(said))
		}
		if c.values[0] == "do" && len(c.values) > 2 && !strings.Contains(said, `value="E"`) {
			t.Errorf("what was typed is gone:\n%s", alert(said))
		}
	}
	s.holds("nothing was written")
	s.write("releases/levee.md", "+++\nheadline = \n+++\n")
	s.shows(formPath, "cannot be read, so that it cannot be shown as a form", "releases/levee.md")
	if code, _ := s.change(body, "", "-1", "now.headline", "x"); code != http.StatusConflict {
		t.Errorf("%d", code)
	}
	if code, _ := s.get("/releases/nothing/form"); code != http.StatusConflict {
		t.Errorf("%d", code)
	}
}

func TestTheFormSaysHowItWouldPrint(t *testing.T) {
	s := openCoast(t)
	s.shows(formPath+"?table=timing&now.kind=embargo&now.at=2026-08-01T09:00&now.timezone=America/New_York", "Saturday, August 1, 2026, 9:00 a.m. EDT (13:00 UTC)")
	const twice = "?table=timing&now.kind=embargo&now.at=2026-11-01T01:30&now.timezone=America/New_York"
	s.shows(formPath+twice, "That clock shows this time twice", "The first: 01:30 EDT (UTC-04:00)", "The second: 01:30 EST (UTC-05:00)")
	s.shows(formPath+twice+"&now.reading=2026-11-01T01:30-05:00", `value="2026-11-01T01:30-05:00" checked`, "1:30 a.m. EST")
	s.shows(formPath+"/prints"+twice, `name="now.reading" value="2026-11-01T01:30-04:00"`)
	s.shows(formPath+"/prints?now.kind=release_at&now.at=2026-08-01T09:00&now.language=de", "1. August 2026")
	s.shows(formPath+"/prints?now.kind=embargo&now.at=", "is no day and time")
	s.holds("it was only looked at")
}

// upload posts a file.
func (s *stage) upload(table, name string, data []byte, values ...string) (int, string) {
	s.t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	w.WriteField("table", table)
	for i := 0; i < len(values); i += 2 {
		w.WriteField(values[i], values[i+1])
	}
	part, err := w.CreateFormFile("file", name)
	if err == nil {
		_, err = part.Write(data)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		s.t.Fatal(err)
	}
	return s.answer(http.Post(s.srv.URL+formPath+"/file", w.FormDataContentType(), &b))
}

func TestPicturesAndDocumentsAreUploaded(t *testing.T) {
	s := openCoast(t)
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, image.NewGray(image.Rect(0, 0, 30, 20)), nil); err != nil {
		t.Fatal(err)
	}
	code, said := s.upload("media", "The Harbor.JPG", photo.Bytes(), "now.alt", "The harbor", "now.credit", "Ana Ruiz")
	if code != http.StatusOK || !strings.Contains(said, "The file is taken in") {
		t.Errorf("%d %q\n%s", code, s.file("releases/levee.md"), alert(said))
	}
	s.holds("a photo", "text = 'Three.'\r\n", "text = 'Three.'\r\n\r\n[[media]]\r\nalt = \"The harbor\"\r\ncredit = \"Ana Ruiz\"\r\nfile = \"media/the-harbor.jpg\"\r\n")
	got, err := os.ReadFile(filepath.Join(s.app.Workspace.Dir, "releases/media/the-harbor.jpg"))
	if err != nil || !bytes.Contains(got, []byte("Ana Ruiz")) {
		t.Errorf("the file has no credit, %v", err)
	}
	code, said = s.upload("document", "Report.pdf", []byte("%PDF-1.7 x"), "now.title", "The report")
	if code != http.StatusOK || !strings.Contains(s.file("releases/levee.md"), "file = \"media/report.pdf\"\r\ntitle = \"The report\"\r\n") {
		t.Errorf("%d %q\n%s", code, s.file("releases/levee.md"), alert(said))
	}
	before := s.file("releases/levee.md")
	for _, c := range []struct{ table, name, data, key, want string }{
		{"media", "x.jpg", "no picture", "now.alt", "no JPEG or PNG"},
		{"media", "x.jpg", photo.String(), "now.none", "say what the picture shows"},
		{"document", "x.exe", "MZ", "now.title", "a document is one of"},
		{"document", "x.pdf", "%PDF-", "now.none", "give the document a title"},
	} {
		code, said := s.upload(c.table, c.name, []byte(c.data), c.key, "Something")
		if code != http.StatusConflict || !strings.Contains(strings.ToLower(said), strings.ToLower(c.want)) {
			t.Errorf("%s: %d\n%s", c.want, code, alert(said))
		}
	}
	if code, _ := s.upload("media", "x.jpg", bytes.Repeat([]byte("x"), 26<<20)); code != http.StatusRequestEntityTooLarge {
		t.Errorf("too much: %d", code)
	}
	if got := s.file("releases/levee.md"); got != before {
		t.Errorf("%q", got)
	}
}

func TestATranslationIsWrittenBesideItsOriginal(t *testing.T) {
	s := openCoast(t)
	s.write("releases/levee.es.md", "+++\nheadline = \"La costa\"\n[[quote]]\nid = \"c\"\ntext = \"Tres.\"\n+++\nClara.\n")
	body := s.shows(formPath+"?language=es", "The coast is clear", "La costa", "not written in this language", "a-b", "Three.", `lang="es"`)
	if strings.Contains(main(body), "now.embargo") || strings.Contains(main(body), "now.phone") || strings.Contains(main(body), `name="now.at"`) {
		t.Error("what is the same in each language is asked for")
	}
	lacking := strings.ReplaceAll(body, `name="entry" value="-1"`, `name="entry" value="lacking"`)
	f := s.fill(lacking, "quote", "lacking")
	f.Set("now.text", "Uno.")
	f.Set("do", "add")
	f.Set("entry", "-1")
	if code, said := s.answer(http.PostForm(s.srv.URL+formPath, f)); code != http.StatusOK {
		t.Fatalf("%d\n%s", code, alert(said))
	}
	want := "+++\nheadline = \"La costa\"\n[[quote]]\nid = \"c\"\ntext = \"Tres.\"\n\n[[quote]]\nid = \"a-b\"\ntext = \"Uno.\"\n+++\nClara.\n"
	if got := s.file("releases/levee.es.md"); got != want {
		t.Errorf("%q", got)
	}
	s.holds("the original")
	s.shows(formPath, `href="?language=es"`)
}

// alert is what a page says was not done, and why.
func alert(body string) string {
	_, body, _ = strings.Cut(body, `role="alert">`)
	body, _, _ = strings.Cut(body, "</p>")
	return body
}

// exchange puts an uploaded file in the place of what an entry of the form names.
func (s *stage) exchange(table, entry, was, name string, data []byte) (int, string) {
	s.t.Helper()
	return s.upload(table, name, data, "entry", entry, "was.file", was)
}

func TestAPictureIsExchangedInItsPlaceAndThatIsUndone(t *testing.T) {
	photo := func(width int) []byte {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, width, 20)), nil); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	s := openCoast(t)
	s.upload("media", "harbor.jpg", photo(30), "now.alt", "The harbor", "now.caption", "At dawn", "now.credit", "Ana Ruiz")
	s.write("releases/levee.md", s.file("releases/levee.md")+"\r\n![](media/harbor.jpg)\r\n")
	s.write("releases/levee.es.md", "+++\nheadline = \"La costa\"\n[[media]]\nfile = \"media/harbor.jpg\"\nalt = \"El puerto\"\n+++\nClara.\n\n![](media/harbor.jpg)\n")
	main, es := s.file("releases/levee.md"), s.file("releases/levee.es.md")
	s.shows(formPath, "Put another file in its place", "media/harbor.jpg stays in the folder")
	code, said := s.exchange("media", "0", "media/harbor.jpg", "Harbor new.jpg", photo(40))
	s.says("the page after", said, "The new file stands in its place", "The old file, media/harbor.jpg, is still in the folder", "Delete media/harbor.jpg", "Undo")
	renamed := func(text string) string { return strings.ReplaceAll(text, "media/harbor.jpg", "media/harbor-new.jpg") }
	if got := s.file("releases/levee.md"); code != http.StatusOK || got != renamed(main) {
		t.Errorf("%d %q\n%s", code, got, alert(said))
	}
	if got := s.file("releases/levee.es.md"); got != renamed(es) {
		t.Errorf("%q", got)
	}
	if got := s.file("releases/media/harbor-new.jpg"); !strings.Contains(got, "Ana Ruiz") || !strings.Contains(got, "At dawn") {
		t.Error("the new file does not say who took it")
	}
	s.press(said, editPath+"/undo")
	if s.file("releases/levee.md") != main || s.file("releases/levee.es.md") != es || s.file("releases/media/harbor.jpg") == "" {
		t.Errorf("it was not undone:\n%s\n%s", s.file("releases/levee.md"), s.file("releases/levee.es.md"))
	}
	// It is deleted when somebody says so, and while nothing uses it.
	delete := func() (int, string) {
		return s.answer(http.PostForm(s.srv.URL+formPath+"/file/delete", url.Values{"file": {"media/harbor.jpg"}}))
	}
	if code, said := delete(); code != http.StatusConflict || !strings.Contains(said, "is used by releases/levee.md") {
		t.Errorf("%d\n%s", code, alert(said))
	}
	if _, said := s.exchange("media", "0", "media/harbor.jpg", "Harbor new.jpg", photo(40)); !strings.Contains(said, "Delete media/harbor.jpg") {
		t.Error(alert(said))
	}
	if code, said := delete(); code != http.StatusOK || !strings.Contains(said, "The file is deleted.") {
		t.Errorf("%d\n%s", code, alert(said))
	}
	if _, err := os.Stat(filepath.Join(s.app.Workspace.Dir, "releases/media/harbor.jpg")); err == nil {
		t.Error("it is there still")
	}
	// What another person exchanged meanwhile, and what is no picture.
	for _, c := range []struct{ was, data, want string }{
		{"media/harbor.jpg", string(photo(50)), "was changed or taken out since you opened the form"},
		{"media/harbor-new.jpg", "no picture", "no JPEG or PNG"},
	} {
		if code, said := s.exchange("media", "0", c.was, "x.jpg", []byte(c.data)); code != http.StatusConflict || !strings.Contains(said, c.want) {
			t.Errorf("%d\n%s", code, alert(said))
		}
	}
	if _, said := s.exchange("media", "0", "media/harbor-new.jpg", "Harbor new.jpg", photo(40)); !strings.Contains(said, "Nothing was changed.") {
		t.Error("the same file")
	}
}

// A time that a clock shows twice is settled by a choice, in each field that has one.
func TestATimeThatComesTwiceIsChosen(t *testing.T) {
	s := openCoast(t)
	s.write("releases/levee.md", strings.Replace(coast, "timezone = \"UTC\"", "timezone = \"America/New_York\"", 1))
	late := []string{"now.timezone", "America/New_York", "now.at", "2026-11-01T01:30", "now.reading", "2026-11-01T01:30-05:00"}
	code, body := s.change(s.shows(formPath), "timing", "-1", late...)
	if got := s.file("releases/levee.md"); code != http.StatusOK || !strings.Contains(got, "embargo = 2026-11-01T01:30:00-05:00\r\n") {
		t.Fatalf("%d %q\n%s", code, got, alert(body))
	}
	// It stands there as it is now, and is not changed by saving it again.
	s.says("the form", body, `name="now.at" value="2026-11-01T01:30"`, `value="2026-11-01T01:30-05:00" checked`)
	if _, body := s.change(body, "timing", "-1"); !strings.Contains(body, "Nothing was changed.") {
		t.Error(alert(body))
	}
	if _, body := s.change(body, "timing", "-1", "now.reading", "2026-11-01T01:30-04:00"); !strings.Contains(s.file("releases/levee.md"), "01:30:00-04:00") {
		t.Error(alert(body))
	}
	// A choice that was of another time does not count.
	if code, body := s.change(s.shows(formPath), "timing", "-1", "now.at", "2026-11-01T03:30"); code != http.StatusOK || !strings.Contains(s.file("releases/levee.md"), "embargo = 2026-11-01T03:30:00\r\n") {
		t.Error(alert(body))
	}
	var f url.Values
	for _, p := range part.FindAllString(s.shows(formPath), -1) {
		if strings.Contains(p, "now.advance_at") {
			f = s.fill(p, "", "-1")
		}
	}
	f["now.advance"], f["now.advance_at"] = []string{"", "main"}, []string{"2026-11-01T01:15"}
	if code, body := s.answer(http.PostForm(s.srv.URL+formPath, f)); code != http.StatusConflict || !strings.Contains(body, `name="reading.advance_at" value="2026-11-01T01:15-04:00"`) {
		t.Errorf("%d\n%s", code, alert(body))
	}
	f["reading.advance_at"] = []string{"2026-11-01T01:15-04:00"}
	if code, body := s.answer(http.PostForm(s.srv.URL+formPath, f)); code != http.StatusOK || !strings.Contains(s.file("releases/levee.md"), "advance_at = 2026-11-01T01:15:00-04:00\r\n") {
		t.Errorf("%d\n%s", code, alert(body))
	}
}
