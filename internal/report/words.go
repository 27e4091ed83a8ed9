package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"pressroom/internal/delivery"
	"pressroom/internal/embargo"
	"pressroom/internal/language"
	"pressroom/internal/release"
)

// formOrder is the order in which forms are told, and formNames what those are called that
// every language calls the same.
var (
	formOrder = []string{"page", "pdf", "docx", "txt", "json", "eml", "files", "media"}
	formNames = map[string]string{"pdf": "PDF", "docx": "Word", "txt": "TXT", "json": "JSON", "eml": "EML"}
)

// mostDays is how many days are told one by one; of the further ones the sum is.
const mostDays = 14

// writer writes a report in a language.
type writer struct {
	*Report
	cat *language.Catalogue
	out []release.Block
}

// Body is the report in a language, without its headline.
func (r *Report) Body(cat *language.Catalogue) []release.Block {
	w := &writer{Report: r, cat: cat}
	w.para(cat.Report(language.ReportOut, cat.Instant(r.Out)))
	w.mail()
	w.fetched()
	w.corrected()
	w.covered()
	return w.out
}

// Title is its headline in a language: with that of the release as it is written there.
func (r *Report) Title(cat *language.Catalogue) string {
	headline, ok := r.titles[cat.Tag]
	if !ok {
		headline = r.Headline
	}
	return cat.Report(language.ReportTitle, headline)
}

func (w *writer) para(text string) { w.out = append(w.out, &release.Paragraph{Inlines: plain(text)}) }

func (w *writer) head(p language.ReportPhrase) {
	w.out = append(w.out, &release.Heading{Level: 2, Inlines: plain(w.cat.Report(p))})
}

func plain(text string) []release.Inline { return []release.Inline{&release.Text{S: text}} }

// table adds a table whose first columns are words and the others numbers.
func (w *writer) table(words int, head []string, rows ...[][]release.Inline) {
	t := &release.Table{Rows: rows}
	for i, h := range head {
		t.Head = append(t.Head, plain(h))
		align := release.AlignNone
		if i >= words {
			align = release.AlignRight
		}
		t.Align = append(t.Align, align)
	}
	w.out = append(w.out, t)
}

// row is a row of words and numbers.
func row(cells ...any) (out [][]release.Inline) {
	for _, c := range cells {
		out = append(out, plain(fmt.Sprint(c)))
	}
	return out
}

func (w *writer) mail() {
	w.head(language.ReportMail)
	// What nobody is in needs no column.
	columns := []struct {
		name language.ReportPhrase
		of   func(Mailing) int
		even bool // where it is 0
	}{
		{language.ReportAccepted, func(m Mailing) int { return m.Accepted }, true},
		{language.ReportFailed, func(m Mailing) int { return m.Failed }, true},
		{language.ReportDoubt, func(m Mailing) int { return m.InDoubt }, false},
		{language.ReportWaiting, func(m Mailing) int { return m.Waiting }, false},
		{language.ReportNotMailed, func(m Mailing) int { return m.NotMailed }, false},
	}
	head := []string{w.cat.Report(language.ReportMailing)}
	rows := make([][][]release.Inline, len(w.Mailings))
	for i, m := range w.Mailings {
		rows[i] = row(w.kind(m.Kind))
	}
	for _, c := range columns {
		if !c.even && !slices.ContainsFunc(w.Mailings, func(m Mailing) bool { return c.of(m) > 0 }) {
			continue
		}
		head = append(head, w.cat.Report(c.name))
		for i, m := range w.Mailings {
			rows[i] = append(rows[i], row(c.of(m))...)
		}
	}
	if len(rows) > 0 {
		w.table(1, head, rows...)
	}
	w.para(w.cat.Report(language.ReportAcceptedNote, w.CameBack))
	w.causes()
	w.para(w.cat.Report(language.ReportLeft, w.Left))
	w.para(w.cat.Report(language.ReportNoOpens))
}

// kind is what a kind of mailing is called.
func (w *writer) kind(k embargo.Kind) string {
	switch k {
	case embargo.Advance:
		return w.cat.Report(language.ReportAdvance)
	case embargo.Correction:
		return w.cat.Report(language.ReportCorrections)
	case embargo.Withdrawal:
		return w.cat.Report(language.ReportWithdrawal)
	case embargo.Notice:
		return w.cat.Report(language.ReportNotices)
	case embargo.Release, embargo.Test, embargo.Service:
	}
	return w.cat.Report(language.ReportRelease)
}

var causeNames = map[delivery.Cause]language.ReportPhrase{
	delivery.NoAddress: language.ReportGone, delivery.NoMailbox: language.ReportMailbox, delivery.Refused: language.ReportRefused,
	delivery.NotReached: language.ReportUnreached, delivery.OtherwiseNot: language.ReportOther,
}

func (w *writer) causes() {
	if len(w.Causes) == 0 {
		return
	}
	var rows [][][]release.Inline
	for _, c := range w.Causes {
		rows = append(rows, row(w.cat.Report(causeNames[c.Cause]), c.N))
	}
	w.table(1, []string{w.cat.Report(language.ReportCause), w.cat.Report(language.ReportNumber)}, rows...)
}

func (w *writer) fetched() {
	w.head(language.ReportFetches)
	if len(w.Forms) > 0 {
		var rows [][][]release.Inline
		for _, f := range w.Forms {
			rows = append(rows, row(w.form(f.Form), f.Readers, f.Robots))
		}
		w.table(1, []string{
			w.cat.Report(language.ReportForm), w.cat.Report(language.ReportReaders), w.cat.Report(language.ReportRobots),
		}, rows...)
	}
	if len(w.Days) > 0 {
		var rows [][][]release.Inline
		for _, d := range w.Days[:min(len(w.Days), mostDays)] {
			rows = append(rows, row(w.day(d.Day), d.Readers))
		}
		later := 0
		for _, d := range w.Days[len(rows):] {
			later += d.Readers
		}
		if later > 0 {
			rows = append(rows, row(w.cat.Report(language.ReportLater), later))
		}
		w.table(1, []string{w.cat.Report(language.ReportDay), w.cat.Report(language.ReportReaders)}, rows...)
	}
	w.para(w.cat.Report(language.ReportFetchesNote))
}

func (w *writer) form(name string) string {
	switch name {
	case "page":
		return w.cat.Report(language.ReportPage)
	case "files":
		return w.cat.Say(language.Documents)
	case "media":
		return w.cat.Say(language.MediaLabel)
	}
	if n := formNames[name]; n != "" {
		return n
	}
	return name
}

// day is a day that was kept, as the language writes it.
func (w *writer) day(kept string) string {
	t, err := time.Parse(time.DateOnly, kept)
	if err != nil {
		return kept
	}
	return w.cat.Date(t)
}

func (w *writer) corrected() {
	w.head(language.ReportCorrections)
	if len(w.Corrections) == 0 {
		w.para(w.cat.Report(language.ReportNoCorrection))
		return
	}
	list := &release.List{}
	for _, c := range w.Corrections {
		said := release.Amendment(c)
		list.Items = append(list.Items, []release.Block{&release.Paragraph{Inlines: plain(said.Line(w.cat, w.Language, w.At.Location()))}})
	}
	w.out = append(w.out, list)
}

func (w *writer) covered() {
	w.head(language.ReportCoverage)
	if len(w.Quoted) > 0 && len(w.Coverage) > 0 {
		var rows [][][]release.Inline
		for _, q := range w.Quoted {
			rows = append(rows, row(q.Org, strconv.Itoa(q.Pieces)))
		}
		w.table(1, []string{w.cat.Report(language.ReportOrg), w.cat.Report(language.ReportRanIn)}, rows...)
	}
	if len(w.Coverage) == 0 {
		w.para(w.cat.Report(language.ReportNoCoverage))
		return
	}
	var rows [][][]release.Inline
	for _, p := range w.Coverage {
		rows = append(rows, [][]release.Inline{
			plain(w.day(p.Date)),
			{&release.Link{Href: p.Address, Children: plain(p.Outlet)}},
			plain(strings.Join(p.Quoted, w.cat.ListComma())),
		})
	}
	w.table(3, []string{
		w.cat.Report(language.ReportDay), w.cat.Report(language.ReportOutlet), w.cat.Report(language.ReportQuoted),
	}, rows...)
}
