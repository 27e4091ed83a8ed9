package intake

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"html"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// beside is what a sheet says of its cells beside what they show: where their links go,
// formulas of which no program has written down what comes of them, columns that nobody
// sees.
type beside struct {
	mails  map[string]string // addresses of links, by the name of the cell
	open   map[string]bool   // formulas without a result
	hidden [][2]int          // the first and the last of columns, from 1
	merged []merged          // cells that are one, over several rows
	struck map[int]bool      // rows whose first cell with something in it is struck out
}

// merged are cells of one column that are one, and what is in it.
type merged struct {
	column, from, to int // the column from 0, the rows from 1
	value            string
}

var (
	linkElement   = regexp.MustCompile(`<(?:\w+:)?hyperlink [^>]*`)
	relElement    = regexp.MustCompile(`<(?:\w+:)?Relationship [^>]*`)
	colElement    = regexp.MustCompile(`<(?:\w+:)?col [^>]*`)
	formulaCell   = regexp.MustCompile(`<(?:\w+:)?c ([^>]*)><(?:\w+:)?f[^>]*>([^<]*)</(?:\w+:)?f>(<(?:\w+:)?v>[^<]+)?`)
	mergeElement  = regexp.MustCompile(`<(?:\w+:)?mergeCell [^>]*`)
	fontElement   = regexp.MustCompile(`(?s)<font(?:>.*?</font>|/>)`)
	strikeElement = regexp.MustCompile(`<strike(?: val="(?:1|true)")? */?>`)
	xfElement     = regexp.MustCompile(`<xf [^>]*`)
	cellElement   = regexp.MustCompile(`<(?:\w+:)?c [^>]*>`)
	attribute     = regexp.MustCompile(`([\w:]+)="([^"]*)"`)
	mailtoAddress = regexp.MustCompile(`(?i)mailto:([^?"&]+)`)
)

// look reads that of a sheet. What cannot be read is not there: the cells are read all the
// same.
func look(f *excelize.File, name string) beside {
	b := beside{mails: make(map[string]string), open: make(map[string]bool)}
	file := partOf(f, name)
	raw := part(f, file)
	if head, _, ok := bytes.Cut(raw, []byte("sheetData")); ok {
		b.columns(head)
	}
	if bytes.Contains(raw, []byte("hyperlink ")) {
		targets := make(map[string]string)
		for _, e := range relElement.FindAll(part(f, path.Dir(file)+"/_rels/"+path.Base(file)+".rels"), -1) {
			a := attributes(e)
			targets[a["Id"]] = a["Target"]
		}
		for _, e := range linkElement.FindAll(raw, -1) {
			a := attributes(e)
			if m := mailtoAddress.FindStringSubmatch(targets[a["r:id"]]); m != nil {
				b.mails[a["ref"]] = plainAddress(m[1])
			}
		}
	}
	b.merges(raw)
	b.strikes(f, raw)
	if bytes.Contains(raw, []byte("f>")) {
		for _, m := range formulaCell.FindAllSubmatch(raw, -1) {
			cell := attributes(m[1])["r"]
			if to := mailtoAddress.FindStringSubmatch(html.UnescapeString(string(m[2]))); to != nil {
				b.mails[cell] = plainAddress(to[1])
			} else if len(m[3]) == 0 {
				b.open[cell] = true
			}
		}
	}
	return b
}

// columns finds those that are hidden.
func (b *beside) columns(head []byte) {
	for _, e := range colElement.FindAll(head, -1) {
		a := attributes(e)
		if hidden, _ := strconv.ParseBool(a["hidden"]); hidden {
			from, _ := strconv.Atoi(a["min"])
			to, _ := strconv.Atoi(a["max"])
			b.hidden = append(b.hidden, [2]int{from, to})
		}
	}
}

// unseen are the letters of the hidden columns of a sheet that is so wide.
func (b *beside) unseen(width int) (letters []string) {
	for n := 1; n <= width; n++ {
		if !slices.ContainsFunc(b.hidden, func(of [2]int) bool { return of[0] <= n && n <= of[1] }) {
			continue
		}
		if letter, err := excelize.ColumnNumberToName(n); err == nil {
			letters = append(letters, letter)
		}
	}
	return letters
}

// put writes addresses of links into the cells of a row that show something else, and
// says which have no result.
func (b *beside) put(line int, record []string) (notes []Note) {
	if len(b.mails)+len(b.open) == 0 {
		return nil
	}
	for i, v := range record {
		cell, err := excelize.CoordinatesToCellName(i+1, line)
		if err != nil {
			continue
		}
		if mail := b.mails[cell]; mail != "" && len(addressesIn(v)) == 0 {
			record[i] = strings.TrimSpace(fmt.Sprintf("%s <%s>", strings.NewReplacer("<", "", ">", "").Replace(v), mail))
		} else if shown := addressesIn(v); mail != "" && !slices.ContainsFunc(shown, func(a string) bool { return strings.EqualFold(a, mail) }) {
			notes = append(notes, Note{
				Line: line, Text: fmt.Sprintf("%s shows %s, and is a link to %s: what it shows is mailed", cell, shown[0], mail),
			})
		} else if v == "" && b.open[cell] {
			what := cell + " is a formula of which nothing has come yet; open the file in Excel, and save it"
			notes = append(notes, Note{Line: line, Text: what})
		}
	}
	return notes
}

// merges finds the cells that are one over several rows: an outlet beside all its people.
func (b *beside) merges(raw []byte) {
	for _, e := range mergeElement.FindAll(raw, -1) {
		from, to, ok := strings.Cut(attributes(e)["ref"], ":")
		if !ok {
			continue
		}
		c1, r1, _ := excelize.CellNameToCoordinates(from) // below zero where it is none
		c2, r2, _ := excelize.CellNameToCoordinates(to)
		if c1 == c2 && r2 > r1 {
			b.merged = append(b.merged, merged{c1 - 1, r1, r2, ""})
		}
	}
}

// fill writes what is in cells that are one into each row that they reach over.
func (b *beside) fill(line int, record *[]string) {
	for i := range b.merged {
		switch m := &b.merged[i]; {
		case line < m.from || line > m.to:
		case line == m.from:
			if m.column < len(*record) {
				m.value = (*record)[m.column]
			}
		case m.value != "" && slices.ContainsFunc(*record, func(v string) bool { return v != "" }):
			for len(*record) <= m.column {
				*record = append(*record, "")
			}
			(*record)[m.column] = m.value
		}
	}
}

// strikes finds the rows that are struck out, which is how people take somebody off a list.
func (b *beside) strikes(f *excelize.File, raw []byte) {
	styles := part(f, "xl/styles.xml")
	if !bytes.Contains(styles, []byte("<strike")) {
		return
	}
	fonts := make(map[string]bool)
	for n, e := range fontElement.FindAll(between(styles, "fonts"), -1) {
		fonts[strconv.Itoa(n)] = strikeElement.Match(e)
	}
	struck := make(map[string]bool)
	for n, e := range xfElement.FindAll(between(styles, "cellXfs"), -1) {
		struck[strconv.Itoa(n)] = fonts[attributes(e)["fontId"]]
	}
	seen := make(map[int]bool)
	b.struck = make(map[int]bool)
	for _, e := range cellElement.FindAll(raw, -1) {
		a := attributes(e)
		if _, row, err := excelize.CellNameToCoordinates(a["r"]); err == nil && !seen[row] && !bytes.HasSuffix(e, []byte("/>")) {
			seen[row], b.struck[row] = true, struck[a["s"]]
		}
	}
}

// between is what stands in an element of a part.
func between(part []byte, element string) []byte {
	_, rest, _ := bytes.Cut(part, []byte("<"+element))
	inside, _, _ := bytes.Cut(rest, []byte("</"+element+">"))
	return inside
}

// plainAddress is an address of a link as it is written where it is no link.
func plainAddress(address string) string {
	if plain, err := url.PathUnescape(address); err == nil {
		return plain
	}
	return address
}

// partOf is the file in a workbook that holds a sheet.
func partOf(f *excelize.File, name string) string {
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	if xml.Unmarshal(part(f, "xl/workbook.xml"), &book) != nil {
		return ""
	}
	for _, s := range book.Sheets {
		if s.Name != name {
			continue
		}
		for _, e := range relElement.FindAll(part(f, "xl/_rels/workbook.xml.rels"), -1) {
			if a := attributes(e); a["Id"] == s.ID {
				if strings.HasPrefix(a["Target"], "/") {
					return strings.TrimPrefix(a["Target"], "/")
				}
				return path.Join("xl", a["Target"])
			}
		}
	}
	return ""
}

// part is a file in a workbook, as it came; nil where there is none.
func part(f *excelize.File, name string) []byte {
	data, _ := f.Pkg.Load(name)
	raw, _ := data.([]byte)
	return raw
}

func attributes(element []byte) map[string]string {
	out := make(map[string]string)
	for _, m := range attribute.FindAllSubmatch(element, -1) {
		out[string(m[1])] = html.UnescapeString(string(m[2]))
	}
	return out
}
