package pattern

import (
	"bytes"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

func TestWhatEveryMatchHasInIt(t *testing.T) {
	many := func(n int) string { // words of ten letters
		var out []string
		for i := range n {
			out = append(out, strings.Repeat(string(rune('a'+i)), 10))
		}
		return strings.Join(out, "|")
	}
	for source, want := range map[string][]string{
		`abc`:                     {"abc"},
		`(?i)abc`:                 nil,
		`(?i:abc) def`:            {" def"},
		`ab|cd`:                   {"ab", "cd"},
		`abc|(?i)def`:             nil,
		`abc|\d`:                  nil,
		`(abc)`:                   {"abc"},
		`(?:abc)+`:                {"abc"},
		`(?:abc)*`:                nil,
		`(?:abc)?`:                nil,
		`(?:abc){1,3}`:            {"abc"},
		`(?:abc){0,3}`:            nil,
		`x*abc\d+de`:              {"abc"},
		`\d+ab.*cdef`:             {"cdef"},
		`abc\d+def`:               {"abc"}, // the first of those that tell as much
		`[xy]{1,3}abc`:            {"abc"},
		`\p{Lu}\p{L}+, `:          {", "},
		`\p{Lu}\p{L}+,`:           nil, // most texts have it
		`\d`:                      nil,
		`[’‘]`:                    {"‘", "’"},
		`[’']`:                    {"'", "’"},
		`[:;]`:                    {":", ";"},
		`a`:                       nil,
		`ab`:                      {"ab"},
		`@`:                       {"@"},
		` `:                       nil,
		`-`:                       nil,
		`\.`:                      nil,
		`é`:                       {"é"},
		`[éè]`:                    {"è", "é"},
		`[éèà]`:                   {"à", "è", "é"},
		`[éèàù]`:                  nil, // no more telling than chance
		`(?:abc|def)(gh)?`:        {"abc", "def"},
		`^(?:“|„)`:                {"“", "„"},
		`a\x{FFFD}bcd`:            nil,
		`[“\x{FFFD}]`:             nil,
		``:                        nil,
		`(`:                       nil, // of which its first use tells
		many(12):                  strings.Split(many(12), "|"),
		many(13):                  nil,
		`[一-丌]`:                   nil,
		`\d+ (?:miles|metres) of`: {" of"},
		`(?:abc|de)\d{2}fgh`:      {"fgh"},
	} {
		if got := needs(source); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %q, want %q", source, got, want)
		}
	}
	if words := runesOf([]rune{'a', 'l'}); len(words) != 12 || words[0] != "a" || words[11] != "l" {
		t.Errorf("%q", words)
	}
	if words := runesOf([]rune{'a', 'm'}); words != nil {
		t.Errorf("%q", words)
	}
}

// Every method answers what that of regexp.Regexp answers, for texts that lack what a match
// has and for others, faulty bytes among them.
func TestAnswersAreThoseOfRegexp(t *testing.T) {
	for _, source := range []string{
		`abc(d?)`, `(?i)abc`, `(x|y)ab|cd`, `[’']s\b`, `a\x{FFFD}b`, `\bfor (\p{Lu}\p{L}+)`, `(?:abc)?`, `@`, `é+`,
	} {
		p, re := New(source), regexp.MustCompile(source)
		for _, s := range []string{
			"", "abc", "xabcd abc", "ABC", "yab cd", "it's", "it’s", "a\xffb", "a\uFFFDb", "for Ana and for Tom", "x@y@z", "éé è", "nothing",
		} {
			n := 2
			for name, pair := range map[string][2]any{
				"MatchString":                {p.MatchString(s), re.MatchString(s)},
				"FindString":                 {p.FindString(s), re.FindString(s)},
				"FindStringIndex":            {p.FindStringIndex(s), re.FindStringIndex(s)},
				"FindStringSubmatch":         {p.FindStringSubmatch(s), re.FindStringSubmatch(s)},
				"FindStringSubmatchIndex":    {p.FindStringSubmatchIndex(s), re.FindStringSubmatchIndex(s)},
				"FindAllString":              {p.FindAllString(s, n), re.FindAllString(s, n)},
				"FindAllStringIndex":         {p.FindAllStringIndex(s, n), re.FindAllStringIndex(s, n)},
				"FindAllStringSubmatch":      {p.FindAllStringSubmatch(s, n), re.FindAllStringSubmatch(s, n)},
				"FindAllStringSubmatchIndex": {p.FindAllStringSubmatchIndex(s, n), re.FindAllStringSubmatchIndex(s, n)},
				"ReplaceAllString":           {p.ReplaceAllString(s, "<$0>"), re.ReplaceAllString(s, "<$0>")},
				"ReplaceAllStringFunc":       {p.ReplaceAllStringFunc(s, strings.ToUpper), re.ReplaceAllStringFunc(s, strings.ToUpper)},
				"Split":                      {p.Split(s, -1), re.Split(s, -1)},
				"Find":                       {p.Find([]byte(s)), re.Find([]byte(s))},
				"FindAll":                    {p.FindAll([]byte(s), n), re.FindAll([]byte(s), n)},
				"FindAllSubmatch":            {p.FindAllSubmatch([]byte(s), n), re.FindAllSubmatch([]byte(s), n)},
				"ReplaceAllFunc":             {p.ReplaceAllFunc([]byte(s), bytes.ToUpper), re.ReplaceAllFunc([]byte(s), bytes.ToUpper)},
				"Match":                      {p.Match([]byte(s)), re.Match([]byte(s))},
			} {
				if !reflect.DeepEqual(pair[0], pair[1]) {
					t.Errorf("%s of %q in %q: %q, want %q", name, source, s, pair[0], pair[1])
				}
			}
		}
	}
}

// TestAnExpressionThatNoTextGivesACauseToIsNeverCompiled asks it of texts that lack what a match has, and then of one that has it.
func TestAnExpressionThatNoTextGivesACauseToIsNeverCompiled(t *testing.T) {
	p := New(`abc(\d?)`)
	for _, s := range []string{"", "ab", "nothing of it"} {
		if p.MatchString(s) || p.re != nil {
			t.Errorf("it is compiled for %q", s)
		}
	}
	if !p.MatchString("abc") || p.re == nil {
		t.Error("it does not find what it is for")
	}
}

func TestAFaultyExpressionPanicsWhenItIsUsed(t *testing.T) {
	p := New(`abc(`)
	defer func() {
		if recover() == nil {
			t.Error("a faulty expression was taken")
		}
	}()
	p.MatchString("nothing of it")
}
