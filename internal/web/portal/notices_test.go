package portal

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/coalition"
	"pressroom/internal/submission"
)

// proposes has the lead propose other words.
func (s *stage) proposes(t *testing.T, text string) {
	t.Helper()
	ctx := context.Background()
	q, err := s.desk.Find(ctx, "x", "river")
	if err != nil {
		t.Fatal(err)
	}
	w := submission.Words{Speaker: "Ana Ruiz", Title: "chair", Org: "River", Text: text, Style: submission.AfterFirst}
	if _, err := s.desk.Propose(ctx, "x", "river", q.Version, w, ""); err != nil {
		t.Fatal(err)
	}
}

// signs saves words and signs them off.
func (s *stage) signs(t *testing.T, link, text string) {
	t.Helper()
	form := good()
	form.Set("text", text)
	_, page := s.post(t, link, form)
	if code, page := s.post(t, link, url.Values{"action": {"sign"}, "digest": {field(digestField, page)}}); code != http.StatusOK {
		t.Fatal(code, page)
	}
}

// banner is one that a page shows after an act, with the way to it.
type banner struct {
	name   string
	before func(t *testing.T, s *stage, link string)
	form   func(page string) url.Values
	says   string
}

func button(action string, more ...string) func(string) url.Values {
	return func(string) url.Values {
		form := url.Values{"action": {action}, "sure": {"yes"}}
		for i := 0; i < len(more); i += 2 {
			form.Set(more[i], more[i+1])
		}
		return form
	}
}

func saved(t *testing.T, s *stage, link string) {
	t.Helper()
	if code, page := s.post(t, link, good()); code != http.StatusOK {
		t.Fatal(code, page)
	}
}

// banners are all that say what was done.
var banners = []banner{
	{"saved", nil, func(string) url.Values { return good() }, "Saved."},
	{"submitted", nil, func(string) url.Values { f := good(); f.Set("action", "submit"); return f }, "Handed in, without a sign-off."},
	{"signed", saved, func(page string) url.Values {
		return url.Values{"action": {"sign"}, "digest": {field(digestField, page)}}
	}, "a receipt is on its way"},
	{"kept", func(t *testing.T, s *stage, link string) {
		saved(t, s, link)
		s.proposes(t, "The lead says it so.")
	}, button("keep"), "Your own words stand again; they are not signed off yet."},
	{"kept, signed", func(t *testing.T, s *stage, link string) {
		s.signs(t, link, "Words that are signed.")
		s.proposes(t, "The lead says it so.")
	}, button("keep"), "Your own words stand. The press office has been told."},
	{"kept, with no words", func(t *testing.T, s *stage, _ string) {
		s.proposes(t, "The lead says it so.")
	}, button("keep"), "The proposed words are turned down."},
	{"declined", nil, button("decline"), "Thank you for the answer."},
	{"handed-on", nil, button("hand-on", "to", "boss@river.example"), "Your colleague gets a mail"},
	{
		"withdrawn", func(t *testing.T, s *stage, link string) { s.signs(t, link, "Words that are signed.") }, button("withdraw"),
		"Withdrawn. The press office has been told.",
	},
	{"signed-on", nil, button("sign-on"), "Your organization is among the signatories."},
	{"photo-away", func(t *testing.T, s *stage, link string) {
		s.upload(t, link, "a.jpg", aPhoto(t), "Ana at the pier", "B. Ray")
	}, button("photo-away"), "The photo was taken away."},
}

// A banner says what was done as long as that is what is: on a reload and by the back
// button too, and not any more once something else was done, in another tab or by the
// press office.
func TestABannerSaysWhatIsAndNotWhatWas(t *testing.T) {
	var named []string
	for _, b := range banners {
		name, _, _ := strings.Cut(b.name, ",")
		named = append(named, name)
		t.Run(b.name, func(t *testing.T) {
			s := newStage(t)
			link := s.link["x/river"]
			if b.before != nil {
				b.before(t, s, link)
			}
			_, page := s.get(t, link)
			if strings.Contains(page, b.says) {
				t.Fatalf("it is said before:\n%s", page)
			}
			form := b.form(page)
			form.Set("version", s.version(t, link))
			old := s.landing(t, link, form)
			code, page := s.get(t, old)
			if code != http.StatusOK || !strings.Contains(page, b.says) {
				t.Fatalf("%d, %q is not said:\n%s", code, b.says, page)
			}
			if _, again := s.get(t, old); again != page && !strings.Contains(again, b.says) {
				t.Errorf("a reload says something else:\n%s", again)
			}
			if _, other := s.get(t, link); strings.Contains(other, b.says) {
				t.Errorf("a tab of its own says what was done elsewhere:\n%s", other)
			}
			if _, err := s.desk.WithdrawFor(context.Background(), "x", "river", "by phone"); err != nil {
				s.proposes(t, "Later words of the lead.")
			}
			if _, page = s.get(t, old); strings.Contains(page, b.says) {
				t.Errorf("after something else was done the old address still says %q:\n%s", b.says, page)
			}
		})
	}
	for name := range notices {
		if !slices.Contains(named, name) && name != "photo" { // whose form has a file: TestAPhotoIsToldOfAndTakenAway
			t.Errorf("the banner of %s is not looked at", name)
		}
	}
}

// landing is where a form leads to.
func (s *stage) landing(t *testing.T, link string, form url.Values) string {
	t.Helper()
	here := *s.browser
	here.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	resp, err := here.PostForm(s.URL+link, form)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusSeeOther {
		t.Fatal(resp.Status)
	}
	place, _, _ := strings.Cut(resp.Header.Get("Location"), "#")
	if resp.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("a browser may keep it: %q", resp.Header.Get("Cache-Control"))
	}
	return place
}

// Every banner of the page is one of these: those of acts, which are looked at above, and
// those that stand for the state of the quote itself.
func TestEveryBannerIsKnown(t *testing.T) {
	data, err := os.ReadFile("pages/quote.html")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range regexp.MustCompile(`class="banner[^>]*>([^<]{0,40})`).FindAllStringSubmatch(string(data), -1) {
		got = append(got, m[1])
	}
	want := []string{
		"{{.}}", "{{.}}", // what went wrong, in answer to its form alone; what was done
		"{{if .TakenBack}}{{.T \"closed_revoked\"}}", // by the request and the release
		"{{$.T \"translation_stale\"}} {{if eq .Doe", // by the words and the translation
		"{{.T \"unsaved\"}}",                         // shown by the script while the form is not saved
	}
	if !slices.Equal(got, want) {
		t.Errorf("the page has the banners %q", got)
	}
}

// A button that is pressed twice has done what it says, once.
func TestAButtonPressedTwiceDoesItOnce(t *testing.T) {
	for _, b := range banners {
		switch b.name {
		case "handed-on", "photo-away", "signed-on":
			continue // of these the second changes nothing anyway, or is another
		}
		t.Run(b.name, func(t *testing.T) {
			s := newStage(t)
			link := s.link["x/river"]
			if b.before != nil {
				b.before(t, s, link)
			}
			_, page := s.get(t, link)
			form := b.form(page)
			form.Set("version", s.version(t, link))
			first := s.landing(t, link, form)
			n := s.events(t)
			if second := s.landing(t, link, form); second != first || s.events(t) != n {
				t.Errorf("the second press leads to %s with %d events, the first to %s with %d", second, s.events(t), first, n)
			}
		})
	}
}

// Keeping one's own words is always there with a proposal, says what it does, and is told
// to the press office.
func TestOnesOwnWordsCanAlwaysBeKept(t *testing.T) {
	for name, c := range map[string]struct {
		before       func(t *testing.T, s *stage, link string)
		says, button string
		then         coalition.State
	}{
		"with words of one's own": {saved, "If you keep your own words, they stand again, and wait for your sign-off.", "Keep our own words", coalition.Draft},
		"with signed ones": {
			func(t *testing.T, s *stage, link string) { s.signs(t, link, "Words that are signed.") },
			"If you keep your own words, those that you signed off stand.", "Keep our own words", coalition.Signed,
		},
		"with none": {
			func(*testing.T, *stage, string) {},
			"Lead is told that River &lt;i&gt;Alliance&lt;/i&gt; does not say this.", "Not these words", coalition.Asked,
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t)
			link := s.link["x/river"]
			c.before(t, s, link)
			s.proposes(t, "The lead says it so.")
			_, page := s.get(t, link)
			if want := fmt.Sprintf(`value="keep" class="second">%s</button>`, c.button); !strings.Contains(page, want) || !strings.Contains(page, c.says) {
				t.Errorf("no %q with %q:\n%s", c.button, c.says, page)
			}
			_, page = s.post(t, link, url.Values{"action": {"keep"}})
			q, err := s.desk.Find(context.Background(), "x", "river")
			if err != nil || q.State != c.then || q.Proposal != nil {
				t.Errorf("it is %s, %v; the page says\n%s", q.State, err, page)
			}
			if code, page := s.post(t, link, url.Values{"action": {"keep"}}); code == http.StatusOK && !strings.Contains(page, "been told") {
				t.Errorf("%d:\n%s", code, page)
			}
		})
	}
	s := newStage(t)
	if code, page := s.post(t, s.link["x/river"], url.Values{"action": {"keep"}}); code != http.StatusConflict ||
		!strings.Contains(page, "The proposal is not there any more, so nothing was changed.") {
		t.Errorf("without a proposal: %d\n%s", code, page)
	}
}
