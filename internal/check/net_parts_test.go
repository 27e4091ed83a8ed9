package check

import (
	"strings"
	"testing"
	"time"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
	"pressroom/internal/release"
)

// both is a release in English and in another language, with a quote in each.
func both(t *testing.T, top, text, other string) *release.Release {
	t.Helper()
	quote := func(text string) string {
		return "[[quote]]\nid = \"river\"\norg = \"River\"\nspeaker = \"A\"\ntext = \"\"\"" + text + "\"\"\"\n"
	}
	sources := []release.Source{{
		Name: "x.md", Data: []byte("+++\nheadline = \"H\"\n" + top + "[[contact]]\nname = \"D\"\nphone = \"1\"\n" + quote(text) + "+++\nBody.\n"),
	}}
	if other != "" {
		sources = append(sources, release.Source{
			Name: "x.es.md", Language: "es", Data: []byte("+++\nheadline = \"H\"\n[[quote]]\nid = \"river\"\ntext = \"" + other +
				"\"\n+++\nTexto.\n"),
		})
	}
	r, diags := release.Read("x", sources, release.Settings{})
	if r == nil {
		t.Fatal(diags)
	}
	return r
}

// TestMarksThatStandTwiceRoundWords are told of where the style writes them, and not of a block, which has none.
func TestMarksThatStandTwiceRoundWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		tag, text string
		style     release.Style
		want      bool
	}{
		{"en", "He said “never”.", release.StyleSaid, true},
		{"en", "He said “never”.", release.StyleBlock, false},
		{"en", "He said ‘never’.", release.StyleSaid, false},
		{"de", "He said „never“.", release.StyleDash, true},
		{"fr", "He said « never ».", release.StyleSaid, true},
		{"ja", "He said 「never」.", release.StyleSaid, true},
		{"sv", "He said ”never”.", release.StyleSaid, true},
		{"fr", "He said “never”.", release.StyleSaid, false},
	} {
		r := both(t, "date = 2026-07-26\n", c.text, "")
		r.Main().Quotes[0].Style = c.style
		var diags diagnostic.List
		files(r.Files)[0].twiceMarked(&diags, &release.Version{Language: c.tag, Quotes: r.Main().Quotes})
		if got := len(diags) == 1; got != c.want {
			t.Errorf("%s in %s, %s: %v", c.text, c.tag, c.style, diags)
		}
	}
	r := both(t, "date = 2026-07-26\n", "He said “never”.", "")
	other := *r.Main().Quotes[0]
	other.Text, other.Style = "Oars.", release.StyleBlock
	r.Main().Quotes = append(r.Main().Quotes, &other)
	var diags diagnostic.List
	if files(r.Files)[0].twiceMarked(&diags, r.Main()); len(diags) != 1 {
		t.Errorf("beside a block of other words: %v", diags)
	}
}

// TestStraightMarksAreReplacedByThoseOfTheLanguage holds what is to be written for them.
func TestStraightMarksAreReplacedByThoseOfTheLanguage(t *testing.T) {
	t.Parallel()
	for tag, want := range map[string]string{
		"en": "write “…”, or ‘…’ within a quote", "de": "write „…“, or ‚…‘ within a quote", "fr": "write «…», or “…” within a quote",
		"ja": "write 「…」, or 『…』 within a quote", "sv": "write ”…”, or ’…’ within a quote",
		"nl": "write ‘…’, or “…” within a quote",
	} {
		r := both(t, "date = 2026-07-26\n", `He said "never".`, "")
		f := files(r.Files)[0]
		masked := make([]masks, len(f.texts))
		for i := range f.texts {
			masked[i] = f.texts[i].mask()
		}
		var diags diagnostic.List
		f.marks(&diags, masked, &release.Version{Language: tag})
		if len(diags) != 1 || !strings.HasSuffix(diags[0].Message, want) || !strings.HasPrefix(want[len("write "):], diags[0].Instead.New) {
			t.Errorf("%s: %v, want %s", tag, diags, want)
		}
	}
}

// TestNamesAreWholeWords holds what may stand on both sides of one.
func TestNamesAreWholeWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		s        string
		from, to int
		want     bool
	}{
		{"Marlow", 0, 6, true},
		{"Marlow.", 0, 6, true},
		{" Marlow", 1, 7, true},
		{"xMarlow", 1, 7, false},
		{"Marlowx", 0, 6, false},
		{"éMarlow", 2, 8, false},
		{"1Marlow2", 1, 7, true},
		{"xMarlowx", 1, 7, false},
	} {
		if wholeWord(c.s, c.from, c.to) != c.want {
			t.Errorf("%s: %t", c.s, !c.want)
		}
	}
}

// TestWhatIsSaidOfQuotesThatWereSignedOff holds what is known of them against what stands in the files.
func TestWhatIsSaidOfQuotesThatWereSignedOff(t *testing.T) {
	t.Parallel()
	r := both(t, "date = 2026-07-26\n", "Wet.", "Agua.")
	key := func(quote, lang string) release.QuoteKey { return release.QuoteKey{Quote: quote, Language: lang} }
	given := release.Approval{Given: true, By: "Ana", Org: "River", Digest: "x"}
	back := given
	back.AskedBack = true
	taken := given
	taken.Given = false
	none := []release.Pending{}
	for name, c := range map[string]struct {
		key       release.QuoteKey
		approval  release.Approval
		unwritten []release.Unwritten
		want      string
	}{
		"one that is not there": {
			key("piers", "en"), given, nil,
			"the quote piers of River, signed off by Ana, does not stand in the release",
		},
		"one that is there": {
			key("river", "en"), given, nil,
			"the words of the quote river of River are not those that Ana signed off",
		},
		"one in another language":     {key("piers", "es"), given, nil, ""},
		"one that is asked for again": {key("piers", "en"), back, nil, ""},
		"one that was taken back":     {key("piers", "en"), taken, nil, ""},
		"one that is yet to be written": {
			key("piers", "en"), given,
			[]release.Unwritten{{Key: key("piers", "en"), What: "a sign-off"}},
			"a sign-off is kept, and does not stand",
		},
		"a translation of other words": {key("river", "es"), given, nil, "x.es.md:3:3: error: the words of the quote river"},
	} {
		known := &release.Known{Approvals: map[release.QuoteKey]release.Approval{c.key: c.approval}, Unwritten: c.unwritten}
		if got := quotesOf(r, known, none).Error(); (got == "") != (c.want == "") || !strings.Contains(got, c.want) ||
			strings.Contains(got, "\n") {
			t.Errorf("%s: %s", name, got)
		}
	}
	alone := both(t, "date = 2026-07-26\n", "Wet.", "")
	es := *alone.Main()
	es.Language = "es" // a language in which the quote has no words of its own
	alone.Versions = append(alone.Versions, &es)
	known := &release.Known{Approvals: map[release.QuoteKey]release.Approval{key("river", "es"): given}}
	if got := quotesOf(alone, known, none); len(got) != 0 {
		t.Errorf("words that are printed in the main language: %v", got)
	}
	if got := Release(Subject{Release: alone, Pending: none, Now: time.Date(2026, 7, 26, 9, 0, 0, 0,
		time.UTC)}).Findings.Error(); strings.Contains(got, "no sign-off") {
		t.Errorf("where none is pending: %s", got)
	}
	if got := Release(Subject{Release: alone, Now: time.Date(2026, 7, 26, 9, 0, 0, 0, time.UTC)}).Findings.Error(); !strings.Contains(got,
		"no sign-off") {
		t.Errorf("where they are looked for: %s", got)
	}
	for _, c := range []struct {
		stale, asked bool
		n, want      int
	}{{false, false, 3, 3}, {false, false, 4, 1}, {true, false, 4, 4}, {true, true, 4, 4}} {
		var pending []release.Pending
		for i := range c.n {
			p := release.Pending{Key: key(string(rune('a'+i)), "en"), Org: "River", Does: release.Warn, Stale: c.stale}
			if c.asked && i%2 == 0 {
				p.OrgID = "river"
			}
			pending = append(pending, p)
		}
		s := &signoffs{r: r, known: &release.Known{}, pending: pending}
		if s.tellPending(); len(s.diags) != c.want || c.asked && !strings.Contains(s.diags[1].String(), "(b)") {
			t.Errorf("%+v: %v", c, s.diags)
		}
	}
	s := &signoffs{r: r, known: &release.Known{}}
	for i := range 4 {
		p := release.Pending{Key: key(string(rune('a'+i)), "en"), Org: "River", OrgID: "river", Does: release.Warn, Stale: i%2 == 0}
		p.State = "asked"
		s.pending = append(s.pending, p)
	}
	if s.tellPending(); len(s.diags) != 4 || !strings.Contains(s.diags[0].String()+s.diags[1].String(), "was changed in its own language") {
		t.Errorf("stale ones beside others: %v", s.diags)
	}
}

// TestOffsetsAreThoseOfTheZone holds an instant against the offset that its zone has on that day.
func TestOffsetsAreThoseOfTheZone(t *testing.T) {
	t.Parallel()
	const zone = "timezone = \"America/Los_Angeles\"\n"
	for top, want := range map[string]string{
		"embargo = 2026-07-26T09:00:00-08:00\n" + zone:              "America/Los_Angeles is not at -08:00 on that day but at -07:00 (PDT)",
		"embargo = 2026-07-26T09:00:00-07:00\n" + zone:              "",
		"embargo = 2026-07-26T09:00:00\n" + zone:                    "",
		"embargo = 2026-07-26T09:00:00Z\n" + zone:                   "",
		"embargo = 2026-07-26T09:00:00+00:00\n" + zone:              "",
		"release_at = 2026-01-26T09:00:00-07:00\n" + zone:           "America/Los_Angeles is not at -07:00 on that day but at -08:00 (PST)",
		"release_at = 2026-01-26T09:00:00-08:00\n" + zone:           "",
		"release_at = \"hold\"\n" + zone:                            "",
		"date = 2026-07-26\n" + zone:                                "",
		"embargo = 2026-07-26T09:00:00-08:00\n":                     "",
		"embargo = 2026-07-26T09:00:00-08:00\ntimezone = \"UTC\"\n": "",
	} {
		r := both(t, top, "Wet.", "")
		c := &checker{Subject: Subject{Release: r}, files: files(r.Files)}
		c.offset()
		if got := c.diags.Error(); (got == "") != (want == "") || !strings.Contains(got, want) {
			t.Errorf("%s: %s", top, got)
		}
	}
	now := time.Date(2026, 7, 20, 9, 0, 0, 0, time.UTC)
	for top, want := range map[string]time.Time{"release_at = \"hold\"\n": now, "embargo = 2026-07-26T09:00:00Z\n": now.AddDate(0, 0, 6)} {
		c := &checker{Subject: Subject{Release: both(t, top, "Wet.", ""), Now: now}}
		if got := c.instant(); !got.Equal(want) {
			t.Errorf("%s: %s", top, got)
		}
	}
}

// TestTextsAreTakenWithWhatIsSeenOfThem takes texts of a table, and hides what stands between ticks.
func TestTextsAreTakenWithWhatIsSeenOfThem(t *testing.T) {
	t.Parallel()
	doc, _ := frontmatter.Parse("x.toml", []byte("headline = \"H\"\nsubhead = \"\"\nsubject = 5\n"))
	f := &file{doc: doc}
	if f.take(doc.Root(), "", topKeys); len(f.texts) != 1 || f.texts[0].key != "headline" {
		t.Errorf("%+v", f.texts)
	}
	for s, want := range map[string]string{
		"a `b` c": "a     c", "a ``b` c`` d": "a          d", "a ` b": "a ` b", "a `": "a `", "a ``": "a ``", `a \* b`: "a    b", `a \b`: `a \b`,
		`a \`:                     `a \`,
		"a <https://b.example> c": "a                     c", "a < b": "a < b",
	} {
		b := []byte(s)
		if hideSpans(b); string(b) != want {
			t.Errorf("%q: %q", s, b)
		}
	}
}
