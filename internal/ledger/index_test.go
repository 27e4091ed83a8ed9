package ledger

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// TestAPersonIsFoundByAnIndex: whoever changes an address does so while a release may
// be on its way to many, and holds the database's only writer for no longer than the
// mailings of one person take.
func TestAPersonIsFoundByAnIndex(t *testing.T) {
	ctx := context.Background()
	now := time.Date(2026, 7, 20, 10, 0, 0, 0, time.UTC)
	l := open(t, t.TempDir(), &clock{t: now})
	for n := range 3 {
		id, err := l.Create(ctx, Draft{
			Slug: fmt.Sprint("x", n), Revision: "r", Headline: "H", Kind: embargo.Release, ReleaseAt: now, Zone: "UTC", Sender: "p@x.example",
			Snapshot: []byte(`{}`), Artefacts: map[string][]byte{"mail/en": []byte("m")},
		})
		if err != nil {
			t.Fatal(err)
		}
		var to []Recipient
		for i := range 1000 {
			key := fmt.Sprintf("j%d@paper.example", i)
			to = append(to, Recipient{Key: key, Address: key, Language: "en", Template: "mail/en"})
		}
		for some := range slices.Chunk(to, 500) {
			if err := l.Add(ctx, id, some); err != nil {
				t.Fatal(err)
			}
		}
	}
	err := l.DB().Tx(ctx, func(tx *store.Tx) error {
		if _, err := tx.ExecContext(ctx, `UPDATE delivery SET state = 'sent' WHERE slug <> 'x1'`); err != nil {
			return err
		}
		if l.DB().Postgres() { // SQLite is never told how its tables are filled
			if _, err := tx.ExecContext(ctx, `ANALYZE`); err != nil {
				return err
			}
		}
		for what, q := range map[string]string{
			"what is in flight":      sqlInFlight(),
			"what makes way":         sqlMakeWay(otherOccupies),
			"what arrived":           sqlMakeWay(`delivery.state <> 'sent' AND o.state = 'sent'`),
			"what becomes another's": sqlPerson(),
			"one of both":            sqlOneOfBoth(),
			"somebody's copy":        sqlCopyOf(),
			"who follows":            sqlFollowers(false),
		} {
			plan, err := planOf(ctx, tx, l.DB().Postgres(), q)
			if err != nil {
				return fmt.Errorf("%s: %w", what, err)
			}
			if scans := wholeTable(plan); scans != "" {
				t.Errorf("%s: %s\n%s", what, scans, strings.Join(plan, "\n"))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// planOf is how the database would go about a statement of two parameters.
func planOf(ctx context.Context, tx *store.Tx, postgres bool, query string) ([]string, error) {
	columns, explain := 4, `EXPLAIN QUERY PLAN `
	if postgres {
		columns, explain = 1, `EXPLAIN `
	}
	rows, err := tx.QueryContext(ctx, explain+query, "j1@paper.example", "j2@paper.example")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var line string
		row := make([]any, columns)
		for i := range row {
			row[i] = new(any)
		}
		row[columns-1] = &line
		if err := rows.Scan(row...); err != nil {
			return nil, err
		}
		out = append(out, line)
	}
	return out, rows.Err()
}

var (
	scanned = regexp.MustCompile(`^SCAN (delivery|[owvt])\b|Seq Scan on delivery|Index (Only )?Scan .* on delivery|Bitmap Index Scan`)
	byIndex = regexp.MustCompile(`Index Cond:`)
)

// wholeTable is the line of a plan that reads all deliveries, "" if none does.
func wholeTable(plan []string) string {
	for i, line := range plan {
		if found := scanned.FindString(line); found == "" || strings.Contains(found, "Index") && i+1 < len(plan) && byIndex.MatchString(plan[i+1]) {
			continue
		}
		return line
	}
	return ""
}
