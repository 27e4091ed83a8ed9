package check

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/release"
)

// A character is looked for in every text that stands in the documents, and in no other.
func TestWhichTextsStandInTheDocuments(t *testing.T) {
	src, next := "", 0x2600
	var wanted []rune
	names := map[rune]string{}
	lines := func(table string, keys ...string) {
		for _, key := range keys {
			c := rune(next)
			next++
			wanted = append(wanted, c)
			names[c] = strings.Trim(table, "[]") + "." + key
			behind := ""
			if key == "email" {
				behind = "@a.example"
			}
			src += fmt.Sprintf("%s = \"%c%s\"\n", key, c, behind)
		}
	}
	lines("", "headline", "subhead", "subject", "dateline", "boilerplate", "notes")
	src += "date = 2026-11-01\n[[contact]]\n"
	lines("contact", "name", "role", "phone", "email", "org", "hours")
	src += "[[quote]]\nid = \"q\"\n"
	lines("quote", "org", "speaker", "title", "text", "attribution")
	src += "[[media]]\nfile = \"a.png\"\n"
	lines("media", "alt", "caption", "credit", "rights")
	src += "[[document]]\nurl = \"https://a.example\"\n"
	lines("document", "title")
	src += "[[cover]]\nto = [\"press\"]\n"
	lines("cover", "text")
	r, diags := release.Read("x", []release.Source{{Name: "x.md", Data: []byte("+++\n" + src + "+++\nBody.\n")}}, release.Settings{})
	if r == nil {
		t.Fatal(diags)
	}
	found := map[string]bool{}
	for _, p := range Places(r.Files, wanted, 99) {
		found[names[[]rune(p.Text)[0]]] = true
	}
	for _, name := range names {
		if want := name != ".subject" && name != "media.alt" && name != "cover.text"; found[name] != want {
			t.Errorf("%s is looked at: %t", name, !want)
		}
	}
}

// Of several names at one place the longest is told, in whatever order they are asked for.
func TestTheLongestOfSeveralNames(t *testing.T) {
	src := "+++\nheadline = \"The Dock Choir of Marlow sings\"\ndate = 2026-11-01\n[[contact]]\nname = \"D\"\nphone = \"1\"\n+++\nBody.\n"
	r, diags := release.Read("x", []release.Source{{Name: "x.md", Data: []byte(src)}}, release.Settings{})
	if r == nil {
		t.Fatal(diags)
	}
	for _, names := range [][]string{
		{"Dock", "Dock Choir", "Dock Choir of Marlow"}, {"Dock Choir of Marlow", "Dock Choir", "Dock"}, {"Dock Choir", "Dock Choir of Marlow", "Dock"},
	} {
		if got := Named(r, names...); len(got) != 1 || got[0].Text != "Dock Choir of Marlow" {
			t.Errorf("%q: %v", names, got)
		}
	}
}

// A backslash at the end of a text hides nothing behind it.
func TestABackslashAtTheEnd(t *testing.T) {
	b := []byte(`a \* b\`)
	if hideSpans(b); string(b) != `a    b\` {
		t.Errorf("%q", b)
	}
}

// A quote that is left out is not held against its sign-off, in its own language or, where the
// main one is left out, in any.
func TestAQuoteThatIsLeftOutIsNotHeldAgainstItsSignOff(t *testing.T) {
	table := "[quote.signoff]\nby = \"a@r.example\"\nat = 2026-07-01T00:00:00Z\ndigest = \"sha256:00\"\n"
	quote := func(id, org string) string {
		return "[[quote]]\nid = \"" + id + "\"\n" + org + "text = \"Words of " + id + ".\"\n"
	}
	main := "+++\nheadline = \"H\"\ndate = 2026-07-26\n[[contact]]\nname = \"D\"\nphone = \"1\"\n" +
		quote("river", "org = \"R\"\nspeaker = \"A\"\n") + quote("tide", "org = \"T\"\nspeaker = \"A\"\n") + "+++\nBody.\n"
	es := "+++\nheadline = \"T\"\n" + quote("river", "") + table + quote("tide", "") + table + "+++\nTexto.\n"
	r, diags := release.Read("x", []release.Source{{Name: "x.md", Data: []byte(main)}, {Name: "x.es.md", Language: "es", Data: []byte(es)}}, release.Settings{})
	if r == nil {
		t.Fatal(diags)
	}
	pending := func(id, lang string, does release.Policy) release.Pending {
		return release.Pending{Key: release.QuoteKey{Quote: id, Language: lang}, Does: does}
	}
	for name, c := range map[string]struct {
		pending []release.Pending
		want    string
	}{
		"nothing":                 {nil, "river tide"},
		"river, which is kept":    {nil, "tide"},
		"river in Spanish":        {[]release.Pending{pending("river", "es", release.LeaveOut)}, "tide"},
		"river in the main one":   {[]release.Pending{pending("river", "en", release.LeaveOut)}, "tide"},
		"river in another":        {[]release.Pending{pending("river", "fr", release.LeaveOut)}, "river tide"},
		"river, which is told of": {[]release.Pending{pending("river", "es", release.Warn)}, "river tide"},
		"both, each in another":   {[]release.Pending{pending("river", "es", release.LeaveOut), pending("tide", "en", release.LeaveOut)}, ""},
		"one that does not stand": {[]release.Pending{pending("docks", "es", release.LeaveOut)}, "river tide"},
	} {
		var got []string
		known := &release.Known{}
		if name == "river, which is kept" {
			known.Unwritten = []release.Unwritten{{What: "the words of river", Key: release.QuoteKey{Quote: "river", Language: "es"}}}
		}
		for _, d := range quotesOf(r, known, c.pending) {
			if _, words, ok := strings.Cut(d.Message, "the words of the quote "); ok {
				got = append(got, strings.Fields(words)[0])
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: held are %q, want %q", name, s, c.want)
		}
	}
}
