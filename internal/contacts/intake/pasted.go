package intake

import (
	"net/mail"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// field is the name of a line of addresses, in whatever language.
var field = regexp.MustCompile(`^\s*\pL[\pL. ]{0,29}?\s?:`)

// bullet is what stands before the items of a list.
var bullet = regexp.MustCompile(`^\s*(?:[*•·–-]|\d{1,3}[.)])\s`)

// pasted reads addresses as they stand in a To line or one under the other: with
// commas, semicolons or line ends between them, with names or without. nil if the
// text is something else.
func pasted(text string) []Row {
	if strings.Contains(text, "</") { // of a page
		return nil
	}
	rows := []Row{{1, []string{"Email", "Name"}}}
	for n, l := range strings.Split(text, "\n") {
		l = bullet.ReplaceAllString(l, "")
		labelled := ""
		if at := field.FindString(l); at != "" {
			l, labelled = l[len(at):], at
		}
		for _, part := range parts(l) {
			name, address, ok := named(part)
			switch {
			case !ok && strings.IndexByte(part, '@') < 0 && (strings.IndexByte(l, '<') >= 0 || labelled != "" && n > 0):
				address, name = part, "" // somebody whose address is not there, or a line of the head that is not of addresses
			case !ok && !slices.ContainsFunc(strings.Fields(part), func(f string) bool { return !isAddress(f) }):
				for _, one := range strings.Fields(part) {
					rows = append(rows, Row{n + 1, []string{one, ""}})
				}
				continue
			case !ok && (strings.Contains(strings.TrimSpace(text), "\n") || !lineOfAddresses(l)):
				return nil
			case !ok:
				address, name = part, "" // which will be said to be none
			case remarked(part) != "":
				address, name = part, ""
			}
			rows = append(rows, Row{n + 1, []string{address, name}})
		}
	}
	if len(rows) == 1 {
		return nil
	}
	return rows
}

// lineOfAddresses tells a line of several addresses, of which one is good, and another may not be.
func lineOfAddresses(l string) bool {
	list := parts(l)
	return strings.Count(l, "@") > 1 && len(list) > 1 && slices.ContainsFunc(list, func(part string) bool {
		_, _, ok := named(part)
		return ok
	})
}

// parts divides a line at commas and semicolons that stand outside quotation marks.
// A part without an address belongs to the one behind it, as in
// "Ruiz, Ana <ana@tide.example>".
func parts(line string) []string {
	var out []string
	begin, quoted := 0, false
	angles := strings.IndexByte(line, '<') >= 0 || strings.Count(line, "@") > 1
	cut := func(end int) {
		if p := strings.TrimSpace(line[begin:end]); p == "" {
			begin = end + 1
		} else if strings.Contains(p, "@") || angles && line[end] == ';' { // no name has a semicolon in it
			out = append(out, p)
			begin = end + 1
		}
	}
	for i, c := range line {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == ',', c == ';', c == '\t':
			cut(i)
		}
	}
	if p := strings.TrimSpace(line[begin:]); p != "" {
		out = append(out, p)
	}
	return out
}

// named takes "Ana Ruiz <ana@tide.example>" apart, in the ways in which programs and
// people write it, and a bare address.
func named(s string) (name, address string, ok bool) {
	open, end := strings.LastIndexByte(s, '<'), strings.LastIndexByte(s, '>')
	if open >= 0 && end < open { // the last sign was not copied
		s, end = s+">", len(s)
	}
	if open >= 0 && end > open {
		address = strings.TrimSpace(unlinked(s[open+1 : end]))
		if a, err := mail.ParseAddress(s); err == nil {
			name = a.Name
		} else {
			name = strings.Trim(strings.TrimSpace(s[:open]), `"'`)
		}
		if strings.IndexByte(name, '@') >= 0 { // an address is no name
			name = strings.Trim(emptied.ReplaceAllString(addressPattern.ReplaceAllString(name, ""), ""), ` "',;`)
		}
		if _, group, ok := strings.Cut(name, "' via "); ok { // the address is that of the group
			name = group
		}
		return turned(name), address, isAddress(address)
	}
	address = strings.Trim(unlinked(s), `"'.`)
	if isAddress(address) {
		return "", address, true
	}
	found := addressesIn(s)
	if len(found) != 1 {
		return "", address, false
	}
	before, behind, _ := strings.Cut(s, found[0])
	if at := len(before) - len(link); at >= 0 {
		before = before[:at] + unlinked(before[at:])
	}
	before = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(before), "["))
	behind = strings.TrimSpace(strings.TrimPrefix(behind, "]"))
	switch {
	case before == "" && (strings.HasPrefix(behind, "?") || strings.Trim(behind, ",;. ") == ""):
	case before == "" && len(behind) > 2 && behind[0] == '(' && behind[len(behind)-1] == ')':
		if name = strings.TrimSpace(behind[1 : len(behind)-1]); !capital(name) {
			name = "" // "work", "old"
		}
	case behind == "" && !strings.ContainsAny(before, `:<>()[]{}?!0123456789`) && len(strings.Fields(before)) <= 6:
		name = before
	default:
		return "", address, false
	}
	return turned(strings.Trim(name, `"', -–—`)), found[0], true
}

// link is what stands before an address in a link.
const link = "mailto:"

// unlinked is an address without what makes it a link, in capitals or not.
func unlinked(s string) string {
	if len(s) >= len(link) && strings.EqualFold(s[:len(link)], link) {
		return s[len(link):]
	}
	return s
}

// emptied matches brackets out of which something was taken.
var emptied = regexp.MustCompile(`\s*(?:\(\s*\)|\[\s*\])`)

// capital tells whether a text begins with a letter that is not a small one.
func capital(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(first) && !unicode.IsLower(first)
}

// addressPattern matches an address, with the apostrophes that stand within its name: "sean.o'hara@tide.example".
var addressPattern = regexp.MustCompile(`[^\s,;<>()\[\]"'/|:]+(?:'[^\s,;<>()\[\]"'/|:]+)*` +
	`@[^\s,;<>()\[\]"'/|:@?]+\.[^\s,;<>()\[\]"'/|:@.?]+`)

// addressesIn are the addresses in a cell.
func addressesIn(s string) []string {
	if !strings.Contains(s, "@") || len(s) > 200_000 {
		return nil
	}
	if alone(s) {
		return []string{s}
	}
	return addressPattern.FindAllString(s, -1)
}

// alone tells whether addressPattern matches the whole of a text, once, as it does in most
// cells, without asking it.
func alone(s string) bool {
	at := strings.IndexByte(s, '@')
	dot := strings.LastIndexByte(s, '.')
	if at <= 0 || dot <= at+1 || dot == len(s)-1 {
		return false
	}
	for i := range len(s) {
		switch c := s[i]; {
		case c <= ' ' || strings.IndexByte(`,;<>()[]"'/|:?`, c) >= 0 || c == '@' && i != at:
			return false
		}
	}
	return true
}

func isAddress(s string) bool {
	found := addressesIn(s)
	return len(found) == 1 && found[0] == s
}
