package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"pressroom/internal/contacts/heading"
)

// leaves is what a cell says where it says that somebody wants no mail, or cannot be
// mailed; "" where it does not.
func (c Column) leaves(v string) string {
	if left(c.Field, v) {
		return v
	}
	switch c.Field {
	case heading.Tags:
		for _, w := range strings.Split(words(oneLine(v)), ";") {
			if heading.Refuses(w) {
				return w
			}
		}
	case heading.Name:
		return remarked(oneLine(v))
	case heading.Notes, "":
		if heading.Refuses(v) {
			return v
		}
	}
	return ""
}

// left tells whether a cell of the columns that tell it says that somebody wants no mail.
func left(f heading.Field, v string) bool {
	if !asks(f) {
		return false
	}
	yes, known := yesNo(v)
	v = oneLine(v)
	switch f {
	case heading.Left, heading.Inactive:
		if known || strings.HasPrefix(strings.ToLower(v), "http") || undecided(f, v) {
			return yes
		}
		return heading.Refuses(v) || heading.Gone(v) || !heading.Works(v) && !heading.Denied(v) // a day is when they left
	case heading.Subscribed, heading.Consent, heading.Active:
		return known && !yes || !known && (heading.Gone(v) || heading.Denied(v) || heading.Rests(v))
	}
	return rests(v) || rests(v[:len(v)-len(whenLeft.FindString(v))])
}

// rests tells whether a status says of somebody that they are not mailed.
func rests(status string) bool {
	return heading.Gone(status) || heading.Refuses(status) || heading.Rests(status)
}

// whenLeft is when something came about, at the end of a status: "left in May".
var whenLeft = regexp.MustCompile(`(?i)[ ,]+(?:(?:in|on|since|am|im|seit|zum|en|le|depuis|desde|el|dal?|il|sinds|per|em) \pL{3,10}\.?` +
	`(?: (?:de )?\d[\d./-]*)?|\d[\d./-]*(?:\.? (?:de )?\pL{3,10}\.?)?(?:,? (?:de )?\d[\d./-]*)?)$`)

// asks tells whether a column is of those whose cells say whether somebody is mailed.
func asks(f heading.Field) bool {
	switch f {
	case heading.Left, heading.Subscribed, heading.Consent, heading.Status, heading.Active, heading.Inactive:
		return true
	}
	return false
}

// asks makes a column one of those that ask whether somebody is mailed, where its heading may
// ask that, and its cells say yes or no and nothing else: "E-Mail?".
func (c *Column) asks(rows []Row) {
	switch c.Field {
	case "":
	case heading.Email, heading.Name, heading.Tags:
		if !strings.HasSuffix(strings.TrimSpace(c.Heading), "?") {
			return
		}
	default:
		return
	}
	may, against := heading.MayAsk(c.Heading)
	if c.said || !may {
		return
	}
	n := 0
	for _, row := range rows[:min(len(rows), 2000)] {
		v := row.field(c.Index)
		if v == "" {
			continue
		}
		if _, known := yesNo(v); !known {
			return
		}
		n++
	}
	switch {
	case n == 0:
	case against:
		c.Field = heading.Left
	default:
		c.Field = heading.Consent
	}
}

// undecided tells whether a cell of such a column says neither that somebody is to be mailed nor
// that they are not.
func undecided(f heading.Field, v string) bool {
	if _, known := yesNo(v); !asks(f) || known && f != heading.Status {
		return false
	}
	v = oneLine(v)
	switch f {
	case heading.Left, heading.Inactive:
		return heading.Open(v) || count.MatchString(v)
	case heading.Status:
		return heading.Open(v) || heading.Denied(v)
	}
	return heading.Open(v) || heading.Partly(v)
}

// count matches a number that is neither a day nor a yes or no.
var count = regexp.MustCompile(`^\d{1,3}$`)

// isStatus tells whether a cell says whether somebody is mailed, and is no region.
func isStatus(v string) bool {
	switch strings.ToLower(v) {
	case "active", "inactive", "activo", "activa", "inactivo", "inactiva", "ativo", "inativo", "aktiv", "baja", "alta", "actif", "attivo",
		"actief":
		return true
	}
	return heading.Refuses(v) || heading.Rests(v)
}

// hints tells whether a cell may ask for no more mail, so that somebody has to look: one of a
// column that asks for it and says neither, or a text that people write as they like.
func hints(f heading.Field, v string) bool {
	if undecided(f, v) {
		return true
	}
	return (f == heading.Notes || f == "") && heading.Doubtful(v) && (strings.IndexByte(v, ' ') > 0 || f == heading.Notes)
}

// leavesBy tells whether what stands in the place of an address says that there is none to be
// mailed.
func leavesBy(v string) bool { return v != "" && (heading.Refuses(v) || heading.Gone(oneLine(v))) }

// remarked is the remark of a cell where it says that somebody is not to be mailed. Of
// several words a part says nothing: they may be where somebody works, "Radio Baja California".
func remarked(cell string) string {
	why := remark(cell)
	if heading.Leaving(why) || leavesBy(why) && !strings.Contains(why, " ") {
		return why
	}
	return ""
}

// withoutLeft takes those out of a result of whom another row says that they want no mail.
func (r *Result) withoutLeft() {
	if len(r.Left) == 0 {
		return
	}
	gone := make(map[string]Leaver, len(r.Left))
	for _, e := range r.Left {
		gone[e.Key] = e
	}
	r.Entries = slices.DeleteFunc(r.Entries, func(e Entry) bool {
		l, left := gone[e.Key]
		switch {
		case left && l.sheet != "":
			r.Notes = append(r.Notes, Note{
				Line: e.Line, Text: e.Values["email"] + " is not to be mailed, as the sheet " + l.sheet + " says: left out",
			})
		case left:
			r.Notes = append(r.Notes, Note{
				Line: e.Line, Text: e.Values["email"] + " wants no mail, as row " + strconv.Itoa(l.Line) + " says: left out",
			})
		}
		return left
	})
}

// Answers counts, of a column whose cells say yes or no, those that say no, and those that
// say nothing. ok is false for any other.
func (r *Reading) Answers(c Column) (no, silent int, ok bool) {
	for _, row := range r.Table.Rows[r.Head+1:] {
		v := row.field(c.Index)
		if v == "" {
			silent++
			continue
		}
		yes, known := yesNo(v)
		if !known {
			return no, silent, false
		}
		if ok = true; !yes {
			no++
		}
	}
	return no, silent, ok
}
