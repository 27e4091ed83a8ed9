package contacts

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/vm"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
)

// Segment is a named rule that picks journalists.
type Segment struct {
	Name    string
	Where   string
	At      diagnostic.Position
	program *vm.Program
}

var namePattern = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]*$`)

// segments reads segments.toml: [segment.NAME] with where = "…".
func (r *bookReader) segments(f File) {
	doc, diags := frontmatter.Parse(f.Name, f.Data)
	if doc == nil {
		r.diags = append(r.diags, diags...)
		return
	}
	root := doc.Root()
	if all := root.Table("segment"); all != nil {
		for _, name := range all.Keys() {
			if t := all.Table(name); t != nil {
				r.segment(t, name)
			}
		}
	}
	root.Done(nil)
	r.diags = append(r.diags, doc.Diagnostics()...)
}

func (r *bookReader) segment(t *frontmatter.Table, name string) {
	if !namePattern.MatchString(name) {
		t.Report().Errorf(t.Here(), "segment", "a segment's name is small letters, digits and hyphens, not %q", diagnostic.Word(name))
		return
	}
	if _, dup := r.book.lists[name]; dup {
		t.Report().Errorf(t.Here(), "segment", "%q is the name of a press list too; rename the segment", name)
		return
	}
	s := &Segment{Name: name, Where: t.String("where"), At: t.Here()}
	t.Done(nil)
	if strings.TrimSpace(s.Where) == "" {
		t.Errorf("where", "segment", `the segment %s has no rule; add where = '"technology" in beats'`, name)
		return
	}
	program, wrong := r.book.compile(s.Where)
	if wrong != nil {
		t.Report().Errorf(t.InString("where", wrong.Offset), "segment", "the rule of %s: %s", name, wrong.Message)
		return
	}
	s.program = program
	r.book.segments[name] = s
	r.book.segNames = append(r.book.segNames, name)
}

// RuleError is what is wrong with a rule, and what to write instead.
type RuleError struct {
	Offset  int // the byte of the rule at which it shows
	Message string
}

func (e *RuleError) Error() string { return e.Message }

// mostRule is how long a rule may be that is tried, in bytes.
const mostRule = 16 << 10

// compile makes a program of a rule over the columns that the lists have.
func (b *Book) compile(rule string) (*vm.Program, *RuleError) {
	program, err := expr.Compile(rule, expr.Env(b.environment()), expr.AsBool(), anyCase, expr.Operator("in", "any_case"),
		expr.DisableBuiltin("now"), expr.DisableBuiltin("date"), expr.DisableBuiltin("duration"),
		expr.MaxNodes(2000))
	if err == nil {
		return program, nil
	}
	offset, msg := 0, err.Error()
	var fe *file.Error
	if errors.As(err, &fe) {
		offset, msg = byteOffset(rule, fe.Line, fe.Column), fe.Message
	}
	return nil, &RuleError{offset, msg + b.advice(rule, msg)}
}

// Try says whom a rule picks that is no segment yet, in the Book's order. What is wrong
// with it is a *RuleError.
func (b *Book) Try(rule string) ([]*Journalist, error) {
	if strings.TrimSpace(rule) == "" {
		return nil, &RuleError{0, `a segment needs a rule, as in "technology" in beats`}
	}
	if len(rule) > mostRule {
		return nil, &RuleError{mostRule, fmt.Sprintf("it is longer than %d KiB; divide it into several segments", mostRule>>10)}
	}
	program, wrong := b.compile(rule)
	if wrong != nil {
		return nil, wrong
	}
	picked, err := (&Segment{Name: "tried", Where: rule, program: program}).pick(b)
	if err != nil {
		return nil, &RuleError{0, "it cannot be worked out for everybody: " + err.Error()}
	}
	return picked, nil
}

// Columns are the names that a rule can use, sorted.
func (b *Book) Columns() []string { return slices.Sorted(maps.Keys(b.environment())) }

// anyCase is what "in" does with words: they are the same in small letters and in
// capitals.
var anyCase = expr.Function("any_case", func(args ...any) (any, error) {
	return has(args[1].([]string), args[0].(string)), nil
}, new(func(string, []string) bool))

// byteOffset is the byte at a line (from 1) and column (from 0, in characters).
func byteOffset(s string, line, column int) int {
	offset := 0
	for ; line > 1; line-- {
		i := strings.IndexByte(s[offset:], '\n')
		if i < 0 {
			break
		}
		offset += i + 1
	}
	for i := range s[offset:] {
		if column == 0 {
			return offset + i
		}
		column--
	}
	return len(s)
}

var unknownName = regexp.MustCompile(`unknown name (\w+)`)

// habits are what people write in rules who know other languages of rules.
var habits = []struct {
	pattern *regexp.Regexp
	advice  string
}{
	{regexp.MustCompile(`[“”„‘’«»]`), `a text stands between quotation marks as on the keyboard: "es"`},
	{
		regexp.MustCompile(`"\s*,\s*"[^\]]*\bin\s+(?:beats|tags|lists)\b`),
		`for each one a comparison: "health" in beats or "law" in beats`,
	},
	{
		regexp.MustCompile(`\b(?:beats|tags|lists)\s*(?:[=!]?=|<>|contains|matches|(?i:like|has|have|includes?|in)\b)`),
		`of several words one is looked for: "health" in beats`,
	},
	{
		regexp.MustCompile(`\b(?:embargo|attachments)\s*(?:[=!]?=|<>)\s*(?:""|(?i:yes|no)\b)`),
		`embargo and attachments are yes or no by themselves: embargo, or not embargo`,
	},
	{regexp.MustCompile(`\bpriority\s*(?:[=!<>]?=|[<>]|<>)\s*""`), `a number stands without quotation marks: priority > 2`},
	{regexp.MustCompile(`(?i)\bin\s*\(`), `several stand in square brackets: language in ["es", "fr"]`},
	{
		regexp.MustCompile(`\b(?:and|or|AND|OR)\s+""\s*(?:$|\)|(?i:and|or)\b)|(?:\|\||&&)\s*""\s*(?:$|\))|\b(?:and|or)\s*$`),
		`on each side of and, or stands a whole comparison: language == "es" or language == "fr"`,
	},
	{regexp.MustCompile(`(?i)^\s*where\b`), `leave out the word where: it stands before the = in the file`},
	{regexp.MustCompile(`[<>=]\s*\d{4}-\d{2}`), `a day stands between quotation marks: added < "2024-01-01"`},
	{regexp.MustCompile(`!==`), `write != for what differs`},
	{regexp.MustCompile(`\bnot\s+\w+\s*[=!]=`), `write != for what differs, or not (…): language != "es"`},
	{regexp.MustCompile(`(?i)\bis\s+(?:not\s+)?(?:null|empty)\b`), `what is empty is "": region == "", or region != ""`},
	{regexp.MustCompile(`(?i)\bis\b`), `a comparison is ==, or != for what differs`},
	{regexp.MustCompile(`(?:^|[^&])&(?:[^&]|$)`), `write and`},
	{
		regexp.MustCompile(`(?i)\b(?:like|has|includes?|startswith|endswith|begins)\b`),
		`write contains, startsWith or endsWith: outlet contains "Tide"`,
	},
	{regexp.MustCompile(`\b(AND|OR|NOT|IN)\b`), `write "and", in small letters`},
	{regexp.MustCompile(`<>`), `write != for what differs`},
	{regexp.MustCompile(`(^|[^=!<>])=($|[^=~])|===|\w\s*:\s*""`), `a comparison is ==, with two signs`},
}

// rightly has a word for those that are written as they are to be, which is no habit of anybody.
var rightly = strings.NewReplacer("startsWith", "contains", "endsWith", "contains")

var quoted = regexp.MustCompile(`"[^"]*"|'[^']*'`)

// advice says what to write instead of what a rule has.
func (b *Book) advice(rule, msg string) string {
	bare := quoted.ReplaceAllString(rule, `""`)
	written := rightly.Replace(bare)
	for _, h := range habits {
		if m := h.pattern.FindString(written); m != "" {
			return "; " + strings.ReplaceAll(h.advice, `"and"`, `"`+strings.ToLower(m)+`"`)
		}
	}
	m := unknownName.FindStringSubmatch(msg)
	if m == nil {
		return ""
	}
	names := b.Columns()
	if regexp.MustCompile(`(?:[=!]=|<>|[<>]|contains|startsWith|endsWith)\s*` + m[1] + `\b`).MatchString(bare) {
		return fmt.Sprintf("; a text stands between quotation marks: %q", m[1])
	}
	if near := diagnostic.Nearest(m[1], names); near != "" {
		return "; did you mean " + near + "?"
	}
	return "; the columns are " + strings.Join(names, ", ")
}

// environment has every column with a value of its type.
func (b *Book) environment() map[string]any {
	env := map[string]any{
		"beats": []string{}, "tags": []string{}, "priority": 0.0, "embargo": false, "attachments": false,
		"lists": []string{},
	}
	for c := range known {
		if _, ok := env[c]; !ok {
			env[c] = ""
		}
	}
	for c := range b.columns {
		env[c] = ""
	}
	return env
}

// fill puts a journalist's values into an environment.
func (j *Journalist) fill(env map[string]any, columns map[string]bool) {
	env["email"], env["name"], env["outlet"], env["region"] = j.Key, j.Name, j.Outlet, j.Region
	env["language"], env["timezone"], env["format"], env["source"] = j.Language, j.Timezone, j.Format, j.Source
	env["basis"], env["added"] = j.Basis, j.Added
	env["beats"], env["tags"], env["lists"], env["priority"], env["embargo"] = j.Beats, j.Tags, j.Lists, j.Priority, j.Embargo
	env["attachments"] = j.Attachments != nil && *j.Attachments
	for c := range columns {
		env[c] = j.Extra[c]
	}
}

func (s *Segment) pick(b *Book) ([]*Journalist, error) {
	env := b.environment()
	machine := vm.VM{}
	var out []*Journalist
	for _, j := range b.Journalists {
		j.fill(env, b.columns)
		v, err := machine.Run(s.program, env)
		if err != nil {
			return nil, fmt.Errorf("%s: the rule of segment %s, at %s: %w", s.At, s.Name, j.Email, err)
		}
		if v == true {
			out = append(out, j)
		}
	}
	return out, nil
}

// picks tells whether the rule picks one journalist.
func (s *Segment) picks(b *Book, j *Journalist) (bool, error) {
	env := b.environment()
	j.fill(env, b.columns)
	machine := vm.VM{}
	v, err := machine.Run(s.program, env)
	return v == true, err
}
