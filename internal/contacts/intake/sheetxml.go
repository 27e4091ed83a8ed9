package intake

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"html"
	"path"
	"regexp"
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
	hidden []string          // columns, by letter
}

var (
	linkElement   = regexp.MustCompile(`<(?:\w+:)?hyperlink [^>]*>`)
	relElement    = regexp.MustCompile(`<(?:\w+:)?Relationship [^>]*>`)
	colElement    = regexp.MustCompile(`<(?:\w+:)?col [^>]*>`)
	formulaCell   = regexp.MustCompile(`<(?:\w+:)?c ([^>]*)><(?:\w+:)?f[^>]*>([^<]*)</(?:\w+:)?f>(<(?:\w+:)?v>[^<]+)?`)
	attribute     = regexp.MustCompile(`([\w:]+)="([^"]*)"`)
	mailtoAddress = regexp.MustCompile(`(?i)mailto:([^?"&]+)`)
)

// look reads that of a sheet. What cannot be read is not there: the cells are read all the
// same.
func look(f *excelize.File, name string) beside {
	b := beside{mails: make(map[string]string), open: make(map[string]bool)}
	file := partOf(f, name)
	raw := part(f, file)
	if i := bytes.Index(raw, []byte("sheetData")); i >= 0 {
		b.columns(raw[:i])
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
				b.mails[a["ref"]] = m[1]
			}
		}
	}
	if bytes.Contains(raw, []byte("f>")) {
		for _, m := range formulaCell.FindAllSubmatch(raw, -1) {
			cell := attributes(m[1])["r"]
			if to := mailtoAddress.FindStringSubmatch(html.UnescapeString(string(m[2]))); to != nil {
				b.mails[cell] = to[1]
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
		if a["hidden"] != "1" && a["hidden"] != "true" {
			continue
		}
		from, _ := strconv.Atoi(a["min"])
		to, _ := strconv.Atoi(a["max"])
		for n := max(from, 1); n <= min(to, maxColumns); n++ {
			if letter, err := excelize.ColumnNumberToName(n); err == nil {
				b.hidden = append(b.hidden, letter)
			}
		}
	}
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
		} else if v == "" && b.open[cell] {
			what := cell + " is a formula of which nothing has come yet; open the file in Excel, and save it"
			notes = append(notes, Note{line, what})
		}
	}
	return notes
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
