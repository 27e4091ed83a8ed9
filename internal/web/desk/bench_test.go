package desk

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/coalition"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/people"
	"pressroom/internal/sandbox"
	"pressroom/internal/store"
	"pressroom/internal/testdb"
	"pressroom/internal/web/room"
	"pressroom/internal/workspace"
)

// BenchmarkToday asks for the first page of a press office with 10,000 releases that went
// out and a million deliveries, and 20 that go out next, and reports within how many
// milliseconds 95 of 100 are answered; and the same for the list of all releases.
func BenchmarkToday(b *testing.B) {
	const releases, each = 10_000, 100
	l := ledger.New(testdb.Open(b, b.TempDir()), time.Now)
	fill(b, l, releases, each)
	w := folder(b, nil)
	log := slog.New(slog.DiscardHandler)
	s := services(w, l, sandbox.Mailbox{Dir: b.TempDir()}, log)
	s.Coalition = coalition.New(l, w, time.Now, "")
	s.Today.Coalition, s.Today.People = s.Coalition, people.New(l, time.Now, "")
	m := &room.Room{
		Log: log, Language: "en", Links: room.Usual,
		Who: func(*http.Request) (*room.Actor, error) { return &room.Actor{Name: "Ana", Role: workspace.Lead}, nil },
	}
	h, err := m.Handler(New(s, m).Routes())
	if err != nil {
		b.Fatal(err)
	}
	for name, page := range map[string][2]string{"today": {"/", "Went out"}, "releases": {"/releases?q=copy-77", "copy-77"}} {
		b.Run(name, func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				start := time.Now()
				answer := httptest.NewRecorder()
				h.ServeHTTP(answer, httptest.NewRequest("GET", page[0], nil))
				took = append(took, time.Since(start))
				if answer.Code != http.StatusOK || !strings.Contains(answer.Body.String(), page[1]) {
					b.Fatalf("%d\n%s", answer.Code, answer.Body)
				}
			}
			slices.Sort(took)
			b.ReportMetric(took[len(took)*95/100].Seconds()*1000, "ms-95%")
			b.ReportMetric(took[len(took)/2].Seconds()*1000, "ms-50%")
		})
	}
}

// fill has one release go out to so many, and copies of it in the database.
func fill(b *testing.B, l *ledger.Ledger, releases, each int) {
	b.Helper()
	ctx := context.Background()
	start := time.Now()
	id := outlined(b, l, "copy", start.Add(-time.Minute), each)
	lock, err := l.DB().LockWorker(ctx)
	if err != nil {
		b.Fatal(err)
	}
	defer lock.Release()
	if d, err := l.Gate(ctx, id, 0); err != nil || !d.Pass.Valid() {
		b.Fatalf("%+v, %v", d, err)
	}
	claimed, err := l.Claim(ctx, id, lock.ID, each)
	if err != nil || len(claimed) != each {
		b.Fatal(len(claimed), err)
	}
	var out []ledger.Outcome
	for _, d := range claimed {
		out = append(out, ledger.Outcome{Delivery: d, Result: ledger.Sent, At: time.Now(), Server: "mx.example", Stage: "content", Code: 250, Reply: "queued"})
	}
	if _, err = l.Record(ctx, out); err == nil {
		_, _, err = l.Settle(ctx, id)
	}
	if err != nil {
		b.Fatal(err)
	}
	multiply(b, l.DB(), releases-1)
	for i := range 20 {
		outlined(b, l, fmt.Sprint("next-", i), start.Add(time.Duration(i+1)*time.Hour), each)
	}
	b.Logf("%d releases with %d deliveries each, in %s", releases, each, time.Since(start).Round(time.Second))
}

// outlined schedules a release to so many.
func outlined(b *testing.B, l *ledger.Ledger, slug string, at time.Time, each int) string {
	b.Helper()
	ctx := context.Background()
	id, err := l.Create(ctx, ledger.Draft{
		Slug: slug, Headline: "Release " + slug, Kind: embargo.Release, ReleaseAt: at, Grace: time.Hour, Zone: "America/Los_Angeles",
		Sender: "p@x.example", Snapshot: []byte("{}"),
	})
	var all []ledger.Recipient
	for i := range each {
		key := fmt.Sprintf("j%d@%s.example", i, slug)
		all = append(all, ledger.Recipient{Key: key, Address: key, Name: fmt.Sprint("Journalist ", i), Language: "en"})
	}
	if err == nil {
		err = l.Add(ctx, id, all)
	}
	if err == nil {
		err = l.Schedule(ctx, ledger.Scheduling{Slug: slug, Revision: "r", IDs: []string{id}})
	}
	if err != nil {
		b.Fatal(err)
	}
	return id
}

// multiply copies the one release that there is: by the columns that the tables have.
func multiply(b *testing.B, db *store.DB, times int) {
	b.Helper()
	ctx := context.Background()
	numbered := map[string]string{
		"dispatch.id": `'copy-' || n.n || '/release-1'`, "dispatch.slug": `'copy-' || n.n`, "dispatch.headline": `'Release copy-' || n.n`,
		"dispatch.updated_at": `updated_at - n.n * 1000000`, "delivery.dispatch": `'copy-' || n.n || '/release-1'`, "delivery.slug": `'copy-' || n.n`,
	}
	err := db.Tx(ctx, func(tx *store.Tx) error {
		for _, table := range []string{"dispatch", "delivery"} {
			rows, err := tx.QueryContext(ctx, `SELECT * FROM `+table+` WHERE 1 = 0`)
			if err != nil {
				return err
			}
			names, err := rows.Columns()
			rows.Close()
			if err != nil {
				return err
			}
			if table == "delivery" {
				names = slices.DeleteFunc(names, func(name string) bool { return name == "id" })
			}
			values := make([]string, len(names))
			for i, name := range names {
				values[i] = name
				if v, other := numbered[table+"."+name]; other {
					values[i] = v
				}
			}
			_, err = tx.ExecContext(ctx, `WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ?) INSERT INTO `+table+
				` (`+strings.Join(names, ", ")+`) SELECT `+strings.Join(values, ", ")+` FROM `+table+`, n WHERE slug = 'copy'`, times)
			if err != nil {
				return fmt.Errorf("%s: %w", table, err)
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
}
