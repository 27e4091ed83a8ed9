// Package fields is the front matter of a release's file as the fields of a form: what each
// key holds, and what somebody changed there back into the file.
//
// Of gives the fields of a table, Sheet.Values what they hold, and Change.Apply writes what
// is another than it was shown, and no other byte. What somebody else wrote meanwhile under
// the same key is a *TakenError; under other keys it stays.
package fields

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"pressroom/internal/assist"
	"pressroom/internal/frontmatter"
	"pressroom/internal/release"
	"pressroom/internal/wording"
)

// Kind is how a field is filled in.
type Kind string

// The kinds.
const (
	Line   Kind = "line"
	Text   Kind = "text"   // of several lines
	List   Kind = "list"   // a line for each
	Flag   Kind = "flag"   // yes, no, or "" for what is usual
	Word   Kind = "word"   // one of Choices, or ""
	Day    Kind = "day"    // as time.DateOnly has it
	Moment Kind = "moment" // a day and a time by the release's clock, as FormMoment has it
)

// FormMoment is a day and a time as a browser's field has it.
const FormMoment = "2006-01-02T15:04"

// exact is how one of the two readings of a time is told that a clock shows twice.
const exact = FormMoment + "-07:00"

// Readings are what a day and a time, as FormMoment has them, can mean by a clock that shows
// them twice; none where they mean one instant, or none.
func Readings(at string, zone *time.Location) []time.Time {
	at = at[:min(len(at), len(FormMoment))]
	wall, err := time.Parse(FormMoment, at)
	if err != nil {
		return nil
	}
	readings := release.Readings(wall, zone)
	if len(readings) == 2 && readings[0].Format(FormMoment) == at && readings[1].Format(FormMoment) == at {
		return readings
	}
	return nil
}

// Reading is an instant as a field holds it, by a zone's clock; with its offset, where that clock
// shows it twice.
func Reading(at time.Time, zone *time.Location) string {
	at = at.In(zone)
	if Readings(at.Format(FormMoment), zone) != nil {
		return at.Format(exact)
	}
	return at.Format(FormMoment)
}

// Field is a key of a table.
type Field struct {
	Table, Key string
	Kind       Kind
	Choices    []string
}

// Of is the field of a key; table is "" for what stands on top.
func Of(table, key string) Field {
	form, choices := assist.Takes(table, key)
	return Field{table, key, Kind(form), choices}
}

// Sheet is a file as a form shows it.
type Sheet struct {
	Doc *frontmatter.Document
	// Zone is that of the release, whose clock moments are shown by.
	Zone *time.Location
}

// Value is what a field holds: of the table at a path, as frontmatter.Document's Lookup
// takes it. It is "" where the key is not there, or holds what the field cannot show.
func (s Sheet) Value(path string, f Field) string {
	t := s.table(path)
	if t == nil {
		return ""
	}
	switch v := t[f.Key].(type) {
	case string:
		return Clean(f.Kind, v)
	case bool:
		if v {
			return "yes"
		}
		return "no"
	case []any:
		return Clean(f.Kind, strings.Join(stringsOf(v), "\n"))
	case time.Time:
		var m release.Moment
		if err := m.UnmarshalTOML(v); err != nil || f.Kind == Day && !m.IsDate() {
			return ""
		}
		if f.Kind == Day {
			return v.Format(time.DateOnly)
		}
		at, err := m.In(s.Zone)
		if err != nil { // the clock shows it twice, or never
			return v.Format(FormMoment)
		}
		return Reading(at, s.Zone)
	}
	return ""
}

// Shows tells whether a form can show what a field holds: a value of another kind is for
// whoever writes the text.
func (s Sheet) Shows(path string, f Field) bool {
	t := s.table(path)
	if t == nil {
		return true
	}
	v, there := t[f.Key]
	if !there {
		return true
	}
	switch v := v.(type) {
	case string:
		return f.Kind != List && f.Kind != Flag && f.Kind != Day && f.Kind != Moment && (f.Kind == Text || !strings.ContainsAny(v, "\n\r"))
	case bool:
		return f.Kind == Flag
	case time.Time:
		var m release.Moment
		err := m.UnmarshalTOML(v)
		return f.Kind == Moment || f.Kind == Day && err == nil && m.IsDate()
	case []any:
		list := stringsOf(v)
		return f.Kind == List && len(list) == len(v) && slices.Equal(lines(strings.Join(list, "\n")), list)
	}
	return false
}

// table finds a table of the file.
func (s Sheet) table(path string) map[string]any {
	if path == "" {
		return s.Doc.Tree()
	}
	return s.Doc.Within(path)
}

func stringsOf(list []any) (out []string) {
	for _, v := range list {
		if s, ok := v.(string); ok {
			out = append(out, s)
		}
	}
	return out
}

// lines are those of a text that are not empty.
func lines(text string) (out []string) {
	for _, l := range strings.Split(text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// Clean is what somebody typed into a field, as it is compared and kept: with plain line
// ends, and on one line where the field has one.
func Clean(kind Kind, typed string) string {
	typed = strings.ReplaceAll(strings.ReplaceAll(typed, "\r\n", "\n"), "\r", "\n")
	typed = strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\n' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, strings.ToValidUTF8(typed, ""))
	switch kind {
	case Text:
		return typed
	case List:
		return strings.Join(lines(typed), "\n")
	}
	return strings.Join(strings.Fields(typed), " ")
}

// Change is what somebody changed in the fields of one table.
type Change struct {
	Table string // "" for the top
	// Entry is which of several tables, as Several names those; -1 for one that stands once.
	Entry    int
	Was, Now map[string]string // by key; what is in both alike was not changed
	Zone     *time.Location
}

// Taken is a key that two people changed.
type Taken struct {
	Field
	Mine, Theirs string
}

// TakenError says that somebody else changed the same keys since the form was shown.
// Nothing was written.
type TakenError struct{ Fields []Taken }

func (e *TakenError) Error() string {
	var keys []string
	for _, f := range e.Fields {
		keys = append(keys, f.Key)
	}
	return "somebody else changed " + strings.Join(keys, ", ") + " since you opened the form"
}

// MovedError says that a table is not where it was shown any more, and cannot be found.
type MovedError struct{ Table string }

func (e *MovedError) Error() string {
	return "the [[" + e.Table + "]] that you changed was changed or taken out since you opened the form"
}

// InvalidError says that what was typed into a field cannot stand there.
type InvalidError struct {
	Field
	Typed string
}

func (e *InvalidError) Error() string {
	if e.Kind == Day {
		return fmt.Sprintf("%q is no day; write it as in 2026-07-26", e.Typed)
	}
	return fmt.Sprintf("%q is no day and time; write it as in 2026-07-26T09:00", e.Typed)
}

// Apply returns the file with the change.
func (c Change) Apply(doc *frontmatter.Document) ([]byte, error) {
	path := c.Table
	if c.Entry >= 0 {
		i, err := c.Find(doc)
		if err != nil {
			return nil, err
		}
		path = frontmatter.Index(c.Table, i)
	}
	sheet := Sheet{doc, c.Zone}
	var taken TakenError
	next := make(map[string]string)
	var keys []string
	for _, key := range c.keys() {
		f := Of(c.Table, key)
		was, now, there := Clean(f.Kind, c.Was[key]), Clean(f.Kind, c.Now[key]), sheet.Value(path, f)
		if now == was || now == there {
			continue
		}
		if there != was {
			merged, ok := wording.Merge(was+"\n", now+"\n", there+"\n")
			if f.Kind != Text || !ok {
				taken.Fields = append(taken.Fields, Taken{f, now, there})
				continue
			}
			now = strings.TrimSuffix(merged, "\n")
		}
		keys = append(keys, key)
		next[key] = now
	}
	if len(taken.Fields) > 0 {
		return nil, &taken
	}
	for _, key := range keys {
		out, err := write(doc, path, Of(c.Table, key), next[key])
		if err != nil {
			return nil, err
		}
		if doc, err = again(doc, out); err != nil {
			return nil, err
		}
	}
	return doc.Src, nil
}

// keys are those that are in the form, in the order in which they are known.
func (c Change) keys() (out []string) {
	for key := range c.Now {
		out = append(out, key)
	}
	slices.Sort(out)
	return out
}

// again reads a file that was edited.
func again(doc *frontmatter.Document, out []byte) (*frontmatter.Document, error) {
	next, diags := frontmatter.Split(doc.Name, out)
	if next == nil {
		return nil, diags
	}
	return next, nil
}

// write writes one field.
func write(doc *frontmatter.Document, path string, f Field, value string) ([]byte, error) {
	if value == "" {
		if _, there := doc.Lookup(frontmatter.Join(path, f.Key)); !there {
			return doc.Src, nil
		}
		return doc.Unset(path, f.Key)
	}
	written, err := Written(f, value)
	if err != nil {
		return nil, err
	}
	if doc.Within(path) == nil && path == f.Table {
		return doc.AppendTable(path, f.Key+" = "+written)
	}
	if f.Kind == List {
		return doc.SetList(path, f.Key, lines(value))
	}
	return doc.Set(path, f.Key, written)
}

// Written is what is typed into a field as it is written in the file.
func Written(f Field, value string) (string, error) {
	switch f.Kind {
	case Flag:
		if value == "yes" {
			return "true", nil
		}
		return "false", nil
	case List:
		return array(value), nil
	case Day:
		day, err := time.Parse(time.DateOnly, value)
		if err != nil {
			return "", &InvalidError{f, value}
		}
		return day.Format(time.DateOnly), nil
	case Moment:
		if at, err := time.Parse(exact, value); err == nil {
			return at.Format("2006-01-02T15:04:05-07:00"), nil
		}
		at, err := time.Parse(FormMoment, value)
		if err != nil {
			return "", &InvalidError{f, value}
		}
		return at.Format("2006-01-02T15:04:05"), nil
	}
	return frontmatter.Quote(value), nil
}

func array(value string) string {
	var out []string
	for _, l := range lines(value) {
		out = append(out, frontmatter.Quote(l))
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// Find is which table of several the change is of, as the file has them now: the one that
// holds what was shown, or else the one at its place, where that holds most of it.
func (c Change) Find(doc *frontmatter.Document) (int, error) {
	sheet := Sheet{doc, c.Zone}
	// How much of what was shown a table holds, and whether it holds just that.
	alike := func(i int) (n, of int, same bool) {
		same = true
		for key, was := range c.Was {
			f := Of(c.Table, key)
			was = Clean(f.Kind, was)
			held := sheet.Value(frontmatter.Index(c.Table, i), f) == was
			same = same && held
			if was == "" {
				continue
			}
			if of++; held {
				n++
			}
		}
		return n, of, same
	}
	total := doc.Len(c.Table)
	var best, most int
	for k := range total {
		i := (c.Entry + k) % total // its own place first
		n, of, same := alike(i)
		if same {
			return i, nil
		}
		if n > most && 2*n > of {
			most, best = n, i
		}
	}
	if most == 0 {
		return 0, &MovedError{c.Table}
	}
	return best, nil
}

// Entry is one more table, or one that is taken out or moved.
type Entry struct{ Change }

// Add returns the file with one more table that holds what was typed.
func (e Entry) Add(doc *frontmatter.Document) ([]byte, error) {
	var pairs []frontmatter.Pair
	for _, key := range release.Keys(e.Table, false) {
		f := Of(e.Table, key)
		value := Clean(f.Kind, e.Now[key])
		if value == "" {
			continue
		}
		written, err := Written(f, value)
		if err != nil {
			return nil, err
		}
		pairs = append(pairs, frontmatter.Pair{Key: key, Value: written})
	}
	return doc.Add(e.Table, pairs)
}

// Remove returns the file without the table.
func (e Entry) Remove(doc *frontmatter.Document) ([]byte, error) {
	i, err := e.Find(doc)
	if err != nil {
		return nil, err
	}
	return doc.Remove(e.Table, i)
}

// Up returns the file in which the table and the one before it have changed places; the
// first one stays.
func (e Entry) Up(doc *frontmatter.Document) ([]byte, error) {
	i, err := e.Find(doc)
	if err != nil || i == 0 {
		return doc.Src, err
	}
	return doc.Swap(e.Table, i-1)
}

// Down returns the file in which the table and the one behind it have changed places; the
// last one stays.
func (e Entry) Down(doc *frontmatter.Document) ([]byte, error) {
	i, err := e.Find(doc)
	if err != nil || i+1 >= doc.Len(e.Table) {
		return doc.Src, err
	}
	return doc.Swap(e.Table, i)
}
