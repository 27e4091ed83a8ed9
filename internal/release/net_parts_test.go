package release

import (
	"strings"
	"testing"
	"time"

	"pressroom/internal/diagnostic"
	"pressroom/internal/language"
)

// TestTablesAreSetByWhatTheyHold reads columns of rows that are short, and cells in which more than a text stands.
func TestTablesAreSetByWhatTheyHold(t *testing.T) {
	t.Parallel()
	text := func(s string) []Inline { return []Inline{&Text{s}} }
	short := &Table{Rows: [][][]Inline{{text("Oars"), text("5")}, {text("Sails")}, {}}}
	if short.ColumnAlign(1) != AlignRight || short.ColumnAlign(0) != AlignNone || short.ColumnAlign(2) != AlignNone {
		t.Errorf("%d %d %d", short.ColumnAlign(0), short.ColumnAlign(1), short.ColumnAlign(2))
	}
	signs := &Table{
		Head: [][]Inline{text("+5"), {&CodeSpan{"-5"}}},
		Rows: [][][]Inline{{text("5"), text("-5"), text("-oars"), text("-٥"), {&Text{"-5"}, &Text{"6"}}, {}, text("€5")}},
	}
	signs.signsBefore()
	var got []string
	for _, c := range append(signs.Head, signs.Rows[0]...) {
		got = append(got, strings.ReplaceAll(PlainText(c), leftMark, "|"))
	}
	if s := strings.Join(got, " "); s != "|+5| -5 5 |-5| -oars -٥ -56  |€5|" {
		t.Error(s)
	}
	w := &passages{cat: language.Of("en"), kind: InParagraph}
	head := [][]Inline{text("Quay")}
	w.row([][]Inline{text("Marlow"), text("Oars")}, head)
	if len(w.out) != 2 || w.out[0].Place.Row != "Marlow" || w.out[1].Place.Row != "Marlow" || w.out[1].Place.Column != "" {
		t.Errorf("%+v", w.out)
	}
	w = &passages{cat: language.Of("en"), kind: InParagraph}
	if w.row([][]Inline{text("Marlow"), text("Oars")}, [][]Inline{text("Quay"), text("Of wood")}); w.out[1].Place.Column != "Of wood" {
		t.Errorf("%+v", w.out)
	}
}

// TestATableFromRightToLeftHasItsSignsInFront reads one in each direction.
func TestATableFromRightToLeftHasItsSignsInFront(t *testing.T) {
	t.Parallel()
	for rtl, want := range map[bool]string{true: leftMark + "-5" + leftMark, false: "-5"} {
		blocks := parseMarkdown(&textSource{
			src: "| Oars |\n|---|\n| -5 |\n", rtl: rtl, diags: new(diagnostic.List),
			at: func(int) Position { return Position{} },
		})
		if got := PlainText(blocks[0].(*Table).Rows[0][0]); got != want {
			t.Errorf("%t: %q", rtl, got)
		}
	}
}

// TestWhatIsMarkedOfAPassage puts marks around words, code, links and signs that are others.
func TestWhatIsMarkedOfAPassage(t *testing.T) {
	t.Parallel()
	in := []Inline{&Text{"Oars and sails"}}
	if got := mark("Oars and sails", in, []bool{true}); len(got) != 1 || got[0] != in[0] {
		t.Errorf("with another number of words: %v", got)
	}
	if got := mark("Oars and sails", in, nil); len(got) != 1 || got[0] != in[0] {
		t.Errorf("with none: %v", got)
	}
	for _, c := range []struct {
		others string
		want   string
	}{{"000", ""}, {"100", "Oars"}, {"110", "Oars and"}, {"011", "and sails"}, {"101", "Oars|sails"}, {"111", "Oars and sails"}} {
		var others []bool
		for _, o := range c.others {
			others = append(others, o == '1')
		}
		if got := strings.Join(markedWords([]Block{&Paragraph{mark("Oars and sails", in, others)}}), "|"); got != c.want {
			t.Errorf("%s: %s", c.others, got)
		}
	}
	dash := []Inline{&Text{"Oars – sails"}}
	if got := markedWords([]Block{&Paragraph{mark("Oars – sails", dash, []bool{false, true, false})}}); len(got) != 1 || got[0] != "–" {
		t.Errorf("a dash alone: %q", got)
	}
	stop := []Inline{&Text{"See "}, &Link{Href: "https://a.example", Children: []Inline{&Text{"oars"}}}, &Text{"."}}
	if got := markedWords([]Block{&Paragraph{mark("See oars.", stop, []bool{false, true})}}); strings.Join(got, "|") != "oars" &&
		strings.Join(got, "|") != "" {
		t.Errorf("the stop behind a link: %q", got)
	}
	both := []Inline{&Text{""}, &Text{"a"}, &Text{"b"}, &CodeSpan{"c"}, &Text{""}, &CodeSpan{"d"}, &Text{"e"}, &Text{""}}
	if got := merged(both); len(got) != 4 || PlainText(got[:1]) != "ab" || PlainText(got[3:]) != "e" {
		t.Errorf("%d: %q", len(got), PlainText(got))
	}
}

// TestWhenAReleaseBecameWhatItSays is told of those that were changed, and of those of which nothing was said.
func TestWhenAReleaseBecameWhatItSays(t *testing.T) {
	t.Parallel()
	out, later := time.Date(2026, 7, 26, 9, 0, 0, 0, time.UTC), time.Date(2026, 7, 27, 9, 0, 0, 0, time.UTC)
	r := readOne(t, "Oars.")
	r.Timing.At = out
	for _, c := range []struct {
		amended *Amended
		want    time.Time
	}{{nil, out}, {&Amended{}, out}, {&Amended{All: []Amendment{{At: later}}}, later}} {
		a := *r
		a.Amended = c.amended
		if got := a.Modified(); !got.Equal(c.want) {
			t.Errorf("%v: %s", c.amended, got)
		}
		if said := a.Statement(a.Main(), false); (said != nil) != c.want.Equal(later) {
			t.Errorf("%v: %v", c.amended, said)
		}
	}
	if r.Amend(nil) != r {
		t.Error("without anything said it is another")
	}
}

// TestTheReleaseLineOfWhatWasAmended is the day alone where the words are not there, or are being looked at.
func TestTheReleaseLineOfWhatWasAmended(t *testing.T) {
	t.Parallel()
	cat := language.Of("en")
	out := time.Date(2026, 7, 26, 9, 0, 0, 0, time.UTC)
	day, all := cat.Date(out), cat.Say(language.Immediate, cat.Date(out))
	one := func(g Grade, bare, earlier bool, at time.Time) *Amended {
		return &Amended{All: []Amendment{{Grade: g, At: at}}, Bare: bare, Earlier: earlier}
	}
	for i, c := range []struct {
		amended       *Amended
		line, subject string
	}{
		{nil, all, "Oars"},
		{one(GradeWithdrawal, false, false, out), day, cat.Correction(language.WithdrawnSubject, "Oars")},
		{one(GradeHold, false, false, out), day, cat.Correction(language.CheckingSubject, "Oars")},
		{one(GradeHoldEnd, false, false, out), all, cat.Correction(language.CheckedSubject, "Oars")},
		{one(GradeCorrection, false, false, out), all, cat.Correction(language.WordSubject, cat.Correction(language.CorrectionWord), "Oars")},
		{one(GradeCorrection, true, false, out), day, cat.Correction(language.WordSubject, cat.Correction(language.CorrectionWord), "Oars")},
		{one(GradeUpdate, false, false, out), all, cat.Correction(language.WordSubject, cat.Correction(language.UpdateWord), "Oars")},
		{one(GradeNote, true, true, out), all, "Oars"},
		{one(GradeWithdrawal, false, true, out), all, "Oars"},
		{one(GradeHold, false, true, out), all, "Oars"},
		{one(GradeHold, false, false, out.AddDate(0, 0, -2)), cat.Date(out.AddDate(0, 0, -2)), cat.Correction(language.CheckingSubject, "Oars")},
		{one(GradeHold, false, false, out.AddDate(0, 0, 2)), day, cat.Correction(language.CheckingSubject, "Oars")},
	} {
		r := &Release{Zone: time.UTC, Amended: c.amended, Timing: Timing{At: out}}
		if got := r.ReleaseLine(cat, PhaseRelease); got != c.line {
			t.Errorf("%d: %s, not %s", i, got, c.line)
		}
		if got := r.SubjectLine(cat, &Version{Subject: "Oars"}, PhaseRelease); got != c.subject {
			t.Errorf("%d: %s, not %s", i, got, c.subject)
		}
	}
	ny := time.FixedZone("EDT", -4*3600)
	checked := one(GradeHold, false, false, time.Date(2026, 7, 25, 2, 0, 0, 0, time.UTC))
	r := &Release{Zone: ny, Amended: checked, Timing: Timing{At: out.In(ny)}}
	if got := r.ReleaseLine(cat, PhaseRelease); got != "July 24, 2026" {
		t.Errorf("in the release's zone: %s", got)
	}
	if parts := (&Release{document: true, Issuer: Organization{Layout: LayoutUK}}).Parts(); len(parts) != 2 || parts[0] != PartHeadline ||
		parts[1] != PartBody {
		t.Errorf("a document has %v", parts)
	}
	if (&Version{Language: "en", catalogue: language.Of("es")}).Catalogue() != language.Of("es") ||
		(&Version{Language: "fr"}).Catalogue() != language.Of("fr") {
		t.Error("the phrases are of another language")
	}
}

// TestWhoseAQuoteAndAContactAre is known by the name and by the id.
func TestWhoseAQuoteAndAContactAre(t *testing.T) {
	t.Parallel()
	river := Org{ID: "river", Name: "Rivers Trust"}
	for _, c := range []struct {
		q    Quote
		want bool
	}{{Quote{ID: "river", Org: "Rivers"}, true}, {Quote{ID: "x", Org: "Rivers Trust"}, true}, {Quote{ID: "x", Org: "Rivers"}, false}} {
		if c.q.Of(river) != c.want {
			t.Errorf("%+v", c.q)
		}
	}
	r := coalition(t, "", Settings{})
	r.Contacts = []PressContact{
		{Name: "Desk", Email: "desk@o.example"},
		{Name: "Ana", Org: "Rivers Trust", Email: "ana@r.example"},
		{Name: "Jan", Org: "Rivers Trust", Email: "jan@r.example"},
	}
	names := func(o Org) string {
		var out []string
		for _, c := range r.Edition(o).Contacts {
			out = append(out, c.Name)
		}
		return strings.Join(out, " ")
	}
	if got := names(river); got != "Ana Jan Desk" {
		t.Errorf("without a press contact: %s", got)
	}
	river.Press = &PressContact{Name: "Ana Ruiz", Email: "ana@r.example"}
	if got := names(river); got != "Ana Ruiz Jan Desk" {
		t.Errorf("with one: %s", got)
	}
	r.Covers = []Cover{{ID: "a", Phase: PhaseAdvance}, {ID: "b", Phase: PhaseRelease}}
	if got := strings.Join(r.CoverIDs(PhaseRelease), " "); got != "b" {
		t.Errorf("covers: %s", got)
	}
	if got := strings.Join(r.CoverIDs(PhaseAdvance), " "); got != "a" {
		t.Errorf("covers of advance copies: %s", got)
	}
}

// TestPicturesThatAMailEncloses are those whose file it has, of that kind.
func TestPicturesThatAMailEncloses(t *testing.T) {
	t.Parallel()
	v := &Version{Media: []Medium{{File: "a.png", Alt: "A"}, {URL: "https://a.example", Alt: "B"}, {File: "c.png", Alt: "C"}}}
	e := &Enclosures{Files: []Enclosure{
		{Kind: PictureFile, Key: "a.png"},
		{Kind: PictureFile},
		{Kind: OriginalFile, Key: "c.png"},
		{Kind: PictureFile, Key: "a.png"},
	}}
	for kind, want := range map[EnclosureKind]string{PictureFile: "A", OriginalFile: "C", VideoFile: ""} {
		got := ""
		for _, m := range e.Pictures(v, kind) {
			got += m.Alt
		}
		if got != want {
			t.Errorf("%d: %s", kind, got)
		}
	}
	if (*Enclosures)(nil).Pictures(v, PictureFile) != nil {
		t.Error("nothing encloses pictures")
	}
}

// TestWhomTheLineOfContactsShows holds who is shown in a mail, who elsewhere, and how parts are joined in each direction.
func TestWhomTheLineOfContactsShows(t *testing.T) {
	t.Parallel()
	r := readOne(t, "Oars.")
	r.Contacts = []PressContact{{Name: "Ana", Public: true}, {Name: "Jan"}}
	for mail, want := range map[bool]int{true: 2, false: 1} {
		if got := r.PublicContacts(mail, "en"); len(got) != want || got[0].Name != "Ana" {
			t.Errorf("%t: %v", mail, got)
		}
	}
	for tag, want := range map[string]string{"ar": "Ana، 1", "he": "Ana, 1", "en": "Ana, 1"} {
		if got := (PressContact{Name: "Ana", Phone: "1"}).Ask(language.Of(tag)); got != want {
			t.Errorf("%s: %q", tag, got)
		}
	}
	link := func(words, to string) *Link { return &Link{Href: to, Children: []Inline{&Text{words}}} }
	for _, c := range []struct {
		l    *Link
		want bool
	}{
		{link("tel:+15550100", "tel:+15550100"), true},
		{link("+15550100", "tel:+15550100"), true},
		{link("+1 555 0100", "tel:+15550100"), false},
		{link("a@b.example", "mailto:a@b.example"), true},
		{link("a.example", "https://a.example"), true},
		{link("a.example", "http://a.example"), false},
	} {
		if c.l.Bare() != c.want {
			t.Errorf("%s", c.l.Href)
		}
	}
}
