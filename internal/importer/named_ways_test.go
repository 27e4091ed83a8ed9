package importer

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/expect"
)

// A way is a sentence with words in marks, a speaker, an office and a body; each way is read with each office and each body of
// its language.
type way struct {
	form, name, office, body string
	joined                   *strings.Replacer // what two words become beside each other, as in "de le"
}

// waysOf are all of a file of testdata/ways: the text around (%s is where the sentence stands), the name, forms with {N}, {O} and {B} for
// name, office and body, the offices, and the bodies, where what stands behind " = " is how the body may be called too. {b} is the
// first of these, as for a body that has an article in {B}. What words become beside each other stands in "joined", _ for a space.
func waysOf(t *testing.T, file string) (around string, all []way) {
	t.Helper()
	parts := expect.Sections(t, file)
	joined := strings.NewReplacer(strings.FieldsFunc(strings.NewReplacer(" = ", "\n", "_", " ").Replace(parts["joined"]),
		func(r rune) bool { return r == '\n' })...)
	for _, form := range strings.Split(parts["forms"], "\n") {
		for _, office := range strings.Split(parts["offices"], "\n") {
			for _, body := range strings.Split(parts["bodies"], "\n") {
				all = append(all, way{form, parts["name"], office, body, joined})
			}
			if !strings.Contains(form, "{B}") && !strings.Contains(form, "{b}") {
				break
			}
		}
	}
	return parts["text"], all
}

// read is how a way is read, "right" for all that it says, "open" with a "?" for what is not sure, "lost" where no quote is found.
// What is wrong is told whole.
func (w way) read(t *testing.T, around, lang string) (kind, told string) {
	t.Helper()
	body, also, _ := strings.Cut(w.body, " = ")
	short, _, _ := strings.Cut(also, " = ")
	if short == "" {
		short = body
	}
	s := w.joined.Replace(strings.NewReplacer("{N}", w.name, "{O}", w.office, "{B}", body, "{b}", short).Replace(w.form))
	first, size := utf8.DecodeRuneInString(s)
	s = string(unicode.ToUpper(first)) + s[size:]
	r, err := Import("a.txt", []byte(strings.Replace(around, "%s", s, 1)), Options{Today: today, Language: lang})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Quotes) != 1 {
		return "lost", s
	}
	q := r.Quotes[0]
	told = fmt.Sprintf("%s\n\t%s | %s | %s", s, q.Speaker, q.Title, q.Org)
	title, office := strings.ToLower(q.Title), strings.ToLower(w.office)
	switch {
	case q.Speaker != w.name && !slices.Contains([]string{"Dr. ", "Dre ", "Dra. ", "dott.ssa "}, strings.TrimSuffix(q.Speaker, w.name)):
		return "wrong", told
	case q.Org == "?":
		return "open", told
	case !strings.Contains(title, office) && !strings.Contains(office, title), !slices.Contains(append(strings.Split(also, " = "), body), q.Org):
		return "wrong", told
	}
	return "right", told
}

// Every seventy-ninth way of each language is read, with PRESSROOM_FULL=1 every one; nothing wrong may be read then.
// The golden file has how many of each form are read, and what is read wrong or not at all.
func TestWaysToNameWhoSpeaks(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/ways/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		lang, rest, _ := strings.Cut(filepath.Base(file), ".")
		if rest != "txt" {
			continue
		}
		lang, capitals, _ := strings.Cut(lang, "-")
		t.Run(lang+capitals, func(t *testing.T) {
			step := 79
			if capitals != "" {
				step = 211 // there are more of these
			}
			if n, err := strconv.Atoi(os.Getenv("PRESSROOM_WAYS")); err == nil && n > 0 {
				step = n
			}
			full := os.Getenv("PRESSROOM_FULL") == "1"
			if full {
				step = 1
			}
			around, all := waysOf(t, file)
			var forms []string
			counts, kept := map[string]map[string]int{}, map[string][]string{}
			for i := step / 2; i < len(all); i += step {
				kind, told := all[i].read(t, around, lang)
				if counts[all[i].form] == nil {
					forms = append(forms, all[i].form)
					counts[all[i].form] = map[string]int{}
				}
				counts[all[i].form][kind]++
				kept[kind] = append(kept[kind], told)
			}
			if full {
				t.Logf("%s: right %d, open %d, wrong %d, lost %d", lang, len(kept["right"]), len(kept["open"]), len(kept["wrong"]), len(kept["lost"]))
				for _, told := range kept["wrong"] {
					t.Error("wrong:", told)
				}
				return
			}
			var b strings.Builder
			for _, form := range forms {
				n := counts[form]
				fmt.Fprintf(&b, "%d right, %d open, %d wrong, %d lost: %s\n", n["right"], n["open"], n["wrong"], n["lost"], form)
			}
			for _, kind := range []string{"wrong", "lost", "open"} {
				fmt.Fprintf(&b, "\n%s:\n%s\n", kind, strings.Join(kept[kind], "\n"))
			}
			expect.File(t, strings.TrimPrefix(strings.TrimSuffix(file, ".txt"), "testdata/")+".golden.txt", b.String())
		})
	}
}
