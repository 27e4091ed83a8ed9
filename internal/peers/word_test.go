package peers

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// TestOfThreeOutcomesOneGoes arms three outcomes of a vote and lets one go, while the
// command that says the word, or the worker, or both are killed at random: of each group
// one goes, to everybody once, and the others cannot leave. Five groups, with
// PRESSROOM_FULL=1 fifty.
func TestOfThreeOutcomesOneGoes(t *testing.T) {
	const connections, recipients = 2, 20
	groups := 5
	if os.Getenv("PRESSROOM_FULL") != "" {
		groups = 50
	}
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 0))
	r := startRecorder(t)
	dir := workspace(t, "pressroom.toml", settings(r.port, connections, ""), "contacts/all.csv", pressList(recipients))
	var worst, took time.Duration
	killed := map[string]int{}
	for g := range groups {
		slugs := armed(t, dir, fmt.Sprintf("vote-%d", g))
		chosen := slugs[random.IntN(len(slugs))]
		before := workers(t, dir)
		w := worker(t, dir)
		until(t, "the worker", func() bool {
			return slices.ContainsFunc(workers(t, dir), func(name string) bool { return !slices.Contains(before, name) })
		})
		say := exec.Command(binary, "-C", dir, "go", chosen, "--yes")
		had, begun := r.count(), time.Now()
		start(t, say)
		killGo, killWorker := g > 0 && g%3 != 0, g%3 == 2
		if killGo {
			// At a random moment of what the first one needed; what is over is over.
			time.Sleep(time.Duration(random.Int64N(int64(took))))
			say.Process.Kill()
			killed["go"]++
		}
		err := say.Wait()
		if g == 0 {
			took = time.Since(begun)
		}
		if err != nil && !killGo {
			t.Fatalf("go %s: %v", chosen, err)
		}
		if killWorker {
			w.Process.Kill()
			w.Wait()
			killed["worker"]++
			w = worker(t, dir)
		}
		if statusOf(t, dir, chosen+"/release-1").State == "armed" { // killed before it was written
			killed["before the commit"]++
			must(t, dir, "go", chosen, "--yes")
		}
		until(t, "the end of "+chosen, func() bool { return statusOf(t, dir, chosen+"/release-1").State == "done" })
		for _, other := range slugs {
			if other == chosen {
				continue
			}
			if m := statusOf(t, dir, other+"/release-1"); m.State != "cancelled" || m.Sent != 0 {
				t.Errorf("%s went, and %s is %s, %d sent (seed %d)", chosen, other, m.State, m.Sent, seed)
			}
			if out, err := run(t, dir, "go", other, "--yes"); err == nil {
				t.Errorf("%s went too (seed %d): %s", other, seed, out)
			}
		}
		if !killGo && !killWorker {
			worst = max(worst, earliest(r.arrivals(t)[had:]).Sub(begun))
		}
		w.Process.Kill()
		w.Wait()
	}
	all := r.arrivals(t)
	if repeats := len(all) - groups*recipients; repeats < 0 || repeats > connections*killed["worker"] {
		t.Errorf("%d messages arrived of %d groups with %d recipients (seed %d)", len(all), groups, recipients, seed)
	}
	fmt.Printf("%d groups, kills %v, the first message at most %s after the command began; seed %d\n", groups, killed, worst, seed)
}

// workers are the names of those that have said that they work here.
func workers(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, ".pressroom", "workers", "*"))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// armed writes three outcomes and arms them.
func armed(t *testing.T, dir, group string) (slugs []string) {
	t.Helper()
	for _, outcome := range []string{"yes", "no", "tie"} {
		slug := group + "-" + outcome
		writeFile(t, dir+"/releases/"+slug+".md", newsRelease("release_at = \"hold\"\ngroup = \""+group+"\"", 500))
		must(t, dir, "send", slug, "--yes")
		slugs = append(slugs, slug)
	}
	return slices.Clip(slugs)
}
