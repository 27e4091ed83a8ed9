package language

import (
	"slices"
	"strings"
	"testing"
)

// TestSetsOfLanguages are those of the program where a workspace has no more, and hold no more than what is needed.
func TestSetsOfLanguages(t *testing.T) {
	t.Parallel()
	if s, _ := NewSet(nil); s != nil {
		t.Error("a set of nothing")
	}
	on, _ := NewSet(nil, "de", "fr")
	if on == nil {
		t.Fatal("a set of what is on")
	}
	if (*Set)(nil).Only([]string{"de"}) != nil {
		t.Error("of no set")
	}
	if on.Only([]string{"de", "fr"}) != on || on.Only([]string{"de"}) == on || len(on.Only([]string{"de-AT"}).on) != 1 ||
		on.Only([]string{"es"}) != nil {
		t.Error("of those that are on")
	}
	own, diags := NewSet([]File{{"templates/language/en-GB.toml", []byte("ends = \"END\"\n")}}, "de")
	if own == nil {
		t.Fatal(diags)
	}
	if own.Only([]string{"en-GB"}) == own || len(own.Only([]string{"en-GB"}).own) != 1 || own.Only([]string{"en-GB", "de"}) != own ||
		len(own.Only([]string{"de"}).own) != 0 {
		t.Error("of those with a file of their own")
	}
	var s Set
	if err := s.UnmarshalJSON([]byte("{}")); err != nil || len(s.on) != 0 {
		t.Errorf("%v %v", s, err)
	}
	if err := s.UnmarshalJSON([]byte(`{"on":["de"]}`)); err != nil || !slices.Equal(s.on, []string{"de"}) {
		t.Errorf("%v %v", s, err)
	}
	if err := s.UnmarshalJSON([]byte("{")); err == nil {
		t.Error("what is no JSON is read")
	}
	for tag, want := range map[string]string{
		"zh": "zh zh-Hans", "zh-TW": "zh-TW zh zh-Hant", "zh-HK": "zh-HK zh zh-Hant", "zh-CN": "zh-CN zh zh-Hans", "zh-Latn": "zh-Latn zh",
		"no": "no nb", "no-NO": "no-NO no nb",
		"de-AT": "de-AT de", "en-a-b": "en-a-b en", "": "", "ja": "ja",
	} {
		if got := strings.Join(fallbacks(tag), " "); got != want {
			t.Errorf("%s: %s", tag, got)
		}
	}
}

// TestLanguagesOfPartners are the first of their wishes that is whole and that somebody has read.
func TestLanguagesOfPartners(t *testing.T) {
	t.Parallel()
	var unread string
	for _, tag := range Known() {
		if c, _ := For(tag); !c.Read && c.Whole(false) && c.Whole(true) {
			unread = tag
			break
		}
	}
	on, _ := NewSet(nil, unread)
	for _, c := range []struct {
		s          *Set
		wishes     string
		is, wished string
	}{
		{nil, "es", "es", "es"},
		{nil, "xx es", "es", "es"},
		{nil, unread, "en", unread},
		{nil, unread + " es", "es", unread},
		{on, unread + " es", unread, unread},
		{nil, "es " + unread, "es", "es"},
	} {
		if strings.HasPrefix(c.wishes, " ") || c.wishes == "" {
			continue // every language is read
		}
		got, wished := c.s.ForPartner(false, strings.Fields(c.wishes)...)
		if got.Tag != c.is || wished.Tag != c.wished {
			t.Errorf("%s: %s, wished %s", c.wishes, got.Tag, wished.Tag)
		}
	}
	if got, wished := (*Set)(nil).ForPartner(false, "xx"); got.Tag != "en" || wished != nil {
		t.Errorf("of a language that nobody has: %s %v", got.Tag, wished)
	}
}

// TestWhatALanguageSaysIsThere asks for phrases, forms of a count and words of embargoes that it has, and has not.
func TestWhatALanguageSaysIsThere(t *testing.T) {
	t.Parallel()
	if (&Catalogue{}).SpeaksOfEmbargoes() || !Of("en").SpeaksOfEmbargoes() {
		t.Error("words of embargoes")
	}
	if _, ok := (&Catalogue{}).Link(DoorAgainTitle); ok {
		t.Error("a phrase that is not there")
	}
	if text, ok := Of("en").Link(DoorAgainTitle); !ok || text == "" {
		t.Error("a phrase that is there")
	}
	form := pluralForms[0]
	c := &Catalogue{places: map[PortalPhrase][]string{"oars" + pluralOther: nil}}
	for p, want := range map[PortalPhrase]bool{PortalPhrase("oars" + form): true, PortalPhrase("sails" + form): false, "oars": false} {
		if c.isForm(p) != want {
			t.Errorf("%s is a form: %t", p, !want)
		}
	}
	en := Of("en")
	for _, c := range []struct {
		before, after string
		glued         bool
	}{
		{"", "", false},
		{"(", "x", false},
		{"5", "", false},
		{"", "5", false},
		{"5", "km", true},
		{"5", "oars", false},
		{"July", "5", true},
		{"5", "July", true},
		{"5.", "July", false},
		{"oars", "5", false},
		{"Dr.", "Ruiz", true},
		{"(5", "km.", true},
		{"July", "oars", false},
	} {
		if got := en.Sticky(c.before, c.after); (got < 0) != c.glued {
			t.Errorf("%q %q: %d", c.before, c.after, got)
		}
	}
}

// TestPlacesOfPhrasesAreWhole reads phrases with a brace too few, and lists with a name that is none.
func TestPlacesOfPhrasesAreWhole(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		file File
		want string
	}{
		"a brace too few":         {whole(t, `about = "About {org}"`, `about = "About {org x"`), "is no place of about; it has {org}"},
		"one that closes nothing": {whole(t, `about = "About {org}"`, `about = "About {org}}"`), "} is no place of about"},
		"a brace within one":      {whole(t, `about = "About {org}"`, `about = "About {org{org}"`), "{org is no place of about; it has {org}"},
		"two names of one":        {whole(t, "\nelsewhere = ", "\nutc = \"{weekday} {day}, {time} UTC\"\nelsewhere = "), "unknown key utc"},
		"a month without a name":  {whole(t, `"January"`, `""`), "months has 12 names; write the twelve months"},
		"a phrase that is right":  {whole(t, `about = "About {org}"`, `about = "On {org}"`), ""},
	} {
		_, diags := NewSet([]File{c.file})
		if got := diags.Error(); (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// TestWordsArePartedBySpacesUnlessALanguageSaysOtherwise reads the answers of one that says nothing of it, and of one that does.
func TestWordsArePartedBySpacesUnlessALanguageSaysOtherwise(t *testing.T) {
	t.Parallel()
	for with, want := range map[string]bool{"": true, "spaced = true\n": true, "spaced = false\n": false} {
		s, diags := NewSet([]File{whole(t, "spaced = true\n", "spaced = true #\n", "spaced = true\n", with)}, "eo")
		if s == nil {
			t.Fatal(diags)
		}
		if c, ok := s.For("eo"); !ok || c.Answers.Spaced != want {
			t.Errorf("%q: %t %v", with, c.Answers.Spaced, diags)
		}
	}
}
