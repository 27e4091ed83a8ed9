package peers

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/app"
	"pressroom/internal/blob"
	"pressroom/internal/store"
)

// invented is a release of some three hundred words that nobody else has, and the
// boilerplate that all have.
func invented(random *rand.Rand, n int) string {
	syllables := strings.Fields("ka lo mi ter san bru fen dal or gis ne vi pol ha rund")
	var b strings.Builder
	fmt.Fprintf(&b, "Release number %d of the harbor\n\n", n)
	for range 8 {
		for range 38 {
			b.WriteString(syllables[random.IntN(len(syllables))] + syllables[random.IntN(len(syllables))] + syllables[random.IntN(len(syllables))] + " ")
		}
		b.WriteString("\n\n")
	}
	b.WriteString("Open Harbor Alliance is a coalition of eleven groups that work along the coast for clean water and for the right of those who " +
		"live there to know what is in it.\n")
	return b.String()
}

// TestOneLookAmongManyReleases looks a PDF up among a thousand stored releases, with
// PRESSROOM_FULL=1 ten thousand: how long the whole process takes is logged.
func TestOneLookAmongManyReleases(t *testing.T) {
	stored := 1000
	if os.Getenv("PRESSROOM_FULL") == "1" {
		stored = 10_000
	}
	ctx := context.Background()
	dir := t.TempDir()
	at := time.Now().Add(time.Hour).Truncate(time.Second)
	if err := app.Init(dir, app.Beginning{Embargo: at}); err != nil {
		t.Fatal(err)
	}
	a, err := app.Open(ctx, dir, app.World{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	storeReleases(t, a, stored)
	p, err := a.Plan(ctx, app.SampleSlug, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Schedule(ctx, false, nil); err != nil {
		t.Fatal(err)
	}
	data, err := a.Ledger.Artefact(ctx, app.SampleSlug+"/release-1", "pdf/en")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "release.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	var took, worked []time.Duration
	for n := range 11 {
		begun := time.Now()
		cmd := exec.Command(binary, "-C", dir, "verify", file)
		data, err := cmd.CombinedOutput()
		out := string(data)
		if n == 0 {
			t.Logf("the first look, which notes what was stored since: %s", time.Since(begun).Round(time.Millisecond))
		} else {
			took = append(took, time.Since(begun))
			worked = append(worked, cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
		}
		if err != nil || !strings.Contains(out, "word for word as it was sent") {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	slices.Sort(took)
	slices.Sort(worked)
	t.Logf("one look among %d releases, the whole process: median of ten %s, from %s to %s; of a processor, %s", stored,
		took[5].Round(time.Millisecond), took[0].Round(time.Millisecond), took[9].Round(time.Millisecond), worked[5].Round(time.Millisecond))
}

// storeReleases stores releases that were scheduled, as the database keeps them.
func storeReleases(t *testing.T, a *app.App, n int) {
	t.Helper()
	ctx, random := context.Background(), rand.New(rand.NewPCG(1, 1))
	err := a.DB().Tx(ctx, func(tx *store.Tx) error {
		snapshot, err := blob.Put(ctx, tx, []byte("{}"))
		if err != nil {
			return err
		}
		for i := range n {
			digest, err := blob.Put(ctx, tx, []byte(invented(random, i)))
			if err != nil {
				return err
			}
			id := fmt.Sprintf("harbor-%d/release-1", i)
			if _, err := tx.ExecContext(ctx, `INSERT INTO dispatch (id, slug, kind, number, revision, headline, state, release_at, wake_at, grace, zone,
				sender, snapshot, round, created_at, updated_at) VALUES (?, ?, 'release', 1, 'r', '', 'done', 0, 0, 0, 'UTC', '', ?, 'release', ?, 0)`,
				id, fmt.Sprintf("harbor-%d", i), snapshot, i); err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, `INSERT INTO artefact (dispatch, name, digest) VALUES (?, 'text/en', ?)`, id, digest); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
