// Package fetches counts how often what is public is fetched: by release, day, form and
// language, and of nobody in particular.
//
// Add counts in memory, Run writes that down every few seconds, and Of reads it. Nothing
// is kept of who asked: no address, no cookie, no name of a program. What programs fetch
// that say that they are no reader's is counted apart.
package fetches

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"time"

	"pressroom/internal/store"
)

// Fetch is what was fetched.
type Fetch struct {
	Slug     string
	Form     string // page, pdf, docx, txt, json, eml, files or media
	Language string // "" for a file, which is the same in every language
	Robot    bool   // by a program that says that it is no reader's
}

// Count is how often something was fetched on a day.
type Count struct {
	Fetch
	Day string // in the release's zone, as 2026-07-26
	N   int
}

// Counter counts. What it has not written down yet is lost when the program is killed.
type Counter struct {
	db  *store.DB
	now func() time.Time
	log *slog.Logger

	mu    sync.Mutex
	n     map[dated]int
	zones map[string]*time.Location
}

type dated struct {
	Fetch
	day string
}

// New returns a counter that has counted nothing.
func New(db *store.DB, now func() time.Time, log *slog.Logger) *Counter {
	return &Counter{db: db, now: now, log: log, n: make(map[dated]int), zones: make(map[string]*time.Location)}
}

// Add counts a fetch of a release whose days are those of a zone.
func (c *Counter) Add(f Fetch, zone string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n[dated{f, c.now().In(c.zone(zone)).Format(time.DateOnly)}]++
}

// zone is read once: whoever waits for a page waits for it.
func (c *Counter) zone(name string) *time.Location {
	if z, ok := c.zones[name]; ok {
		return z
	}
	z, err := time.LoadLocation(name)
	if err != nil {
		z = time.UTC
	}
	c.zones[name] = z
	return z
}

// writeEvery is how soon what was counted can be read.
const writeEvery = 10 * time.Second

// Run writes down what is counted until ctx ends, and then what is left.
func (c *Counter) Run(ctx context.Context) {
	ticker := time.NewTicker(writeEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
		case <-ticker.C:
		}
		if err := c.Write(context.WithoutCancel(ctx)); err != nil {
			c.log.Error("writing down how often pages were fetched", "error", err)
		}
		if ctx.Err() != nil {
			return
		}
	}
}

// Write writes down what was counted since it was last called. What it cannot write is
// kept for the next time.
func (c *Counter) Write(ctx context.Context) error {
	c.mu.Lock()
	counted := c.n
	c.n = make(map[dated]int)
	c.mu.Unlock()
	if len(counted) == 0 {
		return nil
	}
	err := c.db.Tx(ctx, func(tx *store.Tx) error {
		for f, n := range counted {
			if _, err := tx.ExecContext(ctx, `INSERT INTO fetched (slug, day, form, language, robot, n) VALUES (?, ?, ?, ?, ?, ?)
				ON CONFLICT (slug, day, form, language, robot) DO UPDATE SET n = fetched.n + excluded.n`,
				f.Slug, f.day, f.Form, f.Language, number(f.Robot), n); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		return nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for f, n := range counted {
		c.n[f] += n
	}
	return fmt.Errorf("counting what was fetched: %w", err)
}

func number(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// Of is how often a release and its files were fetched, the first day first.
func Of(ctx context.Context, db *store.DB, slug string) ([]Count, error) {
	rows, err := db.Reader().QueryContext(ctx, `SELECT day, form, language, robot, n FROM fetched WHERE slug = ?`, slug)
	if err != nil {
		return nil, fmt.Errorf("reading how often %s was fetched: %w", slug, err)
	}
	defer rows.Close()
	var out []Count
	for rows.Next() {
		c := Count{Fetch: Fetch{Slug: slug}}
		var robot int
		if err := rows.Scan(&c.Day, &c.Form, &c.Language, &robot, &c.N); err != nil {
			return nil, fmt.Errorf("reading how often %s was fetched: %w", slug, err)
		}
		c.Robot = robot != 0
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b Count) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Form, b.Form), cmp.Compare(a.Language, b.Language),
			number(a.Robot)-number(b.Robot))
	})
	return out, rows.Err()
}
