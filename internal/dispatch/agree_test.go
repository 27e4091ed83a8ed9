package dispatch

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"pressroom/internal/diagnostic"
	"pressroom/internal/ledger"
	"pressroom/internal/workspace"
)

// drawn is a release of which each part may be in order or not.
func drawn(t *rapid.T) string {
	// Most parts are in order, the first of each: else next to nothing would be sent.
	pick := func(label string, of ...string) string {
		if rapid.IntRange(0, 9).Draw(t, label+" in order") < 7 {
			return of[0]
		}
		return rapid.SampledFrom(of).Draw(t, label)
	}
	when := pick("when", "date = 2026-07-20", "date = 2026-07-21", "date = 2026-07-19",
		"embargo = 2026-07-26T09:00:00-04:00", "embargo = 2026-07-26T09:00:00-05:00",
		"embargo = 2026-07-20T05:59:59-04:00", "release_at = 2026-07-20T06:00:01-04:00",
		"release_at = 2026-07-20T06:00:00-04:00", "embargo = 2031-07-26T09:00:00-04:00")
	zone := pick("zone", "America/New_York", "America/New_York", "EST5EDT", "America/Nowhere")
	to := pick("to", `["main"]`, `["press"]`, `["spoilt"]`, `["empty"]`, `["empty", "main"]`, `["barred"]`, `["nowhere"]`,
		`[]`, `["far"]`, `["clean"]`)
	advance := ""
	if strings.HasPrefix(when, "embargo") {
		advance = pick("advance", "", "", `advance = ["trusted"]`, `advance = ["empty"]`, `advance = ["barred"]`)
	}
	body := pick("body", "Words.", "A tab\there.", "A party \U0001F389.", "The [record](https://port.example/\U0001F389).",
		"~~Old~~ words, {quotes}.", "<b>Bold</b>",
		"![](photo.jpg)", "{{quote \"nobody\"}}", "A number &#9731; and &#127881;.", "日本語の本文。", "| a |\n|---|\n| 1 | 2 |")
	rest := pick("rest", "", "[quotes]\nunsigned = \"refuse\"\n[[quote]]\norg = \"River\"\nspeaker = \"Ana\"\ntext = \"We asked.\"",
		"[[quote]]\norg = \"River\"\nspeaker = \"Ana\"\ntext = \"We asked.\"", "[[document]]\ntitle = \"Report\"\nfile = \"gone.pdf\"",
		"[[media]]\nfile = \"photo.heic\"\nalt = \"A pier\"", "[[cover]]\nid = \"c\"\nto = [\"empty\"]\ntext = \"For you.\"")
	return fmt.Sprintf("+++\nheadline = \"H\"\ndateline = \"CITY\"\ntimezone = %q\n%s\nto = %s\n%s\n"+
		"[[contact]]\nname = \"Dana\"\nphone = \"1\"\n%s\n+++\n%s\n",
		zone, when, to, advance, rest, body)
}

// passes tells whether check lets a release go to send.
func passes(found diagnostic.List) bool {
	for _, d := range found {
		if d.Severity == diagnostic.Error || strings.HasSuffix(d.Message, "send will refuse this") {
			return false
		}
	}
	return true
}

// TestWhatCheckPassesIsSentAndNothingElseIs draws releases and holds what check says
// against what send does: it prepares the mailing, and writes it.
func TestWhatCheckPassesIsSentAndNothingElseIs(t *testing.T) {
	w, l := setup(t, map[string]string{
		"contacts/empty.csv":     "email\n",
		"contacts/barred.csv":    "email\ngone@b.example\n",
		"contacts/spoilt.csv":    "email\nann@c.example\nnobody\n",
		"contacts/clean.csv":     "email\nben@d.example\n",
		"contacts/segments.toml": segments + "[segment.far]\nwhere = 'region == \"moon\"'\n",
		"releases/photo.heic":    "\x00\x00\x00\x18ftypheic\x00\x00\x00\x00",
	})
	ctx := context.Background()
	for _, key := range []string{"gone@a.example", "gone@b.example"} {
		if err := l.Suppress(ctx, key, ledger.ByHand, ""); err != nil {
			t.Fatal(err)
		}
	}
	n, sent := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		slug := fmt.Sprintf("r%d", n)
		src := drawn(t)
		if err := workspace.WriteFile(filepath.Join(w.Dir, "releases", slug+".md"), []byte(src)); err != nil {
			t.Fatal(err)
		}
		checker, err := NewChecker(ctx, w, l, nil, now)
		if err != nil {
			t.Fatal(err)
		}
		said, err := checker.Release(ctx, slug)
		if err != nil {
			t.Fatal(err)
		}
		plan, err := Prepare(ctx, w, l, slug, nil, nil, now)
		if err != nil {
			t.Fatal(err)
		}
		refused := error(nil)
		switch {
		case plan.Findings.HasErrors():
			refused = plan.Findings.Err()
		case plan.Empty():
			refused = fmt.Errorf("nobody would be mailed")
		default:
			_, refused = plan.Schedule(ctx, false, nil)
		}
		if passes(said.Findings) != (refused == nil) {
			t.Fatalf("check says\n%v\nand send: %v\n%s", said.Findings, refused, src)
		}
		if refused == nil {
			sent++
		}
		if nothing := strings.HasPrefix(said.Goes, "nothing will be sent"); nothing != (refused != nil) {
			t.Fatalf("check says %q, and send: %v\n%s", said.Goes, refused, src)
		}
	})
	if sent == 0 || sent == n {
		t.Errorf("%d of %d releases were sent: the draws are worth nothing", sent, n)
	}
	t.Logf("%d of %d releases were sent", sent, n)
}

func TestCheckSaysInWordsWhenAReleaseGoesOut(t *testing.T) {
	ctx := context.Background()
	w, l := setup(t, nil)
	goes := func(now time.Time) (string, diagnostic.List) {
		t.Helper()
		c, err := NewChecker(ctx, w, l, nil, now)
		if err != nil {
			t.Fatal(err)
		}
		said, err := c.Release(ctx, "x")
		if err != nil {
			t.Fatal(err)
		}
		return said.Goes, said.Findings
	}
	has := func(got, want string) {
		t.Helper()
		if !strings.Contains(got, want) {
			t.Errorf("said is %q, and not %q", got, want)
		}
	}
	before, _ := goes(now)
	has(before, "goes out Sunday 2026-07-26 09:00:00 PDT, when its embargo ends, once it is scheduled with pressroom send x; "+
		"advance copies leave as soon as that is done")
	late, _ := goes(time.Date(2026, 7, 26, 16, 0, 0, 0, time.UTC))
	has(late, "nothing will be sent of it as it is: 2026-07-26 09:00:00 PDT has passed")

	plan := prepare(t, w, l, now, "Nobody") // a mailing that leaves somebody out is no other release
	if _, err := plan.Schedule(ctx, false, nil); err != nil {
		t.Fatal(err)
	}
	scheduled, found := goes(now)
	has(scheduled, "the release goes out Sunday 2026-07-26 09:00:00 PDT (x/release-1, scheduled)")
	has(scheduled, "advance copies go out Monday 2026-07-20")
	for _, d := range found {
		if d.Rule == "scheduled" {
			t.Errorf("nothing was changed: %s", d)
		}
	}
	if err := workspace.WriteFile(filepath.Join(w.Dir, "releases", "x.md"), []byte(source+"More.\n")); err != nil {
		t.Fatal(err)
	}
	_, found = goes(now)
	if len(found) == 0 || found[0].Rule != "scheduled" || found[0].Position.String() != "releases/x.md:1:1" {
		t.Errorf("that the file differs from what is scheduled is not said:\n%v", found)
	}
}
