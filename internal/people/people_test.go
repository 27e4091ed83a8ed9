package people

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"pressroom/internal/contacts"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/links"
	"pressroom/internal/mail"
	"pressroom/internal/notices"
	"pressroom/internal/store"
	"pressroom/internal/testdb"
)

func TestMain(m *testing.M) { os.Exit(testdb.Both(m)) }

// room is a workspace in which somebody was mailed.
type room struct {
	*Desk
	t   *testing.T
	now time.Time
	key []byte
	id  int64 // of the delivery to ana@paper.example
}

func newRoom(t *testing.T, kind embargo.Kind) *room {
	t.Helper()
	r := &room{t: t, now: time.Date(2026, 7, 26, 16, 0, 0, 0, time.UTC)}
	clock := func() time.Time { return r.now }
	l := ledger.New(testdb.Open(t, t.TempDir()), clock).GoByOwnClock()
	r.Desk = New(l, clock, "https://press.example")
	ctx := context.Background()
	r.plan(kind, ledger.Recipient{Key: "ana@paper.example", Address: "Ana@paper.example", Name: "Ana", Language: "es"})
	r.id = r.latest()
	var err error
	if r.key, err = l.Key(ctx); err != nil {
		t.Fatal(err)
	}
	return r
}

// plan writes a mailing to these.
func (r *room) plan(kind embargo.Kind, to ...ledger.Recipient) (id string) {
	r.t.Helper()
	ctx := context.Background()
	id, err := r.ledger.Create(ctx, ledger.Draft{
		Slug: "x", Revision: "r", Headline: "H", Kind: kind, ReleaseAt: r.now, Grace: time.Hour, Zone: "UTC", Sender: "p@x.example", Snapshot: []byte("{}"),
	})
	if err != nil {
		r.t.Fatal(err)
	}
	if err := r.ledger.Add(ctx, id, to); err != nil {
		r.t.Fatal(err)
	}
	return id
}

// latest is the newest delivery to Ana.
func (r *room) latest() int64 {
	r.t.Helper()
	m, err := r.ledger.MailedLast(context.Background(), "ana@paper.example")
	if err != nil {
		r.t.Fatal(err)
	}
	return m.Delivery
}

func (r *room) token(p mail.Purpose) string { return mail.Token(r.key, p, r.id) }

// notices are the mails that wait to be sent.
func (r *room) notices() []notices.Notice {
	r.t.Helper()
	args := "json(args)" // SQLite has it in a form of its own
	if r.db.Dialect() == store.PostgreSQL {
		args = "args::text"
	}
	rows, err := r.db.Reader().QueryContext(context.Background(), `SELECT `+args+` FROM river_job WHERE kind = 'notice' ORDER BY id`)
	if err != nil {
		r.t.Fatal(err)
	}
	defer rows.Close()
	var out []notices.Notice
	for rows.Next() {
		var args string
		if err := rows.Scan(&args); err != nil {
			r.t.Fatal(err)
		}
		var n notices.Notice
		if err := json.Unmarshal([]byte(args), &n); err != nil {
			r.t.Fatalf("%v: %s", err, args)
		}
		out = append(out, n)
	}
	if err := rows.Err(); err != nil {
		r.t.Fatal(err)
	}
	return out
}

func (r *room) suppressed() string {
	s, err := r.ledger.Suppressed(context.Background(), "ana@paper.example")
	if err != nil {
		r.t.Fatal(err)
	}
	if s == nil {
		return ""
	}
	return s.Reason
}

func TestLeavingAndComingBack(t *testing.T) {
	ctx := context.Background()
	r := newRoom(t, embargo.Release)
	if v, err := r.Visit(ctx, mail.ForLeaving, r.token(mail.ForLeaving)); err != nil || v.Masked() != "A•••@p•••.example" {
		t.Fatalf("%+v, %v", v, err)
	}
	if r.suppressed() != "" {
		t.Fatal("looking at the page has changed something")
	}
	for range 2 { // the second time changes nothing
		if _, err := r.Leave(ctx, r.token(mail.ForLeaving)); err != nil {
			t.Fatal(err)
		}
	}
	if r.suppressed() != ledger.Unsubscribed {
		t.Error(r.suppressed())
	}
	sent := r.notices()
	if len(sent) != 1 || sent[0].To != "Ana@paper.example" || !strings.Contains(sent[0].Text, "https://press.example/undo/"+r.token(mail.ForUndo)) || !strings.Contains(sent[0].Subject, "comunicados") {
		t.Fatalf("%+v", sent)
	}
	undo := undoIn(t, sent[0].Text)
	if _, err := r.ledger.Unsuppress(ctx, "ana@paper.example"); !errors.As(err, new(*ledger.TheirWordError)) {
		t.Errorf("the lead took it back: %v", err)
	}
	if _, err := r.Undo(ctx, r.token(mail.ForUndo)); !errors.Is(err, ErrUnknown) {
		t.Errorf("a link that names no stop: %v", err)
	}
	if _, err := r.Undo(ctx, undo); err != nil || r.suppressed() != "" {
		t.Errorf("%v, %s", err, r.suppressed())
	}
	if _, err := r.Undo(ctx, undo); !errors.Is(err, ErrUnknown) {
		t.Errorf("there was nothing to take back: %v", err)
	}
	r.now = r.now.Add(time.Minute)
	if _, err := r.Leave(ctx, r.token(mail.ForLeaving)); err != nil || len(r.notices()) != 2 {
		t.Errorf("a second stop: %v, %d mails", err, len(r.notices()))
	}
	// A link that was used is used: it takes back no other stop.
	if _, err := r.Undo(ctx, undo); !errors.Is(err, ErrUnknown) || r.suppressed() == "" {
		t.Errorf("a used link took back a second stop: %v", err)
	}
	second := undoIn(t, r.notices()[1].Text)
	if _, err := r.MayUndo(ctx, second); err != nil {
		t.Errorf("the link of the second stop: %v", err)
	}
	r.now = r.now.Add(undoFor + time.Minute)
	if _, err := r.Undo(ctx, second); !errors.Is(err, ErrUnknown) || r.suppressed() == "" {
		t.Errorf("eight days later it was taken back: %v", err)
	}
}

// undoIn is the link's token in a mail that says that somebody left.
func undoIn(t *testing.T, text string) string {
	t.Helper()
	_, token, ok := strings.Cut(text, UndoPath)
	if !ok {
		t.Fatalf("no way back in %s", text)
	}
	return strings.TrimSpace(token)
}

func TestABounceIsNotTakenBackAsAStop(t *testing.T) {
	ctx := context.Background()
	r := newRoom(t, embargo.Release)
	if err := r.ledger.Suppress(ctx, "ana@paper.example", ledger.Bounced, "no such user"); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Undo(ctx, r.token(mail.ForUndo)); !errors.Is(err, ErrUnknown) || r.suppressed() != ledger.Bounced {
		t.Errorf("%v, %s", err, r.suppressed())
	}
}

func TestLinksThatAreNotOurs(t *testing.T) {
	ctx := context.Background()
	r := newRoom(t, embargo.Release)
	for _, token := range []string{"", "1-", r.token(mail.ForDetails), r.token(mail.ForDelivery), mail.Token([]byte("another"), mail.ForLeaving, r.id), mail.Token(r.key, mail.ForLeaving, r.id+1)} {
		if _, err := r.Leave(ctx, token); !errors.Is(err, ErrUnknown) {
			t.Errorf("%q: %v", token, err)
		}
	}
	if r.suppressed() != "" {
		t.Error("somebody has left")
	}
}

func TestLinksInTestMailsChangeNothing(t *testing.T) {
	ctx := context.Background()
	r := newRoom(t, embargo.Test)
	v, err := r.Leave(ctx, r.token(mail.ForLeaving))
	if err != nil || !v.Test || r.suppressed() != "" {
		t.Errorf("%+v, %v", v, err)
	}
	if v, err = r.Visit(ctx, mail.ForDetails, r.token(mail.ForDetails)); err != nil || !v.Test {
		t.Errorf("%+v, %v", v, err)
	}
}

// link is the secret of a link that is made for a mail.
func (r *room) link() string {
	r.t.Helper()
	ctx := context.Background()
	v, err := r.Visit(ctx, mail.ForDetails, r.token(mail.ForDetails))
	var fresh *links.Fresh
	if err == nil {
		err = r.db.Tx(ctx, func(tx *store.Tx) (err error) {
			fresh, err = r.Again(ctx, tx, v.MailedLink("").Of)
			return err
		})
	}
	if err != nil || fresh == nil || fresh.To != "Ana@paper.example" || fresh.Language != "es" {
		r.t.Fatal(fresh, err)
	}
	_, secret, _ := strings.Cut(fresh.URL, MePath)
	return secret
}

func TestDetailsBehindALinkThatWorksOnce(t *testing.T) {
	ctx := context.Background()
	r := newRoom(t, embargo.Release)
	secret := r.link()
	for range 3 { // link scanners look first
		if own, err := r.OpenLink(ctx, secret); err != nil || own.Address != "Ana@paper.example" || own.Language != "es" {
			t.Fatalf("%+v, %v", own, err)
		}
	}
	name, text, yes := "Ana Ruiz", "text", true
	if _, err := r.Save(ctx, secret, contacts.Change{Name: &name, Format: &text, Embargo: &yes, Email: "evil@x.example"}); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Save(ctx, secret, contacts.Change{}); !errors.Is(err, ErrUnknown) {
		t.Errorf("the link works twice: %v", err)
	}
	changes, err := r.Changes(ctx)
	if err != nil {
		t.Fatal(err)
	}
	book, _ := contacts.Read([]contacts.File{{Name: "contacts/a.csv", Data: []byte("email,name,embargo\nana@paper.example,Old,no\nbo@paper.example,Bo,no\n")}})
	book.Apply(changes)
	j := book.Journalists[0]
	if j.Name != "Ana Ruiz" || j.Format != "text" || !j.Embargo || j.Key != "ana@paper.example" || book.Journalists[1].Name != "Bo" {
		t.Errorf("%+v", j)
	}
	r.now = r.now.Add(time.Hour)
	late := r.link()
	r.now = r.now.Add(linkFor + time.Minute)
	if _, err := r.OpenLink(ctx, late); !errors.Is(err, ErrUnknown) {
		t.Errorf("the link works after a day: %v", err)
	}
}

func TestOnlyDigestsOfLinksAreKept(t *testing.T) {
	r := newRoom(t, embargo.Release)
	secret := r.link()
	var n int
	if err := r.db.Reader().QueryRowContext(context.Background(), `SELECT COUNT(*) FROM link WHERE digest = ?`, secret).Scan(&n); err != nil || n != 0 {
		t.Errorf("%d, %v", n, err)
	}
}

func TestAReplacedAddress(t *testing.T) {
	ctx := context.Background()
	r := newRoom(t, embargo.Release)
	if err := r.Replace(ctx, "ana@paper.example", "bo@paper.example"); err != nil {
		t.Fatal(err)
	}
	if err := r.Replace(ctx, "cy@paper.example", "Cyrus@paper.example"); err != nil {
		t.Fatal(err)
	}
	if r.Replace(ctx, "ana@paper.example", "ANA@paper.example") == nil || r.Replace(ctx, "ana@paper.example", "nobody") == nil {
		t.Error("nonsense was taken")
	}
	changes, err := r.Changes(ctx)
	if err != nil {
		t.Fatal(err)
	}
	book, _ := contacts.Read([]contacts.File{
		{Name: "contacts/a.csv", Data: []byte("email,beats\nana@paper.example,water\ncy@paper.example,fire\n")},
		{Name: "contacts/b.csv", Data: []byte("email,beats\nbo@paper.example,sea\n")},
	})
	book.Apply(changes)
	var keys []string
	for _, j := range book.Journalists {
		keys = append(keys, j.Key+" "+strings.Join(j.Beats, "+")+" "+strings.Join(j.Lists, "+"))
	}
	if got := strings.Join(keys, ", "); got != "bo@paper.example sea+water b+a, cyrus@paper.example fire a" {
		t.Error(got)
	}
	if a, err := book.Pick("a"); err != nil || len(a) != 2 || a[0].Key != "bo@paper.example" {
		t.Errorf("%v, %v", a, err)
	}
	if r.suppressed() != ledger.ByHand {
		t.Error(r.suppressed())
	}
}
