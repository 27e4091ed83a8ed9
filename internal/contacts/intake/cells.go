package intake

import (
	"fmt"
	"maps"
	"slices"

	"pressroom/internal/contacts"
)

// Cells is a press list in CSV as it stands in its file, for changes by hand. Each of them
// returns the new file, in which every byte is as it was that is not one of what is
// changed.
type Cells struct{ list *listing }

// Line is a row of a press list as it stands in its file.
type Line struct {
	At     int    // the line on which it begins, from 1
	Key    string // of its address, as contacts.AddressKey gives it; "" where that is none
	Values map[string]string
}

// OpenCells reads a press list. It is an error where it is no list in CSV and UTF-8.
func OpenCells(f contacts.File) (*Cells, error) {
	l, err := open(f)
	if err != nil {
		return nil, err
	}
	return &Cells{l}, nil
}

// Columns are those that have a name, as rules name them.
func (c *Cells) Columns() []string {
	return slices.DeleteFunc(slices.Clone(c.list.columns), func(name string) bool { return name == "" })
}

// Lines are the rows, in the order of the file.
func (c *Cells) Lines() []Line {
	out := make([]Line, len(c.list.rows))
	for i, r := range c.list.rows {
		out[i] = Line{r.line, r.key, r.values}
	}
	return out
}

// Set writes values into cells of a row, counted from 0; "" empties a cell. A column that
// the list does not have is added.
func (c *Cells) Set(row int, values map[string]string) ([]byte, error) {
	if row < 0 || row >= len(c.list.rows) {
		return nil, fmt.Errorf("%s has no row %d", c.list.file.Name, row+1)
	}
	m, want := c.begin()
	r := c.list.rows[row]
	want[row] = maps.Clone(r.values)
	var other []string
	for _, name := range Order(slices.Sorted(maps.Keys(values))) {
		if v := values[name]; v != r.values[name] {
			other, want[row][name] = append(other, name), v
		}
	}
	m.put(r, other, values)
	return c.end(m, nil, want)
}

// Add writes a row at the end. A column that the list does not have is added.
func (c *Cells) Add(values map[string]string) ([]byte, error) {
	m, want := c.begin()
	return c.end(m, []Entry{{Values: values}}, append(want, maps.Clone(values)))
}

// Remove takes a row out, counted from 0.
func (c *Cells) Remove(row int) ([]byte, error) {
	if row < 0 || row >= len(c.list.rows) {
		return nil, fmt.Errorf("%s has no row %d", c.list.file.Name, row+1)
	}
	m, want := c.begin()
	m.edits = append(m.edits, edit{c.list.rows[row].whole, ""})
	return c.end(m, nil, slices.Delete(want, row, row+1))
}

// begin is a change of the list, and what its rows say.
func (c *Cells) begin() (*merge, []map[string]string) {
	want := make([]map[string]string, len(c.list.rows))
	for i, r := range c.list.rows {
		want[i] = r.values
	}
	return &merge{list: c.list, columns: slices.Clone(c.list.columns)}, want
}

// end writes the file, and reads it again: its rows have to say what they are to.
func (c *Cells) end(m *merge, added []Entry, want []map[string]string) ([]byte, error) {
	var columns []string
	for _, e := range added {
		columns = Order(slices.Sorted(maps.Keys(e.Values)))
	}
	out := m.write(added, columns)
	for _, values := range want {
		maps.DeleteFunc(values, func(_, v string) bool { return v == "" })
	}
	after, err := open(contacts.File{Name: c.list.file.Name, Data: out})
	as := func(r listed, values map[string]string) bool { return maps.Equal(r.values, values) }
	if err != nil || !slices.EqualFunc(after.rows, want, as) {
		return nil, fmt.Errorf("%s cannot be changed cell by cell; edit the file", c.list.file.Name)
	}
	return out, nil
}
