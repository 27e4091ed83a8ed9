package contacts

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"pressroom/internal/contacts/heading"
	"pressroom/internal/diagnostic"
)

// instead is what to write for a cell that holds more than an address.
func instead(c cell) string {
	if c.column != "email" || len(c.value) > 500 {
		return ""
	}
	var found []string
	for _, part := range strings.FieldsFunc(c.value, func(r rune) bool { return strings.ContainsRune(" <>()[]\"';,|“”„‘’«»", r) }) {
		part = strings.Trim(strings.TrimPrefix(norm.NFKC.String(part), "mailto:"), ".")
		if _, err := AddressKey(part); err == nil && part != c.value && strings.Contains(part[strings.IndexByte(part, '@'):], ".") {
			found = append(found, part)
		}
	}
	switch len(found) {
	case 0:
		return ""
	case 1:
		switch {
		case strings.Contains(c.value, "<"):
			return "; write " + found[0] + ", and the name in the column name"
		case strings.Contains(c.value, " "):
			return "" // what belongs to the address, nobody knows
		}
		return "; write " + found[0]
	}
	return "; write one in each row, as in " + found[0]
}

// lineEnds are what ends a line for one program and stands within it for another.
const lineEnds = "\n\r\u0085\u2028\u2029"

// Swallowed is the address with which a further line of a cell begins, "" where none does: a
// row that stands within a cell of the one before it, whose line end is of another kind or
// stands between quotation marks.
func Swallowed(value string) string {
	if !strings.ContainsAny(value, lineEnds) {
		return ""
	}
	lines := strings.FieldsFunc(value, func(r rune) bool { return strings.ContainsRune(lineEnds, r) })
	for _, line := range lines[min(1, len(lines)):] {
		first := strings.TrimSpace(line)
		if i := strings.IndexAny(first, ",;\t|\" "); i >= 0 {
			first = first[:i]
		}
		if _, err := AddressKey(first); err == nil {
			return first
		}
	}
	return ""
}

// hidden tells of a row within a cell, on which nobody would be mailed. In a column of one's
// own an address may stand where it likes.
func (r *bookReader) hidden(c cell) bool {
	address := ""
	if free(c.column) {
		address = Swallowed(c.value)
	}
	if address == "" {
		return false
	}
	tell := r.diags.Warnf
	if known[c.column] {
		tell = r.diags.Errorf
	}
	tell(c.at, "row", "%s has a line that begins with an address, %s: a row of its own, whose line end is of another kind or stands "+
		"between quotation marks", c.column, diagnostic.Word(address))
	return known[c.column]
}

// oneOfLists warns of several words in one, with what stands between them elsewhere.
func (r *bookReader) oneOfLists(c cell) {
	one, ok := lists[c.column]
	if ok && len(splitList(c.value)) == 1 && (strings.ContainsAny(c.value, ",|、，،") || strings.Contains(c.value, " / ")) {
		r.diags.Warnf(c.at, "row", "%q is one %s; between several stands a semicolon", diagnostic.Word(c.value), one)
	}
}

// saysNo warns of a cell that says that somebody wants no mail: a press list keeps nobody
// from being mailed.
func (r *bookReader) saysNo(c cell, e row) {
	if known[c.column] && c.column != "tags" {
		return
	}
	for _, word := range splitList(c.value) {
		if !heading.Refuses(word) && !r.deniedBy(c.column, word) {
			continue
		}
		who := "ADDRESS"
		for _, other := range e.cells {
			if _, err := AddressKey(other.value); other.column == "email" && err == nil {
				who = other.value // whole, as the command needs it
			}
		}
		r.diags.Warnf(c.at, "row", "%s: %q keeps nobody from being mailed; if %s has left: pressroom suppressions add %s --unsubscribed",
			c.column, diagnostic.Word(word), who, who)
	}
}

// deniedBy tells whether a word of a column that asks for a permission, or tells how somebody
// stands, says no.
func (r *bookReader) deniedBy(column, word string) bool {
	f, known := r.means[column]
	if !known {
		if r.means == nil {
			r.means = make(map[string]heading.Field)
		}
		f = heading.Of(column)
		r.means[column] = f
	}
	return f == heading.Consent && heading.Denied(word) || (f == heading.Status || f == heading.Consent) &&
		(heading.Gone(word) || heading.Rests(word))
}
