package dispatch

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"pressroom/internal/ledger"
	"pressroom/internal/publication"
	"pressroom/internal/workspace"
)

const longOut = `+++
headline = "The port closes the eastern pier"
date = 2019-05-04
timezone = "America/New_York"
dateline = "CITY"
to = ["press"]
[[contact]]
name = "Dana"
phone = "1"
+++
The pier is closed.
`

func bringer(t *testing.T, files map[string]string) (*Bringer, *ledger.Ledger, *workspace.Workspace) {
	t.Helper()
	w, l := setup(t, files)
	b, err := NewBringer(w, l)
	if err != nil {
		t.Fatal(err)
	}
	return b, l, w
}

func TestWhatWasOutBeforeIsPublicUnderItsDayAndNobodyIsMailed(t *testing.T) {
	ctx := context.Background()
	b, l, _ := bringer(t, map[string]string{"releases/old.md": longOut})
	if err := b.Bring(ctx, "old", nil); err != nil {
		t.Fatal(err)
	}
	r := publication.New(l.DB(), l, slog.New(slog.DiscardHandler))
	if err := r.Refresh(ctx); err != nil {
		t.Fatal(err)
	}
	all := r.Index().Releases
	if len(all) != 1 || all[0].Slug != "old" {
		t.Fatalf("public: %v", all)
	}
	if want := time.Date(2019, 5, 4, 4, 0, 0, 0, time.UTC); !all[0].Since.Equal(want) {
		t.Errorf("since %s, want %s", all[0].Since, want)
	}
	place, ok := r.Index().At("old")
	if !ok {
		t.Fatal("it has no page")
	}
	page, err := r.Read(ctx, all[0].Pass, all[0], place.Form.Artefact)
	if err != nil || !strings.Contains(string(page), "May 4, 2019") || !strings.Contains(string(page), "The pier is closed.") {
		t.Errorf("%v\n%s", err, page)
	}
	ds, err := l.Dispatches(ctx, "old")
	if err != nil || len(ds) != 1 || ds[0].State != ledger.Done {
		t.Fatalf("%v %v", ds, err)
	}
	if n, err := l.Counts(ctx, ds[0].ID); err != nil || n.Total != 0 {
		t.Errorf("%+v %v", n, err)
	}
	if due, err := l.Due(ctx, now.Add(time.Hour)); err != nil || len(due) != 0 {
		t.Errorf("something of it is due: %v %v", due, err)
	}
	var stays *StaysDraftError
	if err := b.Bring(ctx, "old", nil); !errors.As(err, &stays) {
		t.Errorf("brought in twice: %v", err)
	}
}

func TestWhatWasNotOutBeforeStaysADraft(t *testing.T) {
	ctx := context.Background()
	day := func(s string) string { return strings.Replace(longOut, "2019-05-04", s, 1) }
	b, l, _ := bringer(t, map[string]string{
		"releases/today.md": day("2026-07-20"), "releases/ahead.md": day("2027-01-01"), "releases/yesterday.md": day("2026-07-19"),
		"releases/broken.md": day("2019-05-32"), "releases/nobody.md": strings.Replace(longOut, `["press"]`, `["nowhere"]`, 1),
	})
	for slug, why := range map[string]string{
		"x":      "it bears an instant and no day",
		"today":  "only what was out before today is brought in as public; its day is 2026-07-20",
		"ahead":  "its day is 2027-01-01",
		"broken": "releases/broken.md:3:",
		"nobody": `called "nowhere"`,
	} {
		var stays *StaysDraftError
		err := b.Bring(ctx, slug, nil)
		if !errors.As(err, &stays) || !strings.Contains(err.Error(), why) {
			t.Errorf("%s: %v; want %s", slug, err, why)
		}
		if ds, err := l.Dispatches(ctx, slug); err != nil || len(ds) != 0 {
			t.Errorf("%s left %d dispatches, %v", slug, len(ds), err)
		}
	}
	if err := b.Bring(ctx, "yesterday", nil); err != nil {
		t.Error(err)
	}
}

// A release that waits for its instant here stays shut, whatever day its file bears since.
func TestWhatIsScheduledHereIsNotBroughtIn(t *testing.T) {
	ctx := context.Background()
	b, l, w := bringer(t, nil)
	if _, err := prepare(t, w, l, now).Schedule(ctx, false, nil); err != nil {
		t.Fatal(err)
	}
	if err := workspace.WriteFile(w.Dir+"/releases/x.md", []byte(longOut)); err != nil {
		t.Fatal(err)
	}
	if err := workspace.WriteFile(w.Dir+"/releases/x.es.md", []byte("+++\nheadline = \"T\"\ndateline = \"C\"\n+++\nCuerpo.\n")); err != nil {
		t.Fatal(err)
	}
	var had *ledger.HasHistoryError
	if err := b.Bring(ctx, "x", nil); !errors.As(err, &had) {
		t.Fatalf("%v", err)
	}
	if out, err := l.IsPublic(ctx, "x"); err != nil || out {
		t.Errorf("public: %t, %v", out, err)
	}
}
