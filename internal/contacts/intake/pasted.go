package intake

import (
	"net/mail"
	"regexp"
	"strings"
)

// pasted reads addresses as they stand in a To line or one under the other: with
// commas, semicolons or line ends between them, with names or without. nil if the
// text is something else.
func pasted(text string) []Row {
	rows := []Row{{1, []string{"Email", "Name"}}}
	line := 1
	for _, l := range strings.Split(text, "\n") {
		for _, field := range []string{"To:", "Cc:", "Bcc:", "An:", "Para:", "À :", "A:", "Aan:"} {
			if len(l) >= len(field) && strings.EqualFold(l[:len(field)], field) {
				l = l[len(field):]
				break
			}
		}
		for _, part := range parts(l) {
			name, address, ok := named(part)
			if !ok {
				return nil
			}
			rows = append(rows, Row{line, []string{address, name}})
		}
		line++
	}
	if len(rows) == 1 {
		return nil
	}
	return rows
}

// parts divides a line at commas and semicolons that stand outside quotation marks
// and angle brackets. A part without an address belongs to the one behind it, as in
// "Ruiz, Ana <ana@tide.example>".
func parts(line string) []string {
	var out []string
	begin, quoted, angle := 0, false, false
	cut := func(end int) {
		if p := strings.TrimSpace(line[begin:end]); p == "" {
			begin = end + 1
		} else if strings.Contains(p, "@") {
			out = append(out, p)
			begin = end + 1
		}
	}
	for i, c := range line {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '<', c == '>':
			angle = c == '<'
		case (c == ',' || c == ';' || c == '\t') && !angle:
			cut(i)
		}
	}
	if p := strings.TrimSpace(line[min(begin, len(line)):]); p != "" {
		out = append(out, p)
	}
	return out
}

// named takes "Ana Ruiz <ana@tide.example>" apart, and a bare address.
func named(s string) (name, address string, ok bool) {
	s = strings.TrimSpace(s)
	open, end := strings.LastIndexByte(s, '<'), strings.LastIndexByte(s, '>')
	if open < 0 || end < open {
		address = strings.Trim(strings.TrimPrefix(s, "mailto:"), `"'.`)
		return "", address, isAddress(address)
	}
	address = strings.TrimSpace(strings.TrimPrefix(s[open+1:end], "mailto:"))
	if a, err := mail.ParseAddress(s); err == nil {
		name = a.Name
	} else {
		name = strings.Trim(strings.TrimSpace(s[:open]), `"'`)
	}
	return turned(name), address, isAddress(address)
}

var addressPattern = regexp.MustCompile(`[^\s,;<>()\[\]"'/|:]+@[^\s,;<>()\[\]"'/|:@]+\.[^\s,;<>()\[\]"'/|:@.]+`)

// addressesIn are the addresses in a cell.
func addressesIn(s string) []string {
	if !strings.Contains(s, "@") || len(s) > 2000 {
		return nil
	}
	return addressPattern.FindAllString(strings.ReplaceAll(s, "mailto:", " "), -1)
}

func isAddress(s string) bool {
	found := addressesIn(s)
	return len(found) == 1 && found[0] == s
}
