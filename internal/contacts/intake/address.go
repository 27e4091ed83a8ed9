package intake

import (
	"fmt"
	"slices"
	"strings"

	"pressroom/internal/contacts"
	"pressroom/internal/contacts/heading"
	"pressroom/internal/diagnostic"
)

// address takes the address out of a row: bare, with a name before it, or several. stays
// is false where what stands beside it says that no mail is wanted; e has no key where
// there is nobody.
func (r *rowReader) address(e *Entry, row Row) (stays bool) {
	cell := oneLine(row.field(r.email))
	found := addressesIn(cell)
	if len(found) == 0 {
		if leavesBy(cell) {
			r.leaves(heading.GroundOf("", cell), "%q says that it is not to be mailed", diagnostic.Word(cell))
			e.Key, e.Values["email"] = r.addressOf(row)
			return false
		}
		cell, found = r.elsewhere(row, cell)
	}
	if inside := angled(cell); inside != "" {
		for _, other := range found {
			if !strings.EqualFold(other, inside) {
				r.say("it shows %s, and the address is %s: that one is mailed", other, inside)
				break
			}
		}
		found = []string{inside}
	}
	one := len(found) == 1
	found = slices.CompactFunc(found, strings.EqualFold) // a link and what it shows
	switch {
	case cell == "":
		r.say("no e-mail address: left out")
		return
	case len(found) == 0:
		r.say("%q is no e-mail address: left out", diagnostic.Word(cell))
		return
	case len(found) > 1:
		for _, more := range found[1:] {
			further(e.Values, "email_2", more)
		}
		r.say("%s", several(found))
	}
	key, err := contacts.ListedKey(found[0])
	if one && err == nil && remarked(cell) != "" {
		r.leaves(heading.GroundOf("", cell), "%q says that it is not to be mailed", diagnostic.Word(cell))
		e.Key, e.Values["email"] = key, found[0]
		return false
	}
	if name, address, ok := named(cell); one && ok {
		found[0], r.shown = address, name
	} else if one && err == nil { // what else stands there belongs to it
		_, err = contacts.AddressKey(strings.Trim(unlinked(bare(cell)), `"'<>. `))
	}
	if err != nil {
		r.say("%v: left out", err)
		return
	}
	e.Key, e.Values["email"] = key, found[0]
	return true
}

// alsoLeft are the further addresses of somebody who wants no mail: it is they who want none.
func (r *rowReader) alsoLeft(e Entry) (out []Leaver) {
	if r.why != heading.Refused {
		return nil
	}
	seen := map[string]bool{e.Key: true}
	for _, c := range r.Columns {
		if c.Field != heading.Email && c.Field != heading.FurtherMail {
			continue
		}
		for _, address := range addressesIn(r.row.field(c.Index)) {
			if key, err := contacts.AddressKey(address); err == nil && !seen[key] {
				seen[key] = true
				out = append(out, Leaver{Line: e.Line, Key: key, Address: address, Says: r.says, Why: r.why})
			}
		}
	}
	return out
}

// addressOf is the first address of a row, for whoever is not to be mailed at it.
func (r *rowReader) addressOf(row Row) (key, address string) {
	for _, c := range r.Columns {
		if c.Field != heading.Email && c.Field != heading.FurtherMail {
			continue
		}
		cell := oneLine(row.field(c.Index))
		if found := addressesIn(cell); len(found) > 0 {
			address = found[0]
			if inside := angled(cell); inside != "" {
				address = inside
			}
			if key, err := contacts.AddressKey(address); err == nil {
				return key, address
			}
		}
	}
	return "", ""
}

// elsewhere takes the address of a row whose column of addresses has none out of one of
// further addresses.
func (r *rowReader) elsewhere(row Row, cell string) (string, []string) {
	for _, c := range r.Columns {
		if c.Field != heading.FurtherMail {
			continue
		}
		if other := oneLine(row.field(c.Index)); len(addressesIn(other)) > 0 {
			found := addressesIn(other)
			r.taken = c.Index
			r.say("%s has no address; %s, from %s, is mailed", r.Columns[r.email].Head(), found[0], c.Head())
			return other, found
		}
	}
	return cell, nil
}

// several says what becomes of the addresses of a cell.
func several(found []string) string {
	more, last := found[1:], len(found)-1
	if last == 1 {
		return fmt.Sprintf("two addresses; %s is mailed, %s is kept as email_2", found[0], more[0])
	}
	return fmt.Sprintf("%d addresses; %s is mailed, %s and %s are kept as email_2", len(found), found[0], strings.Join(found[1:last], ", "),
		found[last])
}

// further keeps one more address of a person.
func further(values map[string]string, column, address string) {
	switch old := values[column]; {
	case old == "":
		values[column] = address
	case !slices.ContainsFunc(strings.Split(old, ";"), func(o string) bool { return strings.EqualFold(o, address) }):
		values[column] = old + ";" + address
	}
}

// furtherIn are the addresses of a cell with nothing else in it, each by itself; any other cell is one.
func furtherIn(cell string) []string {
	all := inCell(cell)
	if slices.ContainsFunc(all, func(a string) bool { return !isAddress(a) }) {
		return []string{oneLine(cell)}
	}
	return all
}

// inCell is what blanks, commas, semicolons and bars part in a cell of addresses.
func inCell(cell string) []string {
	return strings.FieldsFunc(cell, func(c rune) bool { return c <= ' ' || strings.ContainsRune(",;|", c) })
}

// bare is a cell without the name before its address.
func bare(cell string) string {
	if open, end := strings.LastIndexByte(cell, '<'), strings.LastIndexByte(cell, '>'); open >= 0 && end > open {
		return cell[open+1 : end]
	}
	return cell
}

// angled is the address that a cell has in angle brackets at its end, the only one there;
// "" for any other cell. Whatever stands before it is shown, and nothing else.
func angled(cell string) string {
	if !strings.HasSuffix(cell, ">") || strings.Count(cell, "<") != 1 {
		return ""
	}
	if inside := unlinked(strings.TrimSpace(bare(cell))); isAddress(inside) {
		return inside
	}
	return ""
}

// remark is what a cell has in brackets at its end, or before an address in angle ones.
func remark(cell string) string {
	if open := strings.LastIndexByte(cell, '<'); open >= 0 && strings.HasSuffix(cell, ">") {
		cell = strings.Trim(cell[:open], "\"' ")
	}
	if open := strings.LastIndexByte(cell, '('); open >= 0 && strings.HasSuffix(cell, ")") {
		return cell[open+1 : len(cell)-1]
	}
	return ""
}

// people are the parts of a cell that names several people with an address each; nil for
// any other cell. Several addresses under one name are those of one person.
func people(cell string) []string {
	if strings.Count(cell, "<") < 2 {
		return crowd(cell)
	}
	all := parts(oneLine(strings.NewReplacer(">\r", ">;", ">\n", ">;").Replace(cell)))
	names, addresses := make(map[string]bool), make(map[string]bool)
	for _, p := range all {
		name, address, ok := named(p)
		if !ok {
			return nil
		}
		names[strings.ToLower(name)], addresses[strings.ToLower(address)] = true, true
	}
	if len(all) < 2 || len(names) != len(all) || len(addresses) != len(all) || names[""] {
		return nil
	}
	return all
}

// crowd are the addresses of a cell that has nothing but so many that they are those of
// several people; nil for any other.
func crowd(cell string) []string {
	const least = 6
	if strings.Count(cell, "@") < least {
		return nil
	}
	seen := make(map[string]bool)
	var out []string
	for _, a := range inCell(cell) {
		if !isAddress(a) {
			return nil
		}
		if low := strings.ToLower(a); !seen[low] {
			seen[low], out = true, append(out, a)
		}
	}
	if len(out) < least {
		return nil
	}
	return out
}

// twiceThere says of somebody who stands in a table already what becomes of them.
func twiceThere(e, before Entry) string {
	here, there := e.Values["name"], before.Values["name"]
	if here == "" || there == "" || strings.EqualFold(here, there) {
		return fmt.Sprintf("%s stands in row %d already; the two are joined", e.Values["email"], before.Line)
	}
	return fmt.Sprintf("%s stands in row %d already, as %s, and here as %s; the two are joined as %s", e.Values["email"], before.Line,
		diagnostic.Word(there), diagnostic.Word(here), diagnostic.Word(there))
}

// sameHeads tells whether a row is that of the headings, once more.
func sameHeads(row, heads []string) bool {
	return len(row) == len(heads) && strings.TrimPrefix(row[0], "\ufeff") == heads[0] && slices.Equal(row[1:], heads[1:])
}

// width is how many headings a table of text has, where most of its rows have no more
// cells than that; 0 for others.
func (r *Reading) width(rows []Row) int {
	if r.Head < 0 || r.Guessed || r.Table.Sheet != "" {
		return 0
	}
	heads, wider := len(r.Table.Rows[r.Head].Fields), 0
	for _, row := range rows {
		if len(row.Fields) > heads {
			wider++
		}
	}
	if 2*wider > len(rows) {
		return 0
	}
	return heads
}
