package portal

import (
	"context"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// TestAProposalShowsEachFieldThatIsSigned, old and new, and in words too; the words
// and their button come before all else.
func TestAProposalShowsEachFieldThatIsSigned(t *testing.T) {
	s := newStage(t)
	link := s.link["x/river"]
	if code, page := s.post(t, link, good()); code != http.StatusOK {
		t.Fatal(code, page)
	}
	ctx := context.Background()
	q, err := s.desk.Find(ctx, "x", "river")
	if err != nil {
		t.Fatal(err)
	}
	other := q.Draft
	other.Title, other.Org = "chief bridge officer", "River of Marlow"
	if _, err := s.desk.Propose(ctx, "x", "river", q.Version, other, ""); err != nil {
		t.Fatal(err)
	}
	_, page := s.get(t, link)
	for _, want := range []string{
		`<strong>Title:</strong>`, `<span class="unseen">removed: </span>chair</del>`, `<span class="unseen">added: </span>chief bridge officer</ins>`,
		`<strong>Organization:</strong>`, `value="keep"`, "Nothing is printed before it is signed off.",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is missing:\n%s", want, page)
		}
	}
	if strings.Contains(page, `<strong>Words:</strong>`) {
		t.Error("it shows words that did not change")
	}
	if sign, form := strings.Index(page, `value="sign"`), strings.Index(page, `id="quote"`); sign < 0 || sign > form {
		t.Errorf("the button stands at %d, the form at %d", sign, form)
	}
	if strings.Index(page, `value="sign"`) > strings.Index(page, `class="facts"`) {
		t.Error("the facts come before the button")
	}
}

// TestThePageSaysWhatThisReleaseDoes with words that nobody signs off.
func TestThePageSaysWhatThisReleaseDoes(t *testing.T) {
	quote := "[[quote]]\nid = \"river\"\norg = \"river\"\nspeaker = \"A\"\ntext = \"Words of the draft.\"\n"
	for name, c := range map[string]struct{ more, says string }{
		"none in the release":    {"", "Nothing is printed before it is signed off."},
		"words in the release":   {quote, "Nothing is printed before it is signed off."},
		"that leaves them out":   {"[quotes]\nunsigned = \"leave-out\"\n" + quote, "Nothing is printed before it is signed off."},
		"a release that insists": {"[quotes]\nunsigned = \"refuse\"\n" + quote, "does not go out with words that nobody signed off"},
		"a release that warns":   {"[quotes]\nunsigned = \"warn\"\n" + quote, "they are printed even if nobody signs them off"},
		"words of somebody else": {strings.Replace(quote, `id = "river"`, `id = "other"`, 1), "Nothing is printed before it is signed off."},
	} {
		s := newStage(t)
		s.write(t, "x", strings.Replace(staged, "[[contact]]", c.more+"[[contact]]", 1))
		code, page := s.post(t, s.link["x/river"], good())
		if code != http.StatusOK || !strings.Contains(page, "Saved.") || !strings.Contains(page, c.says) {
			t.Errorf("%s: %d\n%s", name, code, page)
		}
		if strings.Contains(page, "Nothing is printed") != (c.says == "Nothing is printed before it is signed off.") {
			t.Errorf("%s: the page promises what the release does not keep", name)
		}
	}
}

// TestATranslationStandsBesideTheWords, and where these were changed since, the page says
// what, and what becomes of it; signing it off settles it.
func TestATranslationStandsBesideTheWords(t *testing.T) {
	s := newStage(t)
	link := s.link["x/river"]
	sign := func(text string) {
		t.Helper()
		form := good()
		form.Set("text", text)
		_, page := s.post(t, link, form)
		if code, page := s.post(t, link, url.Values{"action": {"sign"}, "digest": {field(digestField, page)}}); code != http.StatusOK {
			t.Fatal(code, page)
		}
	}
	sign("The first words stand.")
	spanish := "+++\nheadline = \"T\"\n[[quote]]\nid = \"river\"\ntext = \"Las primeras palabras.\"\n+++\nCuerpo.\n"
	s.write(t, "x.es", spanish)
	_, page := s.get(t, link)
	for _, want := range []string{"The words as they stand", "The first words stand", "Las primeras palabras", "it is printed as translated"} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is missing:\n%s", want, page)
		}
	}
	sign("The later words stand.")
	_, page = s.get(t, link)
	for _, want := range []string{
		"The words were changed after they were translated.", "left out of the release", `<span class="unseen">removed: </span>first</del>`,
		`<span class="unseen">added: </span>later</ins>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is missing:\n%s", want, page)
		}
	}
	_, page = s.post(t, link, url.Values{
		"action": {"sign-translation"}, "language": {"es"}, "digest": {lastField(t, page, "digest")}, "original": {lastField(t, page, "original")},
	})
	if strings.Contains(page, "after they were translated") || !strings.Contains(page, "Signed off.") {
		t.Errorf("signed anew:\n%s", page)
	}
}

// lastField is what a form of the page holds under a name, the last where there are several.
func lastField(t *testing.T, page, name string) string {
	t.Helper()
	all := regexp.MustCompile(`name="`+name+`" value="([^"]*)"`).FindAllStringSubmatch(page, -1)
	if len(all) == 0 {
		t.Fatalf("no form holds %s:\n%s", name, page)
	}
	return html.UnescapeString(all[len(all)-1][1])
}

// Handing in for somebody else says who that is, or that there is nobody; a style is
// chosen by one's own words.
func TestThePageSaysWhoSigns(t *testing.T) {
	s := newStage(t)
	link := s.link["x/river"]
	form := good()
	form.Set("action", "submit")
	if _, page := s.post(t, link, form); !strings.Contains(page, "Nobody else at") || !strings.Contains(page, "was asked") {
		t.Errorf("nobody else:\n%s", page)
	}
	for _, want := range []string{"“Words that can be printed,” said Ana Ruiz, chair at River.", "“Words that can be printed.” – Ana Ruiz, chair, River"} {
		if _, page := s.get(t, link); !strings.Contains(page, want) {
			t.Errorf("no style reads %s:\n%s", want, page)
		}
	}
	if _, err := s.desk.HandOn(context.Background(), strings.TrimPrefix(link, "/quote/"), "boss@river.example"); err != nil {
		t.Fatal(err)
	}
	if _, page := s.post(t, link, form); !strings.Contains(page, "boss@river.example gets a mail with a link to sign it off.") {
		t.Errorf("somebody else:\n%s", page)
	}
}

// What was typed beside a photo that is refused stays; a small one is told, and can be
// taken away.
func TestAPhotoIsToldOfAndTakenAway(t *testing.T) {
	s := newStage(t)
	link := s.link["x/river"]
	heic := append([]byte("\x00\x00\x00\x18ftypheic"), make([]byte, 40)...)
	code, page := s.upload(t, link, "a.heic", heic, "Ana at the pier", "B. Ray")
	for _, want := range []string{"(HEIC)", `name="caption" value="Ana at the pier"`, `name="credit" value="B. Ray"`, "<details open>"} {
		if code != http.StatusConflict || !strings.Contains(page, want) {
			t.Errorf("%d, %s is missing:\n%s", code, want, page)
		}
	}
	if _, page = s.upload(t, link, "a.jpg", aPhoto(t), "Ana at the pier", "B. Ray"); !strings.Contains(page, "at least 1200 pixels") || !strings.Contains(page, `value="photo-away"`) {
		t.Errorf("a small one:\n%s", page)
	}
	if _, page = s.post(t, link, url.Values{"action": {"photo-away"}}); !strings.Contains(page, "The photo was taken away.") ||
		strings.Contains(page, `value="photo-away"`) {
		t.Errorf("taken away:\n%s", page)
	}
	report, err := s.desk.Verify(context.Background(), "x", nil)
	if err != nil || len(report.Faults) > 0 {
		t.Errorf("%+v, %v", report, err)
	}
}
