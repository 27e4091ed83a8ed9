package intake

import (
	"slices"
	"strings"
	"unicode"

	"pressroom/internal/contacts/heading"
)

// guessNames takes, of a table without headings, one of the columns beside the addresses for
// names and one for outlets, as the addresses show it; where they show nothing the first and the
// second.
func (r *Reading) guessNames(rows []Row) {
	var free []int
	for i, c := range r.Columns {
		switch {
		case c.Field != "" || c.Heading != "" || c.said:
		case r.isText(rows, i):
			free = append(free, i)
		case slices.ContainsFunc(rows, func(row Row) bool { return isAddress(row.field(i)) }):
			r.Columns[i].Field = heading.FurtherMail
		}
	}
	for _, f := range []heading.Field{heading.Name, heading.Outlet} {
		if len(free) == 0 {
			return
		}
		best := r.best(rows, free, f)
		if best < 0 && f == heading.Name {
			if best = r.best(rows, free, heading.Outlet); best >= 0 && len(free) == 1 {
				continue // it is the outlet
			} else if best >= 0 {
				free := slices.DeleteFunc(slices.Clone(free), func(i int) bool { return i == best })
				best = free[0]
			}
		}
		if best < 0 {
			best = free[0]
		}
		r.Columns[best].Field, r.Columns[best].Unsure = f, f
		free = slices.DeleteFunc(free, func(i int) bool { return i == best })
	}
}

// best is the column of which most cells are like what a field holds; -1 if those of none are.
func (r *Reading) best(rows []Row, columns []int, f heading.Field) int {
	best, most := -1, 0
	for _, i := range columns {
		name, outlet := r.likeness(rows, i)
		like := name
		if f == heading.Outlet {
			like = outlet
		}
		if like > most {
			best, most = i, like
		}
	}
	return best
}

// likeness counts the cells of a column that are like the part of their row's address that
// names somebody, and those that are like its domain; 0 where that is so of fewer than a third.
func (r *Reading) likeness(rows []Row, i int) (name, outlet int) {
	email, n := r.column(heading.Email), 0
	for _, row := range rows[:min(len(rows), 200)] {
		v := row.field(i)
		found := addressesIn(row.field(email))
		if v == "" || len(found) == 0 {
			continue
		}
		n++
		local, host, _ := strings.Cut(strings.ToLower(found[0]), "@")
		if likeName(v, local) {
			name++
		}
		if !slices.Contains(mailboxes, host) && likeOutlet(v, host) || saysOutlet(v) {
			outlet++
		}
	}
	if 3*name < n {
		name = 0
	}
	if 3*outlet < n {
		outlet = 0
	}
	return name, outlet
}

// likeName tells whether one of two words or more of a cell, or its only one, is in what stands before the @.
func likeName(v, local string) bool {
	words := strings.Fields(heading.Plain(v))
	return len(words) <= 5 && slices.ContainsFunc(words, func(w string) bool {
		return len(w) > 2 && strings.Contains(local, w) || len(w) == 2 && local == w
	})
}

// likeOutlet tells whether a word of a cell is in a domain, or a part of that in the cell.
func likeOutlet(v, host string) bool {
	if last := strings.LastIndexByte(host, '.'); last >= 0 {
		host = host[:last]
	}
	plain := heading.Plain(v)
	return slices.ContainsFunc(strings.Fields(plain), func(w string) bool { return len(w) > 3 && strings.Contains(host, w) }) ||
		slices.ContainsFunc(strings.FieldsFunc(host, func(c rune) bool { return c == '.' || c == '-' }), func(label string) bool {
			return len(label) > 2 && strings.Contains(strings.ReplaceAll(plain, " ", ""), label)
		})
}

// saysOutlet tells whether a cell has a word in it that outlets are called by.
func saysOutlet(v string) bool {
	return slices.ContainsFunc(strings.Fields(heading.Plain(v)), func(w string) bool {
		switch w {
		case "daily", "news", "times", "radio", "tv", "herald", "gazette", "tribune", "magazine", "weekly", "freelance", "freelancer",
			"zeitung", "tageblatt", "rundfunk", "nachrichten", "anzeiger", "kurier", "journal", "diario", "periodico", "gaceta", "revista",
			"giornale", "corriere", "gazzetta", "krant", "dagblad", "omroep", "jornal", "folha", "agencia", "agentur", "agence", "agency":
			return true
		}
		return false
	})
}

// isText tells whether most of what a column holds is made of words.
func (r *Reading) isText(rows []Row, i int) bool {
	text, n := 0, 0
	for _, row := range rows[:min(len(rows), 200)] {
		v := strings.TrimSpace(row.field(i))
		if v == "" {
			continue
		}
		n++
		letters := 0
		for _, c := range v {
			if unicode.IsLetter(c) {
				letters++
			}
		}
		if letters > 1 && 2*letters > len([]rune(v)) && !strings.ContainsAny(v, "@") && !strings.Contains(v, "://") {
			text++
		}
	}
	return 2*text > n
}

// doubt says of columns with a heading that nobody knows what they seem to be, and which are
// worth asking about: those of yes and no, and those of words, where they are few or it is not
// known yet who somebody is and where they work.
func (r *Reading) doubt(rows []Row) {
	var free []int
	for i := range r.Columns {
		c := &r.Columns[i]
		if c.Field != "" || c.said || c.Heading == "" || !filled(rows, i) {
			continue
		}
		near := heading.Near(c.Heading)
		if near != "" && !r.has(near) {
			c.Unsure = near
			continue
		}
		if no, _, ok := r.Answers(*c); ok && no > 0 {
			c.Asked = true
		} else if !ok && r.isText(rows, i) && !r.isMarks(rows, i) {
			free = append(free, i)
		}
	}
	lacks := false
	for _, f := range []heading.Field{heading.Name, heading.Outlet} {
		if r.has(f) || f == heading.Name && r.has(heading.FirstName) || r.unsure(f) {
			continue
		}
		lacks = true
		if best := r.best(rows, free, f); best >= 0 {
			r.Columns[best].Unsure, r.Columns[best].ByCells = f, true
			free = slices.DeleteFunc(free, func(i int) bool { return i == best })
		}
	}
	for n, i := range free {
		r.Columns[i].Asked = lacks && n < 6 || len(free) <= 3
	}
}

// unsure tells whether a column seems to hold a field.
func (r *Reading) unsure(f heading.Field) bool {
	return slices.ContainsFunc(r.Columns, func(c Column) bool { return c.Unsure == f })
}

// isMarks tells whether a column holds marks of a letter or two.
func (r *Reading) isMarks(rows []Row, i int) bool {
	return !slices.ContainsFunc(rows, func(row Row) bool { return len([]rune(row.field(i))) > 2 })
}
