package golden

import (
	"math/rand/v2"
	"os"
	"regexp"
	"strings"
	"testing"

	"pressroom/internal/compile"
	"pressroom/internal/verify"
)

// alteration changes something that matters; ok is false where it finds none.
type alteration struct {
	name string
	do   func(s string, r *rand.Rand) (string, bool)
}

func at(p string, with func(found string, r *rand.Rand) string) func(string, *rand.Rand) (string, bool) {
	re := regexp.MustCompile(p)
	return func(s string, r *rand.Rand) (string, bool) {
		all := re.FindAllStringIndex(s, -1)
		if len(all) == 0 {
			return "", false
		}
		m := all[r.IntN(len(all))]
		return s[:m[0]] + with(s[m[0]:m[1]], r) + s[m[1]:], true
	}
}

var anyWord = regexp.MustCompile(`[\p{L}\p{N}]`)

func inParagraphs(with func(p []string, r *rand.Rand) []string) func(string, *rand.Rand) (string, bool) {
	return func(s string, r *rand.Rand) (string, bool) {
		var p []string
		for _, one := range strings.Split(strings.TrimSpace(s), "\n\n") {
			if anyWord.MatchString(one) { // a rule or an end mark says nothing
				p = append(p, one)
			}
		}
		if len(p) < 4 {
			return "", false
		}
		return strings.Join(with(p, r), "\n\n"), true
	}
}

var alterations = []alteration{
	{"digit", at(`\d`, func(d string, r *rand.Rand) string { return string('0' + (d[0]-'0'+byte(1+r.IntN(9)))%10) })},
	{"digit-taken", at(`\d`, func(string, *rand.Rand) string { return "" })},
	{"digit-put", at(`\d`, func(d string, r *rand.Rand) string { return d + string('0'+byte(r.IntN(10))) })},
	{"mark-in-figure", at(`\d[.,]\d`, func(d string, _ *rand.Rand) string { return d[:1] + d[2:] })},
	{"name", at(`\p{Lu}\p{Ll}{3,}`, func(string, *rand.Rand) string { return "Quillon" })},
	{"not-put", at(` `, func(string, *rand.Rand) string { return " not " })},
	{"word-taken", at(`\s\p{L}{2,}\s`, func(string, *rand.Rand) string { return " " })},
	{"word-doubled", at(`\p{L}{2,}`, func(w string, _ *rand.Rand) string { return w + " " + w })},
	{"letter", at(`\p{Ll}`, func(w string, _ *rand.Rand) string {
		if w == "q" {
			return "z"
		}
		return "q"
	})},
	{"paragraphs", inParagraphs(func(p []string, r *rand.Rand) []string {
		i := r.IntN(len(p) - 1)
		for p[i] == p[i+1] {
			i = r.IntN(len(p) - 1)
		}
		p[i], p[i+1] = p[i+1], p[i]
		return p
	})},
	{"half", inParagraphs(func(p []string, r *rand.Rand) []string {
		i := r.IntN(len(p))
		half := []rune(p[i])
		for len(half) < 20 || !anyWord.MatchString(string(half[len(half)/2:])) { // the rule below a headline is no half of it
			i = r.IntN(len(p))
			half = []rune(p[i])
		}
		p[i] = string(half[:len(half)/2])
		return p
	})},
	{"paragraph-put", inParagraphs(func(p []string, r *rand.Rand) []string {
		i := r.IntN(len(p) + 1)
		return append(append(append([]string{}, p[:i]...), "The owner of the works says that all of this is invented."), p[i:]...)
	})},
	{"paragraph-taken", inParagraphs(func(p []string, r *rand.Rand) []string {
		i := r.IntN(len(p))
		return append(append([]string{}, p[:i]...), p[i+1:]...)
	})},
}

// inWords are the alterations that change words of a paragraph and take none away whole:
// where, has to be said.
var inWords = map[string]bool{
	"digit": true, "digit-put": true, "digit-taken": true, "mark-in-figure": true, "name": true, "not-put": true, "word-doubled": true,
	"letter": true,
}

// ways are those on which no word changes.
var ways = []alteration{
	{"unwrapped", inParagraphs(func(p []string, _ *rand.Rand) []string {
		for i := range p {
			p[i] = strings.Join(strings.Fields(p[i]), " ")
		}
		return p
	})},
	{"quoted", func(s string, _ *rand.Rand) (string, bool) { return "> " + strings.ReplaceAll(s, "\n", "\n> "), true }},
	{"quoted-twice", func(s string, _ *rand.Rand) (string, bool) {
		return "> > " + strings.ReplaceAll(s, "\n", "\n> > "), true
	}},
	{"forwarded", func(s string, _ *rand.Rand) (string, bool) {
		return "Worth a look?\n\nFrom: Bo Quist <bo@paper.example>\nSent: Monday\n\n" + s + "\n\n-- \nBo Quist\nMorning Paper", true
	}},
	{"marks", func(s string, _ *rand.Rand) (string, bool) {
		return strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "‘", "'", "–", "-", "—", "-").Replace(s), true
	}},
	{"spaces", func(s string, _ *rand.Rand) (string, bool) { return strings.ReplaceAll(s, " ", "\u00a0"), true }},
	{"some", inParagraphs(func(p []string, r *rand.Rand) []string {
		for {
			i := r.IntN(len(p) - 3)
			if some := p[i : i+4]; len([]rune(strings.Join(some, " "))) > 150 {
				return some
			}
		}
	})},
}

// sample is each form of the release as a text, with what it is held against.
func sample(t *testing.T) (texts []string, refs []*verify.Reference) {
	t.Helper()
	for _, v := range variants {
		data := string(one(t, v, compile.Text))
		texts, refs = append(texts, data), append(refs, &verify.Reference{Doc: verify.Plain(data)})
	}
	return texts, refs
}

func times(whole int) int {
	if os.Getenv("PRESSROOM_FULL") == "1" {
		return whole
	}
	return whole / 10
}

func TestNothingAlteredIsGenuine(t *testing.T) {
	texts, refs := sample(t)
	r := rand.New(rand.NewPCG(1, 2))
	told := make(map[string]map[verify.Verdict]int)
	for n := 0; n < times(10_000); {
		a, i := alterations[n%len(alterations)], r.IntN(len(texts))
		altered, ok := a.do(texts[i], r)
		if !ok {
			a, altered = alterations[0], ""
			if altered, ok = a.do(texts[i], r); !ok {
				continue
			}
		}
		n++
		if told[a.name] == nil {
			told[a.name] = make(map[verify.Verdict]int)
		}
		got := verify.Compare(refs[i], verify.Plain(altered))
		told[a.name][got.Verdict]++
		if got.Verdict == verify.Genuine {
			t.Errorf("%s, %s: called genuine:\n%s", variants[i], a.name, altered)
		}
		if inWords[a.name] && got.Verdict != verify.Differs {
			t.Errorf("%s, %s: it is not said where it differs: %v, beside %q", variants[i], a.name, got, got.Beside)
		}
		if whole := a.name == "paragraph-taken" || a.name == "paragraph-put" || a.name == "half"; got.Verdict == verify.Unchanged && !whole &&
			len(got.Beside) == 0 && !got.Cut && got.Whole == got.Of {
			t.Errorf("%s, %s: all of it is called unchanged", variants[i], a.name)
		}
	}
	t.Log(told)
}

func TestWhatWasOnlyPassedOnIsRecognized(t *testing.T) {
	texts, refs := sample(t)
	r := rand.New(rand.NewPCG(3, 4))
	all, known := times(1000), 0
	lost := make(map[string]int)
	for n := range all {
		w, i := ways[n%len(ways)], r.IntN(len(texts))
		passed, ok := w.do(texts[i], r)
		if !ok {
			t.Fatal(w.name)
		}
		if got := verify.Compare(refs[i], verify.Plain(passed)); got.Verdict >= verify.Unchanged {
			known++
		} else {
			lost[variants[i].language+" "+w.name]++
		}
	}
	t.Logf("%d of %d recognized; not: %v", known, all, lost)
	if known*100 < all*99 {
		t.Errorf("only %d of %d are recognized: %v", known, all, lost)
	}
}
