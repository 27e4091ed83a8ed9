package coalition_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/blob"
	"pressroom/internal/coalition"
	"pressroom/internal/dispatch"
	"pressroom/internal/ledger"
	"pressroom/internal/store"
	"pressroom/internal/submission"
	"pressroom/internal/testdb"
	"pressroom/internal/workspace"
)

const sentRelease = `+++
headline   = "A headline"
embargo    = 2026-07-26T09:00:00-04:00
timezone   = "America/New_York"
dateline   = "CITY"
to         = ["all"]
[[contact]]
name  = "Desk"
email = "desk@harbor.example"
[[media]]
file = "piers.png"
alt  = "Piers"
+++
Body of the release.
`

// scene is a release with a signed quote and a photo that was scheduled.
type scene struct {
	t       *testing.T
	dir     string
	now     time.Time
	desk    *coalition.Desk
	ledger  *ledger.Ledger
	receipt *coalition.Receipt
}

func pixels(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewRGBA(image.Rect(0, 0, 60, 30))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func newScene(t *testing.T) *scene {
	t.Helper()
	ctx := context.Background()
	s := &scene{t: t, dir: t.TempDir(), now: time.Date(2026, 7, 20, 12, 0, 0, 0, time.UTC)}
	settings := "[organization]\nid = \"harbor\"\nname = \"Harbor Alliance\"\n" +
		"[[org]]\nid = \"river\"\nname = \"River\"\ncontact = \"Ana <ana@river.example>\"\n"
	for name, data := range map[string]string{
		"pressroom.toml": settings, "releases/x.md": sentRelease, "releases/piers.png": string(pixels(t)),
		"contacts/all.csv": "email\na@b.example\nc@d.example\n",
	} {
		if err := workspace.WriteFile(filepath.Join(s.dir, name), []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	w, err := workspace.Open(s.dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.MakeStateDir(); err != nil {
		t.Fatal(err)
	}
	clock := func() time.Time { return s.now }
	s.ledger = ledger.New(testdb.Open(t, s.dir), clock)
	s.desk = coalition.New(s.ledger, w, clock, "https://press.harbor.example")
	s.sign()
	s.now = s.now.Add(time.Hour)
	known, err := s.desk.Known(ctx, "x")
	if err != nil {
		t.Fatal(err)
	}
	plan, err := dispatch.Prepare(ctx, w, s.ledger, "x", nil, known, s.now)
	if err != nil || plan.Findings.HasErrors() {
		t.Fatal(plan.Findings, err)
	}
	if _, err := plan.Schedule(ctx, false, nil); err != nil {
		t.Fatal(err)
	}
	return s
}

// sign asks for a quote, gives it with a photo and signs it off.
func (s *scene) sign() {
	s.t.Helper()
	ctx := context.Background()
	call := coalition.Call{
		Slug: "x", Orgs: []string{"river"}, Soft: s.now.Add(48 * time.Hour), Hard: s.now.Add(96 * time.Hour), Words: 60,
		Show: coalition.ShowHeadline, Asker: "Lead <lead@harbor.example>",
	}
	asked, _, err := s.desk.Ask(ctx, call)
	if err != nil {
		s.t.Fatal(err)
	}
	wanted := coalition.Letter{Request: asked[0].ID, Person: "Ana <ana@river.example>", What: string(coalition.LetterAsk), Name: "t"}
	letter, err := s.desk.Letter(ctx, wanted)
	if err != nil {
		s.t.Fatal(err)
	}
	_, after, _ := strings.Cut(letter.Text, coalition.Path)
	secret, _, _ := strings.Cut(after, "\n")
	if _, err := s.desk.Photo(ctx, secret, pixels(s.t), coalition.PhotoText{Caption: "C", Credit: "R"}); err != nil {
		s.t.Fatal(err)
	}
	words := submission.Words{
		Speaker: "Ana Ruiz", Title: "chair", Org: "River", Text: "These words were signed.", Style: submission.AfterFirst,
	}
	v, err := s.desk.Save(ctx, secret, 0, words)
	if err != nil {
		s.t.Fatal(err)
	}
	if _, err = s.desk.Sign(ctx, secret, v.Request.Version, v.Digest(v.Words())); err != nil {
		s.t.Fatal(err)
	}
	list, err := s.desk.Events(ctx, "x")
	if err != nil {
		s.t.Fatal(err)
	}
	last := list[len(list)-1]
	s.receipt = &coalition.Receipt{
		Slug: "x", Quote: last.Quote, Language: last.Language, Words: last.After, Hash: last.Hash, Number: last.Number,
	}
}

// sql changes the database as somebody would who has it in hand.
func (s *scene) sql(query string, args ...any) {
	s.t.Helper()
	ctx := context.Background()
	doors := []string{`DROP TRIGGER IF EXISTS quote_event_kept`, `DROP TRIGGER IF EXISTS quote_event_fixed`}
	if s.ledger.DB().Postgres() {
		doors = []string{
			`DROP TRIGGER IF EXISTS quote_event_kept ON quote_event`, `ALTER TABLE artefact DROP CONSTRAINT IF EXISTS artefact_digest_fkey`,
		}
	}
	err := s.ledger.DB().Tx(ctx, func(tx *store.Tx) error {
		for _, q := range doors {
			if _, err := tx.ExecContext(ctx, q); err != nil {
				return err
			}
		}
		_, err := tx.ExecContext(ctx, query, args...)
		return err
	})
	if err != nil {
		s.t.Fatalf("%s: %v", query, err)
	}
}

// digest is the one under which a part of the release dispatch is stored.
func (s *scene) digest(name string) string {
	s.t.Helper()
	all, err := s.ledger.Artefacts(context.Background(), "x/release-1")
	if err != nil || all[name] == "" {
		s.t.Fatalf("no %s: %v", name, err)
	}
	return all[name]
}

func (s *scene) snapshot() (text, digest string) {
	s.t.Helper()
	data, err := s.ledger.Snapshot(context.Background(), "x/release-1")
	if err != nil {
		s.t.Fatal(err)
	}
	return string(data), blob.Digest(data)
}

// putSnapshot puts another snapshot in the place of the stored one, under its own
// digest.
func (s *scene) putSnapshot(text string) {
	s.t.Helper()
	s.sql(`INSERT INTO blob (digest, data) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING`, blob.Digest([]byte(text)), []byte(text))
	s.sql(`UPDATE dispatch SET snapshot = ? WHERE id = 'x/release-1'`, blob.Digest([]byte(text)))
}

func (s *scene) file(old, with string) {
	s.t.Helper()
	name := filepath.Join(s.dir, "releases/x.md")
	src, err := os.ReadFile(name)
	if err != nil || !bytes.Contains(src, []byte(old)) {
		s.t.Fatalf("no %q in\n%s", old, src)
	}
	if err := os.WriteFile(name, bytes.Replace(src, []byte(old), []byte(with), 1), 0o644); err != nil {
		s.t.Fatal(err)
	}
}

func (s *scene) photo() string {
	s.t.Helper()
	r, err := s.desk.Requests(context.Background(), "x")
	if err != nil || len(r) != 1 || r[0].Photo == "" {
		s.t.Fatalf("%v, %v", r, err)
	}
	return r[0].Photo
}

// change is something that somebody does who has the database and the folder in hand.
type change struct {
	name string
	do   func(s *scene)
	want string // in a fault
}

var other = []byte("something else")

// mailings changes what was stored of a mailing.
func mailings() []change {
	return []change{
		{
			"a message is changed", func(s *scene) { s.sql(`UPDATE blob SET data = ? WHERE digest = ?`, other, s.digest("mail/en.pdf")) },
			"mail/en.pdf of x/release-1 is not what was stored",
		},
		{
			"a message is deleted", func(s *scene) { s.sql(`DELETE FROM blob WHERE digest = ?`, s.digest("mail/en.text")) },
			"mail/en.text of x/release-1 is gone",
		},
		{
			"the document is changed", func(s *scene) { s.sql(`UPDATE blob SET data = ? WHERE digest = ?`, other, s.digest("pdf/en")) },
			"pdf/en of x/release-1 is not what was stored",
		},
		{"another is put in its place", func(s *scene) {
			s.sql(`UPDATE artefact SET digest = ? WHERE dispatch = 'x/release-1' AND name = 'text/en'`, s.digest("web/en"))
		}, "text/en of x/release-1 is not the one that was stored"},
		{
			"a form that recipients had is gone", func(s *scene) { s.sql(`DELETE FROM artefact WHERE name = 'mail/en.pdf'`) },
			"x/release-1: recipients had the message mail/en.pdf, and it is not stored",
		},
		{
			"a form that nobody had is gone", func(s *scene) { s.sql(`DELETE FROM artefact WHERE name = 'mail/en.text'`) },
			"mail/en.text of x/release-1 was stored, and is gone",
		},
		{"a form is added", func(s *scene) {
			s.sql(`INSERT INTO artefact (dispatch, name, digest) VALUES ('x/release-1', 'mail/fr', ?)`, s.digest("mail/en"))
		}, "mail/fr of x/release-1 was added after it was stored"},
	}
}

// snapshots changes what a mailing was made of.
func snapshots(t *testing.T) []change {
	return []change{
		{"the snapshot is changed", func(s *scene) {
			text, digest := s.snapshot()
			s.sql(`UPDATE blob SET data = ? WHERE digest = ?`, []byte(strings.Replace(text, "x.md", "y.md", 1)), digest)
		}, "the snapshot of x/release-1 is not what was stored"},
		{
			"the snapshot is deleted", func(s *scene) { _, digest := s.snapshot(); s.sql(`DELETE FROM blob WHERE digest = ?`, digest) },
			"the snapshot of x/release-1 is gone",
		},
		{"the snapshot is no snapshot", func(s *scene) { s.putSnapshot("[]") }, "the snapshot of x/release-1: what was kept cannot be read"},
		{"the snapshot is empty", func(s *scene) { s.putSnapshot("{}") }, "the snapshot of x/release-1: what was kept has no source in it"},
		{"the snapshot is of another revision", func(s *scene) {
			text, _ := s.snapshot()
			s.putSnapshot(strings.Replace(text, `"revision":"`, `"revision":"0`, 1))
		}, "x/release-1 is revision "},
		{"the snapshot has other sources", func(s *scene) {
			text, _ := s.snapshot()
			at := strings.Index(text, `"Data":"`) + 40
			s.putSnapshot(text[:at] + "AAAA" + text[at+4:])
		}, "x/release-1: the sources that were kept cannot be read any more"},
		{"the snapshot has other settings", func(s *scene) {
			text, _ := s.snapshot()
			s.putSnapshot(strings.Replace(text, "Harbor Alliance", "Harbour Alliance", 1))
		}, "it was changed"},
		{
			"the picture is changed", func(s *scene) { s.sql(`UPDATE blob SET data = ? WHERE digest = ?`, other, blob.Digest(pixels(t))) },
			"the picture piers.png of x/release-1 is not what was stored",
		},
	}
}

// histories changes the history of the quotes, and the file.
func histories() []change {
	return []change{
		{
			"a partner's photo is deleted", func(s *scene) { s.sql(`DELETE FROM blob WHERE digest = ?`, s.photo()) },
			"photo of River by ana@river.example): the photo is gone",
		},
		{
			"another photo is named", func(s *scene) { s.sql(`UPDATE quote_request SET photo = ?`, s.digest("web/en")) },
			"its photo is not the one that the history names",
		},
		{
			"an event is changed", func(s *scene) { s.sql(`UPDATE quote_event SET actor = 'eve@river.example' WHERE what = 'signed'`) },
			"of the quotes' history was changed (signed by eve@river.example",
		},
		{
			"an event is no event", func(s *scene) { s.sql(`UPDATE quote_event SET words = '{' WHERE what = 'signed'`) },
			"event 4 (river, signed of River by ana@river.example) cannot be read",
		},
		{
			"an event of a kind that there is not", func(s *scene) { s.sql(`UPDATE quote_event SET what = 'blessed' WHERE what = 'saved'`) },
			"event 3 (river, blessed of River by ana@river.example) is of a kind that is not known here",
		},
		{"the end is cut off", func(s *scene) { s.sql(`DELETE FROM quote_event WHERE what = 'signed'`) }, "and it was longer or another one"},
		{"the end is cut off, and its trace", func(s *scene) {
			list, err := s.desk.Events(context.Background(), "x")
			if err != nil {
				s.t.Fatal(err)
			}
			last := list[len(list)-2]
			s.sql(`DELETE FROM quote_event WHERE what = 'signed'`)
			s.sql(`UPDATE setting SET value = ? WHERE name LIKE 'quotes%'`, fmt.Sprintf("%d %s", last.Number, last.Hash))
		}, "river of River is signed, and the history has no sign-off of it"},
		{"the whole history, and its trace", func(s *scene) {
			s.sql(`DELETE FROM quote_event`)
			s.sql(`DELETE FROM setting WHERE name LIKE 'quotes%'`)
		}, "the quotes' history is gone"},
		{"a request is no request", func(s *scene) { s.sql(`UPDATE quote_request SET draft = '{'`) }, "listing quotes"},
		{
			"the front matter", func(s *scene) { s.file("These words were signed", "Those words were signed") },
			"in the file: the words of the quote river of River are not those that ana@river.example signed off",
		},
		{
			"the sign-off in the front matter", func(s *scene) { s.file("digest = \"sha256:", "digest = \"sha256:00") },
			"in the file: the sign-off of the quote",
		},
		{"the file cannot be read", func(s *scene) { s.file("headline", "headlin") }, "in the file: it cannot be read"},
	}
}

func TestNothingThatIsKeptIsChangedUnseen(t *testing.T) {
	for _, c := range slices.Concat(mailings(), snapshots(t), histories()) {
		t.Run(c.name, func(t *testing.T) {
			s := newScene(t)
			ctx := context.Background()
			before, err := s.desk.Verify(ctx, "x", []*coalition.Receipt{s.receipt})
			if err != nil || len(before.Faults) > 0 || before.Snapshots != 1 || before.Receipts != 1 || before.Quotes != 1 {
				t.Fatalf("before: %+v, %v", before, err)
			}
			c.do(s)
			report, err := s.desk.Verify(ctx, "x", nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(report.Faults, "\n"); !strings.Contains(got, c.want) {
				t.Errorf("got %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestAMailingThatWasCancelledInTheMiddleIsLookedAtToo(t *testing.T) {
	ctx := context.Background()
	s := newScene(t)
	if err := s.ledger.Cancel(ctx, "x/release-1", "by hand"); err != nil {
		t.Fatal(err)
	}
	s.sql(`UPDATE blob SET data = ? WHERE digest = ?`, []byte("other"), s.digest("mail/en.pdf"))
	report, err := s.desk.Verify(ctx, "x", nil)
	if err != nil || len(report.Faults) != 1 {
		t.Errorf("%+v, %v", report, err)
	}
}
