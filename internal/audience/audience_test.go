package audience

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressroom/internal/contacts"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/store"
	"pressroom/internal/testdb"
	"pressroom/internal/workspace"
)

func TestMain(m *testing.M) { os.Exit(testdb.Both(m)) }

const press = "email,name,tags\nana@a.example,Ana,first\nbo@b.example,Bo,first;second\ncy@c.example,Cy,second\n"

const segments = "[segment.first]\nwhere = '\"first\" in tags'\n[segment.second]\nwhere = '\"second\" in tags'\n"

func lists(t *testing.T) (*workspace.Workspace, *Lists) {
	t.Helper()
	w, err := workspace.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	write(t, w, "press.csv", press)
	write(t, w, "segments.toml", segments)
	return w, NewLists(w)
}

// write writes a press list that seems to have been written an hour ago.
func write(t *testing.T, w *workspace.Workspace, name, text string) {
	t.Helper()
	if err := w.Write("contacts/"+name, []byte(text)); err != nil {
		t.Fatal(err)
	}
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(filepath.Join(w.Dir, "contacts", name), old, old); err != nil {
		t.Fatal(err)
	}
}

func names(list []Member) string {
	var out []string
	for _, m := range list {
		out = append(out, m.Journalist.Key+" by "+m.Via)
	}
	return strings.Join(out, ", ")
}

func TestAnAudienceHasEachOnceUnderTheFirstThatNamesThem(t *testing.T) {
	_, l := lists(t)
	book, _, err := l.Book(nil)
	if err != nil {
		t.Fatal(err)
	}
	second, err := Pick(book, []release.Audience{{Name: "second"}})
	if err != nil {
		t.Fatal(err)
	}
	first, err := Pick(book, []release.Audience{{Name: "first"}, {Name: "second"}, {Name: "first"}})
	if err != nil {
		t.Fatal(err)
	}
	if got := names(first); got != "ana@a.example by first, bo@b.example by first, cy@c.example by second" {
		t.Errorf("%s", got)
	}
	if got := names(Join(second, first)); got != "bo@b.example by second, cy@c.example by second, ana@a.example by first" {
		t.Errorf("%s", got)
	}
	if _, err := Pick(book, []release.Audience{{Name: "third"}}); err == nil {
		t.Error("a list that is not there picks")
	}
}

func TestPressListsAreReadOnceAndAgainWhenTheyChange(t *testing.T) {
	w, l := lists(t)
	find := func(key string, changes map[string]contacts.Change) *contacts.Journalist {
		t.Helper()
		j, err := l.Find(key, changes)
		if err != nil {
			t.Fatal(err)
		}
		return j
	}
	for range 5 {
		if j := find("ana@a.example", nil); j == nil || j.Name != "Ana" {
			t.Fatalf("%+v", j)
		}
	}
	if l.reads != 1 {
		t.Errorf("read %d times", l.reads)
	}
	own := "Ana Maria"
	if j := find("ana@a.example", map[string]contacts.Change{"ana@a.example": {Name: &own}}); j.Name != own {
		t.Errorf("what she changed herself is not there: %+v", j)
	}
	if j := find("ana@a.example", nil); j.Name != "Ana" {
		t.Errorf("what is changed no more stays: %+v", j)
	}
	write(t, w, "more.csv", "email,name\ndi@d.example,Di\n")
	if j := find("di@d.example", nil); j == nil {
		t.Error("a new list is not seen")
	}
	write(t, w, "press.csv", strings.Replace(press, "ana@", "anna@", 1))
	if find("ana@a.example", nil) != nil || find("anna@a.example", nil) == nil {
		t.Error("another text is not seen")
	}
	// What was written just now may be written again within the same tick.
	if err := w.Write("contacts/more.csv", []byte("email,name\ned@e.example,Ed\n")); err != nil {
		t.Fatal(err)
	}
	before := l.reads
	find("ed@e.example", nil)
	find("ed@e.example", nil)
	if l.reads != before+2 {
		t.Errorf("a file that was written just now is read %d times", l.reads-before)
	}
}

// TestPeopleAreKnownAtTheAddressThatIsTheirsNow: who must not be mailed, and to whom a
// release came.
func TestPeopleAreKnownAtTheAddressThatIsTheirsNow(t *testing.T) {
	ctx := context.Background()
	w, _ := lists(t)
	if err := w.MakeStateDir(); err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 7, 20, 10, 0, 0, 0, time.UTC)
	db := testdb.Open(t, w.StateDir())
	book := ledger.New(db, func() time.Time { return now })
	id, err := book.Create(ctx, ledger.Draft{
		Slug: "x", Revision: "r1", Headline: "H", Kind: embargo.Release, ReleaseAt: now, Zone: "UTC", Sender: "p@x.example",
		Snapshot: []byte(`{}`), Artefacts: map[string][]byte{"mail/en": []byte("m")},
	})
	if err != nil {
		t.Fatal(err)
	}
	var to []ledger.Recipient
	for _, key := range []string{"ana@a.example", "old@o.example", "bo@b.example", "cy@c.example"} {
		to = append(to, ledger.Recipient{Key: key, Address: key, Name: "As mailed", Language: "en", Template: "mail/en"})
	}
	if err := book.Add(ctx, id, to); err != nil {
		t.Fatal(err)
	}
	if err := book.Schedule(ctx, ledger.Scheduling{Slug: "x", Revision: "r1", IDs: []string{id}}); err != nil {
		t.Fatal(err)
	}
	err = db.Tx(ctx, func(tx *store.Tx) error {
		for state, key := range map[string]string{"sent": "ana@a.example", "in_doubt": "old@o.example", "failed": "bo@b.example"} {
			if _, err := tx.ExecContext(ctx, `UPDATE delivery SET state = ? WHERE address_key = ?`, state, key); err != nil {
				return err
			}
		}
		return book.MoveIn(ctx, tx, "old@o.example", "new@n.example", "new@n.example")
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := book.Suppress(ctx, "ana@a.example", ledger.Unsubscribed, ""); err != nil {
		t.Fatal(err)
	}
	people, err := Ask(ctx, book, "x")
	if err != nil {
		t.Fatal(err)
	}
	if !people.Unmailed("ana@a.example") || people.Unmailed("bo@b.example") || !people.Any() ||
		!people.Reached("new@n.example").Release || people.Reached("bo@b.example").Release {
		t.Errorf("%+v", people)
	}
}
