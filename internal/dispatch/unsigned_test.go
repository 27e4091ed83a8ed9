package dispatch

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressroom/internal/coalition"
	"pressroom/internal/compile"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/store"
	"pressroom/internal/submission"
	"pressroom/internal/testdb"
	"pressroom/internal/workspace"
)

// partnersText is a release with the words of two partners, one of them in Spanish too.
const partnersText = `+++
headline = "H"
embargo = 2026-07-26T09:00:00-07:00
timezone = "America/Los_Angeles"
to = ["all"]
advance = ["all"]
[[contact]]
name = "Dana"
phone = "1"
[[quote]]
id = "river"
org = "river"
speaker = "Ana Ruiz"
text = "Signed words stand here."
[[quote]]
id = "piers"
org = "piers"
speaker = "Quilla Unsigned"
text = "Zanzibar words."
+++
Body.
`

const partnersSpanish = `+++
headline = "T"
[[quote]]
id = "river"
text = "Palabras firmadas sin tilde."
[[quote]]
id = "piers"
text = "Palabras de Zanzibar."
+++
Cuerpo.
`

// partners is a workspace whose two partners were asked, and its hands.
type partners struct {
	t    *testing.T
	w    *workspace.Workspace
	l    *ledger.Ledger
	desk *coalition.Desk
	now  time.Time
	link map[string]string // secrets, by organisation
}

func withPartners(t *testing.T) *partners {
	t.Helper()
	ctx := context.Background()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"releases/x.md": partnersText, "releases/x.es.md": partnersSpanish, "contacts/all.csv": "email,embargo,language\na@b.example,yes,es\n",
		"pressroom.toml": "[organization]\nid = \"harbor\"\nname = \"Harbor\"\n" +
			"[[org]]\nid = \"river\"\nname = \"River\"\ncontact = \"Ana <ana@river.example>\"\n" +
			"[[org]]\nid = \"piers\"\nname = \"Piers\"\ncontact = \"Quilla <quilla@piers.example>\"\n",
	} {
		if err := workspace.WriteFile(filepath.Join(dir, name), []byte(text)); err != nil {
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
	testdb.Migrated(t, w.StateDir())
	db, err := store.Open(ctx, w.StateDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	p := &partners{t: t, w: w, now: now, link: make(map[string]string)}
	clock := func() time.Time { return p.now }
	p.l = ledger.New(db, clock)
	p.desk = coalition.New(p.l, w, clock, "https://press.harbor.example")
	asked, _, err := p.desk.Ask(ctx, coalition.Call{
		Slug: "x", Orgs: []string{"river", "piers"}, Soft: now.Add(time.Hour), Hard: now.Add(48 * time.Hour), Asker: "Dana <dana@harbor.example>",
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range asked {
		n, err := p.desk.Letter(ctx, coalition.Letter{Request: r.ID, Person: "A <a@" + r.Org + ".example>", What: string(coalition.LetterAsk), Name: r.Org})
		if err != nil {
			t.Fatal(err)
		}
		_, after, _ := strings.Cut(n.Text, coalition.Path)
		p.link[r.Org], _, _ = strings.Cut(after, "\n")
	}
	return p
}

// sign signs the words as they stand, or with text others.
func (p *partners) sign(org, text string) {
	p.t.Helper()
	ctx := context.Background()
	v, err := p.desk.Visit(ctx, p.link[org])
	if err == nil && text != "" {
		w := submission.Words{Speaker: "Ana Ruiz", Org: v.Org.Name, Text: text, Style: submission.AfterFirst}
		v, err = p.desk.Save(ctx, p.link[org], 0, w)
	}
	if err != nil {
		p.t.Fatal(err)
	}
	if _, err := p.desk.Sign(ctx, p.link[org], v.Request.Version, v.Digest(v.Words())); err != nil {
		p.t.Fatal(err)
	}
}

func (p *partners) known() *release.Known {
	p.t.Helper()
	known, err := p.desk.Known(context.Background(), "x")
	if err != nil {
		p.t.Fatal(err)
	}
	return known
}

// look is every artefact by its name, and what the plan says.
func (p *partners) look() (printed map[string]string, said string) {
	p.t.Helper()
	ctx := context.Background()
	plan, err := Prepare(ctx, p.w, p.l, "x", nil, p.known(), p.now)
	if err != nil || plan.Findings.HasErrors() {
		p.t.Fatal(plan.Findings, err)
	}
	all, err := plan.Input.All(ctx, compile.AllFormats, plan.Input.Variants())
	if err != nil {
		p.t.Fatal(err)
	}
	printed = make(map[string]string)
	for _, a := range all {
		printed[a.FileName(plan.Input.Release)] = string(a.Data)
	}
	var out strings.Builder
	if err := plan.Describe(ctx, &out); err != nil {
		p.t.Fatal(err)
	}
	return printed, out.String()
}

// What nobody signed is left out of every artefact in every language; a translation that
// is behind, of those in its language. The plan says whose they are.
func TestWhatIsLeftOutStandsInNoArtefact(t *testing.T) {
	p := withPartners(t)
	p.sign("river", "")
	printed, said := p.look()
	for name, data := range printed {
		if strings.Contains(data, "Quilla Unsigned") || strings.Contains(data, "Zanzibar") {
			t.Errorf("%s has the quote that nobody signed", name)
		}
	}
	for _, want := range []string{
		"left out, without sign-off: piers (Piers), was shown words and has not signed them\n",
		"(piers: was shown words and has not signed them); it is left out; pressroom quotes remind x --org piers",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is missing in the plan:\n%s", want, said)
		}
	}
	if !strings.Contains(printed["x.es.txt"], "Palabras firmadas sin tilde") {
		t.Errorf("the translation is missing:\n%s", printed["x.es.txt"])
	}
	p.sign("river", "New words.")
	printed, said = p.look()
	for name, data := range printed {
		if strings.Contains(data, "sin tilde") {
			t.Errorf("%s has a translation of other words", name)
		}
	}
	if !strings.Contains(printed["x.txt"], "New words") || !strings.Contains(said, "river in es (River)") {
		t.Errorf("%s\n%s", printed["x.txt"], said)
	}
}

// A sign-off that comes after a release was scheduled without it is offered by check and
// status; as long as none does, nothing has changed.
func TestASignoffAfterSchedulingIsOffered(t *testing.T) {
	p := withPartners(t)
	ctx := context.Background()
	p.sign("river", "")
	checked := func() string {
		t.Helper()
		c, err := NewChecker(ctx, p.w, p.l, nil, p.now)
		if err != nil {
			t.Fatal(err)
		}
		c.Known = p.desk.Known
		got, err := c.Release(ctx, "x")
		if err != nil {
			t.Fatal(err)
		}
		return got.Findings.Error()
	}
	plan, err := Prepare(ctx, p.w, p.l, "x", nil, p.known(), p.now)
	if err != nil {
		t.Fatal(err)
	}
	p.now = p.now.Add(time.Minute)
	ids, err := plan.Schedule(ctx, false, nil)
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.l.Dispatch(ctx, ids[0])
	if err != nil {
		t.Fatal(err)
	}
	if differs, err := Differing(ctx, p.w, p.l, []*ledger.Dispatch{d}, p.desk.Known); err != nil || differs[d.ID] || strings.Contains(checked(), "[scheduled]") {
		t.Errorf("nothing has changed: %v, %v, %s", differs, err, checked())
	}
	p.now = p.now.Add(time.Minute)
	p.sign("piers", "")
	if got := checked(); !strings.Contains(got, "signed off since: Piers; pressroom send x --replace swaps it") {
		t.Errorf("a sign-off came: %s", got)
	}
	differs, err := Differing(ctx, p.w, p.l, []*ledger.Dispatch{d}, p.desk.Known)
	if err != nil || !differs[d.ID] || SignedSince(p.known(), d) != "Piers" {
		t.Errorf("status: %v, %v, %q", differs, err, SignedSince(p.known(), d))
	}
}

// A release that insists is not sent with a translation of words that were changed.
func TestATranslationThatIsBehindStopsAReleaseThatInsists(t *testing.T) {
	p := withPartners(t)
	path := filepath.Join(p.w.Dir, "releases/x.md")
	insists := strings.Replace(partnersText, "[[contact]]", "[quotes]\nunsigned = \"refuse\"\n[[contact]]", 1)
	if err := os.WriteFile(path, []byte(insists), 0o644); err != nil {
		t.Fatal(err)
	}
	p.sign("piers", "")
	p.sign("river", "New words.")
	plan, err := Prepare(context.Background(), p.w, p.l, "x", nil, p.known(), p.now)
	if err != nil {
		t.Fatal(err)
	}
	if got := plan.Findings.Error(); !strings.Contains(got, "x.es.md:3:3: error: the quote of River (river) was changed in its own language") {
		t.Error(got)
	}
}
