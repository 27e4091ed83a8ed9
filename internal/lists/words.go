package lists

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"pressroom/internal/contacts/heading"
	"pressroom/internal/contacts/intake"
	"pressroom/internal/diagnostic"
	"pressroom/internal/ledger"
	"pressroom/internal/wording"
)

// Importing and Exporting say what Read with Write, and Export, do, to whoever does it.
const (
	Importing = `Make a press list of a table as it comes: an Excel file, CSV and TSV in any dialect,
an address book (vCard), or addresses as they stand in a To line; - reads from
standard input. Headings are understood as press databases, address books and people
in seven languages write them. It says what it understood and what it leaves out,
asks, and writes contacts/LIST.csv.

A list that is there is brought up to date: only cells that are other in the file
than the last time change, who is new is added, nobody is taken off, and who was
taken off by hand stays off. Who has left your lists is not mailed, whatever a file
says; and whoever wants no mail as the file says it (unsubscribed, a permission that
says no, a remark that asks for none) is mailed nothing from then on, on whatever list
they stand, until they themselves come back. Whom mail does not reach, or who is not
active, as the file says, is not mailed either, until pressroom suppressions remove.
Who is new is added today, and from this file, unless it says since when and from where
(--source). How the file was read is kept in contacts/import/LIST.toml for the next
time.`
	Exporting = `A press list or segment as a table: CSV on standard output, or a file in CSV or
Excel. What is changed in it comes back with contacts import FILE --list LIST: the
cells that were changed, and no others. In CSV a cell that a spreadsheet would take for
a formula or a shorter number has a ' before it, which contacts import takes away.`
)

// Columns reads what columns hold, as in "Blatt=outlet"; "Blatt=-" leaves one out.
func Columns(said []string) (map[string]string, error) {
	as := make(map[string]string)
	for _, c := range said {
		i := strings.LastIndexByte(c, '=')
		if i <= 0 || i == len(c)-1 {
			return nil, fmt.Errorf(`--column is a heading and what it holds, as in "Blatt=outlet", not %q`, c)
		}
		as[c[:i]] = strings.TrimSpace(c[i+1:])
	}
	return as, nil
}

// Understood writes what each column of the file was taken for.
func (i *Import) Understood(to io.Writer) {
	t := tabwriter.NewWriter(to, 0, 4, 2, ' ', 0)
	for _, c := range i.Reading.Columns {
		if what := c.Says(); what != "" {
			fmt.Fprintf(t, "%s\t%s\n", c.Head(), what)
		}
	}
	t.Flush()
}

// Remarks are what is to be looked at in the file, no more of its rows than most.
func (i *Import) Remarks(most int) []string {
	var out []string
	if i.Reading.Guessed {
		out = append(out, "Some columns have no heading that is known, and were told by what is in them: look at them, or say it with --column.")
	}
	for _, c := range i.Reading.Columns {
		if c.Unsure != "" && c.Field == "" {
			seems := "is like a heading of"
			if c.ByCells {
				seems = "seems to hold"
			}
			out = append(out, fmt.Sprintf("%q %s %s, and is kept as %s: --column %q says that it holds that.",
				c.Head(), seems, c.Unsure, c.Name, c.Head()+"="+string(c.Unsure)))
		}
	}
	out = append(out, i.unasked()...)
	if i.Exists {
		alike := i.Changes.Alike
		out = append(out, alike[:min(len(alike), most)]...)
	}
	if i.named && i.newWithoutSource() {
		out = append(out, fmt.Sprintf("Who is new is told in each mail that their address comes from %q: say it in words for them with --source.",
			i.Result.New["source"]))
	}
	said := together(i.Result.Notes)
	rows := 0
	for n, note := range said {
		if n < most {
			out = append(out, note.String())
		} else {
			rows += len(note.lines)
		}
	}
	if rows > 0 {
		out = append(out, fmt.Sprintf("… and %s more", wording.Count(rows, "row")))
	}
	return out
}

// remark is what is to be known of rows, of several in one.
type remark struct {
	text  string
	lines []int
}

// together puts what is the same of several rows into one remark; of whom it is not sure whether
// they are to be mailed come first.
func together(notes []intake.Note) []*remark {
	var look, rest []*remark
	at := make(map[string]*remark)
	for _, n := range notes {
		r := at[n.Text]
		if r == nil {
			r = &remark{text: n.Text}
			at[n.Text] = r
			if n.Look {
				look = append(look, r)
			} else {
				rest = append(rest, r)
			}
		}
		r.lines = append(r.lines, n.Line)
	}
	return append(look, rest...)
}

func (r *remark) String() string {
	if len(r.lines) == 1 {
		return fmt.Sprintf("row %d: %s", r.lines[0], r.text)
	}
	const shown = 5
	var lines []string
	for _, l := range r.lines {
		lines = append(lines, strconv.Itoa(l))
	}
	return fmt.Sprintf("rows %s: %s", wording.Some(lines, shown), r.text)
}

// unasked are columns of yes and no of which it is not sure whether they ask for mail.
func (i *Import) unasked() []string {
	var out []string
	for _, c := range i.Reading.Columns {
		no, silent, ok := i.Reading.Answers(c)
		switch {
		case !ok:
		case c.Field == "" && c.Name != "" && c.Heading != "" && no > 0:
			out = append(out, fmt.Sprintf("%q says no of %s, and it is not known what it asks: they are mailed. "+
				"If it asks who wants mail: --column %q.", c.Head(), people(no), c.Head()+"="+string(heading.Subscribed)))
		case (c.Field == heading.Subscribed || c.Field == heading.Consent || c.Field == heading.Active) && silent > 0:
			out = append(out, fmt.Sprintf("%q says nothing of %s: they are mailed. Write no there for whoever wants no mail.",
				c.Head(), people(silent)))
		}
	}
	return out
}

func people(n int) string {
	if n == 1 {
		return "1 person"
	}
	return fmt.Sprintf("%d people", n)
}

// newWithoutSource tells whether somebody is new on the list of whom the file does not say
// where the address comes from.
func (i *Import) newWithoutSource() bool {
	added := make(map[string]bool)
	if i.Exists {
		for _, a := range i.Changes.Added {
			added[a] = true
		}
	}
	return slices.ContainsFunc(i.Result.Entries, func(e intake.Entry) bool {
		return e.Values["source"] == "" && (!i.Exists || added[e.Values["email"]])
	})
}

// Sample is some of what a column holds, on one line.
func (i *Import) Sample(c intake.Column) string {
	var some []string
	for _, row := range i.Reading.Table.Rows[i.Reading.Head+1:] {
		if c.Index < len(row.Fields) && row.Fields[c.Index] != "" && !slices.Contains(some, row.Fields[c.Index]) {
			some = append(some, diagnostic.Word(strings.Join(strings.Fields(row.Fields[c.Index]), " ")))
		}
		if len(some) == 3 {
			break
		}
	}
	return strings.Join(some, " · ")
}

// Says is what an import does to its list, in words.
func (i *Import) Says() string {
	if i.Nobody() {
		return fmt.Sprintf("nobody in %s is to be mailed; no list is written", i.Reading.Table.Name)
	}
	if !i.Exists {
		return fmt.Sprintf("contacts/%s.csv is new, with %s", i.List, wording.Count(len(i.Result.Entries), "journalist"))
	}
	c := i.Changes
	return fmt.Sprintf("contacts/%s.csv: %d new, %d changed in %s, %d as they were",
		i.List, len(c.Added), len(c.Changed), wording.Count(c.Cells, "cell"), c.Same)
}

// Leaving are those who want no mail, as the file says, or whom none reaches, and whom
// nothing keeps from being mailed yet. Whoever was stopped for another reason and wants no
// mail, as the file says, is among them: that holds for good from then on.
func (i *Import) Leaving(ctx context.Context, l *ledger.Ledger) ([]intake.Leaver, error) {
	var barred *ledger.Set
	if l != nil {
		var err error
		if barred, _, err = l.SuppressedSet(ctx); err != nil {
			return nil, err
		}
	}
	var out []intake.Leaver
	at := make(map[string]int) // in out, by key
	for _, left := range i.Result.Left {
		if barred.Has(left.Key) && (left.Why != heading.Refused || barred.Unsubscribed(left.Key)) {
			continue
		}
		n, twice := at[left.Key]
		switch {
		case !twice:
			at[left.Key] = len(out)
			out = append(out, left)
		case left.Why == heading.Refused && out[n].Why != heading.Refused:
			out[n] = left // their word is what holds
		}
	}
	return out, nil
}

// Bar keeps those from being mailed who want no mail, as the file says, on whatever list
// they stand, unless the list was changed meanwhile. It comes before Write, so that no list
// has them mailed. Their word holds for good, as if they had pressed the link in a mail. What
// is said of each is how it is found again: the file, its row and the day.
func (i *Import) Bar(ctx context.Context, l *ledger.Ledger) error {
	if err := i.unchanged(); err != nil {
		return err
	}
	leaving, err := i.Leaving(ctx, l)
	if err != nil || len(leaving) == 0 {
		return err
	}
	all := make([]ledger.Suppression, len(leaving))
	for n, left := range leaving {
		all[n] = ledger.Suppression{Key: left.Key, Reason: reasons[left.Why], Detail: i.origin(left)}
	}
	return l.SuppressAll(ctx, all)
}

// reasons are why an address is not mailed, by what a file says of it.
var reasons = map[heading.Ground]string{
	heading.Refused: ledger.Unsubscribed, heading.Unreachable: ledger.Bounced,
	heading.Resting: ledger.ByHand,
}

// origin is where it stands that somebody is not to be mailed.
func (i *Import) origin(left intake.Leaver) string {
	day := ""
	if added := i.Result.New["added"]; added != "" {
		day = ", brought in on " + added
	}
	return fmt.Sprintf("%s, row %d%s: %s", i.Reading.Table.Name, left.Line, day, left.Says)
}

// Stopped is some who get no mail once an import is written, in words, and their addresses.
type Stopped struct {
	Why       heading.Ground
	Says      string
	Addresses []string
}

// Stopping puts those together who get no mail, as the file says, for the same reason.
func Stopping(leaving []intake.Leaver) []Stopped {
	var out []Stopped
	for _, why := range grounds {
		s := Stopped{Why: why.ground, Says: why.many}
		for _, l := range leaving {
			if l.Why == why.ground {
				s.Addresses = append(s.Addresses, l.Address)
			}
		}
		if len(s.Addresses) == 1 {
			s.Says = why.one
		}
		if len(s.Addresses) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// grounds are the reasons in the order in which they are told, and what is said of one and of
// several.
var grounds = []struct {
	ground    heading.Ground
	one, many string
}{
	{
		heading.Refused, "wants no mail, as the file says, and gets none from now on",
		"want no mail, as the file says, and get none from now on",
	},
	{
		heading.Unreachable, "cannot be reached, as the file says, and gets no mail from now on",
		"cannot be reached, as the file says, and get no mail from now on",
	},
	{
		heading.Resting, "is not active, as the file says, and gets no mail from now on",
		"are not active, as the file says, and get no mail from now on",
	},
}

// Barred are those in the file who are not mailed, whatever a list says.
func (i *Import) Barred(ctx context.Context, l *ledger.Ledger) ([]string, error) {
	barred, _, err := l.SuppressedSet(ctx)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, key := range i.Keys() {
		if barred.Has(key) {
			out = append(out, key)
		}
	}
	return out, nil
}
