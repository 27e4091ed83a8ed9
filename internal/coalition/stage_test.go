package coalition_test

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressroom/internal/coalition"
	"pressroom/internal/dispatch"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/store"
	"pressroom/internal/submission"
	"pressroom/internal/testdb"
	"pressroom/internal/workspace"
)

// instant is when the release of a stage goes out.
var instant = time.Date(2026, 7, 26, 13, 0, 0, 0, time.UTC)

const stageSource = `+++
headline   = "Harbor water is not safe"
embargo    = 2026-07-26T09:00:00-04:00
timezone   = "America/New_York"
dateline   = "CITY"
to         = ["all"]
advance    = ["trusted"]
[quotes]
%s
[[contact]]
name  = "Desk"
email = "desk@harbor.example"
%s
+++
Body of the release.

{{quotes}}

The end.
`

// tester is a *testing.T, or what rapid has in its place.
type tester interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
}

// stage is a workspace with a coalition, from the first question to the lift. Nobody
// delivers: what a worker and a job do is called by name.
type stage struct {
	t      tester
	w      *workspace.Workspace
	now    time.Time
	desk   *coalition.Desk
	ledger *ledger.Ledger
	links  map[string]string // by the id of the organization
}

// newStage asks that many partners. table is added to [quotes], quotes below the contact.
func newStage(tb testing.TB, t tester, dir string, orgs int, table, quotes string) *stage {
	t.Helper()
	s := &stage{t: t, now: time.Date(2026, 7, 20, 12, 0, 0, 0, time.UTC), links: make(map[string]string)}
	settings := "[organization]\nid = \"harbor\"\nname = \"Harbor Alliance\"\n[notify]\nemail = [\"lead@harbor.example\"]\nheadlines = true\n" +
		"[server]\nlisten = \":0\"\npublic_url = \"https://press.harbor.example\"\n"
	for i := range orgs {
		settings += fmt.Sprintf("[[org]]\nid = \"org-%d\"\nname = \"Org %d\"\ncontact = \"Ana %d <ana@org%d.example>\"\nregion = \"r%d\"\n", i, i, i, i, i)
	}
	for name, data := range map[string]string{
		"pressroom.toml": settings, "releases/x.md": fmt.Sprintf(stageSource, table, quotes),
		"contacts/all.csv":     "email,region\na@b.example,r0\nc@d.example,\n",
		"contacts/trusted.csv": "email,embargo\nt1@d.example,yes\nt2@d.example,yes\n",
	} {
		if err := workspace.WriteFile(filepath.Join(dir, name), []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	w, err := workspace.Open(dir)
	if err == nil {
		err = w.MakeStateDir()
	}
	if err != nil {
		t.Fatal(err)
	}
	s.w = w
	clock := func() time.Time { return s.now }
	s.ledger = ledger.New(testdb.Open(tb, dir), clock).GoByOwnClock()
	s.desk = coalition.New(s.ledger, w, clock, "https://press.harbor.example")
	for i := range orgs {
		s.ask(fmt.Sprintf("org-%d", i))
	}
	return s
}

func (s *stage) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// ask asks one organization, and opens its link.
func (s *stage) ask(org string) {
	s.t.Helper()
	ctx := context.Background()
	asked, _, err := s.desk.Ask(ctx, coalition.Call{
		Slug: "x", Orgs: []string{org}, Soft: instant.Add(-2 * time.Hour), Hard: instant.Add(-time.Second), Words: 60,
		Show: coalition.ShowHeadline, Asker: "Lena Ott <lead@harbor.example>",
	})
	s.must(err)
	number := strings.TrimPrefix(org, "org-")
	letter, err := s.desk.Letter(ctx, coalition.Letter{
		Request: asked[0].ID, Person: fmt.Sprintf("Ana %s <ana@org%s.example>", number, number), What: string(coalition.LetterAsk), Name: "t",
	})
	s.must(err)
	_, after, _ := strings.Cut(letter.Text, coalition.Path)
	s.links[org], _, _ = strings.Cut(after, "\n")
}

// saying are words of an organization.
func saying(org, text string) submission.Words {
	number := strings.TrimPrefix(org, "org-")
	return submission.Words{Speaker: "Ana Pier" + number, Title: "chair", Org: "Org " + number, Text: text, Style: submission.AfterFirst}
}

// sign saves words and signs them off.
func (s *stage) sign(org, text string) error {
	s.t.Helper()
	ctx := context.Background()
	v, err := s.desk.Save(ctx, s.links[org], 0, saying(org, text))
	if err != nil {
		return err
	}
	_, err = s.desk.Sign(ctx, s.links[org], 0, v.Digest(v.Words()))
	return err
}

func (s *stage) withdraw(org string) {
	s.t.Helper()
	_, err := s.desk.Withdraw(context.Background(), s.links[org], "our board says no")
	s.must(err)
}

func (s *stage) visit(org string) *coalition.Visit {
	s.t.Helper()
	v, err := s.desk.Visit(context.Background(), s.links[org])
	s.must(err)
	return v
}

func (s *stage) plan(without ...string) (*dispatch.Plan, error) {
	ctx := context.Background()
	known, err := s.desk.Known(ctx, "x")
	if err != nil {
		return nil, err
	}
	return dispatch.Prepare(ctx, s.w, s.ledger, "x", nil, known, s.now, without...)
}

// send schedules the release as it stands in the folder.
func (s *stage) send(replace bool, without ...string) []string {
	s.t.Helper()
	plan, err := s.plan(without...)
	s.must(err)
	if plan.Findings.HasErrors() {
		s.t.Fatal(plan.Findings)
	}
	ids, err := plan.Schedule(context.Background(), replace, nil)
	s.must(err)
	return ids
}

// takeOut does what the job does.
func (s *stage) takeOut() {
	s.t.Helper()
	ctx := context.Background()
	waiting, err := s.ledger.HeldBack(ctx)
	s.must(err)
	for _, d := range waiting {
		s.must(dispatch.TakeOut(ctx, s.ledger, d))
	}
}

func (s *stage) dispatch(id string) *ledger.Dispatch {
	s.t.Helper()
	d, err := s.ledger.Dispatch(context.Background(), id)
	s.must(err)
	return d
}

// gate asks about a dispatch at a moment.
func (s *stage) gate(id string, at time.Time) embargo.Verdict {
	s.t.Helper()
	s.now = at
	d, err := s.ledger.Gate(context.Background(), id, 0)
	s.must(err)
	return d.Verdict
}

// stored are the digests of what a dispatch has.
func (s *stage) stored(id string) map[string]string {
	s.t.Helper()
	all, err := s.ledger.Artefacts(context.Background(), id)
	s.must(err)
	return all
}

// text is what a dispatch prints, as plain text.
func (s *stage) text(id string) string {
	s.t.Helper()
	data, err := s.ledger.Artefact(context.Background(), id, "text/en")
	s.must(err)
	return string(data)
}

// mail is all that waits to be mailed to an address, or was: the texts of the notices.
func (s *stage) mail(to string) string {
	s.t.Helper()
	rows, err := s.ledger.DB().Reader().QueryContext(context.Background(), `SELECT `+s.args()+` FROM river_job WHERE kind = 'notice' ORDER BY id`)
	s.must(err)
	defer rows.Close()
	var out strings.Builder
	for rows.Next() {
		var args string
		s.must(rows.Scan(&args))
		if strings.Contains(args, to) {
			out.WriteString(strings.ReplaceAll(args, `\n`, "\n") + "\n")
		}
	}
	s.must(rows.Err())
	return out.String()
}

// jobs counts those of a kind.
func (s *stage) jobs(kind string) (n int) {
	s.t.Helper()
	s.must(s.ledger.DB().Reader().QueryRowContext(context.Background(), `SELECT COUNT(*) FROM river_job WHERE kind = ?`, kind).Scan(&n))
	return n
}

// sql changes the database.
func (s *stage) sql(query string, args ...any) {
	s.t.Helper()
	ctx := context.Background()
	s.must(s.ledger.DB().Tx(ctx, func(tx *store.Tx) error {
		_, err := tx.ExecContext(ctx, query, args...)
		return err
	}))
}

// letters are the letters of a kind that wait to be written, by whom they go to.
func (s *stage) letters(kind coalition.LetterKind) map[string]coalition.Letter {
	s.t.Helper()
	rows, err := s.ledger.DB().Reader().QueryContext(context.Background(), `SELECT `+s.args()+` FROM river_job WHERE kind = 'letter' ORDER BY id`)
	s.must(err)
	defer rows.Close()
	out := make(map[string]coalition.Letter)
	for rows.Next() {
		var args []byte
		s.must(rows.Scan(&args))
		var l coalition.Letter
		s.must(json.Unmarshal(args, &l))
		if l.What != string(kind) {
			continue
		}
		if _, twice := out[l.Person]; twice {
			s.t.Errorf("%s gets it twice", l.Person)
		}
		out[l.Person] = l
	}
	s.must(rows.Err())
	return out
}

// args is how a job's arguments are read as text.
func (s *stage) args() string {
	if s.ledger.DB().Postgres() {
		return "CAST(args AS TEXT)"
	}
	return "json(args)"
}

// write writes a file of the workspace.
func (s *stage) write(name, data string) {
	s.t.Helper()
	s.must(workspace.WriteFile(filepath.Join(s.w.Dir, name), []byte(data)))
}
