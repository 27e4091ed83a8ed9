package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/diagnostic"
	"pressroom/internal/expect"
	"pressroom/internal/release"
)

// signed is a release with one quote; more is put into its table.
func signed(t *testing.T, policy, org, more string, settings release.Settings, without ...string) *release.Release {
	t.Helper()
	src := "+++\nheadline = \"H\"\ndate = 2026-07-26\n[quotes]\nunsigned = \"" + policy + "\"\n[[contact]]\nname = \"D\"\nphone = \"1\"\n[[quote]]\nid = \"river\"\norg = \"" + org + "\"\nspeaker = \"A\"\ntext = \"Words.\"\n" + more + "+++\nBody.\n"
	r, diags := release.ReadWithout("x", []release.Source{{Name: "x.md", Data: []byte(src)}}, settings, without)
	if r == nil {
		t.Fatal(diags)
	}
	return r
}

func TestSignoffsAreHeldAgainstTheDatabase(t *testing.T) {
	plain := signed(t, "warn", "River", "", release.Settings{})
	digest := release.SignoffDigest("x", "en", plain.Main().Quotes[0])
	table := func(d string) string {
		return fmt.Sprintf("[quote.signoff]\nby = \"a@r.example\"\nat = 2026-07-01T00:00:00Z\ndigest = %q\n", d)
	}
	key := release.QuoteKey{Quote: "river", Language: "en"}
	given := release.Approval{Given: true, By: "a@r.example", Org: "River", Digest: digest}
	other := given
	other.Digest = "sha256:other"
	withdrawn := release.Approval{By: "a@r.example", Org: "River", How: "withdrawn"}
	known := func(k release.QuoteKey, a release.Approval) *release.Known {
		return &release.Known{Asked: true, Approvals: map[release.QuoteKey]release.Approval{k: a}}
	}
	issuer := release.Settings{Organization: release.Organization{ID: "river", Name: "River"}}
	var all []string
	for name, c := range map[string]struct {
		policy, org, more string
		known             *release.Known
		settings          release.Settings
		want              string // "" for nothing
		without           []string
	}{
		"nothing known":                        {"warn", "River", "", nil, release.Settings{}, "warning: the quote of River has no sign-off", nil},
		"refused":                              {"refuse", "River", "", nil, release.Settings{}, `error: the quote of River has no sign-off, and [quotes] unsigned = "refuse"`, nil},
		"the issuer's own":                     {"refuse", "river", "", nil, issuer, "", nil},
		"signed":                               {"refuse", "River", table(digest), known(key, given), release.Settings{}, "", nil},
		"signed, without a database":           {"refuse", "River", table(digest), nil, release.Settings{}, "", nil},
		"other words, without a database":      {"warn", "River", table("sha256:00"), nil, release.Settings{}, "error: the words of the quote river of River are not those that a@r.example signed off", nil},
		"other words than the database has":    {"warn", "River", table(digest), known(key, other), release.Settings{}, "error: the words of the quote river of River are not those", nil},
		"the sign-off is gone":                 {"warn", "River", "", known(key, given), release.Settings{}, "[quote.signoff] is gone", nil},
		"another sign-off":                     {"warn", "River", table("sha256:00"), known(key, given), release.Settings{}, "is not the one that a@r.example gave", nil},
		"a sign-off that the database has not": {"warn", "River", table(digest), &release.Known{Asked: true}, release.Settings{}, "is not known here", nil},
		"withdrawn in one language":            {"warn", "River", table(digest), known(key, withdrawn), release.Settings{}, "River has withdrawn its quote river", nil},
		"withdrawn in all":                     {"warn", "River", table(digest), known(release.QuoteKey{Quote: "river"}, withdrawn), release.Settings{}, "River has withdrawn its quote river", nil},
		"signed and not in the file":           {"warn", "River", table(digest), known(release.QuoteKey{Quote: "piers", Language: "en"}, given), release.Settings{}, "the quote piers of River, signed off by a@r.example, does not stand in the release", nil},
		"left out":                             {"warn", "River", "", known(key, withdrawn), release.Settings{}, "", []string{"river"}},
		"signed, not in the file, left out":    {"warn", "River", table(digest), known(release.QuoteKey{Quote: "piers", Language: "en"}, given), release.Settings{}, "", []string{"piers", "river"}},
		"a broken history":                     {"warn", "River", table(digest), &release.Known{Faults: []string{"event 2 is missing"}, Approvals: map[release.QuoteKey]release.Approval{key: given}}, release.Settings{}, "error: event 2 is missing; pressroom quotes verify x says more", nil},
	} {
		got := Signoffs(signed(t, c.policy, c.org, c.more, c.settings, c.without...), c.known)
		text := ""
		for _, d := range got {
			text += d.String() + "\n"
		}
		if c.want == "" && len(got) > 0 || !strings.Contains(text, c.want) {
			t.Errorf("%s: %q, not %q", name, text, c.want)
		}
		all = append(all, "=== "+name+"\n"+strings.ReplaceAll(text, digest, "DIGEST"))
	}
	slices.Sort(all)
	expect.File(t, "held.golden.txt", strings.Join(all, ""))
}

// Twenty quotes without sign-off are one finding, so that the rest stays to be seen;
// three are told of where they stand.
func TestManyQuotesWithoutSignOffAreOneFinding(t *testing.T) {
	for n, want := range map[int]int{3: 3, 4: 1, 20: 1} {
		r := &release.Release{Slug: "x", Versions: []*release.Version{{Language: "en"}}}
		for i := range n {
			q := &release.Quote{ID: fmt.Sprint("q", i), Org: fmt.Sprint("Org ", i+1), At: release.Position{File: "x.md", Line: i + 1, Column: 1}}
			r.Versions[0].Quotes = append(r.Versions[0].Quotes, q)
		}
		got := Signoffs(r, nil)
		if len(got) != want || got[0].Severity != diagnostic.Warning || got[0].Line != 1 {
			t.Errorf("%d quotes: %v", n, got)
		}
		r.Unsigned = release.Refuse
		if got := Signoffs(r, nil); len(got) != want || got.Errors() != want || !strings.Contains(got[0].Message, "unsigned = \"refuse\"") {
			t.Errorf("%d quotes refused: %v", n, got)
		}
		const twenty = "20 quotes have no sign-off: those of Org 1, Org 2, Org 3, Org 4, Org 5, Org 6, Org 7, Org 8 and 12 more"
		if n == 20 && got[0].Message != twenty {
			t.Error(got[0].Message)
		}
	}
}
