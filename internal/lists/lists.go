// Package lists takes press lists from other people's files into the workspace, and
// out of it.
//
// Read makes an Import of a file: what is understood of it, and what it would do to
// a list. Import.Write does it. Export gives a list or segment as CSV or Excel. How
// a file was read is kept beside the lists, in contacts/import, for the next time.
package lists

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/unicode/norm"

	"pressroom/internal/contacts"
	"pressroom/internal/contacts/heading"
	"pressroom/internal/contacts/intake"
	"pressroom/internal/workspace"
)

// Request is a file to be imported, and what somebody says about it.
type Request struct {
	File    string            // its name
	Data    []byte            // its bytes
	List    string            // the list it goes to; "" is named by the file
	Sheet   string            // of an Excel file; "" is found
	Country string            // ISO 3166, of telephone numbers without a plus; "" is none
	As      map[string]string // what columns hold, by their heading; intake.LeaveOut leaves out
	Source  string            // where addresses come from that are new, if their row does not say it; "" is the file
	Day     time.Time         // on which they are added, in the workspace's zone
}

// Import is a file that has been read, before anything is written.
type Import struct {
	List    string
	Exists  bool // the list is there already
	Reading *intake.Reading
	Result  *intake.Result
	Changes *intake.Changes // what becomes of a list that is there

	w      *workspace.Workspace
	before []byte // the list as it was read
	after  []byte
	how    mapping
	named  bool     // nobody said where addresses come from: it is the file's name
	ours   []string // the headings of the list as it was exported, where the file has them
}

// mapping is how a file was read: contacts/import/LIST.toml.
type mapping struct {
	Sheet   string            `toml:"sheet,omitempty"`
	Country string            `toml:"country,omitempty"`
	Columns map[string]string `toml:"columns"`
}

var listName = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]*$`)

// errNothing is a file of which no journalist comes.
var errNothing = errors.New("no row of it has an e-mail address that could be mailed")

// Read reads a file and says what it would do. Nothing is written.
func Read(w *workspace.Workspace, req Request) (*Import, error) {
	i := &Import{List: req.List, w: w}
	if i.List == "" {
		i.List = nameOf(req.File)
	}
	if !listName.MatchString(i.List) || i.List+".toml" == contacts.SegmentsFile {
		return nil, fmt.Errorf("a press list's name is small letters, digits and hyphens, as in national-press, not %q; say it with --list",
			i.List)
	}
	if err := i.find(); err != nil {
		return nil, err
	}
	if err := i.recall(req); err != nil {
		return nil, err
	}
	table, err := intake.Open(req.File, req.Data, i.how.Sheet)
	if err != nil {
		return nil, err
	}
	i.how.Sheet = table.Sheet
	if err := i.recognize(table); err != nil {
		return nil, err
	}
	if i.Reading, err = intake.Understand(table, i.known(table, req)); err != nil {
		return nil, err
	}
	i.Result = i.Reading.List(i.how.Country)
	if len(i.Result.Entries)+len(i.Result.Left) == 0 {
		notes := make([]string, 0, 3)
		for _, n := range i.Result.Notes[:min(3, len(i.Result.Notes))] {
			notes = append(notes, n.String())
		}
		return nil, fmt.Errorf("%s: %w: %s", req.File, errNothing, strings.Join(notes, "; "))
	}
	i.named = req.Source == ""
	i.Result.New = map[string]string{"source": cmp.Or(req.Source, req.File)}
	if !req.Day.IsZero() {
		i.Result.New["added"] = req.Day.Format(time.DateOnly)
	}
	return i, i.apply()
}

// nameOf makes a file's name one of a list: "Größe 2026.xlsx", grosse-2026.
func nameOf(file string) string {
	base := strings.ToLower(strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)))
	var b strings.Builder
	for _, c := range norm.NFD.String(strings.ReplaceAll(base, "ß", "ss")) {
		if unicode.Is(unicode.Mn, c) {
			continue
		}
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' {
			b.WriteRune(c)
		} else if s := b.String(); s != "" && !strings.HasSuffix(s, "-") {
			b.WriteByte('-')
		}
	}
	return strings.Trim(b.String(), "-_")
}

// find reads the list that is there, if one is.
func (i *Import) find() error {
	files, err := i.w.ContactFiles()
	if err != nil {
		return err
	}
	for _, f := range files {
		base := path.Base(f.Name)
		switch {
		case base == contacts.SegmentsFile:
			if _, is := rulesOf(f.Data)[i.List]; is {
				return fmt.Errorf("%q is a segment; a list cannot have the same name: say another with --list", i.List)
			}
		case base == i.List+".csv":
			i.Exists, i.before = true, f.Data
		case strings.TrimSuffix(base, path.Ext(base)) == i.List:
			return fmt.Errorf("%s is there, and only lists in .csv can be imported into; say another name with --list", f.Name)
		}
	}
	return nil
}

func (i *Import) file() string    { return "contacts/" + i.List + ".csv" }
func (i *Import) howFile() string { return "contacts/import/" + i.List + ".toml" }

// lastFile holds what the next import is held against: what came of the last one, and
// where it is a list of ours that comes back, of the last export.
func (i *Import) lastFile() string {
	if i.ours != nil {
		return exportFile(i.List)
	}
	return lastFile(i.List)
}

func lastFile(list string) string   { return "contacts/import/" + list + ".csv" }
func exportFile(list string) string { return "contacts/import/" + list + ".export.csv" }

// read reads a file of the workspace; nil if there is none.
func read(w *workspace.Workspace, name string) ([]byte, error) {
	data, err := w.ReadOwn(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// recall reads how the last file for this list was read; what is said now holds
// before it.
func (i *Import) recall(req Request) error {
	data, err := read(i.w, i.howFile())
	if err != nil {
		return err
	}
	if _, err := toml.Decode(string(data), &i.how); err != nil {
		return fmt.Errorf("%s: %w; mend it, or take it away", i.howFile(), err)
	}
	if req.Sheet != "" {
		i.how.Sheet = req.Sheet
	} else if !bytes.HasPrefix(req.Data, []byte("PK")) {
		i.how.Sheet = ""
	}
	if req.Country != "" && !intake.IsCountry(req.Country) {
		return fmt.Errorf("a country is its two letters, as in US or DE, not %q", req.Country)
	}
	if req.Country != "" {
		i.how.Country = req.Country
	}
	return nil
}

// known is what is known of the columns: what the list calls so itself, what was kept of
// those that are there, and what is said now.
func (i *Import) known(t *intake.Table, req Request) map[string]string {
	as := i.own(t)
	if i.ours == nil {
		for h, name := range i.how.Columns {
			if intake.Heads(t, h) {
				as[h] = name
			}
		}
	}
	for h, name := range req.As {
		for kept := range as {
			if strings.EqualFold(kept, h) {
				delete(as, kept)
			}
		}
		as[h] = name
	}
	return as
}

// own are the columns that the list has under a name that would mean something else.
func (i *Import) own(t *intake.Table) map[string]string {
	as := make(map[string]string)
	if !i.Exists {
		return as
	}
	cells, err := intake.OpenCells(contacts.File{Name: i.file(), Data: i.before})
	if err != nil {
		return as // which the merge will say
	}
	return ownColumns(cells.Columns(), t)
}

// ownColumns are those of a list's columns that stand in a table under a name that would
// mean another.
func ownColumns(columns []string, t *intake.Table) map[string]string {
	as := make(map[string]string)
	for _, c := range columns {
		means := heading.Of(c)
		if means == "" || means.Bars() || intake.NameOf(means, c) == c {
			continue
		}
		if slices.ContainsFunc(t.Rows[:min(20, len(t.Rows))], func(r intake.Row) bool { return slices.Contains(r.Fields, c) }) {
			as[c] = intake.Own + c
		}
	}
	return as
}

// apply says what becomes of the list.
func (i *Import) apply() error {
	if !i.Exists {
		i.after = i.Result.List()
		return nil
	}
	last, err := read(i.w, lastFile(i.List))
	if err != nil {
		return err
	}
	export, err := i.exported()
	if err != nil {
		return err
	}
	if i.ours != nil {
		last, export = export, last
	}
	i.after, i.Changes, err = intake.Merge(contacts.File{Name: i.file(), Data: i.before}, last, i.Result, export)
	return err
}

// exported is what an import of the list as it was exported last would come to; nil if it
// never was.
func (i *Import) exported() ([]byte, error) {
	data, err := read(i.w, exportFile(i.List))
	if err != nil || data == nil {
		return nil, err
	}
	t, err := intake.Open(exportFile(i.List), data, "")
	if err != nil {
		return nil, err
	}
	r, err := intake.Understand(t, ownColumns(t.Rows[0].Fields, t))
	if err != nil {
		return nil, err
	}
	return r.List(i.how.Country).CSV(), nil
}

// Keys are the addresses that the file names, as contacts.AddressKey gives them.
func (i *Import) Keys() []string {
	keys := make([]string, len(i.Result.Entries))
	for n, e := range i.Result.Entries {
		keys[n] = e.Key
	}
	return keys
}

// Nobody tells whether the file names nobody but people who want no mail, and no list is
// there for it: none is written then.
func (i *Import) Nobody() bool { return !i.Exists && len(i.Result.Entries) == 0 }

// ErrChanged is returned where somebody else has changed a list since it was read.
var ErrChanged = errors.New("was changed while this was asked; nothing was written: import it again")

// unchanged is an error if somebody else has changed the list meanwhile.
func (i *Import) unchanged() error {
	now, err := read(i.w, i.file())
	if err == nil && !bytes.Equal(now, i.before) {
		err = fmt.Errorf("%s %w", i.file(), ErrChanged)
	}
	return err
}

// Write writes the list, and how it was read, unless somebody else has changed the list
// meanwhile.
func (i *Import) Write() error {
	if err := i.unchanged(); err != nil {
		return err
	}
	if len(i.Result.Entries) == 0 {
		return nil // nor does the next file have anything to be held against
	}
	if !bytes.Equal(i.before, i.after) {
		if err := i.w.Write(i.file(), i.after); err != nil {
			return err
		}
	}
	if i.ours != nil {
		back, err := i.returned()
		if err != nil {
			return err
		}
		return i.w.Write(exportFile(i.List), back)
	}
	if err := i.w.Write(lastFile(i.List), i.Result.CSV()); err != nil {
		return err
	}
	how, err := i.mapping()
	if err != nil {
		return err
	}
	return i.w.Write(i.howFile(), how)
}

// mapping writes down how the file was read.
func (i *Import) mapping() ([]byte, error) {
	i.how.Columns = make(map[string]string)
	for _, c := range i.Reading.Columns {
		if as := c.As(); as != intake.LeaveOut || c.Field == heading.Ignored {
			i.how.Columns[c.Head()] = as
		}
	}
	return i.encode(i.how)
}

func (i *Import) encode(how mapping) ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# How pressroom contacts import read %q into %s.\n# It is used again the next time; change it, or take it away to be "+
		"understood anew.\n# \"-\" leaves a column out.\n",
		path.Base(filepath.ToSlash(i.Reading.Table.Name)), i.List)
	if err := toml.NewEncoder(&b).Encode(how); err != nil {
		return nil, fmt.Errorf("writing %s: %w", i.howFile(), err)
	}
	return b.Bytes(), nil
}

// CanExport tells whether a file's name says that it is CSV or Excel.
func CanExport(file string) bool {
	ext := strings.ToLower(filepath.Ext(file))
	return ext == ".csv" || ext == ".xlsx"
}

// ExportTo writes a list or segment into a file that is not there yet, or where that
// has no name as CSV to out.
func ExportTo(w *workspace.Workspace, book *contacts.Book, name, file string, out io.Writer) (people int, err error) {
	data, people, err := Export(w, book, name, strings.EqualFold(filepath.Ext(file), ".xlsx"))
	if err != nil {
		return 0, err
	}
	if file == "" {
		_, err := out.Write(data)
		return people, err
	}
	if _, err := os.Lstat(file); err == nil {
		return 0, fmt.Errorf("%s is there already; name another file, or take it away", file)
	}
	return people, workspace.WriteFile(file, data)
}

// Export gives a list or segment as a table: in Excel if excel is set, else in CSV.
// A list in CSV is given with all its columns, as they stand there; others as they
// are merged. What is imported back is held against it.
func Export(w *workspace.Workspace, book *contacts.Book, name string, excel bool) (data []byte, people int, err error) {
	r, own, err := table(w, book, name)
	if err != nil {
		return nil, 0, err
	}
	if excel {
		data, err = r.Workbook(name)
	} else {
		data = r.Guarded()
	}
	if err == nil && own {
		err = w.Write(exportFile(name), r.CSV())
	}
	return data, len(r.Entries), err
}

func table(w *workspace.Workspace, book *contacts.Book, name string) (r *intake.Result, own bool, err error) {
	files, err := w.ContactFiles()
	if err != nil {
		return nil, false, err
	}
	for _, f := range files {
		if f.Name == "contacts/"+name+".csv" {
			r, err := intake.Values(f)
			return r, true, err
		}
	}
	picked, err := book.Pick(name)
	if err != nil {
		return nil, false, err
	}
	r = &intake.Result{}
	used := make(map[string]bool)
	for n, j := range picked {
		values := j.Values()
		r.Entries = append(r.Entries, intake.Entry{Line: n + 2, Key: j.Key, Values: values})
		for column := range values {
			used[column] = true
		}
	}
	r.Columns = intake.Order(slices.Sorted(maps.Keys(used)))
	return r, false, nil
}

// Everywhere are all files that name people: the press lists, and what imports and exports
// are held against.
func Everywhere(w *workspace.Workspace) ([]contacts.File, error) {
	files, err := w.ContactFiles()
	if err != nil {
		return nil, err
	}
	kept, err := Kept(w)
	return append(files, kept...), err
}

// Kept are the files in which contacts/import remembers people, for whoever must
// take somebody out of all of them.
func Kept(w *workspace.Workspace) ([]contacts.File, error) {
	files, err := w.ContactFiles()
	if err != nil {
		return nil, err
	}
	var out []contacts.File
	for _, f := range files {
		list := strings.TrimSuffix(path.Base(f.Name), path.Ext(f.Name))
		for _, name := range []string{lastFile(list), exportFile(list)} {
			data, err := read(w, name)
			if err != nil {
				return nil, err
			}
			if data != nil {
				out = append(out, contacts.File{Name: name, Data: data})
			}
		}
	}
	return out, nil
}
