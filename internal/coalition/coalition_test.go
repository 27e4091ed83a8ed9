package coalition

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/BurntSushi/toml"

	"pressroom/internal/language"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/store"
	"pressroom/internal/submission"
	"pressroom/internal/testdb"
	"pressroom/internal/workspace"
)

// bench is a workspace with a coalition.
type bench struct {
	*Desk
	t   *testing.T
	dir string
	now time.Time
}

const begun = `+++
# The front matter keeps its comments.
headline   = "Harbor water is not safe"   # and its spacing
subhead    = "Eleven groups call for tests"
embargo    = 2026-07-26T09:00:00-04:00
timezone   = "America/New_York"

[[contact]]
name  = "Desk"
email = "desk@harbor.example"
+++
Body of the release.

{{quotes}}

The end.
`

func newBench(t *testing.T, orgs int, src string) *bench {
	t.Helper()
	dir := t.TempDir()
	var b strings.Builder
	b.WriteString("[organization]\nid = \"harbor\"\nname = \"Harbor Alliance\"\n[notify]\nheadlines = true\n[server]\nlisten = \":0\"\npublic_url = \"https://press.harbor.example\"\n")
	for i := range orgs {
		fmt.Fprintf(&b, "[[org]]\nid = \"org-%d\"\nname = \"Org %d\"\ncontact = \"Ana %d <ana@org%d.example>\"\n", i, i, i, i)
	}
	for name, data := range map[string]string{"pressroom.toml": b.String(), "releases/x.md": src} {
		if err := workspace.WriteFile(filepath.Join(dir, name), []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	w, err := workspace.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.MakeStateDir(); err != nil {
		t.Fatal(err)
	}
	out := &bench{t: t, dir: dir, now: time.Date(2026, 7, 20, 12, 0, 0, 0, time.UTC)}
	clock := func() time.Time { return out.now }
	out.Desk = New(ledger.New(testdb.Open(t, dir), clock).GoByOwnClock(), w, clock, "https://press.harbor.example")
	return out
}

func (b *bench) file() []byte {
	b.t.Helper()
	data, err := os.ReadFile(filepath.Join(b.dir, "releases/x.md"))
	if err != nil {
		b.t.Fatal(err)
	}
	return data
}

func (b *bench) setFile(data []byte) {
	b.t.Helper()
	if err := os.WriteFile(filepath.Join(b.dir, "releases/x.md"), data, 0o644); err != nil {
		b.t.Fatal(err)
	}
}

// ask asks organisations and returns the secrets of their links.
func (b *bench) ask(orgs ...string) map[string]string {
	b.t.Helper()
	ctx := context.Background()
	_, _, err := b.Ask(ctx, Call{Slug: "x", Orgs: orgs, Soft: b.now.Add(48 * time.Hour), Hard: b.now.Add(96 * time.Hour), Words: 60, Show: ShowHeadline, Asker: "Lead <lead@harbor.example>"})
	if err != nil {
		b.t.Fatal(err)
	}
	out := make(map[string]string)
	for _, id := range orgs {
		r, err := b.Find(ctx, "x", id)
		if err != nil {
			b.t.Fatal(err)
		}
		n, err := b.Letter(ctx, Letter{Request: r.ID, Person: fmt.Sprintf("Ana <ana@%s.example>", strings.ReplaceAll(id, "-", "")), What: string(LetterAsk), Name: "t"})
		if err != nil {
			b.t.Fatal(err)
		}
		out[id] = secretIn(b.t, n.Text)
	}
	return out
}

func secretIn(t *testing.T, text string) string {
	t.Helper()
	_, after, ok := strings.Cut(text, Path)
	secret, _, _ := strings.Cut(after, "\n")
	if !ok {
		t.Fatalf("no link in\n%s", text)
	}
	return secret
}

func words(i int) submission.Words {
	return submission.Words{Speaker: fmt.Sprintf("Ana %d", i), Title: "chair", Org: fmt.Sprintf("Org %d", i), Text: fmt.Sprintf("These are the words of organization %d. They are {said} to stay.", i), Style: submission.AfterFirst}
}

// give saves and signs.
func (b *bench) give(secret string, w submission.Words) (*Visit, error) {
	ctx := context.Background()
	v, err := b.Save(ctx, secret, 0, w)
	if err != nil {
		return v, err
	}
	return b.Sign(ctx, secret, 0, v.Digest(v.Words()))
}

// withoutQuotes takes out what sign-offs may have added: the [[quote]] tables and
// the empty line above each.
func withoutQuotes(src []byte) []byte {
	var out []string
	skip := false
	lines := strings.SplitAfter(string(src), "\n")
	for i := 0; i < len(lines); i++ {
		l := strings.TrimSpace(lines[i])
		if l == "" && i+1 < len(lines) && strings.TrimSpace(lines[i+1]) == "[[quote]]" {
			continue
		}
		if l == "[[quote]]" {
			skip = true
			continue
		}
		if skip && (l == "+++" || strings.HasPrefix(l, "[") && l != "[quote.signoff]") {
			skip = false
		}
		if !skip {
			out = append(out, lines[i])
		}
	}
	return []byte(strings.Join(out, ""))
}

func TestTwoHundredConcurrentPartners(t *testing.T) {
	n := 200
	if testing.Short() { // for the race detector, which slows down what each of them reads
		n = 60
	}
	b := newBench(t, n, begun)
	var ids []string
	for i := range n {
		ids = append(ids, fmt.Sprintf("org-%d", i))
	}
	links := b.ask(ids...)
	given := make(chan struct{}, n)
	var watcher sync.WaitGroup
	seen := 0
	watcher.Go(func() { // whoever reads the file meanwhile always finds a whole one
		for range given { // the others are at it
			data, err := os.ReadFile(filepath.Join(b.dir, "releases/x.md"))
			if err != nil {
				t.Error(err)
				return
			}
			front := strings.SplitN(string(data), "+++\n", 3)
			var v map[string]any
			if _, err := toml.Decode(front[1], &v); err != nil || !bytes.Equal(withoutQuotes(data), []byte(begun)) {
				t.Errorf("the file was broken in between: %v", err)
				return
			}
			seen++
		}
	})
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			if _, err := b.give(links[ids[i]], words(i)); err != nil {
				t.Errorf("%s: %v", ids[i], err)
			}
			given <- struct{}{}
		})
	}
	wg.Wait()
	close(given)
	watcher.Wait()
	if got := withoutQuotes(b.file()); !bytes.Equal(got, []byte(begun)) {
		t.Errorf("more than the added tables changed:\n%s", got)
	}
	rel, err := b.read("x")
	if err != nil {
		t.Fatal(err)
	}
	byID := make(map[string]*release.Quote)
	for _, q := range rel.Main().Quotes {
		byID[q.ID] = q
	}
	for i, id := range ids {
		q := byID[id]
		if q == nil || q.Signoff == nil || q.Signoff.Digest != release.SignoffDigest("x", "en", words(i).Quote(id)) {
			t.Errorf("%s is lost or has other words", id)
		}
	}
	report, err := b.Verify(context.Background(), "x", nil)
	if err != nil || len(report.Faults) > 0 || report.Quotes != n {
		t.Errorf("%+v, %v", report, err)
	}
	t.Logf("%d looks at the file meanwhile", seen)
}

func TestALinkIsForOneRequestAndOneTime(t *testing.T) {
	b := newBench(t, 2, begun)
	ctx := context.Background()
	links := b.ask("org-0", "org-1")
	before := b.file()
	for range 3 { // scanners open it
		if _, err := b.Visit(ctx, links["org-0"]); err != nil {
			t.Fatal(err)
		}
	}
	list, _ := b.Events(ctx, "x")
	if !bytes.Equal(before, b.file()) || len(list) != 2 {
		t.Errorf("opening a link changed something: %d events", len(list))
	}
	for _, bad := range []string{"", "x", strings.Repeat("A", 43), links["org-0"] + "A", strings.ToUpper(links["org-0"]), strings.Repeat("A", 1<<20)} {
		if _, err := b.Visit(ctx, bad); !errors.Is(err, ErrUnknown) {
			t.Errorf("%.50q: %v", bad, err)
		}
	}
	v, err := b.Save(ctx, links["org-0"], 0, words(0))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Sign(ctx, links["org-1"], 0, v.Digest(words(0))); !errors.Is(err, ErrWords) {
		t.Errorf("another's link signs: %v", err)
	}
	other := words(0)
	other.Text += " And more."
	if _, err := b.Save(ctx, links["org-0"], v.Request.Version-1, other); !errors.Is(err, ErrChanged) {
		t.Errorf("an old form was taken: %v", err)
	}
	b.now = b.now.Add(97 * time.Hour)
	if _, err := b.Sign(ctx, links["org-0"], 0, v.Digest(words(0))); !errors.Is(err, ErrClosed) {
		t.Errorf("after the deadline: %v", err)
	}
	again := b.ask("org-0") // extended: the old link works too
	if _, err := b.give(links["org-0"], words(0)); err != nil {
		t.Errorf("extended: %v", err)
	}
	for _, org := range []string{"org-0", "org-1"} {
		if _, err := b.Revoke(ctx, "x", org); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := b.Visit(ctx, links["org-1"]); !errors.Is(err, ErrUnknown) {
		t.Errorf("revoked: %v", err)
	}
	for _, secret := range []string{links["org-0"], again["org-0"]} { // signed: it can be seen, and withdrawn
		if v, err := b.Visit(ctx, secret); err != nil || !v.TakenBack || !errors.Is(v.Closed, ErrClosed) {
			t.Errorf("revoked and signed: %+v, %v", v, err)
		}
		if _, err := b.Save(ctx, secret, 0, words(1)); !errors.Is(err, ErrClosed) {
			t.Errorf("revoked, and written on: %v", err)
		}
	}
	if _, err := b.Withdraw(ctx, again["org-0"], ""); err != nil {
		t.Errorf("revoked, and withdrawn: %v", err)
	}
	if _, err := b.Visit(ctx, links["org-0"]); !errors.Is(err, ErrUnknown) {
		t.Errorf("revoked and withdrawn: %v", err)
	}
	var kept int
	if err := b.db.Reader().QueryRowContext(ctx, `SELECT COUNT(*) FROM quote_link WHERE digest = ?`, links["org-1"]).Scan(&kept); err != nil || kept != 0 {
		t.Errorf("the secret itself is kept: %d, %v", kept, err)
	}
}

func TestTheLeadsEditGoesBackToThePartner(t *testing.T) {
	b := newBench(t, 1, begun)
	ctx := context.Background()
	link := b.ask("org-0")["org-0"]
	if _, err := b.give(link, words(0)); err != nil {
		t.Fatal(err)
	}
	signed := b.file()
	changed := words(0)
	changed.Text = "Shorter words."
	r, err := b.Propose(ctx, "x", "org-0", 0, changed, "shorter")
	if err != nil || r.State != Proposed {
		t.Fatalf("%+v, %v", r, err)
	}
	if !bytes.Equal(signed, b.file()) {
		t.Error("the lead's words went into the file without the partner")
	}
	v, err := b.Visit(ctx, link)
	if err != nil || v.Words().Text != "Shorter words." {
		t.Fatalf("%+v, %v", v, err)
	}
	if v, err = b.Sign(ctx, link, v.Request.Version, v.Digest(changed)); err != nil || v.Request.State != Signed {
		t.Fatal(err)
	}
	if got := string(b.file()); !strings.Contains(got, "Shorter words.") || strings.Contains(got, "These are the words") || strings.Count(got, "[[quote]]") != 1 {
		t.Errorf("%s", got)
	}
	if report, err := b.Verify(ctx, "x", nil); err != nil || len(report.Faults) > 0 || report.Quotes != 1 {
		t.Errorf("%+v, %v", report, err)
	}
}

func TestWhatStandsInTheFileIsNotWrittenOver(t *testing.T) {
	b := newBench(t, 1, begun)
	ctx := context.Background()
	link := b.ask("org-0")["org-0"]
	if _, err := b.give(link, words(0)); err != nil {
		t.Fatal(err)
	}
	// The lead changes the words by hand while the partner writes others.
	edited := bytes.Replace(b.file(), []byte("These are"), []byte("Those are"), 1)
	b.setFile(edited)
	other := words(0)
	other.Text = "Something else."
	_, err := b.give(link, other)
	if _, ok := isConflict(err); !ok {
		t.Fatalf("no conflict: %v", err)
	}
	if !bytes.Equal(edited, b.file()) {
		t.Error("the lead's words were written over")
	}
	v, err := b.Visit(ctx, link)
	if err != nil || v.Request.State != Proposed || !strings.HasPrefix(v.Words().Text, "Those are") {
		t.Fatalf("%+v %v", v.Request, err)
	}
	if _, err := b.Sign(ctx, link, 0, v.Digest(v.Words())); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(b.file()), "Those are the words") {
		t.Errorf("%s", b.file())
	}
}

func TestWordsOfTheLeadInTheFileAreOfferedAndKept(t *testing.T) {
	src := strings.Replace(begun, "[[contact]]", "[[quote]]\norg = \"org-0\"\nspeaker = \"Ana\"\n# a comment\ntext = \"We *will* wait. {said} And then?\"\n\n[[contact]]", 1)
	b := newBench(t, 1, src)
	link := b.ask("org-0")["org-0"]
	v, err := b.Visit(context.Background(), link)
	if err != nil || v.Words().Text != "We will wait. And then?" || v.Request.State != Proposed {
		t.Fatalf("%+v, %v", v.Request, err)
	}
	if _, err := b.Sign(context.Background(), link, 0, v.Digest(v.Words())); err != nil {
		t.Fatal(err)
	}
	got := string(b.file())
	at := strings.Index(got, "[quote.signoff]\n")
	end := strings.Index(got[at:], "\n\n[[contact]]") + at
	if rest := got[:at] + got[end+1:]; rest != src {
		t.Errorf("more than the sign-off was added:\n%s", got)
	}
}

func TestOrderDeclineHandOnAndRecord(t *testing.T) {
	b := newBench(t, 3, begun)
	ctx := context.Background()
	links := b.ask("org-0", "org-1", "org-2")
	if err := b.Order(ctx, "x", release.OrderLot, "seed"); err != nil {
		t.Fatal(err)
	}
	seen := map[int]bool{}
	for _, l := range links {
		v, err := b.Visit(ctx, l)
		if err != nil || v.Among != 3 {
			t.Fatal(v, err)
		}
		seen[v.Position] = true
	}
	if len(seen) != 3 {
		t.Errorf("places %v", seen)
	}
	if _, err := b.Decline(ctx, links["org-0"], 0, "no time"); err != nil {
		t.Fatal(err)
	}
	if _, err := b.HandOn(ctx, links["org-1"], "eve@elsewhere.example"); !errors.Is(err, ErrWords) {
		t.Errorf("handed on to another house: %v", err)
	}
	if _, err := b.HandOn(ctx, links["org-1"], "Bo <bo@org1.example>\r\nBcc: x@y.example"); err == nil {
		t.Error("a header was injected")
	}
	if _, err := b.HandOn(ctx, links["org-1"], "bo@org1.example"); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Record(ctx, "x", "org-2", "phone, 23:10, A. Ruiz"); !errors.Is(err, ErrState) {
		t.Errorf("a sign-off without words: %v", err)
	}
	if _, err := b.Submit(ctx, links["org-2"], 0, words(2)); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Record(ctx, "x", "org-2", "phone, 23:10, A. Ruiz"); err != nil {
		t.Fatal(err)
	}
	if got := string(b.file()); !strings.Contains(got, `by = "recorded by the lead: phone, 23:10, A. Ruiz"`) {
		t.Errorf("%s", got)
	}
	known, err := b.Known(ctx, "x")
	if err != nil {
		t.Fatal(err)
	}
	if a := known.Approvals[release.QuoteKey{Quote: "org-2", Language: "en"}]; !a.Given || !a.Recorded {
		t.Errorf("%+v", a)
	}
	if a := known.Approvals[release.QuoteKey{Quote: "org-0"}]; a.Given || a.Org != "Org 0" {
		t.Errorf("%+v", known.Approvals)
	}
}

func TestRemindersReachOnlyThoseWhoHaveNotAnswered(t *testing.T) {
	b := newBench(t, 3, begun)
	ctx := context.Background()
	links := b.ask("org-0", "org-1", "org-2")
	if _, err := b.give(links["org-0"], words(0)); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Decline(ctx, links["org-1"], 0, ""); err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{false, false, true} {
		r, err := b.Find(ctx, "x", fmt.Sprintf("org-%d", i))
		if err != nil {
			t.Fatal(err)
		}
		n, err := b.Letter(ctx, Letter{Request: r.ID, Person: "a@b.example", What: string(LetterRemind), Name: "r"})
		if err != nil || (n != nil) != want {
			t.Errorf("org-%d: %v, %v", i, n, err)
		}
	}
	// Two are scheduled for each that was asked: before the deadline and at it.
	var jobsKept int
	if err := b.db.Reader().QueryRowContext(ctx, `SELECT COUNT(*) FROM river_job WHERE kind = 'letter' AND state = 'scheduled'`).Scan(&jobsKept); err != nil || jobsKept != 0 {
		// The bench's clock is months ago: River takes what is due at once.
		t.Logf("%d scheduled, %v", jobsKept, err)
	}
	reminded, err := b.Remind(ctx, "x", nil)
	if err != nil || len(reminded) != 1 || reminded[0].Org != "org-2" {
		t.Errorf("%v, %v", reminded, err)
	}
}

// TestTamperingIsFound changes what was signed in every place where it is kept.
func TestTamperingIsFound(t *testing.T) {
	type place struct {
		name   string
		change func(b *bench)
		want   []string // in a fault
	}
	drop := func(b *bench) {
		ctx := context.Background()
		err := b.db.Tx(ctx, func(tx *store.Tx) error {
			for _, q := range []string{`DROP TRIGGER quote_event_kept`, `DROP TRIGGER quote_event_fixed`} {
				if b.db.Postgres() {
					q = strings.Replace(q, "quote_event_fixed", "quote_event_kept", 1) + " ON quote_event"
				}
				if _, err := tx.ExecContext(ctx, q); err != nil {
					return err
				}
				if b.db.Postgres() {
					return nil
				}
			}
			return nil
		})
		if err != nil {
			b.t.Fatal(err)
		}
	}
	sql := func(b *bench, q string) {
		drop(b)
		ctx := context.Background()
		if err := b.db.Tx(ctx, func(tx *store.Tx) error { _, err := tx.ExecContext(ctx, q); return err }); err != nil {
			b.t.Fatal(err)
		}
	}
	file := func(old, with string) func(b *bench) {
		return func(b *bench) {
			src := b.file()
			if !bytes.Contains(src, []byte(old)) {
				b.t.Fatalf("no %q in\n%s", old, src)
			}
			b.setFile(bytes.Replace(src, []byte(old), []byte(with), 1))
		}
	}
	cutSignoff := func(b *bench) {
		src := string(b.file())
		at := strings.Index(src, "[quote.signoff]")
		end := strings.Index(src[at:], "+++") + at
		b.setFile([]byte(src[:at] + src[end:]))
	}
	for _, p := range []place{
		{"one character of the words", file("are the words", "are the Words"), []string{"org-0", "Org 0", "ana@org0.example"}},
		{"the speaker", file("Ana 0", "Ann 0"), []string{"org-0", "Org 0", "ana@org0.example"}},
		{"the sign-off is deleted", cutSignoff, []string{"org-0", "Org 0", "ana@org0.example", "[quote.signoff] is gone"}},
		{"the digest in the file", file("digest = \"sha256:", "digest = \"sha256:00"), []string{"org-0", "Org 0", "ana@org0.example"}},
		{"the whole quote is deleted", func(b *bench) { b.setFile([]byte(begun)) }, []string{"org-0", "Org 0", "ana@org0.example", "does not stand"}},
		{"the event is deleted", func(b *bench) { sql(b, `DELETE FROM quote_event WHERE what = 'signed'`) }, []string{"org-0", "Org 0", "ana@org0.example", "not known"}},
		{"an event in between is deleted", func(b *bench) { sql(b, `DELETE FROM quote_event WHERE what = 'saved'`) }, []string{"event 2"}},
		{"the words in the database", func(b *bench) {
			sql(b, `UPDATE quote_event SET words = REPLACE(words, 'are the words', 'are the Words') WHERE what = 'signed'`)
		}, []string{"was changed", "ana@org0.example", "org-0"}},
		{"the signer in the database", func(b *bench) { sql(b, `UPDATE quote_event SET actor = 'eve@org0.example' WHERE what = 'signed'`) }, []string{"was changed", "org-0"}},
		{"all events", func(b *bench) { sql(b, `DELETE FROM quote_event`) }, []string{"history is gone"}},
	} {
		t.Run(p.name, func(t *testing.T) {
			b := newBench(t, 1, begun)
			ctx := context.Background()
			link := b.ask("org-0")["org-0"]
			v, err := b.give(link, words(0))
			if err != nil {
				t.Fatal(err)
			}
			list, err := b.Events(ctx, "x")
			if err != nil {
				t.Fatal(err)
			}
			signed := list[len(list)-1]
			_, text := v.letter(language.Of("en"), LetterReceipt, signed, "", b.now)
			receipt, err := ParseReceipt([]byte("> " + strings.ReplaceAll(text, "\n", "\r\n> ")))
			if err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
			if report, err := b.Verify(ctx, "x", []*Receipt{receipt}); err != nil || len(report.Faults) > 0 || report.Receipts != 1 || report.Quotes != 1 {
				t.Fatalf("before: %+v, %v", report, err)
			}
			p.change(b)
			report, err := b.Verify(ctx, "x", nil)
			if err != nil {
				t.Fatal(err)
			}
			got := strings.Join(report.Faults, "\n")
			for _, w := range p.want {
				if !strings.Contains(got, w) {
					t.Errorf("no %q in %q", w, got)
				}
			}
			known, err := b.Known(ctx, "x")
			if err != nil {
				t.Fatal(err)
			}
			if rel, err := b.read("x"); err == nil {
				if diags := signoffErrors(rel, known); !diags.HasErrors() {
					t.Errorf("send would go on: %v", diags)
				}
			}
		})
	}
}

// A whole history that was written anew is found by the receipt.
func TestAReceiptFindsAHistoryWrittenAnew(t *testing.T) {
	b := newBench(t, 1, begun)
	ctx := context.Background()
	if _, err := b.give(b.ask("org-0")["org-0"], words(0)); err != nil {
		t.Fatal(err)
	}
	list, _ := b.Events(ctx, "x")
	last := list[len(list)-1]
	receipt := &Receipt{Slug: "x", Quote: "org-0", Words: last.After, Hash: last.Hash, Number: last.Number}
	other := newBench(t, 1, begun)
	w := words(0)
	w.Text = "Words that nobody signed."
	if _, err := other.give(other.ask("org-0")["org-0"], w); err != nil {
		t.Fatal(err)
	}
	report, err := other.Verify(ctx, "x", []*Receipt{receipt})
	if err != nil || len(report.Faults) != 1 || !strings.Contains(report.Faults[0], "other words than the receipt") {
		t.Errorf("%+v, %v", report, err)
	}
}

func TestWithdrawalHoldsWhatIsScheduled(t *testing.T) {
	b := newBench(t, 1, begun)
	ctx := context.Background()
	link := b.ask("org-0")["org-0"]
	if _, err := b.Withdraw(ctx, link, ""); !errors.Is(err, ErrState) {
		t.Errorf("nothing to withdraw: %v", err)
	}
	if _, err := b.give(link, words(0)); err != nil {
		t.Fatal(err)
	}
	known, _ := b.Known(ctx, "x")
	id, err := b.ledger.Create(ctx, ledger.Draft{Slug: "x", Headline: "H", Kind: "release", ReleaseAt: b.now.Add(time.Hour), Grace: time.Hour, Zone: "UTC", Sender: "p@x.example", Snapshot: []byte("{}")})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.ledger.Schedule(ctx, ledger.Scheduling{Slug: "x", Revision: "r", IDs: []string{id}, Quotes: "1 sha256:of another time"}); !errors.Is(err, ledger.ErrQuotesChanged) {
		t.Errorf("a plan that rests on other quotes was scheduled: %v", err)
	}
	if err := b.ledger.Schedule(ctx, ledger.Scheduling{Slug: "x", Revision: "r", IDs: []string{id}, Quotes: known.Head}); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Withdraw(ctx, link, "our board says no"); err != nil {
		t.Fatal(err)
	}
	got, err := b.ledger.Dispatch(ctx, id)
	if err != nil || got.State != ledger.Held || !strings.Contains(got.Reason, "Org 0") {
		t.Fatalf("%+v, %v", got, err)
	}
	rel, err := b.read("x")
	if err != nil {
		t.Fatal(err)
	}
	known, _ = b.Known(ctx, "x")
	if diags := signoffErrors(rel, known); !strings.Contains(diags.Error(), "error: Org 0 has withdrawn its quote org-0") {
		t.Errorf("%v", diags)
	}
	leaves := *rel
	leaves.Unsigned = release.LeaveOut
	if diags := signoffErrors(&leaves, known); diags.HasErrors() || !strings.Contains(diags.Error(), "(org-0: has withdrawn it); it is left out") {
		t.Errorf("%v", diags)
	}
	if rel, _, err = b.texts.Release("x", "org-0"); err != nil {
		t.Fatal(err)
	}
	if diags := signoffErrors(rel, known); diags.HasErrors() {
		t.Errorf("without it: %v", diags)
	}
}

func FuzzParseReceipt(f *testing.F) {
	f.Add([]byte(receiptBlock(&Event{Slug: "x", Quote: "q", Language: "en", After: "sha256:00", Number: 3, Hash: "sha256:11", Actor: "a@b.example"})))
	f.Add([]byte("> entry: 99999999999999999999\r\n> words: =\r\nsha256:x"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := ParseReceipt(data)
		if err == nil && (r.Slug == "" || r.Quote == "" || r.Number == 0) {
			t.Fatalf("%+v", r)
		}
		if err == nil {
			holds(r, []*Event{{Number: 1}})
		}
	})
}

func TestLateSignatoriesAreAddedWithTheirDay(t *testing.T) {
	b := newBench(t, 2, begun)
	ctx := context.Background()
	links := b.ask("org-0", "org-1")
	if _, err := b.SignOn(ctx, links["org-1"]); err != nil {
		t.Fatal(err)
	}
	id, err := b.ledger.Create(ctx, ledger.Draft{Slug: "x", Headline: "H", Kind: "release", ReleaseAt: b.now, Grace: time.Hour, Zone: "UTC", Sender: "p@x.example", Snapshot: []byte("{}")})
	if err != nil {
		t.Fatal(err)
	}
	known, _ := b.Known(ctx, "x")
	if err := b.ledger.Schedule(ctx, ledger.Scheduling{Slug: "x", Revision: "r", IDs: []string{id}, Quotes: known.Head}); err != nil {
		t.Fatal(err)
	}
	if _, err := b.ledger.Gate(ctx, id, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Save(ctx, links["org-0"], 0, words(0)); !errors.Is(err, ErrSent) {
		t.Errorf("words after the release: %v", err)
	}
	for range 2 { // twice is once
		if _, err := b.SignOn(ctx, links["org-0"]); err != nil {
			t.Fatal(err)
		}
	}
	rel, err := b.read("x")
	if err != nil {
		t.Fatal(err)
	}
	cat, _ := language.For("en")
	if got := fmt.Sprintf("%q", rel.SignatoryNames(cat)); got != `["Org 1" "Org 0 (July 20, 2026)"]` {
		t.Errorf("%s\n%s", got, b.file())
	}
}

func TestEachLanguageIsSignedForItself(t *testing.T) {
	b := newBench(t, 1, begun)
	ctx := context.Background()
	spanish := "+++\nheadline = \"El agua\"  # se queda\n[[quote]]\nid = \"org-0\"\ntitle = \"presidenta\"\ntext = \"Estas son las palabras.\"\n+++\nTexto.\n\n{{quotes}}\n"
	name := filepath.Join(b.dir, "releases/x.es.md")
	link := b.ask("org-0")["org-0"]
	if _, err := b.give(link, words(0)); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(spanish), 0o644); err != nil {
		t.Fatal(err)
	}
	v, err := b.Visit(ctx, link)
	if err != nil {
		t.Fatal(err)
	}
	of, q := v.Translation("es")
	if q == nil || of.ID != "org-0" || q.Speaker != "Ana 0" {
		t.Fatalf("%+v, %+v", of, q)
	}
	if _, err := b.SignTranslation(ctx, link, "es", v.Digest(words(0)), v.Digest(words(0))); !errors.Is(err, ErrWords) {
		t.Errorf("the English digest signs the Spanish words: %v", err)
	}
	if _, err := b.SignTranslation(ctx, link, "fr", "sha256:0", ""); !errors.Is(err, ErrState) {
		t.Errorf("a language that is not there: %v", err)
	}
	if _, err := b.SignTranslation(ctx, link, "es", release.SignoffDigest("x", "es", q), v.Digest(words(0))); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(string(got), "[quote.signoff]\n")
	end := strings.Index(string(got)[max(at, 0):], "+++") + at
	if at < 0 || string(got[:at])+string(got[end:]) != spanish {
		t.Errorf("more than the sign-off was added:\n%s", got)
	}
	check := func(want string) {
		t.Helper()
		rel, err := b.read("x")
		if err != nil {
			t.Fatal(err)
		}
		known, err := b.Known(ctx, "x")
		if err != nil {
			t.Fatal(err)
		}
		diags := signoffErrors(rel, known)
		if want == "" && diags.HasErrors() || want != "" && !strings.Contains(diags.Error(), want) {
			t.Errorf("%v, not %q", diags, want)
		}
	}
	check("")
	if err := os.WriteFile(name, bytes.Replace(got, []byte("las palabras"), []byte("otras palabras"), 1), 0o644); err != nil {
		t.Fatal(err)
	}
	check("x.es.md:3:3: error: the words of the quote org-0 of Org 0 are not those that ana@org0.example signed off")
}
