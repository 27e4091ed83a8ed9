package coalition_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"pressroom/internal/coalition"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
)

const inSpanish = `+++
headline = "El agua del puerto no es segura"
[[quote]]
id = "org-0"
text = "%s"
+++
Cuerpo.

{{quotes}}
`

// spanish writes the translation of a quote into the folder.
func (s *stage) spanish(text string) {
	s.t.Helper()
	s.write("releases/x.es.md", strings.Replace(inSpanish, "%s", text, 1))
}

// signSpanish signs the translation off as it stands in the folder.
func (s *stage) signSpanish() {
	s.t.Helper()
	ctx := context.Background()
	all, err := s.desk.Renditions(ctx, s.visit("org-0"))
	s.must(err)
	if len(all) != 1 {
		s.t.Fatalf("%d translations", len(all))
	}
	_, err = s.desk.SignTranslation(ctx, s.links["org-0"], "es", all[0].Digest, all[0].Original)
	s.must(err)
}

// rendition is the translation as the partner is shown it.
func (s *stage) rendition() coalition.Rendition {
	s.t.Helper()
	all, err := s.desk.Renditions(context.Background(), s.visit("org-0"))
	s.must(err)
	if len(all) != 1 {
		s.t.Fatalf("%d translations", len(all))
	}
	return all[0]
}

// prints is what a dispatch prints in Spanish.
func (s *stage) prints(id string) string {
	s.t.Helper()
	data, err := s.ledger.Artefact(context.Background(), id, "text/es")
	s.must(err)
	return strings.Join(strings.Fields(string(data)), " ")
}

// A translation that is signed after send is treated as the original is: where the stored
// one was signed it is a request, and where nobody signed that it is taken out. What the
// page says is what is printed.
func TestATranslationSignedAfterSendIsTreatedAsTheOriginalIs(t *testing.T) {
	for name, c := range map[string]struct {
		table  string
		before func(s *stage) // before send
		after  string         // the translation that is signed after it
		says   string
		prints string
		not    string
		told   string
		held   bool
	}{
		"nobody signed the stored one": {
			"", func(s *stage) { s.spanish("Palabras del puerto.") }, "Otras palabras.",
			"What is scheduled does not have these words in this language. It goes out on", "“These are the words number 1,”", "Palabras del puerto",
			"which nobody had signed off, are taken out", false,
		},
		"the stored one was signed": {
			"", func(s *stage) { s.spanish("Palabras del puerto."); s.signSpanish() }, "Otras palabras.",
			"They came after the release was scheduled, and are a request.", "«Palabras del puerto», dijo Ana Pier0, de Org 0.",
			"Otras palabras", "takes them in", false,
		},
		"the same is signed": {
			"", func(s *stage) { s.spanish("Palabras del puerto.") }, "Palabras del puerto.",
			"They go out on", "«Palabras del puerto», dijo Ana Pier0", "Otras palabras", "", false,
		},
		"there was none": {
			"", func(s *stage) {
				s.write("releases/x.es.md", strings.Split(inSpanish, "[[quote]]")[0]+"+++\nCuerpo.\n\n{{quotes}}\n")
			}, "Otras palabras.",
			"What is scheduled does not have these words in this language.", "“These are the words number 0,”", "Otras palabras", "takes them in", false,
		},
		"and the release says hold": {
			`withdrawn = "hold"`, func(s *stage) { s.spanish("Palabras del puerto.") }, "Otras palabras.",
			"They came after the release was scheduled, and are a request.", "«Palabras del puerto»", "Otras palabras", "It is held until you decide", true,
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, t, t.TempDir(), 2, c.table, "")
			s.must(s.sign("org-0", "These are the words number 0."))
			s.must(s.sign("org-1", "These are the words number 1."))
			c.before(s)
			ids := s.send(false)
			id := ids[len(ids)-1]
			s.now = s.now.Add(time.Minute)
			s.spanish(c.after)
			s.signSpanish()
			v := s.visit("org-0")
			if got := english(v.Signing(v.Latest)); !strings.Contains(got, c.says) {
				t.Errorf("the receipt and the page say %q, not %q", got, c.says)
			}
			if r := s.rendition(); !r.Signed || !strings.Contains(english(r.Fate), c.says) {
				t.Errorf("beside the translation it says %q (signed: %v)", english(r.Fate), r.Signed)
			}
			if will := english(v.Will()); !strings.Contains(will, "The words that were signed for Org 0 go out") {
				t.Errorf("of the words themselves it says %q", will)
			}
			if lead := strings.Join(strings.Fields(s.mail("lead@harbor.example")), " "); !strings.Contains(lead, c.told) || c.told == "" && strings.Contains(lead, "after x was") {
				t.Errorf("the lead is told\n%s", lead)
			}
			s.takeOut()
			if state := s.dispatch(id).State; (state == ledger.Held) != c.held {
				t.Errorf("it is %s", state)
			}
			if c.held {
				s.must(s.ledger.Resume(context.Background(), id, ledger.MainRelay))
			}
			if verdict := s.gate(id, instant); verdict != embargo.Open {
				t.Fatal(verdict)
			}
			if text := s.prints(id); !strings.Contains(text, c.prints) || strings.Contains(text, c.not) {
				t.Errorf("it prints\n%s", text)
			}
			report, err := s.desk.Verify(context.Background(), "x", nil)
			s.must(err)
			differs := c.prints != "«Palabras del puerto», dijo Ana Pier0"
			if faults := strings.Join(report.Faults, "\n"); strings.Contains(faults, "org-0 (es)") != differs {
				t.Errorf("verify names %q", faults)
			}
		})
	}
}

// A translation without a sign-off of its own is printed as translated, and said to be; so
// is one whose sign-off is of other words. With a sign-off that holds it is not, nor where
// the words themselves are not printed, which the page says then.
func TestATranslationWithoutASignoffIsPrintedAsTranslated(t *testing.T) {
	s := newStage(t, t, t.TempDir(), 2, `unsigned = "warn"`, "")
	s.must(s.sign("org-0", "These are the words number 0."))
	s.must(s.sign("org-1", "These are the words number 1."))
	s.spanish("Palabras del puerto.")
	plan := func() string {
		t.Helper()
		p, err := s.plan()
		s.must(err)
		var out strings.Builder
		s.must(p.Describe(context.Background(), &out))
		return out.String()
	}
	const marked = "«Palabras del puerto», dijo Ana Pier0, de Org 0 (según traducción)."
	ids := s.send(false)
	if text := s.prints(ids[1]); !strings.Contains(text, marked) {
		t.Errorf("it prints\n%s", text)
	}
	if said := plan(); !strings.Contains(said, "printed as translated in es: Org 0\n") {
		t.Errorf("the plan says\n%s", said)
	}
	if got := s.desk.Info("x").AsTranslated("org-0"); len(got) != 1 || got[0] != "es" {
		t.Errorf("the board says %v", got)
	}
	s.signSpanish()
	ids = s.send(true)
	if text := s.prints(ids[len(ids)-1]); !strings.Contains(text, "dijo Ana Pier0, de Org 0.") {
		t.Errorf("signed, it prints\n%s", text)
	}
	if said := plan(); strings.Contains(said, "printed as translated") {
		t.Errorf("signed, the plan says\n%s", said)
	}
	s.must(s.sign("org-0", "We have thought again."))
	ids = s.send(true)
	if text := s.prints(ids[len(ids)-1]); !strings.Contains(text, marked) {
		t.Errorf("of other words, it prints\n%s", text)
	}
	if said := plan(); !strings.Contains(said, "printed as translated in es: Org 0\n") {
		t.Errorf("of other words, the plan says\n%s", said)
	}
}

func TestATranslationFollowsWordsThatAreNotPrinted(t *testing.T) {
	s := newStage(t, t, t.TempDir(), 2, "", unsignedQuote)
	s.must(s.sign("org-1", "These are the words number 1."))
	s.spanish("Palabras del puerto.")
	if r := s.rendition(); !r.Follows {
		t.Error("it says that the translation is printed, and the words are not")
	}
	ids := s.send(false)
	if text := s.prints(ids[1]); strings.Contains(text, "Palabras del puerto") {
		t.Errorf("it prints\n%s", text)
	}
	s = newStage(t, t, t.TempDir(), 2, "", "")
	s.must(s.sign("org-0", "These are the words number 0."))
	s.spanish("Palabras del puerto.")
	if r := s.rendition(); r.Follows || r.Does != release.Warn {
		t.Errorf("the words are signed: %+v", r)
	}
}
