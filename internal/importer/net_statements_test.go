package importer

import (
	"fmt"
	"strings"
	"testing"
)

// manyLamps is more text than any paragraph of a release has.
var manyLamps = strings.Repeat("The lamps on the quays are lit. ", 520)

// whoQuoted is who speaks in a draft's quotes, one per line, with their words cut short.
func whoQuoted(d *draft) string {
	var out []string
	for _, q := range d.quotes {
		out = append(out, fmt.Sprintf("%s | %s | %s | %s | %.30s", q.Speaker, q.Title, q.Org, q.Style, q.Text))
	}
	return strings.Join(out, "\n")
}

// TestParagraphsThatAreNoStatement takes a line or words for no statement where one thing about them is not so.
func TestParagraphsThatAreNoStatement(t *testing.T) {
	t.Parallel()
	const by, words = "Statement from Ana Ruiz, director of Rivers Trust:", "“We light all the lamps on the quays tonight.”"
	for _, c := range []struct {
		lead, next para
		want       int
	}{
		{para{text: by}, para{text: words}, 2},
		{para{text: by, level: 2}, para{text: words}, 2},
		{para{text: by}, para{text: words, level: 2}, 0},
		{para{text: by}, para{text: words + " It rains."}, 0},
		{para{text: "Statement from Ana Ruiz, Tidewell:"}, para{text: words}, 0},
		{para{text: "Statement from Rivers Trust:"}, para{text: words}, 2},
		{para{text: "Statement from the lamps:"}, para{text: words}, 0},
		{para{text: "Statement from “Rivers Trust”:"}, para{text: words}, 0},
		{para{text: "Statement"}, para{text: words}, 0},
	} {
		if got := drafted("en").statement([]para{c.lead, c.next}); got != c.want {
			t.Errorf("%+v and %+v: %d paragraphs, want %d", c.lead, c.next, got, c.want)
		}
	}
	if got := drafted("en").statement([]para{{text: by}}); got != 0 {
		t.Errorf("a line with nothing below it is a statement of %d paragraphs", got)
	}
	d := drafted("en")
	list := []para{{text: by}, {text: words, bullet: "-"}, {text: "“We pay.”", bullet: "-"}, {text: "“We row.”"}}
	if got := d.statement(list); got != 3 || d.quotes[0].Text != "We light all the lamps on the quays tonight.\n\nWe pay." {
		t.Errorf("%d paragraphs: %q", got, d.quotes[0].Text)
	}
}

// TestWhoMakesAStatementInTheHeadline gives words to whom the headline names, where that is surely somebody.
func TestWhoMakesAStatementInTheHeadline(t *testing.T) {
	t.Parallel()
	const words = "“We light all the lamps on the quays tonight.”"
	const ana = "Ana Ruiz | director | Rivers Trust | block | We light all the lamps on the "
	for _, c := range [][3]string{
		{"Statement from Ana Ruiz, director of Rivers Trust", words, ana},
		{"Statement by Ana Ruiz, director of Rivers Trust", words, ana},
		{"Statement from Ana Ruiz", words, ""},
		{"Statement from Rivers Trust", words, ""},
		{"Statement from Ana Ruiz, director of Rivers Trust", words + " It rains.", ""},
		{"Statement from Ana Ruiz, director of Rivers Trust", "“" + manyLamps + "”", ""},
		{"Lamps of Ana Ruiz, director of Rivers Trust", words, ""},
	} {
		d := drafted("en")
		d.headline.text = c[0]
		if d.headlineMakes(para{text: c[1]}); whoQuoted(d) != c[2] {
			t.Errorf("%s: %q, want %q", c[0], whoQuoted(d), c[2])
		}
	}
	d := drafted("en")
	d.headline.text, d.pieces = "Statement from Ana Ruiz, director of Rivers Trust", []piece{{quote: -1}}
	if d.headlineMakes(para{text: words}) {
		t.Error("words further down are those of the headline's speaker")
	}
}

// TestWordsUnderAHeading reads words under a heading that is somebody's name with an office.
func TestWordsUnderAHeading(t *testing.T) {
	t.Parallel()
	const words = "“We light all the lamps on the quays tonight.”"
	for _, c := range []struct {
		lead string
		next para
		want int
	}{
		{"Ana Ruiz, director of Rivers Trust", para{text: words}, 2},
		{"Ana Ruiz, director of Rivers Trust", para{text: words, bullet: "-"}, 0},
		{"Ana Ruiz, director of Rivers Trust", para{text: words, level: 1}, 0},
		{"Ana Ruiz, director of Rivers Trust", para{text: "We light all the lamps."}, 0},
		{"Ana Ruiz, director of “Rivers Trust”", para{text: words}, 0},
		{"Ana Ruiz, Rivers Trust", para{text: words}, 0},
	} {
		if got := drafted("en").headed([]para{{text: c.lead, level: 2}, c.next}); got != c.want {
			t.Errorf("%s: %d, want %d", c.lead, got, c.want)
		}
	}
	if drafted("en").headed([]para{{text: "Ana Ruiz, director of Rivers Trust", level: 2}}) != 0 {
		t.Error("a heading with nothing below it has words")
	}
}

// TestItemsThatAreSomebodysWords takes an item of a list for somebody's words where it has them and whose they are.
func TestItemsThatAreSomebodysWords(t *testing.T) {
	t.Parallel()
	const item = "“We light all the lamps,” said Ana Ruiz, director of Rivers Trust."
	for _, c := range []struct {
		p    para
		want bool
	}{
		{para{text: item, bullet: "-"}, true},
		{para{text: item, bullet: "1."}, false},
		{para{text: item}, false},
		{para{text: item, bullet: "-", level: 1}, false},
		{para{text: item, bullet: "-", table: "| a |"}, false},
		{para{text: "“" + manyLamps + "and more,” said Ana Ruiz, director of Rivers Trust.", bullet: "-"}, false},
		{para{text: "It rains. " + item, bullet: "-"}, false},
		{para{text: item + " It rains.", bullet: "-"}, false},
		{para{text: "We light all the lamps.", bullet: "-"}, false},
	} {
		d := drafted("en")
		if got := d.wholeItem(c.p); got != c.want || len(d.quotes) > 0 != c.want || len(d.pieces) > 0 != c.want || len(d.known) > 0 != c.want {
			t.Errorf("%.80q in %q: %v, %d quotes, %d pieces, %d known", c.p.text, c.p.bullet, got, len(d.quotes), len(d.pieces), len(d.known))
		}
	}
}

// TestWhoMakesTheStatementBefore finds whose statement a sentence leads to in the one before.
func TestWhoMakesTheStatementBefore(t *testing.T) {
	t.Parallel()
	const made = "Ana Ruiz, director of Rivers Trust, released a statement."
	for _, c := range [][4]string{
		{"en", made, "The statement reads", "Ana Ruiz"},
		{"en", "It rains. " + made, "Her full statement follows", "Ana Ruiz"},
		{"en", made + " ", "The statement reads as follows", "Ana Ruiz"},
		{"en", manyLamps + made, "The statement reads", ""},
		{"en", "", "The statement reads", ""},
		{"en", made, "The lamps read", ""},
		{"de", made, "The statement reads", ""},
		{"en", "Rivers Trust released a statement.", "The statement reads", ""},
	} {
		d := drafted(c[0])
		d.since = c[1] + c[2] + ":"
		if who, ok := d.reads(c[2]); ok != (c[3] != "") || ok && who.name != c[3] {
			t.Errorf("%.60s %s: %q", c[1], c[2], who.name)
		}
	}
}

// TestHowASentenceOpensWords reads sentences that lead to words with the verb or "From" first, or put it a certain way.
func TestHowASentenceOpensWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lang, s string
		from    int
		open    bool
		want    string
	}{
		{"en", "From Ana Ruiz, director of Rivers Trust", 0, true, "Ana Ruiz"},
		{"en", "From Ana Ruiz, director of Rivers Trust", 0, false, "Ana Ruiz"},
		{"en", "From Ana Ruiz, director of Rivers Trust", 9, true, ""},
		{"en", "From Ana Ruiz, Rivers Trust", 0, true, ""},
		{"en", "From Ana Ruiz, director of Rivers Trust, said", 0, true, ""},
		{"en", "Ana Ruiz put it this way", 0, true, "Ana Ruiz"},
		{"en", "Ana Ruiz puts it like this", 0, true, "Ana Ruiz"},
		{"en", "Ana Ruiz summed it up as follows", 0, true, "Ana Ruiz"},
		{"en", "Ana Ruiz sums it up simply", 0, true, "Ana Ruiz"},
		{"en", "Ana Ruiz put it bluntly", 0, true, "Ana Ruiz"},
		{"en", "Ana Ruiz put it plainly", 0, true, "Ana Ruiz"},
		{"en", "Ana Ruiz put it thus", 0, true, "Ana Ruiz"},
		{"en", "Ana Ruiz put it thus", 0, false, ""},
		{"de", "Ana Ruiz put it thus", 0, true, ""},
		{"en", "Rivers Trust put it thus", 0, true, ""},
		{"en", "Ana Ruiz put it there", 0, true, ""},
		{"en", "Said Ana Ruiz, director of Rivers Trust", 0, true, "Ana Ruiz"},
		{"en", "Said Ana Ruiz, director of Rivers Trust", 0, false, ""},
		{"en", "said Ana Ruiz, director of Rivers Trust", 0, true, ""},
		{"en", "Said Rivers Trust", 0, true, ""},
		{"en", "Said Ana Ruiz, who says so", 0, true, ""},
		{"en", "Adding", 0, true, "Jan Osten"},
		{"en", "And also adding", 0, true, "Jan Osten"},
		{"en", "Continuing", 0, true, "Jan Osten"},
		{"en", "Concluding", 0, true, "Jan Osten"},
		{"en", "And then said", 0, true, "Jan Osten"},
		{"en", "Adding", 0, false, ""},
		{"de", "Adding", 0, true, ""},
		{"es", "Y añadió", 0, true, "Jan Osten"},
		{"en", "Y añadió", 0, true, ""},
		{"es", "Y añadió", 0, false, ""},
		{"fr", "Et de conclure", 0, true, "Jan Osten"},
		{"fr", "Et de conclure", 0, false, ""},
		{"en", "Et de conclure", 0, true, ""},
		{"de", "Dann fuhr er fort", 0, true, "Jan Osten"},
		{"de", "Dann fuhr er fort", 0, false, ""},
		{"en", "Dann fuhr er fort", 0, true, ""},
	} {
		d := drafted(c.lang)
		d.know(speaker{name: "Jan Osten", title: "Sprecher", org: "Rivers Trust", ok: true})
		if who, ok := d.opens(c.s, c.from, c.open); ok != (c.want != "") || ok && who.name != c.want {
			t.Errorf("%s %q from %d, %v: %q, %v, want %q", c.lang, c.s, c.from, c.open, who.name, ok, c.want)
		}
	}
}

// TestWordsSetOffOrWithOneMark reads words that the source sets off, with a clause at their end, and those with the last mark alone.
func TestWordsSetOffOrWithOneMark(t *testing.T) {
	t.Parallel()
	const ana = "Ana Ruiz | director | Rivers Trust | said | The lamps on the quays are lit"
	for _, c := range []struct {
		p    para
		want string
	}{
		{para{text: "The lamps on the quays are lit, says Ana Ruiz, director of Rivers Trust.", quoted: true}, ana},
		{para{text: "The lamps on the quays are lit, says Ana Ruiz, director of Rivers Trust", quoted: true}, ana},
		{para{text: "The lamps on the quays are lit, says Ana Ruiz, director of Rivers Trust."}, ""},
		{para{text: manyLamps + "The lamps burn, says Ana Ruiz, director of Rivers Trust.", quoted: true}, ""},
		{para{text: "Many lamps on quays burn, says Ana Ruiz, director of Rivers Trust.", quoted: true}, ""}, // five words
		{para{text: "The “lamps” on the quays are lit, says Ana Ruiz, director of Rivers Trust.", quoted: true}, ""},
		{para{text: "The lamps on the quays are lit, says Ana Ruiz.", quoted: true}, ""},
		{para{text: "The lamps on the quays are lit, says Rivers Trust.", quoted: true}, ""},
		{para{text: "The lamps on the quays are lit, says Ana Ruiz, Rivers Trust.", quoted: true}, strings.Replace(ana, "director", "", 1)},
	} {
		d := drafted("en")
		if ok := d.setOff(c.p); whoQuoted(d) != c.want || ok != (c.want != "") {
			t.Errorf("%.90q, %v: %q, want %q", c.p.text, c.p.quoted, whoQuoted(d), c.want)
		}
	}
	for _, c := range []struct {
		p    para
		want string
	}{
		{para{text: "The lamps on the quays are lit,” says Ana Ruiz, director of Rivers Trust.", quoted: true}, ana},
		{para{text: "The lamps on the quays are lit,\" says Ana Ruiz, director of Rivers Trust.", quoted: true}, ana},
		{para{text: "The lamps on the quays are lit,” says Ana Ruiz, director of Rivers Trust."}, ""},
		{para{text: manyLamps + "They burn,” says Ana Ruiz, director of Rivers Trust.", quoted: true}, ""},
		{para{text: "“The lamps on the quays are lit,” says Ana Ruiz, director of Rivers Trust.", quoted: true}, ""},
		{para{text: "The lamps “on the quays are lit,” says Ana Ruiz, director of Rivers Trust.", quoted: true}, ""},
		{para{text: "The lamps on the quays are lit, ” says Ana Ruiz, director of Rivers Trust.", quoted: true}, ""},
		{para{text: "The lamps on the quays are lit,” says Rivers Trust.", quoted: true}, ""},
		{para{text: "The lamps on the quays are lit,” says Ana Ruiz, director of Rivers Trust. It rains.", quoted: true}, ""},
	} {
		d := drafted("en")
		if ok := d.unopened(c.p); whoQuoted(d) != c.want || ok != (c.want != "") {
			t.Errorf("%.90q, %v: %q, want %q", c.p.text, c.p.quoted, whoQuoted(d), c.want)
		}
	}
}

// TestANameAheadOfWords reads a name with an office and a comma right before a sentence in marks.
func TestANameAheadOfWords(t *testing.T) {
	t.Parallel()
	const words = "We light all the lamps tonight."
	for _, c := range [][4]string{
		{"en", "Ana Ruiz, director of Rivers Trust, ", words, "Ana Ruiz"},
		{"en", "Ana Ruiz, director of Rivers Trust ", words, ""},
		{"en", "Ana Ruiz, Rivers Trust, ", words, ""},
		{"es", "Ana Ruiz, directora de Ríos Vivos, ", "Esta noche encendemos todas las lámparas.", ""},
		{"en", "Ana Ruiz, director of Rivers Trust, ", "We light lamps at night.", ""}, // five words
		{"en", "Ana Ruiz, director of Rivers Trust, ", "we light all the lamps tonight.", ""},
		{"en", "Ana Ruiz, director of Rivers Trust, ", "We light all the lamps tonight,", ""},
		{"en", "Ana Ruiz, director of Rivers Trust, ", "Do we light all the lamps tonight?", "Ana Ruiz"},
		{"en", "Ana Ruiz, director of Rivers Trust, ", "We light all the lamps tonight!", "Ana Ruiz"},
		{"en", "Ana Ruiz, director of Rivers Trust, ", "We light all the lamps tonight…", "Ana Ruiz"},
	} {
		if who, ok := drafted(c[0]).namedAhead(c[1], c[2]); ok != (c[3] != "") || ok && who.name != c[3] {
			t.Errorf("%s“%s”: %q, %v", c[1], c[2], who.name, ok)
		}
	}
}
