package coalition_test

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"pressroom/internal/coalition"
	"pressroom/internal/dispatch"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
)

// partner is an organization as the test has it in mind: by what was said to it.
type partner struct {
	org      string
	stored   string // its words in what is scheduled, "" for none
	wasGiven bool   // those words were signed, now or once
	given    string // the words that it signed last, "" for none or where it took them back
	takenBy  string // how it took them back: "" where it did not
	late     bool   // it signed after the last send
	signed   map[string]bool
}

// promised is a stage on which all things happen in any order.
type promised struct {
	*stage
	rt       *rapid.T
	partners []*partner
	id       string // of the release's dispatch, "" before send
	held     bool   // somebody's withdrawal has it wait
	out      bool
	wordsN   int
	swaps    int
}

// TestWhatIsPrintedIsWhatThePageSaid: partners sign, withdraw, decline; the lead proposes,
// records, sends, replaces; whoever takes quotes out is killed; then the embargo ends. At
// each moment the page says what will happen. Twelve orders, with PRESSROOM_FULL=1 fifty.
func TestWhatIsPrintedIsWhatThePageSaid(t *testing.T) {
	few := map[string]string{"rapid.checks": "12", "rapid.seed": "20260726", "rapid.steps": "25", "rapid.nofailfile": "true"}
	if os.Getenv("PRESSROOM_FULL") == "1" {
		few["rapid.checks"], few["rapid.seed"] = "50", "0"
	}
	for name, value := range few {
		f := flag.Lookup(name)
		before := f.Value.String()
		if err := f.Value.Set(value); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Value.Set(before) })
	}
	rapid.Check(t, func(rt *rapid.T) {
		dir, err := os.MkdirTemp("", "promised")
		if err != nil {
			rt.Fatal(err)
		}
		defer os.RemoveAll(dir)
		quotes := ""
		if rapid.Bool().Draw(rt, "the lead has written words for the first") {
			quotes = strings.Replace(unsignedQuote, "Words of the lead for them.", "The lead says tok0x0z for them.", 1)
		}
		p := &promised{stage: newStage(t, rt, dir, 3, `unsigned = "warn"`, quotes), rt: rt}
		for i := range 3 {
			p.partners = append(p.partners, &partner{org: fmt.Sprintf("org-%d", i), signed: make(map[string]bool)})
		}
		rt.Repeat(map[string]func(*rapid.T){
			"sign": p.sign, "sign the proposal": p.signProposal, "withdraw": p.withdrawOne, "decline": p.decline,
			"propose": p.propose, "record": p.record, "send": p.sendOrReplace, "replace": p.sendOrReplace,
			"take out": func(*rapid.T) { p.takeOut() }, "take out, killed": p.killed, "": p.holds,
		})
		p.lift()
	})
}

// one draws a partner, and lets time pass.
func (p *promised) one(t *rapid.T) *partner {
	p.now = p.now.Add(time.Minute)
	return rapid.SampledFrom(p.partners).Draw(t, "who")
}

// words are new ones, with a word in them that is in no others.
func (p *promised) words(q *partner) string {
	p.wordsN++
	return fmt.Sprintf("We say tok%dx%sz to that.", p.wordsN, strings.TrimPrefix(q.org, "org-"))
}

// mark is what tells words from all others.
func mark(words string) string {
	for w := range strings.FieldsSeq(words) {
		if strings.HasPrefix(w, "tok") {
			return w
		}
	}
	return words // the lead's own
}

// may tells whether an act was done; that it is not possible now is no fault.
func (p *promised) may(err error) bool {
	p.t.Helper()
	if err != nil && !errors.Is(err, coalition.ErrState) && !errors.Is(err, coalition.ErrWords) && !errors.Is(err, coalition.ErrClosed) {
		p.rt.Fatal(err)
	}
	return err == nil
}

// gave notes that words were signed.
func (p *promised) gave(q *partner, words string) {
	q.given, q.takenBy, q.late = words, "", p.id != ""
	switch {
	case p.id == "" || q.stored == "":
	case q.stored == words:
		q.wasGiven = true
	case !q.wasGiven:
		p.takes(q) // nobody ever signed what is stored
	}
	q.signed[words] = true
}

// takes notes that a quote is taken out of what is scheduled, or that it waits.
func (p *promised) takes(q *partner) {
	if q.stored == "" {
		return
	}
	for _, other := range p.partners {
		if other != q && other.stored != "" {
			q.stored = ""
			return
		}
	}
	p.held = true
}

func (p *promised) sign(t *rapid.T) {
	q := p.one(t)
	words := p.words(q)
	if p.may(p.stage.sign(q.org, words)) {
		p.gave(q, words)
	}
}

func (p *promised) signProposal(t *rapid.T) {
	q := p.one(t)
	v := p.visit(q.org)
	if v.Words().Text == "" {
		return
	}
	_, err := p.desk.Sign(context.Background(), p.links[q.org], 0, v.Digest(v.Words()))
	if p.may(err) {
		p.gave(q, v.Words().Text)
	}
}

func (p *promised) withdrawOne(t *rapid.T) {
	q := p.one(t)
	_, err := p.desk.Withdraw(context.Background(), p.links[q.org], "no")
	if p.may(err) {
		q.given, q.takenBy = "", "withdrawn"
		p.takes(q)
	}
}

func (p *promised) decline(t *rapid.T) {
	q := p.one(t)
	_, err := p.desk.Decline(context.Background(), p.links[q.org], 0, "no")
	if p.may(err) {
		q.given, q.takenBy = "", "declined"
		p.takes(q)
	}
}

func (p *promised) propose(t *rapid.T) {
	q := p.one(t)
	_, err := p.desk.Propose(context.Background(), "x", q.org, 0, saying(q.org, p.words(q)), "")
	p.may(err)
}

func (p *promised) record(t *rapid.T) {
	q := p.one(t)
	words := p.visit(q.org).Words().Text
	_, err := p.desk.Record(context.Background(), "x", q.org, "phone")
	if p.may(err) {
		p.gave(q, words)
	}
}

// sendOrReplace sends the release as it stands in the folder, without those who took
// their quote back and perhaps without another.
func (p *promised) sendOrReplace(t *rapid.T) {
	p.now = p.now.Add(time.Minute)
	var without []string
	for _, q := range p.partners {
		if q.takenBy != "" || rapid.IntRange(0, 5).Draw(t, "without") == 0 {
			without = append(without, q.org)
		}
	}
	plan, err := p.plan(without...)
	p.must(err)
	if plan.Findings.HasErrors() {
		p.rt.Fatal(plan.Findings)
	}
	ids, err := plan.Schedule(context.Background(), p.id != "", nil)
	p.must(err)
	p.id, p.held = ids[len(ids)-1], false
	for _, q := range p.partners {
		q.stored, q.wasGiven, q.late = "", false, false
		for _, in := range plan.Input.Release.Main().Quotes {
			if in.ID == q.org {
				q.stored, q.wasGiven = in.Text, q.signed[in.Text]
			}
		}
	}
}

// killed compiles what is to be swapped, and ends before it is.
func (p *promised) killed(*rapid.T) {
	ctx, kill := context.WithCancel(context.Background())
	waiting, err := p.ledger.HeldBack(ctx)
	p.must(err)
	for _, d := range waiting {
		kill()
		if err := dispatch.TakeOut(ctx, p.ledger, d); err == nil {
			p.rt.Fatal("it was killed, and says that it is done")
		}
	}
	kill()
	p.swaps++
}

// holds: what each page says is what the test has in mind.
func (p *promised) holds(t *rapid.T) {
	if p.id == "" || p.out {
		return
	}
	if got := p.dispatch(p.id).State == ledger.Held; got != p.held {
		t.Fatalf("%s waits for the lead: %v", p.id, got)
	}
	for _, q := range p.partners {
		v := p.visit(q.org)
		said := string(v.Will().Phrase)
		want := "fate_without"
		switch {
		case q.stored != "" && q.wasGiven:
			want = "fate_signed"
		case q.stored != "":
			want = "fate_unsigned"
		}
		if said != want && !(want == "fate_unsigned" && said == "fate_holds") {
			t.Fatalf("the page of %s says %s, and %s is so: %+v", q.org, said, want, q)
		}
		if printed := strings.Join(v.Printed(), " "); (q.stored == "") != (printed == "") {
			t.Fatalf("the page of %s shows %q for %q", q.org, printed, q.stored)
		}
	}
}

// lift ends the embargo, and holds all that went out against what was said last.
func (p *promised) lift() {
	ctx := context.Background()
	if p.id == "" {
		return
	}
	p.holds(p.rt)
	if waiting, err := p.ledger.HeldBack(ctx); err != nil || len(waiting) > 0 {
		p.must(err)
		if v := p.gate(p.id, instant); v == embargo.Open {
			p.rt.Fatal("it leaves with a quote that was taken back")
		}
		p.takeOut()
	}
	verdict := p.gate(p.id, instant.Add(time.Second))
	if p.held {
		if verdict == embargo.Open {
			p.rt.Fatal("it leaves, and waits for the lead")
		}
		p.must(p.ledger.Resume(ctx, p.id, ledger.MainRelay))
		verdict = p.gate(p.id, instant.Add(2*time.Second))
	}
	if verdict != embargo.Open {
		p.rt.Fatalf("the gate says %v; %+v", verdict, p.dispatch(p.id))
	}
	p.out = true
	for name := range p.stored(p.id) {
		data, err := p.ledger.Artefact(ctx, p.id, name)
		p.must(err)
		if !strings.HasPrefix(name, "text/") && !strings.HasPrefix(name, "web/") && !strings.HasPrefix(name, "mail/") {
			continue // bytes that are not read here, and what has no quotes
		}
		text := readable(data)
		for _, q := range p.partners {
			for words := range q.signed {
				if printed := strings.Contains(text, mark(words)); printed != (q.stored == words) {
					p.rt.Fatalf("%s prints %q: %v; the page said %q", name, words, printed, q.stored)
				}
			}
		}
	}
	p.verified()
}

// readable is what an artefact prints: of a mail's template, its parts decoded.
func readable(data []byte) string {
	var tree any
	if json.Unmarshal(data, &tree) != nil {
		return string(data)
	}
	var out strings.Builder
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for _, e := range v {
				walk(e)
			}
		case []any:
			for _, e := range v {
				walk(e)
			}
		case string:
			out.WriteString(v + "\n")
			if part, err := base64.StdEncoding.DecodeString(v); err == nil {
				out.Write(part)
			}
		}
	}
	walk(tree)
	return strings.NewReplacer("=\r\n", "", "=\n", "").Replace(out.String())
}

// verified holds what verify names against the differences that there are.
func (p *promised) verified() {
	report, err := p.desk.Verify(context.Background(), "x", nil)
	p.must(err)
	for _, q := range p.partners {
		differs := q.stored != "" && (q.takenBy != "" || q.given != "" && q.given != q.stored) ||
			q.stored == "" && q.given != "" && q.late
		n := 0
		for _, f := range report.Faults {
			if strings.HasPrefix(f, p.id+" went out") && strings.Contains(f, "quote "+q.org+" ") {
				n++
			}
		}
		if differs && n != 1 || !differs && n > 0 {
			p.rt.Fatalf("%+v differs: %v, and verify names it %d times: %q", q, differs, n, report.Faults)
		}
		delete(q.signed, "")
	}
}
