package app_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressroom/internal/app"
)

// The sample is in order wherever the machine stands: an instant is written into it on the
// clock of the sample's own zone.
func TestTheSampleIsInOrderInEveryZoneOfAMachine(t *testing.T) {
	for _, zone := range []string{"UTC", "Asia/Tokyo", "America/New_York", "Asia/Kathmandu"} {
		t.Run(zone, func(t *testing.T) {
			there, err := time.LoadLocation(zone)
			if err != nil {
				t.Fatal(err)
			}
			at := time.Now().Add(time.Hour).Truncate(time.Second)
			dir := t.TempDir()
			if err := app.Init(dir, app.Beginning{Embargo: at.In(there)}); err != nil {
				t.Fatal(err)
			}
			a, err := app.Open(context.Background(), dir, app.World{})
			if err != nil {
				t.Fatal(err)
			}
			defer a.Close()
			p, err := a.Plan(context.Background(), app.SampleSlug, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := p.Input.Release.Timing.At; !got.Equal(at) {
				t.Errorf("it goes out %s, not %s", got, at)
			}
			src, err := os.ReadFile(filepath.Join(dir, "releases", app.SampleSlug+".md"))
			if err != nil || !strings.Contains(string(src), "-05:00\n") && !strings.Contains(string(src), "-04:00\n") {
				t.Errorf("its instant is not on the sample's clock: %v\n%.400s", err, src)
			}
		})
	}
}
