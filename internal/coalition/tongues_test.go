package coalition_test

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"pressroom/internal/coalition"
	"pressroom/internal/embargo"
	"pressroom/internal/language"
	"pressroom/internal/workspace"
)

// inEach gives the first organization each language in turn, all that come with the
// program being on.
func (s *stage) inEach(look func(tag string, desk *coalition.Desk)) {
	s.t.Helper()
	for _, tag := range language.Known() {
		settings := "[organization]\nid = \"harbor\"\nname = \"Harbor Alliance\"\nlanguages = [" + quoted(language.Known()) + "]\n" +
			"[server]\nlisten = \":0\"\npublic_url = \"https://press.harbor.example\"\n" +
			"[[org]]\nid = \"org-0\"\nname = \"Org 0\"\ncontact = \"Ana 0 <ana@org0.example>\"\nlanguage = \"" + tag + "\"\n"
		s.write("pressroom.toml", settings)
		w, err := workspace.Open(s.w.Dir)
		s.must(err)
		look(tag, coalition.New(s.ledger, w, func() time.Time { return s.now }, "https://press.harbor.example"))
	}
}

func quoted(list []string) string {
	var out []string
	for _, s := range list {
		out = append(out, fmt.Sprintf("%q", s))
	}
	return strings.Join(out, ", ")
}

// wholeLines are the phrases without places, and the languages that have them.
var wholeLines = sync.OnceValue(func() map[string][]string {
	out := make(map[string][]string)
	for _, tag := range language.Known() {
		for _, phrase := range language.Of(tag).PartnerTexts() {
			out[phrase] = append(out[phrase], tag)
		}
	}
	return out
})

// englishParts are what stands between the places of English phrases, where it is long.
var englishParts = sync.OnceValue(func() (out []string) {
	for _, phrase := range language.Of("en").PartnerTexts() {
		for _, part := range openPlace.Split(phrase, -1) {
			if part = strings.TrimSpace(part); utf8.RuneCountInString(part) >= 14 {
				out = append(out, part)
			}
		}
	}
	return out
})

var openPlace = regexp.MustCompile(`\{[a-z_]+\}`)

// letterIn composes a letter in each language, and holds it against that.
func (s *stage) letterIn(kind coalition.LetterKind, what coalition.What) {
	s.t.Helper()
	ctx := context.Background()
	all, err := s.desk.Requests(ctx, "x")
	s.must(err)
	var event int64
	list, err := s.desk.Events(ctx, "x")
	s.must(err)
	for _, e := range list {
		if e.What == what {
			event = e.Number
		}
	}
	if what != "" && event == 0 {
		s.t.Fatalf("%s: nothing was %s", kind, what)
	}
	lines := wholeLines()
	s.inEach(func(tag string, desk *coalition.Desk) {
		letter, err := desk.Letter(ctx, coalition.Letter{
			Request: all[0].ID, Person: "Ana 0 <ana@org0.example>", What: string(kind), Event: event, Name: "t",
		})
		s.must(err)
		if letter == nil {
			s.t.Fatalf("%s: no letter", kind)
		}
		if letter.Language != tag {
			s.t.Errorf("%s to a reader of %s is in %s", kind, tag, letter.Language)
		}
		own := language.Of(tag).PartnerTexts()
		said := make([]string, 0, len(own))
		for _, text := range own {
			said = append(said, text)
		}
		text := letter.Subject + "\n" + letter.Text
		if open := openPlace.FindString(text); open != "" || strings.TrimSpace(letter.Subject) == "" || strings.Contains(text, "  \n") {
			s.t.Errorf("%s in %s leaves %q open, or something empty:\n%s", kind, tag, open, text)
		}
		if strings.HasPrefix(tag, "en") {
			return
		}
		for _, part := range englishParts() {
			if strings.Contains(text, part) && !slices.ContainsFunc(said, func(s string) bool { return strings.Contains(s, part) }) {
				s.t.Errorf("%s in %s says in English: %q", kind, tag, part)
			}
		}
		for _, line := range strings.Split(letter.Text, "\n") {
			line = strings.TrimSpace(line)
			if utf8.RuneCountInString(line) < 12 || slices.Contains(said, line) {
				continue
			}
			if who := lines[line]; len(who) > 0 {
				s.t.Errorf("%s in %s says something as %s does: %q", kind, tag, strings.Join(who, ", "), line)
			}
		}
	})
}

// Every letter to a partner is whole in every language that comes with the program.
func TestEveryLetterIsWholeInEveryLanguage(t *testing.T) {
	ctx := context.Background()
	s := newStage(t, t, t.TempDir(), 1, "", "")
	if _, wished := (*language.Set)(nil).ForPartner(true, "xx"); wished != nil {
		t.Fatal(wished)
	}
	s.letterIn(coalition.LetterAsk, coalition.WasAsked)
	s.letterIn(coalition.LetterRemind, "")
	_, err := s.desk.HandOn(ctx, s.links["org-0"], "boss@org0.example")
	s.must(err)
	s.letterIn(coalition.LetterHandedOn, coalition.WasHandedOn)
	_, err = s.desk.Submit(ctx, s.links["org-0"], 0, saying("org-0", "Our words are these."))
	s.must(err)
	s.letterIn(coalition.LetterSubmitted, coalition.WasSubmitted)
	_, err = s.desk.Accept(ctx, "x", "org-0", 0)
	s.must(err)
	s.letterIn(coalition.LetterAccepted, coalition.WasAccepted)
	_, err = s.desk.SendBack(ctx, "x", "org-0", 0, "Kurz?")
	s.must(err)
	s.letterIn(coalition.LetterSentBack, coalition.WasSentBack)
	other := saying("org-0", "Theirs say that.")
	other.Title, other.Org = "", "Org Zero"
	_, err = s.desk.Propose(ctx, "x", "org-0", 0, other, "Kurz!")
	s.must(err)
	s.letterIn(coalition.LetterProposed, coalition.WasProposed)
	_, err = s.desk.Record(ctx, "x", "org-0", "23:10")
	s.must(err)
	s.letterIn(coalition.LetterReceipt, coalition.WasRecorded)
	s.must(s.sign("org-0", "Signed are these."))
	s.letterIn(coalition.LetterReceipt, coalition.WasSigned)
	id := s.send(false)[1]
	s.letterIn(coalition.LetterReceipt, coalition.WasSigned)
	s.now = s.now.Add(time.Minute)
	s.must(s.sign("org-0", "Later ones are these."))
	s.letterIn(coalition.LetterReceipt, coalition.WasSigned)
	if v := s.gate(id, instant); v != embargo.Open {
		t.Fatal(v)
	}
	s.letterIn(coalition.LetterOut, "")

	s = newStage(t, t, t.TempDir(), 2, "", "") // reminded too late, and withdrawn by voice
	s.now = instant.Add(-time.Hour)
	s.letterIn(coalition.LetterRemind, "")
	s.must(s.sign("org-0", "Signed are these."))
	s.must(s.sign("org-1", "Signed are those."))
	s.send(false)
	_, err = s.desk.WithdrawFor(ctx, "x", "org-0", "ring")
	s.must(err)
	s.letterIn(coalition.LetterWithdrawn, coalition.WasWithdrawn)
}
