package contacts

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"pressroom/internal/contacts/heading"
	"pressroom/internal/contacts/sheet"
	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
)

// span is a row of a press list in its file.
type span struct {
	at         diagnostic.Position
	key        string // "" if the row has no valid address
	start, end int    // bytes
}

// Find says where an address, by its key, stands in a press list.
func Find(f File, key string) ([]diagnostic.Position, error) {
	rows, err := spans(f)
	if err != nil {
		return nil, err
	}
	var out []diagnostic.Position
	for _, r := range rows {
		if r.key == key {
			out = append(out, r.at)
		}
	}
	return out, nil
}

// Remove takes an address out of a press list and returns the new file, with
// every other byte as it was, and how many rows went.
func Remove(f File, key string) (data []byte, removed int, err error) {
	rows, err := spans(f)
	if err != nil {
		return nil, 0, err
	}
	last, others := 0, 0
	for _, r := range rows {
		if r.key != key {
			others++
			continue
		}
		data = append(data, f.Data[last:r.start]...)
		last = r.end
		removed++
	}
	data = append(data, f.Data[last:]...)
	after, err := spans(File{f.Name, data})
	if err != nil {
		return nil, 0, err
	}
	left := 0
	for _, r := range after {
		if r.key == key {
			return nil, 0, fmt.Errorf("%s: the entry cannot be taken out by itself; edit the file", r.at)
		}
		left++
	}
	if left != others {
		return nil, 0, fmt.Errorf("%s: the entry cannot be taken out by itself; edit the file", f.Name)
	}
	return data, removed, nil
}

func spans(f File) ([]span, error) {
	if path.Ext(f.Name) == ".toml" {
		return tomlSpans(f)
	}
	return csvSpans(f)
}

func csvSpans(f File) ([]span, error) {
	table, err := sheet.Open(f.Name, f.Data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	email := -1
	var out []span
	for {
		record, err := table.Next()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		if blank(record) {
			continue
		}
		if email < 0 {
			if email = slices.IndexFunc(record, func(c string) bool { return heading.ColumnName(c) == "email" }); email < 0 {
				return nil, fmt.Errorf("%s: no column is called email", f.Name)
			}
			continue
		}
		s := span{at: table.At(0)}
		s.start, s.end = table.Bytes()
		if email < len(record) {
			s.key, _ = AddressKey(record[email]) // "" for what is none
		}
		out = append(out, s)
	}
}

func tomlSpans(f File) ([]span, error) {
	doc, diags := frontmatter.Parse(f.Name, f.Data)
	if doc == nil {
		return nil, diags
	}
	var out []span
	for _, t := range doc.Root().Tables("journalist") {
		s := span{at: t.Here(), end: len(f.Data)}
		s.key, _ = AddressKey(t.Line("email"))
		s.start = lineStart(f.Data, s.at.Line)
		if n := len(out); n > 0 {
			out[n-1].end = s.start
		}
		out = append(out, s)
	}
	return out, nil
}

// lineStart is the offset of a line, counted from 1.
func lineStart(data []byte, line int) int {
	offset := 0
	for ; line > 1; line-- {
		i := bytes.IndexByte(data[offset:], '\n')
		if i < 0 {
			return len(data)
		}
		offset += i + 1
	}
	return offset
}

// Values are what is known of a journalist, by column, as a press list writes it;
// what says nothing is left out.
func (j *Journalist) Values() map[string]string {
	out := map[string]string{
		"email": j.Email, "name": j.Name, "outlet": j.Outlet, "region": j.Region, "language": j.Language,
		"timezone": j.Timezone, "format": j.Format, "source": j.Source, "basis": j.Basis, "added": j.Added,
		"beats": strings.Join(j.Beats, ";"), "tags": strings.Join(j.Tags, ";"),
	}
	if j.Embargo || j.NoEmbargo {
		out["embargo"] = yesOrNo(j.Embargo)
	}
	if j.Attachments != nil {
		out["attachments"] = yesOrNo(*j.Attachments)
	}
	if j.Priority != 0 {
		out["priority"] = strconv.FormatFloat(j.Priority, 'g', -1, 64)
	}
	maps.Copy(out, j.Extra)
	maps.DeleteFunc(out, func(_, v string) bool { return v == "" })
	return out
}

func yesOrNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}

// Listing is an entry of a press list as it stands there.
type Listing struct {
	Place  string            `json:"place"` // file:line:column
	Values map[string]string `json:"values"`
}

// Without takes an address, by its key, out of a cell that holds several, with semicolons
// between them; found is false where it is none of them.
func Without(cell, key string) (rest string, found bool) {
	if !strings.Contains(cell, "@") {
		return cell, false
	}
	var stay []string
	for _, part := range strings.Split(cell, ";") {
		if k, err := AddressKey(strings.TrimSpace(part)); err == nil && k == key {
			found = true
		} else {
			stay = append(stay, part)
		}
	}
	return strings.Join(stay, ";"), found
}

// also tells whether an address, by its key, is a further one of a journalist.
func (j *Journalist) also(key string) bool {
	for _, cell := range j.Extra {
		if _, found := Without(cell, key); found {
			return true
		}
	}
	return false
}

// Further says where an address, by its key, stands in a press list as a further one of
// somebody who is mailed at another.
func Further(f File, key string) (at []diagnostic.Position) {
	book, _ := Read([]File{f})
	for _, j := range book.Journalists {
		if j.Key != key && j.also(key) {
			at = append(at, j.At())
		}
	}
	return at
}

// Listings are all entries of an address, by its key, with all that they hold: also those
// of which it is a further one.
func Listings(files []File, key string) []Listing {
	out := []Listing{}
	for _, f := range files {
		book, _ := Read([]File{f})
		for _, j := range book.Journalists {
			if j.Key != key && !j.also(key) {
				continue
			}
			out = append(out, Listing{j.At().String(), j.Values()})
		}
	}
	return out
}
