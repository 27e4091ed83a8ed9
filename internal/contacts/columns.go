package contacts

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"pressroom/internal/contacts/heading"
	"pressroom/internal/diagnostic"
)

func blank(record []string) bool {
	for _, v := range record {
		if v != "" {
			return false
		}
	}
	return true
}

func (r *bookReader) header(record []string, at func(int) diagnostic.Position) []string {
	columns := make([]string, len(record))
	places := make(map[string]diagnostic.Position)
	for i, c := range record {
		if c == "" {
			continue // an empty column, unless a row has something in it
		}
		name := heading.ColumnName(c)
		switch _, twice := places[name]; {
		case name == "":
			r.diags.Errorf(at(i), "columns", "column %d has no usable name; write a word of letters and digits", i+1)
			return nil
		case twice:
			r.diags.Errorf(at(i), "columns", "two columns are called %s; call one of them something else", name)
			return nil
		}
		places[name] = at(i)
		columns[i] = name
		if !known[name] {
			r.book.columns[name] = true
		}
	}
	if _, ok := places["email"]; !ok {
		r.diags.Errorf(at(0), "columns", "no column is called email; the columns are %s%s",
			strings.Join(slices.DeleteFunc(columns, func(c string) bool { return c == "" }), ", "), emailAdvice(record))
		return nil
	}
	if i := slices.IndexFunc(record, isNoHeading); i >= 0 {
		r.diags.Errorf(at(i), "columns", "the first line names the columns, and this one holds an address: %q; end the line before it",
			diagnostic.Word(record[i]))
		return nil
	}
	for i, name := range columns {
		if name == "" || known[name] {
			continue
		}
		if heading.Of(record[i]).Bars() {
			r.diags.Warnf(places[name], "columns", "the column %s is yours, and keeps nobody from being mailed; for each who has left: "+
				"pressroom suppressions add ADDRESS --unsubscribed", name)
			continue
		}
		if meant := meaning(record[i]); meant != "" && places[meant] == (diagnostic.Position{}) {
			r.diags.Warnf(places[name], "columns", "the column %s is yours, and means nothing to a mailing; if it holds %s, call it %s", name, meant,
				meant)
		}
	}
	return columns
}

// isNoHeading tells that what stands in the place of a heading has an address in it, alone or
// with what a line end of another kind should have parted from it.
func isNoHeading(c string) bool {
	at := strings.IndexByte(c, '@')
	return at > 0 && at+1 < len(c) && c[at-1] != ' ' && c[at+1] != ' '
}

// meaning is the column that one with another heading seems to be, "" if none is
// like it.
func meaning(head string) string {
	if f := heading.Of(head); f != "" || len(head) < 4 { // one that is known is no slip of another
		return f.Column()
	}
	return diagnostic.Nearest(heading.ColumnName(head), slices.Sorted(maps.Keys(known)))
}

// emailAdvice names the column that seems to hold the addresses.
func emailAdvice(record []string) string {
	for _, head := range record {
		if _, err := AddressKey(head); err == nil {
			return "; the first line names them, as in email,name, or: pressroom contacts import"
		}
		if meaning(head) == "email" {
			return fmt.Sprintf("; call %q email, or: pressroom contacts import", head)
		}
	}
	return ""
}

// known are the columns that have a meaning of their own.
var known = map[string]bool{
	"email": true, "name": true, "outlet": true, "beats": true, "region": true, "language": true, "timezone": true,
	"embargo": true, "format": true, "attachments": true, "priority": true, "source": true, "tags": true,
	"basis": true, "added": true,
}
