package fields

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/frontmatter"
	"pressroom/internal/release"
)

// varied are files as they are written by different people: those in testdata, and each of
// them with other line ends, with a mark of the byte order, without a last line end, and
// with comments everywhere.
func varied(t *testing.T) map[string][]byte {
	t.Helper()
	names, err := filepath.Glob("testdata/*.md")
	if err != nil || len(names) < 10 {
		t.Fatal(len(names), err)
	}
	out := make(map[string][]byte)
	for i, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		base := strings.TrimSuffix(filepath.Base(name), ".md")
		out[base] = data
		out[base+", CRLF"] = bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
		out[base+", marked"] = append([]byte("\ufeff"), data...)
		out[base+", no end"] = bytes.TrimRight(data, "\n")
		out[base+", commented"] = commented(data, rand.New(rand.NewPCG(7, uint64(i))))
	}
	return out
}

// commented puts comments and empty lines between the lines of the front matter and behind
// them, where they can stand.
func commented(data []byte, rnd *rand.Rand) []byte {
	var b strings.Builder
	_, front, _ := strings.Cut(string(data), "+++\n")
	front, body, _ := strings.Cut(front, "\n+++\n")
	b.WriteString("+++\n")
	for n, stretch := range stretches(front) {
		switch rnd.IntN(4) {
		case 0:
			fmt.Fprintf(&b, "  # remark %d: \"[[quote]]\"\n", n)
		case 1:
			fmt.Fprintf(&b, "\n# remark %d\n\n", n)
		}
		b.WriteString(stretch)
		if rnd.IntN(3) == 0 && stretch != "" {
			fmt.Fprintf(&b, " # behind %d", n)
		}
		b.WriteByte('\n')
	}
	return []byte(b.String() + "# the last\n+++\n" + body)
}

// stretches are the lines of a front matter; those of a value of several lines are one.
func stretches(front string) (out []string) {
	open := ""
	for l := range strings.SplitSeq(front, "\n") {
		last := len(out) - 1
		switch {
		case open != "":
			out[last] += "\n" + l
			if open == "]" && strings.HasPrefix(l, "]") || open != "]" && strings.Contains(l, open) {
				open = ""
			}
			continue
		case strings.HasSuffix(l, "["):
			open = "]"
		case strings.Count(l, `"""`) == 1:
			open = `"""`
		case strings.Count(l, `'''`) == 1:
			open = `'''`
		}
		out = append(out, l)
	}
	return out
}

// trial is one random edit and what has to come of it.
type trial struct {
	t     *testing.T
	rnd   *rand.Rand
	name  string
	doc   *frontmatter.Document
	count map[string]int
}

func (x *trial) failf(format string, args ...any) {
	x.t.Helper()
	x.t.Fatalf("%s: %s\n%s", x.name, fmt.Sprintf(format, args...), x.doc.Src)
}

func (x *trial) one(list []string) string { return list[x.rnd.IntN(len(list))] }

// typed is what somebody may type into a field.
func (x *trial) typed(f Field) string {
	switch f.Kind {
	case Flag:
		return x.one([]string{"yes", "no", ""})
	case Word:
		return x.one(append([]string{""}, f.Choices...))
	case Day:
		return x.one([]string{"2026-08-01", "2027-02-28", ""})
	case Moment:
		return x.one([]string{"2026-08-01T10:30", "2027-01-02T00:00", ""})
	case List:
		return x.one([]string{"", "one", "one\ntwo", "two\n\"three\" \\ # four", "trusted\nnational", "national"})
	case Text:
		return x.one([]string{"", "A line.", "Two\nlines.", "# no comment\n\n\"\"\" and ''' and \\n\n[[quote]]\n+++ x", "  spaces  \n", "“Ünïcode” 😀"})
	}
	return x.one([]string{"", "A value", `With "marks" and \ and # and ]`, "+++", "  much   space ", "日本語", "tab\there"})
}

// tree is a copy of what the file holds, on which the wanted change is made.
func tree(doc *frontmatter.Document) map[string]any { return copied(doc.Tree()).(map[string]any) }

func copied(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := make(map[string]any, len(v))
		for k, e := range v {
			out[k] = copied(e)
		}
		return out
	case []map[string]any:
		out := make([]any, len(v))
		for i, e := range v {
			out[i] = copied(e)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, e := range v {
			out[i] = copied(e)
		}
		return out
	case string:
		return strings.ReplaceAll(v, "\r\n", "\n")
	case time.Time:
		if v.Location().String() == "date-local" {
			return day(v.Format(time.DateOnly))
		}
	}
	return v
}

// day is a day without a time, as a copy of the tree has it.
type day string

// wanted is what a field holds once something was typed.
func wanted(f Field, typed string) any {
	switch f.Kind {
	case Flag:
		return typed == "yes"
	case Day:
		return day(typed)
	case List:
		var out []any
		for _, l := range strings.Split(typed, "\n") {
			out = append(out, l)
		}
		return out
	}
	return typed
}

// differs are the bytes of a file in the place of which others stand in another.
func differs(before, after []byte) (gone, come string) {
	from := 0
	for from < min(len(before), len(after)) && before[from] == after[from] {
		from++
	}
	to := 0
	for to < min(len(before), len(after))-from && before[len(before)-1-to] == after[len(after)-1-to] {
		to++
	}
	return string(before[from : len(before)-to]), string(after[from : len(after)-to])
}

// holds looks at a file after an edit: its body, its tree, and that it can be read.
func (x *trial) holds(out []byte, want map[string]any) *frontmatter.Document {
	x.t.Helper()
	after, diags := frontmatter.Split("releases/x.md", out)
	if after == nil {
		x.failf("cannot be read any more: %v\n%s", diags, out)
	}
	if got := tree(after); !reflect.DeepEqual(got, want) {
		x.failf("holds\n%#v\nwant\n%#v\n%s", got, want, out)
	}
	if !bytes.Equal(x.doc.Src[x.doc.Body.Start:], out[after.Body.Start:]) {
		x.failf("the body changed")
	}
	return after
}

// field changes one field of a table.
func (x *trial) field(table string, entry int) {
	path := table
	if entry >= 0 {
		path = frontmatter.Index(table, entry)
	}
	key := x.one(release.Keys(table, false))
	f := Of(table, key)
	sheet := Sheet{x.doc, time.UTC}
	if release.Several(key) || key == "quotes" || key == "notice" || key == "signoff" || !sheet.Shows(path, f) {
		return
	}
	was, now := sheet.Value(path, f), x.typed(f)
	if x.rnd.IntN(2) == 0 {
		now = ""
	}
	out, err := Change{table, entry, map[string]string{key: was}, map[string]string{key: now}, time.UTC}.Apply(x.doc)
	if err != nil {
		x.failf("%s.%s from %q to %q: %v", path, key, was, now, err)
	}
	now = Clean(f.Kind, now)
	if now == was {
		if !bytes.Equal(out, x.doc.Src) {
			x.failf("%s.%s was not changed, and the file was", path, key)
		}
		return
	}
	x.count["field"]++
	want := tree(x.doc)
	target := want
	if table != "" && entry < 0 {
		target, _ = want[table].(map[string]any)
		if target == nil && now != "" {
			target = make(map[string]any)
			want[table] = target
		}
	} else if entry >= 0 {
		target = want[table].([]any)[entry].(map[string]any)
	}
	_, there := x.doc.Lookup(frontmatter.Join(path, key))
	gone, come := differs(x.doc.Src, out)
	switch {
	case now == "":
		x.count["emptied"]++
		delete(target, key)
		if table != "" && entry < 0 && len(target) == 0 && !strings.Contains(string(out), "["+table+"]") && !strings.Contains(string(out), table+" = {") {
			delete(want, table)
		}
		if come != "" || strings.Count(gone, "#") > strings.Count(was, "#") && f.Kind != List {
			x.failf("%s.%s was emptied: %q became %q", path, key, gone, come)
		}
	case !there:
		x.count["new"]++
		target[key] = wanted(f, now)
		if gone != "" {
			x.failf("%s.%s is new: %q became %q", path, key, gone, come)
		}
	default:
		target[key] = wanted(f, now)
		e, _ := x.doc.Lookup(frontmatter.Join(path, key))
		head, tail := x.doc.Src[:e.Value.Start], x.doc.Src[e.Value.End:]
		if !bytes.HasPrefix(out, head) || !bytes.HasSuffix(out, tail) {
			x.failf("%s.%s: more than its value changed: %q became %q", path, key, gone, come)
		}
	}
	if f.Kind == Moment && now != "" {
		delete(target, key)
		after, _ := frontmatter.Split("x", out)
		if got := (Sheet{after, time.UTC}).Value(path, f); got != now {
			x.failf("%s.%s is %q, want %q", path, key, got, now)
		}
		have, _ := frontmatter.Split("x", out)
		if t := have.Within(path); path != "" && t != nil {
			target[key] = t[key]
		} else {
			target[key] = have.Tree()[key]
		}
	}
	x.released(x.holds(out, want))
}

// released reads a file as a release, which has what the tree has.
func (x *trial) released(after *frontmatter.Document) {
	rel, _ := release.Read("x", []release.Source{{Name: "releases/x.md", Data: after.Src}}, release.Settings{})
	if rel == nil {
		return
	}
	x.count["read"]++
	if got, want := rel.Main().Headline, after.Tree()["headline"]; want != nil && got != strings.TrimSpace(strings.ReplaceAll(want.(string), "\t", " ")) {
		x.failf("the headline is %q, want %q", got, want)
	}
	if got, want := len(rel.Contacts), after.Len("contact"); got != want {
		x.failf("%d contacts, want %d", got, want)
	}
	if got, want := len(rel.Main().Quotes), after.Len("quote"); got != want {
		x.failf("%d quotes, want %d", got, want)
	}
}

var several = []string{"quote", "contact", "media", "document", "cover", "signatory"}

// entry adds, takes out or moves one of several tables.
func (x *trial) entry() {
	table := x.one(several)
	n := x.doc.Len(table)
	want := tree(x.doc)
	list, _ := want[table].([]any)
	if n == 0 || x.rnd.IntN(4) == 0 {
		x.add(table, want, list)
		return
	}
	i := x.rnd.IntN(n)
	was := make(map[string]string)
	for _, key := range release.Keys(table, false) {
		f := Of(table, key)
		was[key] = Sheet{x.doc, time.UTC}.Value(frontmatter.Index(table, i), f)
	}
	e := Entry{Change{table, i, was, was, time.UTC}}
	if found, err := e.Find(x.doc); err != nil || found != i && !reflect.DeepEqual(list[found], list[i]) {
		x.failf("%s[%d] is found at %d: %v", table, i, found, err)
	}
	if x.rnd.IntN(3) > 0 && n > 1 {
		x.move(e, i, n, want, list)
		return
	}
	out, err := e.Remove(x.doc)
	if err != nil {
		x.failf("taking out %s[%d]: %v", table, i, err)
	}
	x.count["removed"]++
	if _, come := differs(x.doc.Src, out); come != "" && !strings.Contains(x.name, "apart") {
		x.failf("taking out %s[%d] put %q in", table, i, come)
	}
	want[table] = append(list[:i:i], list[i+1:]...)
	if len(list) == 1 && !strings.Contains(string(out), table+" = [") {
		delete(want, table)
	}
	x.released(x.holds(out, want))
}

func (x *trial) add(table string, want map[string]any, list []any) {
	now := make(map[string]string)
	added := make(map[string]any)
	for _, key := range release.Keys(table, false) {
		f := Of(table, key)
		if key == "signoff" || x.rnd.IntN(2) == 0 {
			continue
		}
		now[key] = x.typed(f)
		if v := Clean(f.Kind, now[key]); v != "" {
			added[key] = wanted(f, v)
		}
	}
	out, err := Entry{Change{Table: table, Entry: -1, Now: now}}.Add(x.doc)
	if err != nil {
		x.failf("adding to %s: %v", table, err)
	}
	x.count["added"]++
	if gone, _ := differs(x.doc.Src, out); gone != "" {
		x.failf("adding to %s took %q out", table, gone)
	}
	want[table] = append(list, any(added))
	x.holds(out, want)
}

func (x *trial) move(e Entry, i, n int, want map[string]any, list []any) {
	move, by := e.Up, -1
	if x.rnd.IntN(2) == 0 {
		move, by = e.Down, 1
	}
	out, err := move(x.doc)
	if apart := (*frontmatter.ApartError)(nil); errors.As(err, &apart) && strings.Contains(x.name, "apart") {
		x.count["apart"]++
		return
	}
	if err != nil {
		x.failf("moving %s[%d] by %d: %v", e.Table, i, by, err)
	}
	x.count["moved"]++
	if i+by >= 0 && i+by < n {
		list[i], list[i+by] = list[i+by], list[i]
	}
	sorted := func(data []byte) string { b := slices.Clone(data); slices.Sort(b); return string(b) }
	if sorted(out) != sorted(x.doc.Src) {
		x.failf("moving %s[%d] by %d lost or made bytes\n%s", e.Table, i, by, out)
	}
	x.released(x.holds(out, want))
}

// Whatever somebody changes in a form, of whatever file: outside what was changed not one
// byte differs, and the file holds just what was asked for.
func TestNoByteOutsideAnEditDiffers(t *testing.T) {
	edits := 1000
	if os.Getenv("PRESSROOM_FULL") != "" {
		edits = 10_000
	}
	files := varied(t)
	names := slices.Sorted(maps.Keys(files))
	if len(names) < 50 {
		t.Fatalf("only %d files", len(names))
	}
	count := make(map[string]int)
	done := func() int { return count["field"] + count["added"] + count["removed"] + count["moved"] }
	for n := 0; done() < edits; n++ {
		name := names[n%len(names)]
		doc, diags := frontmatter.Split("releases/x.md", files[name])
		if doc == nil {
			t.Fatalf("%s: %v\n%s", name, diags, files[name])
		}
		x := &trial{t: t, rnd: rand.New(rand.NewPCG(11, uint64(n))), name: fmt.Sprintf("%s, edit %d", name, n), doc: doc, count: count}
		switch table := x.one(several); x.rnd.IntN(5) {
		case 0:
			x.field("", -1)
		case 1:
			x.field(x.one([]string{"quotes", "notice"}), -1)
		case 2:
			if k := doc.Len(table); k > 0 {
				x.field(table, x.rnd.IntN(k))
			}
		default:
			x.entry()
		}
	}
	t.Log(len(names), "files", count)
	for _, what := range []string{"field", "emptied", "new", "read", "added", "removed", "moved"} {
		if count[what] < edits/50 {
			t.Errorf("only %d edits of %d are %s", count[what], edits, what)
		}
	}
}
