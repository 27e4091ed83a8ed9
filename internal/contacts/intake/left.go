package intake

import (
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
			if heading.Says(w) {
				return w
			}
		}
	case heading.Name:
		return remarked(oneLine(v))
	case heading.Notes, "":
		if heading.Says(v) {
			return v
		}
	}
	return ""
}

// left tells whether a cell of the columns that tell it says that somebody wants no mail.
func left(f heading.Field, v string) bool {
	switch f {
	case heading.Left, heading.Subscribed, heading.Consent, heading.Status:
	default:
		return false
	}
	yes, known := yesNo(v)
	switch f {
	case heading.Left:
		return yes || !known && !strings.HasPrefix(strings.ToLower(v), "http") // a day is when they left
	case heading.Subscribed, heading.Consent:
		return known && !yes || heading.Gone(oneLine(v))
	}
	return heading.Gone(oneLine(v))
}

// isStatus tells whether a cell says whether somebody is mailed, and is no region.
func isStatus(v string) bool {
	switch strings.ToLower(v) {
	case "active", "inactive", "activo", "activa", "inactivo", "inactiva", "ativo", "inativo", "aktiv", "baja", "alta", "actif", "attivo",
		"actief":
		return true
	}
	return heading.Says(v)
}

// hints tells whether a text that people write as they like asks for no more mail, so that
// somebody has to look.
func hints(f heading.Field, v string) bool {
	return (f == heading.Notes || f == "") && strings.IndexByte(v, ' ') > 0 && heading.Leaving(v)
}

// leavesBy tells whether what stands in the place of an address says that there is none to be
// mailed.
func leavesBy(v string) bool { return v != "" && (heading.Says(v) || heading.Gone(oneLine(v))) }

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
	gone := make(map[string]int, len(r.Left))
	for _, e := range r.Left {
		gone[e.Key] = e.Line
	}
	r.Entries = slices.DeleteFunc(r.Entries, func(e Entry) bool {
		line, left := gone[e.Key]
		if left {
			r.Notes = append(r.Notes, Note{e.Line, e.Values["email"] + " wants no mail, as row " + strconv.Itoa(line) + " says: left out"})
		}
		return left
	})
}
