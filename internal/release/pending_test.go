package release

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// twoLanguages is a release with quotes of two partners, and in Spanish those of them
// that are given.
func twoLanguages(t *testing.T, policy, spanish string, without ...string) *Release {
	t.Helper()
	if policy != "" {
		policy = fmt.Sprintf("[quotes]\nunsigned = %q\n", policy)
	}
	english := "+++\nheadline = \"H\"\ndate = 2026-07-26\nlanguage = \"en\"\n" + policy + "[[contact]]\nname = \"D\"\nphone = \"1\"\n" +
		"[[quote]]\nid = \"river\"\norg = \"River\"\nspeaker = \"A\"\ntext = \"Wet.\"\n" +
		"[[quote]]\nid = \"piers\"\norg = \"Piers\"\nspeaker = \"B\"\ntext = \"Old.\"\n+++\nBody.\n\n{{quote \"river\"}}\n\n{{quotes}}\n"
	sources := []Source{{Name: "x.md", Data: []byte(english)}, {
		Name: "x.es.md", Language: "es",
		Data: []byte("+++\nheadline = \"H\"\n" + spanish + "+++\nTexto.\n\n{{quote \"river\"}}\n\n{{quotes}}\n"),
	}}
	r, diags := ReadWithout("x", sources, Settings{}, without)
	if r == nil {
		t.Fatal(diags)
	}
	return r
}

const spanishRiver = "[[quote]]\nid = \"river\"\ntext = \"Agua.\"\n"

// What becomes of quotes without sign-off, by what the release says and by what is known.
func TestWhatBecomesOfQuotesWithoutSignoff(t *testing.T) {
	plain := twoLanguages(t, "", spanishRiver)
	river, agua := plain.Main().Quotes[0], plain.Version("es").Quotes[0]
	digest, translation := SignoffDigest("x", "en", river), SignoffDigest("x", "es", agua)
	asked := []Asking{{Quote: "river", OrgID: "river", Org: "River", State: "asked", Open: true}}
	given := map[QuoteKey]Approval{{"river", "en"}: {Given: true, Digest: digest}, {"river", "es"}: {Given: true, Digest: translation}}
	for _, c := range []struct {
		what, policy string
		known        *Known
		want, left   string
	}{
		{"nothing is known", "", nil, "river/en warn, piers/en warn", ""},
		{"nobody was asked, and they are left out", "leave-out", nil, "river/en leave-out, piers/en leave-out", "river piers"},
		{"one was asked", "", &Known{Requests: asked}, "river/en leave-out, piers/en warn", "river"},
		{"one was asked, and all are printed", "warn", &Known{Requests: asked}, "river/en warn, piers/en warn", ""},
		{"one was asked, and all must sign", "refuse", &Known{Requests: asked}, "river/en refuse, piers/en refuse", ""},
		{"one has signed", "leave-out", &Known{Requests: asked, Approvals: given}, "piers/en leave-out", "piers"},
		{
			"the request was taken back", "", &Known{Approvals: map[QuoteKey]Approval{}}, "river/en warn, piers/en warn", "",
		},
		{
			"one has withdrawn", "leave-out", &Known{Requests: asked, Approvals: map[QuoteKey]Approval{{Quote: "river"}: {How: "withdrawn"}}},
			"river/en leave-out, piers/en leave-out", "river piers",
		},
		{
			"one has withdrawn, and the checks refuse it", "",
			&Known{Requests: asked, Approvals: map[QuoteKey]Approval{{Quote: "river"}: {How: "withdrawn"}}}, "piers/en warn", "",
		},
		{
			"a translation of these words", "", &Known{Requests: asked, Approvals: given, Originals: map[string]string{translation: digest}},
			"piers/en warn", "",
		},
		{
			"a translation of other words", "", &Known{Requests: asked, Approvals: given, Originals: map[string]string{translation: "sha256:00"}},
			"river/es leave-out stale, piers/en warn", "river/es",
		},
		{
			"a translation of other words, and all are printed", "warn",
			&Known{Requests: asked, Approvals: given, Originals: map[string]string{translation: "sha256:00"}},
			"river/es warn stale, piers/en warn", "river/es/as-translated",
		},
		{
			"a translation of other words that are left out themselves", "",
			&Known{Requests: asked, Originals: map[string]string{translation: "sha256:00"}}, "river/en leave-out, piers/en warn", "river",
		},
		{
			"words that never came", "", &Known{Requests: []Asking{{Quote: "port", OrgID: "port", Org: "Port", State: "asked", Open: true}}},
			"river/en warn, piers/en warn, port/en leave-out absent", "",
		},
		{
			"words that will not come", "", &Known{Requests: []Asking{{Quote: "port", OrgID: "port", Org: "Port", State: "declined"}}},
			"river/en warn, piers/en warn", "",
		},
	} {
		r := twoLanguages(t, c.policy, spanishRiver)
		var got []string
		list := r.Pending(c.known)
		for _, p := range list {
			s := fmt.Sprintf("%s/%s %s", p.Key.Quote, p.Key.Language, p.Does)
			if p.Stale {
				s += " stale"
			}
			if p.Absent {
				s += " absent"
			}
			got = append(got, s)
		}
		want := strings.Split(c.want, ", ")
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", c.what, got, want)
		}
		if left := strings.Join(LeftOut(list, "en"), " "); left != c.left {
			t.Errorf("%s: leaves out %q, want %q", c.what, left, c.left)
		}
	}
}

// A quote that is left out of one language stands in the others, and where it was placed
// nothing is said.
func TestATranslationAloneIsLeftOut(t *testing.T) {
	r := twoLanguages(t, "", spanishRiver, "river/es")
	if len(r.Main().Quotes) != 2 || len(r.Version("es").Quotes) != 1 || r.Version("es").Quotes[0].ID != "piers" {
		t.Errorf("%d quotes in English; in Spanish %+v", len(r.Main().Quotes), r.Version("es").Quotes)
	}
}

// What is said of each names whose it is, how far they are, what becomes of it and what
// can be done.
func TestWhatIsSaidOfAQuoteWithoutSignoff(t *testing.T) {
	key := QuoteKey{"river", "en"}
	for _, c := range []struct {
		p    Pending
		want string
	}{
		{Pending{Key: key, Org: "River", Does: Warn}, "the quote of River has no sign-off"},
		{Pending{Key: key, Org: "River", Does: LeaveOut}, "the quote of River has no sign-off; it is left out"},
		{Pending{Key: key, Org: "River", Does: Refuse}, `the quote of River has no sign-off, and [quotes] unsigned = "refuse"`},
		{
			Pending{Key: key, Org: "River", OrgID: "river", State: "draft", Does: LeaveOut},
			"the quote of River has no sign-off (river: has written words and not signed them); it is left out; pressroom quotes remind x --org " +
				"river, or pressroom quotes approve x river --recorded \"…\", or pressroom send x --without river",
		},
		{
			Pending{Key: key, Org: "River", OrgID: "river", State: "asked", Absent: true, Does: LeaveOut},
			"no quote of River yet (river: has not answered); nothing of it is printed; pressroom quotes remind x --org river, or pressroom send x " +
				"--without river",
		},
		{
			Pending{Key: QuoteKey{"river", "es"}, Org: "River", OrgID: "river", Stale: true, Does: Warn},
			"the quote of River (river) was changed in its own language since its words in es were made or signed; it is printed as translated; " +
				"translate it anew, or pressroom quotes approve x river --translation es says that it still fits",
		},
		{
			Pending{Key: key, Org: "River", OrgID: "river", State: "withdrawn", Does: LeaveOut},
			"the quote of River has no sign-off (river: has withdrawn it); it is left out",
		},
	} {
		if got := c.p.Says("x").String(); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}
