package importer

import (
	"strings"
	"testing"
	"time"

	"pressroom/internal/importer/attribution"
	"pressroom/internal/importer/prose"
)

// noted is the day that a draft has.
func noted(d *draft) string {
	if d.day.IsZero() {
		return d.twice + d.noDay
	}
	return d.day.Format(time.DateOnly)
}

// TestDaysInBracketsBehindAHeadline are those of release where they are whole, alone and not to come.
func TestDaysInBracketsBehindAHeadline(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"Lamps for the quays (4 May 2026)", "2026-05-04 Lamps for the quays"},
		{"Lamps for the quays [4 May 2026]", "2026-05-04 Lamps for the quays"},
		{"Lamps for the quays (4 May)", ""},
		{"Lamps for the quays (lamps)", ""},
		{"Lamps for the quays (Marlow 4 May 2026)", ""},
		{"Lamps for the quays (4 May 2026, 5/6/2026)", ""},
		{"Lamps for the quays (4 May to 5 May 2026)", ""},
		{"Lamps for the quays (4 December 2026)", ""},
		{"Lamps for the quays(4 May 2026)", ""},
		{"Lamps for the quays (4 May 2026).", ""},
	} {
		d := drafted("en")
		d.Headline.Text = c[0]
		d.dayBesideHeadline()
		got := ""
		if !d.day.IsZero() {
			got = noted(d) + " " + d.Headline.Text
		}
		if got != c[1] || (len(d.Unsure) > 0) != (c[1] != "") {
			t.Errorf("%s: %q", c[0], got)
		}
		if d.day, d.Headline.Text = today, c[0]; d.Headline.Text != c[0] {
			t.Errorf("%s: taken, with a day", c[0])
		}
		if d.dayBesideHeadline(); d.Headline.Text != c[0] || !d.day.Equal(today) {
			t.Errorf("%s: taken, with a day", c[0])
		}
	}
	for text, want := range map[string]bool{"24 November 2026": false, "25 November 2026": true, "25 November": false, "lamps": false} {
		if got := drafted("en").toCome(text); got != want {
			t.Errorf("%s is to come: %t", text, got)
		}
	}
}

// TestDaysBesideAnIssuer reads the day on a line of the day and an organisation, above a headline.
func TestDaysBesideAnIssuer(t *testing.T) {
	t.Parallel()
	headline := prose.Para{Text: "Lamps for the quays of Marlow", Level: 1}
	for _, c := range [][2]string{
		{"4 May 2026 – Harbour Union", "4 May 2026"},
		{"Harbour Union – 4 May 2026", "4 May 2026"},
		{"Harbour Union | Date: 4 May 2026", "4 May 2026"},
		{"4 May 2026 – Press release", "4 May 2026"},
		{"31 June 2026 – Harbour Union", ""},
		{"4 May 2026", ""},
		{"4 May 2026 – the lamps", ""},
		{"4 May 2026 – 5 May 2026", ""},
		{"4 May 2026 – Harbour Union – 555-010-0142", ""},
		{"4 May 2026 – Old Lamps Of Marlow", ""},
		{"4 May 2026 – Old Lamps Of Marlow – Press release", "4 May 2026"},
		{"4 May 2026 – Old Lamps Of Marlow Quay", ""},
		{"4 May 2026 – Old Lamps Of Marlow Quay – Press release", "4 May 2026"},
		{"4 May 2026 – Old Harbour Lamp Union", "4 May 2026"},
		{"Harbour Union – Lamps", ""},
	} {
		if got := drafted("en").dayAndIssuer([]prose.Para{{Text: c[0]}, headline}); got != c[1] {
			t.Errorf("%s: %q", c[0], got)
		}
	}
	if got := drafted("en").dayAndIssuer([]prose.Para{{Text: "4 May 2026 – Harbour Union"}}); got != "" {
		t.Errorf("above nothing: %q", got)
	}
	for text, want := range map[string]string{
		"4 May 2026 | By Ana Ruiz": "4 May 2026", "By Ana Ruiz – 4 May 2026": "4 May 2026",
		"Posted on 4 May 2026 | By Ana Ruiz": "4 May 2026",
		"4 May 2026 | admin":                 "4 May 2026", "The lamps | By Ana Ruiz": "", "31 June 2026 | By Ana Ruiz": "", "4 May 2026 | Ana Ruiz": "",
		"4 May 2026 | By Ana Ruiz | Marlow": "", "4 May 2026": "",
	} {
		if got := drafted("en").dayAndAuthor(text); got != want {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// TestThoseWhoSetAPageUp are named by what stands before them, or by their office alone.
func TestThoseWhoSetAPageUp(t *testing.T) {
	t.Parallel()
	for _, w := range strings.Fields("admin Administrator editor staff webmaster Redaktion") {
		if !postedBy.MatchString(w) || postedBy.MatchString(w+"x") || postedBy.MatchString("x"+w) {
			t.Errorf("%s sets no page up", w)
		}
	}
	for _, w := range strings.Split("by,von,par,por,da,door,autor,autorin,autoren,autores,autori,autore,author,authors,auteur,"+
		"auteurs,Redaktion,"+
		"Posted by,written by", ",") {
		for _, sign := range []string{" ", ": ", " : "} {
			if !postedBy.MatchString(w + sign + "Ana Ruiz") {
				t.Errorf("%q sets no page up", w+sign)
			}
		}
		if postedBy.MatchString(w+" ana Ruiz") || postedBy.MatchString("x"+w+" Ana Ruiz") || postedBy.MatchString(w+"Ana Ruiz") {
			t.Errorf("%q", w)
		}
	}
	for n, want := range map[int]bool{1: false, 2: true, 80: true, 81: false} {
		if got := postedBy.MatchString("by A" + strings.Repeat("é", n)); got != want {
			t.Errorf("%d letters: %t", n, got)
		}
	}
}

// TestDaysAtTheHead are at the end of a line above the copy, unless they are those of something else.
func TestDaysAtTheHead(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		letterhead        string // lines with strokes between
		headline, subhead string
		want              string
	}{
		{letterhead: "Press Release 4 May 2026 Marlow", want: "2026-05-04"},
		{letterhead: "Press Release Lamps 4, 2026 Marlow|Lamps of Marlow 4 May 2026", want: "2026-05-04"},
		{letterhead: "Lamps of Marlow 4 May 2026", want: "2026-05-04"},
		{letterhead: "Lamps of Marlow 4 December 2026", want: "2026-12-04"},
		{headline: "Lamps of Marlow 4 May 2026", want: "2026-05-04"},
		{headline: "Lamps of Marlow 4 December 2026"},
		{subhead: "Lamps of Marlow 4 May 2026", want: "2026-05-04"},
		{subhead: "Lamps of Marlow 4 December 2026"},
		{headline: "Lamps lit on 4 May 2026"},
		{headline: "4 May 2026"},
		{headline: "Lamps 4 May 2026", want: "2026-05-04"},
		{headline: "Lamps from 4 May 2026 as from 5 May 2026"},
		{headline: "Lamps of Marlow"},
		{letterhead: "Lamps of Marlow 4 May 2026", headline: "Lamps of Marlow 5 May 2026", want: "2026-05-04"},
	} {
		d := drafted("en")
		d.Headline.Text, d.Subhead.Text = c.headline, c.subhead
		if c.letterhead != "" {
			d.Letterhead = strings.Split(c.letterhead, "|")
		}
		if d.dayAtHead(); noted(d) != c.want || len(d.Unsure) > 0 {
			t.Errorf("%+v: %s, told %q", c, noted(d), d.Unsure)
		}
	}
	for _, w := range strings.Split("on,since,until,by,from,before,after,seit,bis,desde,hasta,depuis,dal,fino al,sinds,tot", ",") {
		if !ofAnEvent.MatchString("Lit "+w+" ") || ofAnEvent.MatchString(w+" ") || ofAnEvent.MatchString("Lit "+w) ||
			ofAnEvent.MatchString("Lit x"+w+" ") {
			t.Errorf("%q is before no event", w)
		}
	}
	for _, w := range strings.Split("to,and,through,und,au,et,al,y,ao,e,en,t/m,-,–", ",") {
		if !ofAnEvent.MatchString("2 "+w+" ") || !ofAnEvent.MatchString("Lit 12. "+w+" ") || ofAnEvent.MatchString("x "+w+" x ") ||
			ofAnEvent.MatchString("112 "+w+" ") {
			t.Errorf("%q is between no two days", w)
		}
	}
}

// TestPlacesOnALineOfTheDay are kept as the dateline, where there is none.
func TestPlacesOnALineOfTheDay(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text, dateline string
		want           bool
	}{
		{"Marlow, 4 May 2026", "", true},
		{"Marlow, den 4. Mai 2026.", "", true},
		{"Marlow (RV), 4 May 2026", "", true},
		{"Marlow, Old Quay, 4 May 2026", "", true},
		{"Marlow, 4 May 2026", "HARWELL", false},
		{"Monday, 4 May 2026", "", false},
		{"Marlow", "", false},
		{"Date 4 May 2026", "", false},
		{"Updated 4 May 2026", "", false},
		{"Stand, 4 May 2026", "", false},
	} {
		d := drafted("en")
		d.Dateline.Text = c.dateline
		if d.placeOfDay(prose.Para{Text: c.text}); (d.Dateline.Text == c.text) != c.want {
			t.Errorf("%s: %q", c.text, d.Dateline.Text)
		}
	}
	for _, w := range strings.Split("updated,posted,revised,modified,created,written,version,stand,as of,aktualisiert,erstellt,"+
		"mis à jour,actualizado,"+
		"aggiornato,atualizado,bijgewerkt,geplaatst", ",") {
		if !changed.MatchString(w+" 4 May") || changed.MatchString("x"+w+" 4 May") || changed.MatchString(w+"x") {
			t.Errorf("%q changes nothing", w)
		}
	}
	for _, w := range strings.Split("updated,revised,modified,reviewed,aktualisiert,geändert,mise à jour,mis à jour,modification,"+
		"actualizado,actualizada,"+
		"actualización,aggiornato,aggiornata,aggiornamento,atualizado,atualizada,bijgewerkt,gewijzigd", ",") {
		for _, before := range []string{"", "last ", "— Zuletzt ", "dernière ", "última ", "ultimo ", "ultima ", "laatst "} {
			if !altered.MatchString(before + w + " 4 May") {
				t.Errorf("%q alters nothing", before+w)
			}
		}
		if altered.MatchString("x"+w+" 4 May") || altered.MatchString(w+"x") {
			t.Errorf("%q", w)
		}
	}
}

// TestParagraphsInBoldBeforeTheCopy are counted, up to three, and not where all are in bold.
func TestParagraphsInBoldBeforeTheCopy(t *testing.T) {
	t.Parallel()
	plain, bold := prose.Para{Text: "Lamps"}, prose.Para{Text: "Lamps", Marks: []prose.Mark{{To: 5, Strong: true}}}
	half := prose.Para{Text: "Lamps", Marks: []prose.Mark{{To: 4, Strong: true}}}
	slanted := prose.Para{Text: "Lamps", Marks: []prose.Mark{{To: 5, Em: true}}}
	two := prose.Para{Text: "Lamps", Marks: append([]prose.Mark{{To: 5, Strong: true}}, prose.Mark{})}
	for i, c := range []struct {
		body []prose.Para
		want int
	}{
		{[]prose.Para{plain}, 0},
		{[]prose.Para{bold}, 0},
		{[]prose.Para{bold, plain}, 0},
		{[]prose.Para{plain, bold, plain}, 0},
		{[]prose.Para{bold, plain, plain}, 1},
		{[]prose.Para{bold, bold, plain, plain}, 2},
		{[]prose.Para{bold, bold, bold, bold, plain}, 3},
		{[]prose.Para{bold, half, plain, plain}, 1},
		{[]prose.Para{bold, slanted, plain, plain}, 1},
		{[]prose.Para{bold, two, plain, plain}, 1},
	} {
		if got := (&draft{Copy: attribution.Copy{Body: c.body}}).highlights(); got != c.want {
			t.Errorf("%d: %d", i, got)
		}
	}
}

// TestDaysInTheCopy are those with which it begins, or that stand alone at its end.
func TestDaysInTheCopy(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{ // paragraphs with strokes between, and the day
		{"4 May 2026 – The lamps burn.", "2026-05-04"},
		{"4 May 2026 (Marlow) — The lamps burn.", "2026-05-04"},
		{"The lamps – all burn.|4 May 2026", "2026-05-04"},
		{"4 May 2026, Marlow: The lamps burn.", "2026-05-04"},
		{"Lamps 4, 2026, Marlow: The lamps burn.|4 May 2026", "2026-05-04"},
		{"4-May-2026 Lamps burn.", "2026-05-04 told"},
		{"4 May 2026 Lamps burn.", "2026-05-04 told"},
		{"Lamps 4, 2026 Marlow burns.|4 May 2026", "2026-05-04"},
		{"(Marlow, 4 May 2026) The lamps burn.|The quays", ""},
		{"Here [Marlow, 4 May 2026] The lamps burn.", "2026-05-04"},
		{"Here Lamps 4, 2026: The lamps burn.|4 May 2026", "2026-05-04"},
		{"Here lit on 4 May 2026: The lamps burn.", ""},
		{"Here 5 May 4 May 2026: The lamps burn.", ""},
		{"The lamps burn.|MARLOW, Old Quay, 4 May 2026. The lamps burn.", "2026-05-04"},
		{"The lamps burn.|MARLOW, Lamps 4, 2026. The lamps burn.", ""},
		{"The lamps are out today (4 May 2026) in Marlow.", "2026-05-04"},
		{"a|b|The lamps are out today (4 May 2026) in Marlow.|c", "2026-05-04"},
		{"a|b|c|The lamps are out today (4 May 2026) in Marlow.|c", ""},
		{"a|b|A pier for all Marlow, Mass. —4 May 2026 — The lamps.|c", "2026-05-04"},
		{"a|b|c|A pier for all Marlow, Mass. —4 May 2026 — The lamps.|c", ""},
		{"a|b|Marlow, den 04.05.2026. The lamps.|c", "04.05.2026"},
		{"a|b|Marlow, den 14.05.2026. The lamps.|c", "2026-05-14"},
		{"a|b|c|Marlow, den 14.05.2026. The lamps.|c", ""},
		{"a|b|The lamps burn. 4 May 2026.|c", "2026-05-04"},
		{"a|b|c|The lamps burn. 4 May 2026.|c", ""},
		{"a|b|c|d|e|f|g|MARLOW, 4 May 2026. The lamps.|c", "2026-05-04"},
		{"a|b|c|d|e|f|g|h|MARLOW, 4 May 2026. The lamps.|c", ""},
		{"The lamps burn.|4 May 2026", "2026-05-04"},
		{"4 May 2026", ""},
		{"The lamps burn.|Updated 4 May 2026", ""},
		{"The lamps burn.|012345 4 May 2026", ""},
		{"The lamps burn.|The quays", ""},
	} {
		d := drafted("en")
		for _, s := range strings.Split(c[0], "|") {
			d.Body = append(d.Body, prose.Para{Text: s})
		}
		d.dayInCopy()
		got := noted(d)
		if len(d.Unsure) > 0 {
			got += " told"
		}
		if got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
	d := drafted("en")
	if d.dayInCopy(); !d.day.IsZero() {
		t.Error("nothing has a day")
	}
}

// TestDaysOfStamps are those that a wire sets behind a text, where there is one.
func TestDaysOfStamps(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ body, notes, want string }{
		{"OTS0006 2026-05-04/08:00", "", "2026-05-04"},
		{"2026-05-04T08:00:59", "", "2026-05-04"},
		{"", "2026-05-04 08:00", "2026-05-04"},
		{"2026-05-04/08:00", "2026-05-04/09:00", "2026-05-04"},
		{"2026-05-04/08:00", "2026-05-05/08:00", ""},
		{"2026-05-04/08:00|2026-05-05/08:00", "", ""},
		{"2026-05-04/08:00|a|b|c|d", "", "2026-05-04"},
		{"2026-05-04/08:00|a|b|c|d|e", "", ""},
		{"2026-05-04", "", ""},
	} {
		d := drafted("en")
		for _, s := range strings.Split(c.body, "|") {
			d.Body = append(d.Body, prose.Para{Text: s})
		}
		for _, s := range strings.Split(c.notes, "|") {
			d.notes = append(d.notes, prose.Para{Text: s})
		}
		if d.stampedDay(); noted(d) != c.want {
			t.Errorf("%s and %s: %q", c.body, c.notes, noted(d))
		}
	}
}

// TestDaysInFiguresByTheOthers are read as the others with the same sign, or as the language has them.
func TestDaysInFiguresByTheOthers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ tag, text, source, want string }{
		{"en", "4/5/2026", "13/5/2026", "2026-05-04"},
		{"en", "4/5/2026", "5/13/2026", "2026-04-05"},
		{"en", "4/5/2026", "5/13/2026 and 5/6/2026", "2026-04-05"},
		{"en", "4/5/2026", "13/5/2026 and 5/6/2026", "2026-05-04"},
		{"en", "4/5/2026", "13/5/2026 and 5/14/2026", ""},
		{"en", "4/5/2026", "12/5/2026", ""},
		{"en", "4/5/2026", "5/12/2026", ""},
		{"en", "4/5/2026", "13.5.2026", ""},
		{"en", "4/5/2026", "", ""},
		{"es", "4/5/2026", "", "2026-05-04"},
		{"es", "4/5/2026", "5/13/2026", "2026-04-05"},
	} {
		d := drafted(c.tag)
		d.Source = c.source
		r := drafted("en").Read(c.text)
		d.twice, d.both = c.text, r.Both
		d.dayInOrder()
		got := ""
		if !d.day.IsZero() {
			got = noted(d)
		}
		if got != c.want || (len(d.Unsure) > 0) != (c.want != "") {
			t.Errorf("%+v: %q", c, got)
		}
		if by := strings.Contains(strings.Join(d.Unsure, ""), "as its language has it"); by != (c.tag == "es" && c.source == "") {
			t.Errorf("%+v: by its language %t", c, by)
		}
	}
	if number("12") != 12 || number("lamp") != 0 {
		t.Error("figures are numbers")
	}
}
