package agreement

import (
	"fmt"
	"io"
	"text/tabwriter"
	"time"

	"pressroom/internal/wording"
	"pressroom/internal/workspace"
)

// clock is how instants are shown.
const clock = "2006-01-02 15:04:05 MST"

// Row is an answer in JSON.
type Row struct {
	Number  int64  `json:"number"`
	At      string `json:"at"`
	Address string `json:"address"` // "" once they were erased
	Release string `json:"release"` // "" for all
	Answer  Answer `json:"answer"`
	How     How    `json:"how"`
	Note    string `json:"note"`
	Terms   string `json:"terms"` // their version
	Digest  string `json:"digest"`
}

// Rows are answers in JSON.
func Rows(all []Said) []Row {
	rows := []Row{}
	for _, s := range all {
		rows = append(rows, Row{
			s.Number, s.At.UTC().Format(time.RFC3339), s.Person.Address, s.Slug, s.Answer, s.How, s.Person.Note, s.Version, s.Digest,
		})
	}
	return rows
}

// Listed is how many journalists of the press lists honour embargoes, as the lists say it, how
// many do not, and of how many nothing is said.
type Listed struct{ Yes, No, Blank int }

// Nothing says what there is where nobody was asked and nothing was written down, and what to do
// next: of one release, or of all where slug is "".
func Nothing(slug string, l Listed, settings workspace.Embargo) string {
	if slug != "" {
		return fmt.Sprintf("Nothing is written down for %s: nobody was asked about it, and nobody has answered. Who is asked is said by: "+
			"pressroom send %s\nWhat was said on the telephone is written down by: pressroom agreements add ADDRESS %s --how \"phone, 16:10\"",
			slug, slug, slug)
	}
	out := "No answer is written down yet, neither by a button nor by hand.\n"
	if l.Yes+l.No+l.Blank == 0 {
		return out + "There is nobody on a press list yet: pressroom contacts import FILE makes one."
	}
	gets := "who is yes gets advance copies, who is blank is asked first"
	if settings.EachRelease {
		gets = "all but no are asked for each release"
	}
	return out + fmt.Sprintf("In the column embargo of the press lists %d are yes, %d no, and %d blank: %s.\n", l.Yes, l.No, l.Blank, gets) +
		"What was said on the telephone is written down by: pressroom agreements add ADDRESS --how \"phone, 16:10\""
}

// Show writes answers as a table, and below it who has not answered.
func Show(out io.Writer, all []Said, silent []string, zone *time.Location) error {
	t := tabwriter.NewWriter(out, 0, 4, 2, ' ', 0)
	if len(all) > 0 {
		fmt.Fprintln(t, "WHEN\tADDRESS\tRELEASE\tANSWER\tHOW")
	}
	for _, s := range all {
		address, release, how := s.Person.Address, s.Slug, string(s.How)
		if s.Person.Erased() {
			address = "(erased)"
		}
		if release == "" {
			release = "all"
		}
		if s.Person.Note != "" {
			how += ": " + s.Person.Note
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", s.At.In(zone).Format(clock), address, release, s.Answer, how)
	}
	if len(silent) > 0 {
		fmt.Fprintf(t, "%s asked, and not answered yet: %s\n", wording.Count(len(silent), "journalist"), wording.Some(silent, 20))
	}
	return t.Flush()
}

// ShowReaders writes what was opened, and when it was looked at.
func ShowReaders(out io.Writer, opened []Opened, looks []Look, zone *time.Location) error {
	t := tabwriter.NewWriter(out, 0, 4, 2, ' ', 0)
	for _, o := range opened {
		fmt.Fprintf(t, "%s\t%s\t%s\n", o.At.In(zone).Format(clock), o.Key, o.What)
	}
	if len(opened) == 0 {
		fmt.Fprintln(t, "Nothing is recorded of it.")
	}
	for _, l := range looks {
		fmt.Fprintf(t, "looked at %s: %s\n", l.At.In(zone).Format(clock), l.Reason)
	}
	return t.Flush()
}

// String says what was found of an export that holds.
func (c *Checked) String() string {
	s := wording.Count(c.Agreements, "agreement") + ", and every digest holds"
	if c.Others > 0 {
		s += fmt.Sprintf(" (%d of other releases by their digest alone)", c.Others)
	}
	if c.Erased > 0 {
		s += fmt.Sprintf(" (%d of people who were erased)", c.Erased)
	}
	return s
}

// Added says in words what came of an agreement that was written down.
func (g Given) Added(copies int) string {
	what := g.Slug
	if what == "" {
		what = "all releases"
	}
	s := g.Address + " has agreed, to " + what
	switch {
	case copies == 1:
		s += "; their advance copy is queued"
	case copies > 1:
		s += fmt.Sprintf("; %d advance copies are queued", copies)
	case g.Slug != "":
		s += fmt.Sprintf("; no copy waited for it (pressroom send %s --more %s mails one)", g.Slug, g.Address)
	}
	return s
}
