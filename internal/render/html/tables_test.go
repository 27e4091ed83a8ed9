package html

import (
	"strings"
	"testing"

	"pressroom/internal/release"
)

func row(cells ...string) (out [][]release.Inline) {
	for _, c := range cells {
		out = append(out, []release.Inline{&release.Text{S: c}})
	}
	return out
}

func rows(list ...[][]release.Inline) [][][]release.Inline { return list }

func TestAWideTableScrollsInABoxThatAKeyboardReaches(t *testing.T) {
	const region = `<div class="table" tabindex="0" role="region" aria-label="`
	for name, c := range map[string]struct {
		lang, label string
		table       release.Block
	}{
		"many columns": {"en", "A, B, C, D, E &lt;f&gt;", &release.Table{
			Head: row("A", "B", "", "C", "D", "E <f>"), Rows: rows(row("1", "2", "3", "4", "5")),
		}},
		"long words": {"en", "Office, Name", &release.Table{
			Head: row("Office", "Name"), Rows: rows(row("Donaudampfschifffahrts", "Elektrizitätenhauptwerke")),
		}},
		"in a list": {"ja", "Office、Names", &release.List{Items: [][]release.Block{{&release.Table{
			Head: row("Office", "Names"), Rows: rows(row("Donaudampfschiff", "Betriebswerkhaus")),
		}}}}},
	} {
		page := render(t, c.lang, &release.Release{}, release.PhaseRelease, nil, c.table)
		if !strings.Contains(page, region+c.label+`">`+"\n<table>") {
			t.Errorf("%s: no box named %s in %s", name, c.label, page[strings.Index(page, `class="body"`):])
		}
	}
	for name, table := range map[string]*release.Table{
		"few words": {
			Head: row("Office", "Opens", "Seats"), Rows: rows(row("The mill by the harbour that was built in May", "9 p.m.", "12")),
		},
		"fits outside list": {Head: row("Office", "Names"), Rows: rows(row("Donaudampfschiff", "Betriebswerkhaus"))},
		"breaks anywhere":   {Head: row("図書館の名前と場所と時間と人", "開館"), Rows: rows(row("港の図書館は夜も開いています", "午後"))},
	} {
		page := render(t, "en", &release.Release{}, release.PhaseRelease, nil, table)
		if strings.Contains(page, "tabindex=") || !strings.Contains(page, `<div class="table">`+"\n<table>") {
			t.Errorf("%s: the table is a stop of the keyboard", name)
		}
	}
	nameless := render(t, "en", &release.Release{}, release.PhaseRelease, nil, &release.Table{Head: row("", "", "", "", "")})
	mustHave(t, nameless, `<div class="table" tabindex="0">`)
}

func TestColumnsOfNumbersAreSetToTheRight(t *testing.T) {
	page := render(t, "en", &release.Release{}, release.PhaseRelease, nil, &release.Table{
		Align: []release.Align{release.AlignNone, release.AlignNone, release.AlignLeft},
		Head:  row("Pier", "Samples", "Year"), Rows: rows(row("North", "1,204", "2022"), row("South", "–", "2023")),
	})
	mustHave(t, page, `<th scope="col">Pier</th><th scope="col" class="right">Samples</th><th scope="col">Year</th>`,
		`<td>South</td><td class="right">–</td><td>2023</td>`)
}

// What nothing divides ends its line anywhere in a cell of a page, and nothing else does.
func TestWhatNothingDividesMakesNoCellWide(t *testing.T) {
	digest := strings.Repeat("0f", 20)
	for in, want := range map[string]string{
		"see " + digest + "0 there":   `see <span class="long">` + digest + "0</span> there",
		"see " + digest + " there":    "see " + digest + " there",
		strings.Repeat("港", 41):       strings.Repeat("港", 41),
		digest + "\u00ad0 <" + digest: digest + "\u00ad0 <span class=\"long\">&lt;" + digest + "</span>",
	} {
		page := render(t, "en", &release.Release{}, release.PhaseRelease, nil, &release.Table{Head: row("A"), Rows: rows(row(in))})
		mustHave(t, page, "<td>"+want+"</td>", ".long")
	}
	page := render(t, "en", &release.Release{}, release.PhaseRelease, nil, &release.Paragraph{Inlines: row(digest + "0")[0]})
	mustHave(t, page, "<p>"+digest+"0</p>")
}

func TestABareAddressIsPrintedOnce(t *testing.T) {
	page := render(t, "ar", &release.Release{}, release.PhaseRelease, nil, &release.Paragraph{Inlines: []release.Inline{
		&release.Link{Href: "https://www.quay.example/?a&b", Children: []release.Inline{&release.Text{S: "www.quay.example/?a&b"}}},
	}})
	mustHave(t, page, `<a href="https://www.quay.example/?a&amp;b" class="address" dir="ltr">www.quay.example/?a&amp;b</a>`,
		`.body a[href^="http"]:not(.address)::after`)
}

// A figure and its unit stand in one line; words do not.
func TestAFigureIsNotDividedFromItsUnit(t *testing.T) {
	table := &release.Table{
		Head: row("What", "Share"), Align: []release.Align{release.AlignLeft, release.AlignRight},
		Rows: rows(row("10 % of it", "19.7 %"), row("a", "not known"), row("b", "1,204 litres of it"), row("c"), row("d", "1 204.75 %"), row("e", "12 345 678,00 €"), row("f", "12 345 678,00 francs")),
	}
	var got []string
	for _, r := range withFigures(table).Rows {
		for _, c := range r {
			got = append(got, release.PlainText(c))
		}
	}
	if s, want := strings.Join(got, "|"), "10 % of it|19.7\u00a0%|a|not known|b|1,204 litres of it|c|d|1\u00a0204.75\u00a0%|e|12\u00a0345\u00a0678,00\u00a0€|f|12 345 678,00 francs"; s != want {
		t.Errorf("%q, want %q", s, want)
	}
	if s := release.PlainText(table.Rows[0][1]); s != "19.7 %" {
		t.Errorf("the table itself was changed: %q", s)
	}
}
