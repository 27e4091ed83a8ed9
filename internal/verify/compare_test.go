package verify

import (
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const original = `Harbor Alliance asks the port for its water tests

MARLOW — Eleven groups along the waterfront have asked the Port of Marlow to publish the
results of every water test it has made since 2022. Their letter comes with a record of
1,204 samples, of which 37.5 percent show lead above the limit.

“We did not set out to test the harbor,” said Marguerite Osei, director at Open Harbor
Alliance. “We set out to ask the port for its own numbers.”

The port is not required to publish them. Requests in May, July and November of last year
were not answered.

“Nine piers of fourteen is a pattern,” said Tomás Iriarte, campaign director at River
Alliance, “and a pattern has a cause.”

Pier 6 – 21 micrograms
Pier 9 – 14 micrograms

The commission meets on March 9 at 9:30 a.m. The groups will not leave before they are
heard, and say that it would cost $4.2 million, or 3 % of what the port earns.

Contact: Dana Whitlock, +1 555 0142, press@openharbor.example
`

func reference() *Reference { return &Reference{Doc: Plain(original)} }

// alteration changes a text in one thing that matters; ok is false where there is nothing
// of the kind at the place that it is given.
type alteration struct {
	what string
	do   func(text string, random *rand.Rand) (string, bool)
}

func one(p string, with func(found string, random *rand.Rand) string) func(string, *rand.Rand) (string, bool) {
	re := regexp.MustCompile(p)
	return func(text string, random *rand.Rand) (string, bool) {
		all := re.FindAllStringIndex(text, -1)
		if len(all) == 0 {
			return "", false
		}
		at := all[random.IntN(len(all))]
		return text[:at[0]] + with(text[at[0]:at[1]], random) + text[at[1]:], true
	}
}

// alterations are what must never be called genuine.
var alterations = []alteration{
	{"a digit", one(`\d`, func(d string, r *rand.Rand) string { return string('0' + (d[0]-'0'+byte(1+r.IntN(9)))%10) })},
	{"a digit more", one(`\d`, func(d string, r *rand.Rand) string { return d + fmt.Sprint(r.IntN(10)) })},
	{"a digit less", one(`\d\d`, func(d string, _ *rand.Rand) string { return d[:1] })},
	{"a number in words", one(`Eleven|Nine|fourteen`, func(string, *rand.Rand) string { return "ten" })},
	{"a point within a number", one(`\d[.,:]\d`, func(d string, _ *rand.Rand) string { return d[:1] + d[2:] })},
	{"a unit", one(`million|percent|micrograms`, func(string, *rand.Rand) string { return "billion" })},
	{"a sign of a unit", one(` %|\$`, func(string, *rand.Rand) string { return "" })},
	{"a name", one(`Osei|Iriarte|Whitlock|Marlow|Tomás`, func(string, *rand.Rand) string { return "Quill" })},
	{"a month", one(`May|July|November|March`, func(string, *rand.Rand) string { return "June" })},
	{"a not that is gone", one(` not\b`, func(string, *rand.Rand) string { return "" })},
	{"a not that came", one(`\b(?:is|are|was|were|have|will|has)\b`, func(s string, _ *rand.Rand) string { return s + " not" })},
	{"a not on a line of its own", one(`\b(?:is|are|has|have) `, func(s string, _ *rand.Rand) string { return s + "\nnot\n" })},
	{"a word that came", one(` `, func(string, *rand.Rand) string { return " almost " })},
	{"a word that is gone", one(` [a-z]{3,} `, func(string, *rand.Rand) string { return " " })},
	{"two words in turn", one(`[A-Za-z]{3,} [a-z]{3,}`, func(s string, _ *rand.Rand) string {
		a, b, _ := strings.Cut(s, " ")
		return b + " " + a
	})},
	{"paragraphs in turn", paragraphs(func(p []string, r *rand.Rand) []string {
		i := r.IntN(len(p) - 1)
		p[i], p[i+1] = p[i+1], p[i]
		return p
	})},
	{"paragraphs far apart in turn", paragraphs(func(p []string, r *rand.Rand) []string {
		i, j := r.IntN(len(p)), r.IntN(len(p))
		if i == j {
			j = (i + 1) % len(p)
		}
		p[i], p[j] = p[j], p[i]
		return p
	})},
	{"half a paragraph", paragraphs(func(p []string, r *rand.Rand) []string {
		i := r.IntN(len(p))
		words := strings.Fields(p[i])
		p[i] = strings.Join(words[:len(words)-1-r.IntN(len(words)/2+1)], " ")
		return p
	})},
	{"a paragraph that is gone", paragraphs(func(p []string, r *rand.Rand) []string {
		i := r.IntN(len(p))
		return slices.Delete(p, i, i+1)
	})},
	{"a paragraph twice", paragraphs(func(p []string, r *rand.Rand) []string {
		i := r.IntN(len(p))
		return slices.Insert(p, i, p[r.IntN(len(p))])
	})},
	{"a paragraph of somebody else", paragraphs(func(p []string, r *rand.Rand) []string {
		return slices.Insert(p, r.IntN(len(p)), "The port says that all of this is false.")
	})},
	{"speakers in turn", func(s string, _ *rand.Rand) (string, bool) {
		return strings.NewReplacer("Marguerite Osei", "Tomás Iriarte", "Tomás Iriarte", "Marguerite Osei").Replace(s), true
	}},
	{"lines of a table in turn", func(s string, _ *rand.Rand) (string, bool) {
		return strings.NewReplacer("– 21", "– 14", "– 14", "– 21").Replace(s), true
	}},
}

func paragraphs(with func([]string, *rand.Rand) []string) func(string, *rand.Rand) (string, bool) {
	return func(text string, r *rand.Rand) (string, bool) {
		return strings.Join(with(strings.Split(strings.TrimSpace(text), "\n\n"), r), "\n\n"), true
	}
}

func TestNothingThatWasAlteredIsGenuine(t *testing.T) {
	times := 40
	if os.Getenv("PRESSROOM_FULL") != "" {
		times = 440
	}
	random := rand.New(rand.NewPCG(7, 8))
	ref, tried, verdicts := reference(), 0, make(map[Verdict]int)
	for _, a := range alterations {
		for range times {
			changed, ok := a.do(original, random)
			if !ok {
				t.Fatalf("%s: there is nothing of the kind", a.what)
			}
			for _, form := range forms[:3] {
				if changed == original {
					continue
				}
				tried++
				r := Compare(ref, Plain(form.do(changed, random)))
				verdicts[r.Verdict]++
				if r.Verdict == Genuine {
					t.Fatalf("%s, %s, is called genuine:\n%s", a.what, form.what, changed)
				}
			}
		}
	}
	t.Logf("%d altered texts: differs %d, unchanged in part %d, unknown %d, genuine %d", tried, verdicts[Differs], verdicts[Unchanged],
		verdicts[Unknown], verdicts[Genuine])
}

// forms are what becomes of a text on its way, whose words stay.
var forms = []struct {
	what string
	do   func(text string, random *rand.Rand) string
}{
	{"as it is", func(s string, _ *rand.Rand) string { return s }},
	{"wrapped anew", func(s string, r *rand.Rand) string { return wrap(s, 30+r.IntN(60)) }},
	{"forwarded", func(s string, r *rand.Rand) string { return quote(wrap(s, 60+r.IntN(20))) }},
	{"without line ends", func(s string, _ *rand.Rand) string { return wrap(s, 1<<20) }},
	{"straight marks", func(s string, _ *rand.Rand) string {
		return strings.NewReplacer("“", `"`, "”", `"`, "—", "--", "–", "-").Replace(s)
	}},
	{"other marks", func(s string, _ *rand.Rand) string { return strings.NewReplacer("“", "«", "”", "»").Replace(s) }},
	{"forwarded twice", func(s string, r *rand.Rand) string { return quote(quote(wrap(s, 60+r.IntN(20)))) }},
	{"Windows line ends", func(s string, _ *rand.Rand) string { return strings.ReplaceAll(s, "\n", "\r\n") }},
	{"spaces that do not break", func(s string, _ *rand.Rand) string { return strings.ReplaceAll(s, " ", "\u00a0") }},
	{"soft hyphens", func(s string, _ *rand.Rand) string { return strings.ReplaceAll(s, "ti", "t\u00adi") }},
	{"decomposed accents", func(s string, _ *rand.Rand) string { return strings.ReplaceAll(s, "á", "a\u0301") }},
	{"ligatures", func(s string, _ *rand.Rand) string { return strings.NewReplacer("fi", "ﬁ", "fl", "ﬂ").Replace(s) }},
	{"hyphens at line ends", func(s string, _ *rand.Rand) string {
		return strings.NewReplacer("waterfront", "water-\nfront", "director", "direc-\ntor").Replace(s)
	}},
	{"bold words", func(s string, _ *rand.Rand) string { return strings.ReplaceAll(s, "pattern", "*pattern*") }},
	{"the end cut off", func(s string, r *rand.Rand) string { return cut(s, 40+r.IntN(60), 0) }},
	{"the beginning cut off", func(s string, r *rand.Rand) string { return cut(s, 0, 20+r.IntN(60)) }},
	{"with a greeting", func(s string, _ *rand.Rand) string { return "Hi Bo,\n\nsee below, is that real?\n\nKim\n\n" + s }},
	{"with a forwarder's head", func(s string, _ *rand.Rand) string {
		return "---------- Forwarded message ----------\nFrom: Kim <kim@daily.example>\nDate: Tue, 3 Mar\nSubject: Fwd: tests\n\n" + s + "\n-- \nKim Doe, The Daily\n"
	}},
}

func wrap(s string, width int) string {
	var out []string
	for _, p := range strings.Split(s, "\n\n") {
		line, lines := "", []string{}
		for _, w := range strings.Fields(p) {
			if line != "" && len(line)+1+len(w) > width {
				lines, line = append(lines, line), ""
			}
			line = strings.TrimSpace(line + " " + w)
		}
		out = append(out, strings.Join(append(lines, line), "\n"))
	}
	return strings.Join(out, "\n\n")
}

func quote(s string) string {
	return "On Tuesday, Kim wrote:\n\n> " + strings.ReplaceAll(s, "\n", "\n> ")
}

func cut(s string, behind, before int) string {
	words := regexp.MustCompile(`\S+`).FindAllStringIndex(s, -1)
	return s[words[before][0]:words[len(words)-1-behind][1]]
}

func TestWhatIsWrittenOtherwiseIsRecognized(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	ref := reference()
	for _, f := range forms {
		for range 56 {
			text := f.do(original, random)
			if r := Compare(ref, Plain(text)); r.Verdict < Unchanged {
				t.Fatalf("%s: %s %+v\n%s", f.what, r, r, text)
			}
		}
	}
}

// What programs make of the words of a PDF when they are copied out of it.
func TestLinesThatEndWithinWords(t *testing.T) {
	ref := &Reference{Doc: Split([]string{
		"The Harbor Co-op and its 10-20 members call it a misunderstandinginternational and extraordinary thing, said Ann Marsh-Lee.",
		"六つの図書館、odile@harbor.example、が夜通し開館し、五人未満の組に静かな部屋を貸し出す。",
	})}
	const second = "六つの図書館、\nodile@harbor.example、\nが夜通し開館し、五人未満の組に静かな部屋を貸し出す。"
	for text, want := range map[string]Verdict{
		"The Harbor Coop and its 10-20 members call it a misunderstandinginternational and extraordinary thing, said Ann Marsh-Lee.":            Genuine,
		"The Harbor Co-\nop and its 10-20 members call it a misunder-\nstandinginternational and extraordinary thing, said Ann Marsh-\nLee.":    Genuine,
		"The Harbor Co-op and its 10-20 members call it a misunderstanding\ninternational and extraor\ndinary thing, said Ann Marsh-Lee.":       Genuine,
		"The Harbor Co-op and its 1020 members call it a misunderstandinginternational and extraordinary thing, said Ann Marsh-Lee.":            Differs,
		"The Harbor Co-op and its 10-20 members call it a misunderstanding international and extraordinary thing, said Ann Marsh-Lee.":          Differs,
		"The Harbor Co-op and its 10-20 members call it a misunderstandinginternational and extraordinary thing, said Ann MarshLee.":            Differs,
		"The Harbor Co-op and its 10-20 members call it a misunderstandinginternational and\n\nnot\n\nextraordinary thing, said Ann Marsh-Lee.": Differs,
	} {
		if r := Compare(ref, Plain(text+"\n\n"+second)); r.Verdict != want {
			t.Errorf("%s: %v, want %v; %+v", text, r.Verdict, want, r)
		}
	}
}

// Where words differ at the ends of a text, or between its paragraphs, is said; so is what
// is missing between them.
func TestTheDifferenceIsSaid(t *testing.T) {
	for name, c := range map[string]struct {
		from, to, ours, theirs string
	}{
		"in the first line":  {"water tests\n", "water trials\n", "tests", "trials"},
		"in the last line":   {"+1 555 0142", "+1 555 0143", "0142", "0143"},
		"between paragraphs": {"\n\n“We did", "\n\nnot\n\n“We did", "", "not"},
		"a name in front":    {"Harbor Alliance asks", "Bay Alliance asks", "Harbor", "Bay"},
	} {
		text := strings.Replace(original, c.from, c.to, 1)
		r := Compare(reference(), Plain(text))
		if r.Verdict != Differs || len(r.Changes) != 1 || r.Changes[0].Ours != c.ours || r.Changes[0].Theirs != c.theirs {
			t.Errorf("%s: %v %+v", name, r, r.Changes)
		}
	}
	text := strings.Replace(original, "The port is not required to publish them. Requests in May, July and November of last year\nwere not answered.\n\n", "", 1)
	r := Compare(reference(), Plain(text))
	if r.Verdict != Unchanged || len(r.Left) != 1 || !strings.HasPrefix(r.Left[0], "The port is not required") {
		t.Errorf("a paragraph that is left out: %v %+v", r, r.Left)
	}
	for _, beside := range []string{"2", "Page 2 of 3", "Advertisement by somebody else"} {
		text := strings.Replace(original, "\n\n“We did", "\n\n"+beside+"\n\n“We did", 1)
		if r := Compare(reference(), Plain(text)); r.Verdict != Unchanged || len(r.Beside) != 1 {
			t.Errorf("%q beside: %v %+v", beside, r, r)
		}
	}
}
