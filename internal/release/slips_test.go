package release

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pressroom/internal/diagnostic"
)

// A slip is one thing that somebody who writes press releases gets wrong once in a
// while: in a file that is right otherwise, one stretch is another. The mark ¦ in
// the new stretch is the place that the error has to name.
type slip struct {
	name     string
	in       string // the file: "" is the main one, "es" the Spanish one
	cut      string // what is taken out first, where a stretch stands elsewhere
	old, new string
	says     []string // what the message has to contain
}

const placeMark = "¦"

// readSlips are the files that all slips are made in.
func readSlips(t testing.TB) map[string]string {
	t.Helper()
	files := make(map[string]string)
	for lang, name := range map[string]string{"": "buses.md", "es": "buses.es.md"} {
		data, err := os.ReadFile(filepath.Join("testdata", "slips", name))
		if err != nil {
			t.Fatal(err)
		}
		files[lang] = string(data)
	}
	return files
}

// put puts a slip into the files and returns the place that it marks.
func (s slip) put(t testing.TB, files map[string]string) string {
	t.Helper()
	src := files[s.in]
	if n := strings.Count(src, s.cut); s.cut != "" && n != 1 {
		t.Fatalf("%q stands %d times in the file", s.cut, n)
	}
	src = strings.Replace(src, s.cut, "", 1)
	if n := strings.Count(src, s.old); n != 1 {
		t.Fatalf("%q stands %d times in the file", s.old, n)
	}
	src = strings.Replace(src, s.old, s.new, 1)
	at := strings.Index(src, placeMark)
	if at < 0 || strings.Count(src, placeMark) != 1 {
		t.Fatal("the slip does not mark one place")
	}
	name := "buses.md"
	if s.in != "" {
		name = "buses." + s.in + ".md"
	}
	place := diagnostic.At(name, []byte(src), at)
	files[s.in] = strings.Replace(src, placeMark, "", 1)
	return place.String()
}

func readFiles(files map[string]string) (*Release, diagnostic.List) {
	return Read("buses", []Source{
		{Name: "buses.md", Data: []byte(files[""])},
		{Name: "buses.es.md", Language: "es", Data: []byte(files["es"])},
	}, Settings{})
}

func errorsOf(l diagnostic.List) []string {
	var out []string
	for _, d := range l {
		if d.Severity == diagnostic.Error {
			out = append(out, d.String())
		}
	}
	return out
}

// faultsBelow are two faults that have nothing to do with any slip: one in the last
// table of the front matter, one in the last line of the body.
var faultsBelow = []slip{
	{name: "a phase that is none", old: "phase = \"advance\"", new: "phase = ¦\"later\"", says: []string{"phase is"}},
	{
		name: "a link to a page of the folder", old: "[the plan](https://tarnriders.example/plan)", new: "[¦the plan](plan.html)",
		says: []string{"the link to plan.html"},
	},
}

func TestTheFilesThatSlipsAreMadeInHaveNone(t *testing.T) {
	rel, diags := readFiles(readSlips(t))
	if rel == nil || len(diags) > 0 {
		t.Fatal(diags)
	}
}

func TestEachSlipIsOneErrorAtItsPlace(t *testing.T) {
	for _, s := range slips {
		t.Run(s.name, func(t *testing.T) {
			files := readSlips(t)
			place := s.put(t, files)
			rel, diags := readFiles(files)
			got := errorsOf(diags)
			if rel != nil || len(got) != 1 {
				t.Fatalf("%d errors, want one at %s:\n%s", len(got), place, strings.Join(got, "\n"))
			}
			if !strings.HasPrefix(got[0], place+": ") {
				t.Errorf("not at %s: %s", place, got[0])
			}
			for _, w := range s.says {
				if !strings.Contains(got[0], w) {
					t.Errorf("does not say %s: %s", w, got[0])
				}
			}
		})
	}
}

// Whatever a slip is, two other faults further down are found in the same pass, and
// nothing else.
func TestASlipHidesNothingBelow(t *testing.T) {
	for _, s := range slips {
		t.Run(s.name, func(t *testing.T) {
			files := readSlips(t)
			s.put(t, files)
			places := make([]string, len(faultsBelow))
			for i := len(faultsBelow) - 1; i >= 0; i-- {
				places[i] = faultsBelow[i].put(t, files)
			}
			_, diags := readFiles(files)
			got := errorsOf(diags)
			all := strings.Join(got, "\n")
			for i, place := range places {
				if !strings.Contains(all, place+": error: "+faultsBelow[i].says[0]) {
					t.Errorf("%s, at %s, is not found:\n%s", faultsBelow[i].name, place, all)
				}
			}
			if len(got) != 1+len(faultsBelow) {
				t.Errorf("%d errors, want %d:\n%s", len(got), 1+len(faultsBelow), all)
			}
		})
	}
}

// What is no slip stays none.
func TestHarmlessDifferencesAreNoErrors(t *testing.T) {
	for name, change := range map[string]func(string) string{
		"a byte order mark":         func(s string) string { return "\ufeff" + s },
		"line ends of Windows":      func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"tabs around the sign":      func(s string) string { return strings.ReplaceAll(s, " = ", "\t=\t") },
		"keys that are indented":    func(s string) string { return strings.ReplaceAll(s, "\nname", "\n\t  name") },
		"spaces behind the fences":  func(s string) string { return strings.ReplaceAll(s, "+++\n", "+++ \t\n") },
		"a tab in the headline":     func(s string) string { return strings.Replace(s, "Cleaner buses", "Cleaner\tbuses", 1) },
		"no spaces around the sign": func(s string) string { return strings.ReplaceAll(s, " = ", "=") },
		"spaces in the headers":     func(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, "[[", "[[ "), "]]", " ]]") },
		"a comment behind a value":  func(s string) string { return strings.Replace(s, "\nto =", "   # \"all\" of it\nto =", 1) },
		"a time with a space in it": func(s string) string { return strings.Replace(s, "03T09:00", "03 09:00", 1) },
		"a list over several lines": func(s string) string { return strings.Replace(s, `["transport", `, "[\n  \"transport\", # one\n  ", 1) },
		"a fence inside a string": func(s string) string {
			return strings.Replace(s, "- Interviews", "+++\n[[quote]]\nname = \"x\"\n- Interviews", 1)
		},
	} {
		t.Run(name, func(t *testing.T) {
			files := readSlips(t)
			files[""] = change(files[""])
			if rel, diags := readFiles(files); rel == nil || len(errorsOf(diags)) > 0 {
				t.Error(diags)
			}
		})
	}
}

// A language's file whose name is wrong is taken for a release of its own.
func TestALanguageFileNamedWronglyIsOneError(t *testing.T) {
	files := readSlips(t)
	for slug, want := range map[string]string{"buses-es": "buses.es.md", "buses_es": "buses.es.md", "buses-pt-br": "buses.pt-BR.md"} {
		_, diags := Read(slug, []Source{{Name: slug + ".md", Data: []byte(files["es"])}}, Settings{})
		got := errorsOf(diags)
		if len(got) != 1 || !strings.HasPrefix(got[0], slug+".md:1:1: ") || !strings.Contains(got[0], want) {
			t.Errorf("%s: want one error that names %s:\n%s", slug, want, strings.Join(got, "\n"))
		}
	}
}

// A file in another encoding is one error, and the rest of it is looked at.
func TestAWrongEncodingIsOneError(t *testing.T) {
	files := readSlips(t)
	latin := strings.NewReplacer("Tarn Valley’s", "Tarn Valley\x92s", "Ida Quill", "Ida Qu\xeell", "Ore.", "Or\xe9.").Replace(files[""])
	latin = strings.Replace(latin, `style = "block"`, `style = "sad"`, 1)
	files[""] = latin
	_, diags := readFiles(files)
	got := errorsOf(diags)
	if len(got) != 2 || !strings.HasPrefix(got[0], "buses.md:6:") || !strings.Contains(got[0], "save the file as UTF-8") ||
		!strings.Contains(got[1], "style is") {
		t.Errorf("want one error about the encoding and one about the style:\n%s", strings.Join(got, "\n"))
	}
	wide := "\xff\xfe"
	for _, c := range []byte("+++\nheadline = \"x\"\n+++\n") {
		wide += string([]byte{c, 0})
	}
	_, diags = Read("x", []Source{{Name: "x.md", Data: []byte(wide)}}, Settings{})
	if got := fmt.Sprint(diags); len(diags) != 1 || !strings.Contains(got, "UTF-16") {
		t.Errorf("UTF-16: %v", diags)
	}
}

// The keys that an error names are all that can stand there.
func TestTheListOfKnownKeysIsWhole(t *testing.T) {
	for in, c := range map[string]struct{ old, new, want string }{
		"the top": {
			"dateline =", "zzzzzzzz = 1\ndateline =",
			"known here: access, advance, advance_at, boilerplate, contact, cover, date, dateline, document, embargo, group, headline, language, lift_note, media, " +
				"notes, notice, organization, quote, quotes, release_at, signatories, signatory, subhead, subject, timezone, to, topics",
		},
		"a contact": {"name = \"Bo", "zzzzzzzz = 1\nname = \"Bo", "known here: email, hours, name, org, phone, public, role"},
		"a quote": {"speaker = \"Joss", "zzzzzzzz = 1\nspeaker = \"Joss", "known here: attribution, id, org, signoff, speaker, style, text, " +
			"title"},
		"a picture": {"alt = \"The depot", "zzzzzzzz = 1\nalt = \"The depot", "known here: alt, caption, credit, file, rights, url"},
		"a cover":   {"phase =", "zzzzzzzz = 1\nphase =", "known here: id, phase, text, to"},
	} {
		files := readSlips(t)
		files[""] = strings.Replace(files[""], c.old, c.new, 1)
		_, diags := readFiles(files)
		if got := errorsOf(diags); len(got) != 1 || !strings.Contains(got[0], "unknown key zzzzzzzz; "+c.want) {
			t.Errorf("%s: want %s:\n%s", in, c.want, strings.Join(got, "\n"))
		}
	}
}
