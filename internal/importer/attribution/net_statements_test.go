package attribution

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// manyLamps is more text than any paragraph of a release has.
var manyLamps = strings.Repeat("The lamps on the quays are lit. ", 520)

// whoQuoted is who speaks in a draft's quotes, one per line, with their words cut short.
func whoQuoted(d *Copy) string {
	var out []string
	for _, q := range d.Quotes {
		out = append(out, fmt.Sprintf("%s | %s | %s | %s | %.30s", q.Speaker, q.Title, q.Org, q.Style, q.Text))
	}
	return strings.Join(out, "\n")
}

// TestParagraphsThatAreNoStatement takes a line or words for no statement where one thing about them is not so.
func TestParagraphsThatAreNoStatement(t *testing.T) {
	t.Parallel()
	const by, words = "Statement from Ana Ruiz, director of Rivers Trust:", "“We light all the lamps on the quays tonight.”"
	for _, c := range []struct {
		lead, next prose.Para
		want       int
	}{
		{prose.Para{Text: by}, prose.Para{Text: words}, 2},
		{prose.Para{Text: by, Level: 2}, prose.Para{Text: words}, 2},
		{prose.Para{Text: by}, prose.Para{Text: words, Level: 2}, 0},
		{prose.Para{Text: by}, prose.Para{Text: words + " It rains."}, 0},
		{prose.Para{Text: "Statement from Ana Ruiz, Tidewell:"}, prose.Para{Text: words}, 0},
		{prose.Para{Text: "Statement from Rivers Trust:"}, prose.Para{Text: words}, 2},
		{prose.Para{Text: "Statement from the lamps:"}, prose.Para{Text: words}, 0},
		{prose.Para{Text: "Statement from “Rivers Trust”:"}, prose.Para{Text: words}, 0},
		{prose.Para{Text: "Statement"}, prose.Para{Text: words}, 0},
	} {
		if got := drafted("en").statement([]prose.Para{c.lead, c.next}); got != c.want {
			t.Errorf("%+v and %+v: %d paragraphs, want %d", c.lead, c.next, got, c.want)
		}
	}
	if got := drafted("en").statement([]prose.Para{{Text: by}}); got != 0 {
		t.Errorf("a line with nothing below it is a statement of %d paragraphs", got)
	}
	d := drafted("en")
	list := []prose.Para{{Text: by}, {Text: words, Bullet: "-"}, {Text: "“We pay.”", Bullet: "-"}, {Text: "“We row.”"}}
	if got := d.statement(list); got != 3 || d.Quotes[0].Text != "We light all the lamps on the quays tonight.\n\nWe pay." {
		t.Errorf("%d paragraphs: %q", got, d.Quotes[0].Text)
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
		d.Headline.Text = c[0]
		if d.headlineMakes(prose.Para{Text: c[1]}); whoQuoted(d) != c[2] {
			t.Errorf("%s: %q, want %q", c[0], whoQuoted(d), c[2])
		}
	}
	d := drafted("en")
	d.Headline.Text, d.Pieces = "Statement from Ana Ruiz, director of Rivers Trust", []Piece{{Quote: -1}}
	if d.headlineMakes(prose.Para{Text: words}) {
		t.Error("words further down are those of the headline's speaker")
	}
}

// TestWordsUnderAHeading reads words under a heading that is somebody's name with an office.
func TestWordsUnderAHeading(t *testing.T) {
	t.Parallel()
	const words = "“We light all the lamps on the quays tonight.”"
	for _, c := range []struct {
		lead string
		next prose.Para
		want int
	}{
		{"Ana Ruiz, director of Rivers Trust", prose.Para{Text: words}, 2},
		{"Ana Ruiz, director of Rivers Trust", prose.Para{Text: words, Bullet: "-"}, 0},
		{"Ana Ruiz, director of Rivers Trust", prose.Para{Text: words, Level: 1}, 0},
		{"Ana Ruiz, director of Rivers Trust", prose.Para{Text: "We light all the lamps."}, 0},
		{"Ana Ruiz, director of “Rivers Trust”", prose.Para{Text: words}, 0},
		{"Ana Ruiz, Rivers Trust", prose.Para{Text: words}, 0},
	} {
		if got := drafted("en").headed([]prose.Para{{Text: c.lead, Level: 2}, c.next}); got != c.want {
			t.Errorf("%s: %d, want %d", c.lead, got, c.want)
		}
	}
	if drafted("en").headed([]prose.Para{{Text: "Ana Ruiz, director of Rivers Trust", Level: 2}}) != 0 {
		t.Error("a heading with nothing below it has words")
	}
}

// TestItemsThatAreSomebodysWords takes an item of a list for somebody's words where it has them and whose they are.
func TestItemsThatAreSomebodysWords(t *testing.T) {
	t.Parallel()
	const item = "“We light all the lamps,” said Ana Ruiz, director of Rivers Trust."
	for _, c := range []struct {
		p    prose.Para
		want bool
	}{
		{prose.Para{Text: item, Bullet: "-"}, true},
		{prose.Para{Text: item, Bullet: "1."}, false},
		{prose.Para{Text: item}, false},
		{prose.Para{Text: item, Bullet: "-", Level: 1}, false},
		{prose.Para{Text: item, Bullet: "-", Table: "| a |"}, false},
		{prose.Para{Text: "“" + manyLamps + "and more,” said Ana Ruiz, director of Rivers Trust.", Bullet: "-"}, false},
		{prose.Para{Text: "It rains. " + item, Bullet: "-"}, false},
		{prose.Para{Text: item + " It rains.", Bullet: "-"}, false},
		{prose.Para{Text: "We light all the lamps.", Bullet: "-"}, false},
	} {
		d := drafted("en")
		if got := d.wholeItem(c.p); got != c.want || len(d.Quotes) > 0 != c.want || len(d.Pieces) > 0 != c.want || len(d.Known) > 0 != c.want {
			t.Errorf("%.80q in %q: %v, %d quotes, %d pieces, %d known", c.p.Text, c.p.Bullet, got, len(d.Quotes), len(d.Pieces), len(d.Known))
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
		if who, ok := d.reads(c[2]); ok != (c[3] != "") || ok && who.Name != c[3] {
			t.Errorf("%.60s %s: %q", c[1], c[2], who.Name)
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
		d.know(Speaker{Name: "Jan Osten", Title: "Sprecher", Org: "Rivers Trust", Ok: true})
		if who, ok := d.opens(c.s, c.from, c.open); ok != (c.want != "") || ok && who.Name != c.want {
			t.Errorf("%s %q from %d, %v: %q, %v, want %q", c.lang, c.s, c.from, c.open, who.Name, ok, c.want)
		}
	}
}

// TestWordsSetOffOrWithOneMark reads words that the source sets off, with a clause at their end, and those with the last mark alone.
func TestWordsSetOffOrWithOneMark(t *testing.T) {
	t.Parallel()
	const ana = "Ana Ruiz | director | Rivers Trust | said | The lamps on the quays are lit"
	for _, c := range []struct {
		p    prose.Para
		want string
	}{
		{prose.Para{Text: "The lamps on the quays are lit, says Ana Ruiz, director of Rivers Trust.", Quoted: true}, ana},
		{prose.Para{Text: "The lamps on the quays are lit, says Ana Ruiz, director of Rivers Trust", Quoted: true}, ana},
		{prose.Para{Text: "The lamps on the quays are lit, says Ana Ruiz, director of Rivers Trust."}, ""},
		{prose.Para{Text: manyLamps + "The lamps burn, says Ana Ruiz, director of Rivers Trust.", Quoted: true}, ""},
		{prose.Para{Text: "Many lamps on quays burn, says Ana Ruiz, director of Rivers Trust.", Quoted: true}, ""}, // five words
		{prose.Para{Text: "The “lamps” on the quays are lit, says Ana Ruiz, director of Rivers Trust.", Quoted: true}, ""},
		{prose.Para{Text: "The lamps on the quays are lit, says Ana Ruiz.", Quoted: true}, ""},
		{prose.Para{Text: "The lamps on the quays are lit, says Rivers Trust.", Quoted: true}, ""},
		{prose.Para{Text: "The lamps on the quays are lit, says Ana Ruiz, Rivers Trust.", Quoted: true}, strings.Replace(ana, "director", "", 1)},
	} {
		d := drafted("en")
		if ok := d.setOff(c.p); whoQuoted(d) != c.want || ok != (c.want != "") {
			t.Errorf("%.90q, %v: %q, want %q", c.p.Text, c.p.Quoted, whoQuoted(d), c.want)
		}
	}
	for _, c := range []struct {
		p    prose.Para
		want string
	}{
		{prose.Para{Text: "The lamps on the quays are lit,” says Ana Ruiz, director of Rivers Trust.", Quoted: true}, ana},
		{prose.Para{Text: "The lamps on the quays are lit,\" says Ana Ruiz, director of Rivers Trust.", Quoted: true}, ana},
		{prose.Para{Text: "The lamps on the quays are lit,” says Ana Ruiz, director of Rivers Trust."}, ""},
		{prose.Para{Text: manyLamps + "They burn,” says Ana Ruiz, director of Rivers Trust.", Quoted: true}, ""},
		{prose.Para{Text: "“The lamps on the quays are lit,” says Ana Ruiz, director of Rivers Trust.", Quoted: true}, ""},
		{prose.Para{Text: "The lamps “on the quays are lit,” says Ana Ruiz, director of Rivers Trust.", Quoted: true}, ""},
		{prose.Para{Text: "The lamps on the quays are lit, ” says Ana Ruiz, director of Rivers Trust.", Quoted: true}, ""},
		{prose.Para{Text: "The lamps on the quays are lit,” says Rivers Trust.", Quoted: true}, ""},
		{prose.Para{Text: "The lamps on the quays are lit,” says Ana Ruiz, director of Rivers Trust. It rains.", Quoted: true}, ""},
	} {
		d := drafted("en")
		if ok := d.unopened(c.p); whoQuoted(d) != c.want || ok != (c.want != "") {
			t.Errorf("%.90q, %v: %q, want %q", c.p.Text, c.p.Quoted, whoQuoted(d), c.want)
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
		if who, ok := drafted(c[0]).namedAhead(c[1], c[2]); ok != (c[3] != "") || ok && who.Name != c[3] {
			t.Errorf("%s“%s”: %q, %v", c[1], c[2], who.Name, ok)
		}
	}
}
