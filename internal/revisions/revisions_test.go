package revisions

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressroom/internal/draft"
	"pressroom/internal/frontmatter"
	"pressroom/internal/store"
	"pressroom/internal/testdb"
	"pressroom/internal/workspace"
)

func TestMain(m *testing.M) { os.Exit(testdb.Both(m)) }

const ana, bea = "ana@harbor.example", "bea@harbor.example"

// bench is a desk with one release, and a clock that goes on with each look.
type bench struct {
	*Desk
	t    *testing.T
	name string
	db   *store.DB
}

func benchWith(t *testing.T, data string) *bench {
	t.Helper()
	dir := t.TempDir()
	b := &bench{t: t, name: filepath.Join(dir, "releases", "x.md"), db: testdb.Open(t, dir)}
	b.write(data)
	w, err := workspace.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 7, 20, 10, 0, 0, 0, time.UTC)
	b.Desk = New(b.db, w, func() time.Time {
		now = now.Add(time.Minute)
		return now
	})
	return b
}

// write is an editor on the machine.
func (b *bench) write(data string) {
	b.t.Helper()
	if err := workspace.WriteFile(b.name, []byte(data)); err != nil {
		b.t.Fatal(err)
	}
}

func (b *bench) file() string {
	b.t.Helper()
	data, err := os.ReadFile(b.name)
	if err != nil {
		b.t.Fatal(err)
	}
	return string(data)
}

// save replaces something in what the file holds.
func (b *bench) save(by, before, after string) *Written {
	b.t.Helper()
	text := plain(b.file())
	now, err := b.Save(context.Background(), "x", "", text, strings.Replace(text, before, after, 1), by)
	if err != nil {
		b.t.Fatal(err)
	}
	return now
}

func plain(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") }

// kept are all revisions, the oldest first, as one writes them down.
func (b *bench) kept() string {
	b.t.Helper()
	list, err := b.List(context.Background(), "x", "")
	if err != nil {
		b.t.Fatal(err)
	}
	var out []string
	for _, r := range list {
		text, err := b.Text(context.Background(), "x", "", r.N)
		if err != nil {
			b.t.Fatal(err)
		}
		who, _, _ := strings.Cut(r.Who, "@")
		line := fmt.Sprintf("%d %s %s %q", r.N, r.How, who, text)
		if r.Of > 0 {
			line = fmt.Sprintf("%d %s %s of %d %q", r.N, r.How, who, r.Of, text)
		}
		out = append([]string{line}, out...)
	}
	return strings.Join(out, "\n")
}

func (b *bench) is(want ...string) {
	b.t.Helper()
	if got := b.kept(); got != strings.Join(want, "\n") {
		b.t.Errorf("kept is\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
}

func TestEachSaveIsKeptWithWhatWasThereBefore(t *testing.T) {
	b := benchWith(t, "one\r\ntwo\r\n")
	if now := b.save(ana, "one", "1"); now.N != 2 {
		t.Errorf("%+v", now)
	}
	if now := b.save(ana, "one", "1"); now.N != 0 { // as it is
		t.Errorf("%+v", now)
	}
	b.write("1\ntwo\nthree\n")
	b.save(bea, "three", "3")
	b.is(`1 found  "one\r\ntwo\r\n"`, `2 saved ana "1\r\ntwo\r\n"`, `3 found  "1\ntwo\nthree\n"`, `4 saved bea "1\ntwo\n3\n"`)
}

func TestAnEditOfTheFrontMatterIsKept(t *testing.T) {
	b := benchWith(t, "+++\nheadline = \"A\" # so\n+++\nx\n")
	n, err := b.Edit(context.Background(), "x", "", ana, func(doc *frontmatter.Document) ([]byte, error) { return doc.Set("", "headline", `"B"`) })
	if err != nil || n != 2 {
		t.Fatal(n, err)
	}
	b.is(`1 found  "+++\nheadline = \"A\" # so\n+++\nx\n"`, `2 edited ana "+++\nheadline = \"B\" # so\n+++\nx\n"`)
}

func TestAnUndoneSaveIsByteForByteAsItWas(t *testing.T) {
	const was = "one\r\ntwo\nthree\r\n\r\nfour"
	b := benchWith(t, was)
	n := b.save(ana, "two\nthree", "2").N
	now, err := b.Undo(context.Background(), "x", "", n, bea)
	if err != nil || b.file() != was || now.N != 3 || now.Merged {
		t.Fatalf("%+v, %v: %q", now, err, b.file())
	}
	// What was undone can be done again.
	if _, err := b.Undo(context.Background(), "x", "", now.N, bea); err != nil || plain(b.file()) != "one\n2\n\nfour" {
		t.Errorf("%q, %v", b.file(), err)
	}
	list, err := b.List(context.Background(), "x", "")
	if err != nil || list[0].How != Undone || list[0].Of != 3 || list[0].Who != bea {
		t.Errorf("%+v, %v", list, err)
	}
}

func TestWhatOthersWroteSinceStaysWhereASaveIsUndone(t *testing.T) {
	b := benchWith(t, "one\ntwo\nthree\nfour\n")
	n := b.save(ana, "one", "1").N
	b.save(bea, "four", "4")
	now, err := b.Undo(context.Background(), "x", "", n, ana)
	if err != nil || !now.Merged || b.file() != "one\ntwo\nthree\n4\n" {
		t.Fatalf("%+v, %v: %q", now, err, b.file())
	}
	// On the same lines: nothing is written.
	n = b.save(ana, "two", "2").N
	b.save(bea, "2", "zwei")
	var changed *draft.ChangedError
	if _, err := b.Undo(context.Background(), "x", "", n, ana); !errors.As(err, &changed) || !strings.Contains(b.file(), "zwei") {
		t.Errorf("%v: %q", err, b.file())
	}
}

func TestAnEarlierTextIsTakenBack(t *testing.T) {
	ctx := context.Background()
	b := benchWith(t, "one\r\n")
	b.save(ana, "one", "two")
	_, sight, err := b.Now("x", "")
	if err != nil {
		t.Fatal(err)
	}
	b.save(bea, "two", "three")
	var other *ChangedError
	if _, err := b.Take(ctx, "x", "", 1, sight, ana); !errors.As(err, &other) || b.file() != "three\r\n" {
		t.Errorf("what was saved since it was looked at is written over: %v, %q", err, b.file())
	}
	if now, err := b.Take(ctx, "x", "", 1, "", ana); err != nil || now.N != 4 || b.file() != "one\r\n" {
		t.Errorf("%+v, %v: %q", now, err, b.file())
	}
	b.is(`1 found  "one\r\n"`, `2 saved ana "two\r\n"`, `3 saved bea "three\r\n"`, `4 taken ana of 1 "one\r\n"`)
	var gone *NotKeptError
	if _, err := b.Take(ctx, "x", "", 9, "", ana); !errors.As(err, &gone) {
		t.Error(err)
	}
	if _, err := b.Undo(ctx, "x", "", 1, ana); !errors.As(err, &gone) { // nothing was before it
		t.Error(err)
	}
	if _, err := b.Take(ctx, "x", "es", 1, "", ana); err == nil {
		t.Error("a language that there is not is taken back")
	}
}

func TestWhatCannotBeKeptIsNotWritten(t *testing.T) {
	b := benchWith(t, "one\n")
	b.db.Close()
	if _, err := b.Save(context.Background(), "x", "", "one\n", "two\n", ana); err == nil || b.file() != "one\n" {
		t.Errorf("%v: %q", err, b.file())
	}
}

func TestWhatWasNotWrittenIsNotKept(t *testing.T) {
	b := benchWith(t, "one\n")
	const from = "one\n"
	for range 10 { // an editor on the machine is quicker each time
		k := &keeper{Desk: b.Desk, by: ana, how: Saved}
		racing := draft.New(b.w).KeptBy(raced{k, func() { b.write(b.file() + "more\n") }})
		if _, err := racing.Save(context.Background(), "x", "", b.file(), "two\n"); err == nil {
			t.Fatal("it was written")
		}
		if k.n != 0 {
			t.Errorf("revision %d is what was not written", k.n)
		}
		b.write(from)
	}
	list, err := b.List(context.Background(), "x", "")
	for _, r := range list {
		if r.How != Found {
			t.Errorf("%+v", r)
		}
	}
	if err != nil {
		t.Error(err)
	}
}

// raced has an editor on the machine save whenever something was kept.
type raced struct {
	draft.Keeper
	save func()
}

func (r raced) Keep(ctx context.Context, c draft.Change) (func(), error) {
	forget, err := r.Keeper.Keep(ctx, c)
	r.save()
	return forget, err
}

func TestAsMuchIsKeptAsIsSaid(t *testing.T) {
	b := benchWith(t, "0")
	if b.most != Most || b.mostBytes != MostBytes {
		t.Errorf("%d, %d", b.most, b.mostBytes)
	}
	b.most, b.mostBytes = 10, 1000
	for i := range 15 {
		b.save(ana, fmt.Sprint(i), fmt.Sprint(i+1))
	}
	list, err := b.List(context.Background(), "x", "")
	if err != nil || len(list) != 10 || list[0].N != 16 || list[9].N != 7 {
		t.Fatalf("%d are kept, %v", len(list), err)
	}
	var gone *NotKeptError
	if _, err := b.Text(context.Background(), "x", "", 6); !errors.As(err, &gone) {
		t.Error(err)
	}
	// Large ones are fewer, and the newest and what was before it are never too large.
	for size, want := range map[int]int{300: 3, 900: 2, 2000: 2} {
		for i := range 5 {
			b.write(strings.Repeat("x", size) + fmt.Sprint(i))
			b.save(ana, "x", "y")
		}
		list, err := b.List(context.Background(), "x", "")
		if err != nil || len(list) != want {
			t.Errorf("of texts of %d bytes %d are kept, want %d, %v", size, len(list), want, err)
		}
	}
}

// Whoever saves, undoes, takes back, and writes on the disk in whatever order: what a file
// held before something else was written there is among what is kept, and what it held then.
func TestWhateverAFileHeldIsKept(t *testing.T) {
	for run := range 5 {
		rnd := rand.New(rand.NewPCG(3, uint64(run)))
		b := benchWith(t, "a\nb\nc\nd\ne\nf\n")
		ctx := context.Background()
		held := make(map[string]bool)
		for i := range 25 {
			lines := strings.SplitAfter(b.file(), "\n")
			lines[rnd.IntN(len(lines))] = fmt.Sprint("line ", i, []string{"\n", "\r\n"}[rnd.IntN(2)])
			other := strings.Join(lines, "")
			list, err := b.List(ctx, "x", "")
			if err != nil {
				t.Fatal(err)
			}
			before := b.file()
			switch what := rnd.IntN(4); {
			case what == 0: // two saves on the disk, one upon the other, are one to us
				b.write(other)
				continue
			case what == 1 || len(list) < 3:
				if _, err := b.Save(ctx, "x", "", plain(before), other, ana); err != nil {
					t.Fatal(err)
				}
			case what == 2:
				_, err := b.Undo(ctx, "x", "", list[rnd.IntN(len(list)-1)].N, bea)
				if changed := (*draft.ChangedError)(nil); err != nil && !errors.As(err, &changed) || err != nil && b.file() != before {
					t.Fatal(err)
				}
			case what == 3:
				if _, err := b.Take(ctx, "x", "", list[rnd.IntN(len(list))].N, "", bea); err != nil {
					t.Fatal(err)
				}
			}
			if b.file() != before {
				held[before], held[b.file()] = true, true
			}
		}
		kept := b.kept()
		for text := range held {
			if !strings.Contains(kept, fmt.Sprintf("%q", text)) {
				t.Errorf("%q is not kept", text)
			}
		}
		if len(held) < 10 {
			t.Errorf("only %d texts were held", len(held))
		}
	}
}
