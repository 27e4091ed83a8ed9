package language

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/expect"
	files "pressroom/templates/language"
)

// Each line of a language's file, left out, empty, a number, and with a place that it
// does not have: what is said of the language.
func TestEachLineOfALanguage(t *testing.T) {
	text := "\n" + string(whole(t).Data)
	var b strings.Builder
	said := func(kind, line, now string) {
		_, diags := new(Set).Check(File{"eo.toml", []byte(strings.Replace(text, "\n"+line, "\n"+now, 1)[1:])})
		var out []string
		for _, d := range diags {
			message, _, _ := strings.Cut(d.Message, "; known here")
			out = append(out, fmt.Sprintf("column %d [%s], %s", d.Column, d.Rule, message))
		}
		if len(out) > 3 {
			out = append(out[:3], fmt.Sprintf("and %d more", len(out)-3))
		}
		fmt.Fprintf(&b, "  %s: %s\n", kind, strings.Join(out, " / "))
	}
	var table string
	of := 0 // lines of a table of phrases: all of them are read by one function
	for line := range strings.Lines(text) {
		key, value, ok := strings.Cut(line, " = ")
		header := strings.HasPrefix(line, "[")
		if header {
			table, of = strings.Trim(strings.TrimSpace(line), "[]"), 0
		}
		if of++; of > 3 && !slices.Contains([]string{"", "marks", "clauses", "dates", "lines", "answers", "speech", "automatic"}, table) {
			continue
		}
		if !ok && !header || strings.HasPrefix(line, "#") || strings.Count(text, "\n"+line) > 1 {
			continue
		}
		fmt.Fprintf(&b, "%.60s\n", strings.TrimSpace(line))
		if header {
			said("under another name", line, "[other]\n")
			continue
		}
		said("missing", line, "")
		said("a number", line, key+" = 7\n")
		switch value[0] {
		case '"':
			said("empty", line, key+" = \"\"\n")
			said("with a place", line, key+" = "+strings.Replace(value, "\"", "\"{odd} ", 1))
		case '[':
			said("nothing in it", line, key+" = []\n")
			said("an empty one", line, key+" = [\"\"]\n")
		}
	}
	expect.File(t, "lines.golden.txt", b.String())
}

// What lies over a language, and what of it reaches those that lie over that.
func TestWhatLiesOverLanguages(t *testing.T) {
	var b strings.Builder
	over := func(list ...File) *Set {
		set, diags := NewSet(list)
		for _, f := range list {
			fmt.Fprintf(&b, "=== %s %q\n", f.Name, f.Data)
		}
		fmt.Fprintln(&b, diags.Error())
		return set
	}
	file := func(name, text string) File { return File{"templates/language/" + name, []byte(text)} }
	show := func(set *Set, tags ...string) {
		for _, tag := range tags {
			c, ok := set.For(tag)
			if !ok {
				fmt.Fprintf(&b, "%s: none\n", tag)
				continue
			}
			fmt.Fprintf(&b, "%s: %s (%s), read %v, unread %v, lacks %v, on %v, whole %v %v: %s; %s; %s\n", tag, c.Tag, c.Name, c.Read, c.Unread, c.Lacks, set.On(c), c.Whole(false), c.Whole(true), c.Say(NotesLabel), c.Enclosed(Originals), c.ListComma())
		}
		fmt.Fprintf(&b, "known %v\noffered %v, for partners %v, own %v\n", set.Known(), set.Offered(), set.ForPartners(), slices.Sorted(maps.Keys(set.Own())))
	}
	show(nil, "en", "en-US", "es-MX", "pt-PT", "no", "zh-TW", "tlh", "")
	show(over(file("pt.toml", "[phrases]\nnotes = \"Notas minhas\"\n")), "pt", "pt-PT", "pt-BR", "es")
	show(over(file("es-MX.toml", "name = \"Español de México\"\n[phrases]\nnotes = \"Notas de aquí\"\n"), file("es.toml", "[phrases]\nnotes = \"Notas de allí\"\n")), "es", "es-MX", "es-AR")
	show(over(file("pt-PT.toml", "[phrases]\nnotes = \"Em Lisboa\"\n"), file("pt.toml", "[phrases]\nnotes = \"Notas\"\n")), "pt", "pt-PT")
	show(over(file("es.toml", "read = false\nunread = [\"portal\"]\n")), "es")
	show(over(file("pl.toml", "read = true\n")), "pl")
	show(over(file("ES.toml", "")), "es")
	show(over(file("xx!.toml", "")), "es")
	show(over(file("es.toml", "[phrases]\nnotes = \"{odd}\"\n")), "es")
	show(over(file("es.toml", "[phrases\n")), "es")
	english, err := files.Files.ReadFile("en.toml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(english)
	for _, name := range []string{"pages", "links", "enclosed", "newsroom", "search", "holders", "embargo", "correction", "report", "verify", "portal", "answers", "speech", "automatic"} {
		_, kept := section(text, name)
		c, diags := new(Set).Check(File{"eo.toml", []byte(kept)})
		fmt.Fprintf(&b, "without [%s]: %v\n", name, diags.Error())
		if c != nil {
			fmt.Fprintf(&b, "  lacks %v, whole %v %v, %s\n", c.Lacks, c.Whole(false), c.Whole(true), c.Enclosed(OnTheWeb))
		}
	}
	set, _ := NewSet([]File{file("es.toml", "name = \"E\"\n"), file("fr.toml", "name = \"F\"\n"), file("pt-BR.toml", "name = \"B\"\n")}, "pl", "uk")
	for _, tags := range [][]string{nil, {"es"}, {"es-MX", "pl"}, {"es", "fr", "pt-BR", "pl", "uk"}, {"tlh"}} {
		only := set.Only(tags)
		fmt.Fprintf(&b, "only %v: %v\n", tags, slices.Sorted(maps.Keys(only.Own())))
		for _, tag := range []string{"pl", "uk", "en"} {
			fmt.Fprintf(&b, "  %s for a reader: %s\n", tag, only.ForReader(tag).Tag)
		}
	}
	for _, wishes := range [][]string{{}, {"pl"}, {"es"}, {"tlh", "es"}, {"pl", "fr"}, {"tlh"}} {
		for _, mail := range []bool{false, true} {
			c, wished := set.ForPartner(mail, wishes...)
			tag := "-"
			if wished != nil {
				tag = wished.Tag
			}
			fmt.Fprintf(&b, "partners who wish %v, by mail %v: %s, wished %s\n", wishes, mail, c.Tag, tag)
		}
	}
	for _, name := range []string{"pt-BR-x.toml", "en_us.toml", "PT.toml"} {
		_, diags := new(Set).Check(File{Name: name})
		fmt.Fprintln(&b, diags.Error())
	}
	for _, r := range set.Rows() {
		fmt.Fprintf(&b, "%s\n  lacks %s, read %s; %v\n", expect.Given(r), r.Missing(), r.ReadBy(), set.Of(r.Tag).Verdict())
	}
	expect.File(t, "over.golden.txt", b.String())
}

// Words that are compared, set apart, cut at, or written in capitals.
func TestWordsOfEveryScript(t *testing.T) {
	var b strings.Builder
	for _, s := range []string{
		"", " ", "a", "A b", "It’s", "it's", "'it' 's", "rock 'n' roll", "a ' b", "a' b", "'", "Ä é ñ", "ﬁ Ⅳ ①", "Straße", "ẞ", "x—y", "a\u200fb", "مـرحبا", "مَرحبا", "日本 語", "A1-2", "l’eau d'ici", "—a—", "a  b", "İ",
	} {
		fmt.Fprintf(&b, "fold %q: %q\n", s, Fold(s))
	}
	for _, c := range []struct {
		name   string
		offset int
	}{{"", 0}, {"PST", -8 * 3600}, {"+03", 3 * 3600}, {"-03", -3 * 3600}, {"", 5*3600 + 45*60}, {"", -(3*3600 + 30*60)}, {"", 59}, {"", 60}, {"", -60}, {"é", 3600}, {"1", 0}} {
		fmt.Fprintf(&b, "zone %q %d: %s\n", c.name, c.offset, zoneName(time.Date(2027, 1, 1, 0, 0, 0, 0, time.FixedZone(c.name, c.offset))))
	}
	for _, tag := range []string{"en", "en-US", "zh-TW", "zh-CN", "zh-HK", "zh-Hant-TW", "zh-Hans", "zh", "no", "nn", "no-NO", "sr-Latn-RS", "en-x-a-b", "de-x", "a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s", strings.Repeat("a1-", 20) + "b", "", "-", "x-"} {
		fmt.Fprintf(&b, "%s falls back on %v; right to left %v; script %s\n", tag, fallbacks(tag), RightToLeft(tag), Script(tag))
	}
	for _, tag := range []string{"ar", "he", "fa", "ur", "dv", "syr", "nqo", "ff-Adlm", "az-Arab", "pa-Arab", "yi", "xx!"} {
		fmt.Fprintf(&b, "%s runs from right to left: %v\n", tag, RightToLeft(tag))
	}
	for _, word := range []string{"no.", "nr.", "n.", "p.", "pp.", "vol.", "art.", "fig.", "s.", "pag.", "núm.", "pág.", "abs.", "kap.", "No.", "Inc.", "U.S.", "Ph.D.", "J.", "x.", "word.", "(U.S.", "“Dr.", "a.m."} {
		for _, tag := range []string{"en", "es", "de", "it", "fr", "pt", "nl"} {
			c := Of(tag)
			if c.EndsInAbbreviation("the "+word) || c.EndsInOwnStop("the "+word) {
				fmt.Fprintf(&b, "%s in %s: abbreviation %v, own stop %v\n", word, tag, c.EndsInAbbreviation("the\u00a0"+word), c.EndsInOwnStop("the "+word))
			}
		}
	}
	for _, pair := range [][2]string{{"abc", "אבג"}, {"אבג", "abc"}, {"אבג", "12"}, {"abc", "12"}, {"abc ", " (12"}, {"א.", "a"}, {"", "a"}, {"a", ""}, {"١٢", "א"}, {"سلام", "سلام"}, {"12", "אב"}} {
		fmt.Fprintf(&b, "parting %q %q: %q %q\n", pair[0], pair[1], Parting(pair[0], pair[1], false), Parting(pair[0], pair[1], true))
	}
	for _, text := range []string{
		"abc", "אבג", "abc אבג", "אבג abc", "אבג abc def", "12", "", "https://a.example אבג", "אב https://a.example/long/path ana@b.example", "סלם a", "a סלם", "אבגדה abc:/def", "אבגדה abc://def", "אבגדה a@bcdef",
		"עמותת הנמל in Haifa", "עמותת הנמל (in Haifa)", "עמותת הנמל Haifa", "עמותת הנמל port.example", "נמל iPort", "عمل 50% off",
	} {
		fmt.Fprintf(&b, "paragraph %q: %v %v\n", text, ParagraphRightToLeft(text, true), ParagraphRightToLeft(text, false))
	}
	for _, text := range []string{"MARLOW, Mass.", "MARLOW", "Marlow (7)", "Marlow 7", "חיפה (צפון)", "חיפה", "", "7.", "חיפה, Marlow.", "Marlow, חיפה."} {
		fmt.Fprintf(&b, "closed %q: %q %q\n", text, Closed(text, true), Closed(text, false))
	}
	for _, lang := range []string{"en", "ja", "zh", "ko", "ru", "ar", "el", "he"} {
		for _, text := range []string{"plain words", "words Ελλάδα end", "слово и word", "図書館 is open", "図書館は開館 (x)", "한국어 a", "سلام، a", "שלום, b", "é à ç", "a ไทย b", "日本 日本語", "α β γ", "a €5 b"} {
			var parts []string
			for _, p := range Passages(text, lang) {
				parts = append(parts, fmt.Sprintf("%s %q", p.Language, p.Text))
			}
			fmt.Fprintf(&b, "%s %q: other %v, %s\n", lang, text, HasOtherScript(text, lang), strings.Join(parts, ", "))
		}
	}
	for _, tag := range Known() {
		c := Of(tag)
		fmt.Fprintf(&b, "%s: %q %q %q\n", tag, c.Aside("x"), c.Upper("istanbul iı άλφα straße"), c.Say(NotesLabel, "too many"))
	}
	expect.File(t, "scripts.golden.txt", b.String())
}
