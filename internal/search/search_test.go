package search_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/publication"
	"pressroom/internal/search"
	"pressroom/internal/store"
	"pressroom/internal/terms"
	"pressroom/internal/testdb"
)

func TestMain(m *testing.M) { os.Exit(testdb.Both(m)) }

var t0 = time.Date(2026, 7, 26, 16, 0, 0, 0, time.UTC)

// desk is a ledger, what it knows to be public, and the index over that.
type desk struct {
	*testing.T
	l     *ledger.Ledger
	r     *publication.Reader
	index *search.Index
	now   time.Time
}

func newDesk(t *testing.T) *desk {
	d := &desk{T: t, now: t0.Add(-time.Hour)}
	db := testdb.Open(t, t.TempDir())
	d.l = ledger.New(db, func() time.Time { return d.now }).GoByOwnClock()
	d.r = publication.New(db, d.l, slog.New(slog.DiscardHandler))
	d.index = search.New(db, d.r, slog.New(slog.DiscardHandler))
	return d
}

func (d *desk) must(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

// draft is a release with its body as a page has it, by language; what stands before "|" is its
// headline.
func (d *desk) draft(slug string, at time.Time, texts map[string]string) ledger.Draft {
	d.Helper()
	listing := publication.Listing{At: at, Zone: "UTC"}
	artefacts := make(map[string][]byte)
	for _, lang := range []string{"en", "sv", "ja", "zh-Hans", "ko"} {
		headline, body, ok := strings.Cut(texts[lang], "|")
		if !ok {
			continue
		}
		data, err := json.Marshal(map[string]any{
			"bodies":        []any{map[string]string{"contenttype": "text/plain", "value": "plainwords"}, map[string]string{"contenttype": "text/html", "value": body}},
			"infosources":   []any{map[string]string{"name": "Harbor Office"}},
			"organisations": []any{map[string]string{"name": "River Alliance"}},
		})
		d.must(err)
		artefacts["ninjs/"+lang] = data
		listing.Versions = append(listing.Versions, publication.Version{
			Language: lang, Headline: headline, Subhead: "Subhead", Forms: []publication.Form{
				{Address: slug + "." + lang, Artefact: "web/" + lang, Type: "text/html", Page: true}, {Address: slug + ".json", Artefact: "ninjs/" + lang, Type: "application/json"},
			},
		})
	}
	var err error
	artefacts[publication.ListingName], err = listing.Marshal()
	d.must(err)
	return ledger.Draft{
		Slug: slug, Revision: "r", Headline: "H", Kind: embargo.Release, ReleaseAt: at, Grace: time.Hour, Zone: "UTC", Sender: "p@x.example",
		Snapshot: []byte("{}"), Artefacts: artefacts,
	}
}

func (d *desk) scheduled(slug string, at time.Time, texts map[string]string) string {
	d.Helper()
	id, err := d.l.Create(context.Background(), d.draft(slug, at, texts))
	d.must(err)
	d.must(d.l.Schedule(context.Background(), ledger.Scheduling{Slug: slug, Revision: "r", IDs: []string{id}}))
	return id
}

func (d *desk) lift(id string, at time.Time) {
	d.Helper()
	d.now = at
	_, err := d.l.Gate(context.Background(), id, 0)
	d.must(err)
	d.filled()
}

// filled looks what is public, and writes it down.
func (d *desk) filled() {
	d.Helper()
	d.must(d.r.Refresh(context.Background()))
	d.must(d.index.Fill(context.Background(), d.r.Index()))
}

func (d *desk) find(typed, lang string) string {
	d.Helper()
	hits, err := d.index.Find(context.Background(), d.r.Index(), terms.Parse(typed), lang)
	d.must(err)
	var out []string
	for _, h := range hits {
		out = append(out, h.Release.Slug+"."+h.Version.Language)
	}
	return strings.Join(out, " ")
}

func (d *desk) want(typed, want string) {
	d.Helper()
	if got := d.find(typed, ""); got != want {
		d.Errorf("%q finds %q, want %q", typed, got, want)
	}
}

func TestWordsAreFoundInEveryLanguage(t *testing.T) {
	d := newDesk(t)
	d.lift(d.scheduled("ferry", t0, map[string]string{
		"en": "Fares of the ferry fall|<p>“We sail to <em>Mal</em>mö at night,” said Ana Ruiz, chair of the Quay Trust.</p><ul><li>Night</li><li>work</li></ul>",
		"sv": "Färjan till Malmö|<p>Färjan går på natten &amp; på dagen.</p>",
		"ja": "東京都の水道|<p>ガスと水道の料金が下がる。</p>",
	}), t0)
	d.lift(d.scheduled("floods", t0.Add(time.Hour), map[string]string{
		"en": "Floods at night|<p>The flooding of 2026.</p>", "zh-Hans": "北京的公共交通|<p>地铁票价下降。</p>", "ko": "서울은 밤에|<p>버스 요금이 내린다.</p>",
	}), t0.Add(time.Hour))
	for typed, want := range map[string]string{
		"night": "floods.en ferry.en", "flood": "floods.en", `"flood"`: "", `"floods"`: "floods.en", "malmo": "ferry.en ferry.sv", "MALMÖ": "ferry.en ferry.sv",
		"malmo\u0308": "ferry.en ferry.sv", `"sail to Malmö"`: "ferry.en", `"to sail"`: "", "sail malmö": "ferry.en", "sail flood": "",
		"ruiz": "ferry.en", `"quay trust"`: "ferry.en", "dagen": "ferry.sv", `"night work"`: "", `"fall Subhead"`: "", "fall subhead": "ferry.en",
		"東京": "ferry.ja", "京都": "ferry.ja", "水": "ferry.ja", "道": "ferry.ja", "水道料金": "", "水道の料金": "ferry.ja", "ｶﾞｽ": "ferry.ja", "ガス": "ferry.ja", "カス": "",
		"北京": "floods.zh-Hans", "交通 地铁": "floods.zh-Hans", "서울": "floods.ko", "요금": "floods.ko", "서울 부산": "",
		"2026": "floods.en", "202": "", "plainwords": "", `"River Alliance" ferry`: "ferry.en", "Harbor Office sail": "ferry.en", "em": "", "amp": "", "": "", "·": "",
		"at": "floods.en ferry.en", "a": "",
	} {
		d.want(typed, want)
	}
	if got := d.find("malmö", "sv"); got != "ferry.sv" {
		t.Errorf("in Swedish: %q", got)
	}
	hits, err := d.index.Find(context.Background(), d.r.Index(), terms.Parse("sail"), "")
	d.must(err)
	text, err := d.index.Text(context.Background(), hits[0])
	d.must(err)
	const want = "Subhead\n“We sail to Malmö at night,” said Ana Ruiz, chair of the Quay Trust.\nNight\nwork\nRiver Alliance\nHarbor Office"
	if text != want {
		t.Errorf("the text is %q", text)
	}
}

// Queries that mean something to a database, or that are no text, are words like others.
func TestHostileQueriesAreWords(t *testing.T) {
	d := newDesk(t)
	d.lift(d.scheduled("ferry", t0, map[string]string{"en": "Fares fall|<p>They fall or rise near the quay, and not elsewhere.</p>"}), t0)
	for typed, want := range map[string]string{
		"fall OR rise": "ferry.en", "fall NOT elsewhere": "ferry.en", "NEAR(the quay, 3)": "", "words:fall": "", "dispatch:ferry": "", `"*"`: "", `"`: "", `""`: "", "*": "",
		"fal*": "ferry.en", "^fares": "ferry.en", "fares | rise": "ferry.en", "fares & !rise": "ferry.en", "fares <-> rise": "ferry.en", "fall:*": "ferry.en", "' OR 1=1 --": "",
		"fall\x00": "ferry.en", "fa\x00ll": "", "\xff\xfe": "", "{fall}": "ferry.en", "fall\\": "ferry.en", "'fall'": "ferry.en", "fall;": "ferry.en", "%": "", "?1": "", "+fall": "ferry.en", "fall AND": "ferry.en",
		strings.Repeat("fall ", 1<<18): "ferry.en", strings.Repeat("x", 1<<20): "", strings.Repeat("\"", 1<<20): "", strings.Repeat("(", 100): "", strings.Repeat("東", 300): "",
	} {
		if got := d.find(typed, ""); got != want {
			t.Errorf("%.40q finds %q, want %q", typed, got, want)
		}
	}
}

// Before the instant nothing of a release is written down, whatever the clock says; from the
// latch on it is found.
func TestWhatIsEmbargoedIsNotWrittenDown(t *testing.T) {
	d := newDesk(t)
	d.lift(d.scheduled("ferry", t0, map[string]string{"en": "Ferry|<p>Fares.</p>"}), t0)
	id := d.scheduled("secret", t0.Add(time.Hour), map[string]string{"en": "Zinc mine|<p>Zinc and ferry.</p>", "sv": "Zink|<p>Zink.</p>"})
	d.now = t0.Add(2 * time.Hour)
	d.filled()
	d.want("zinc", "")
	d.want("ferry", "ferry.en")
	if n := d.count(); n != 1 {
		t.Errorf("%d rows are written down", n)
	}
	d.lift(id, t0.Add(2*time.Hour))
	d.want("zinc", "secret.en")
	d.want("zin", "secret.en secret.sv")
	d.want("ferry", "secret.en ferry.en")
}

func (d *desk) count() (n int) {
	d.Helper()
	d.must(d.l.DB().Reader().QueryRowContext(context.Background(), `SELECT COUNT(*) FROM searchable`).Scan(&n))
	return n
}

// amended puts other words into the place of a release.
func (d *desk) amended(slug, grade string, became publication.Became, texts map[string]string) {
	d.Helper()
	ctx := context.Background()
	d.now = d.now.Add(time.Hour)
	base, err := d.l.Current(ctx, slug)
	d.must(err)
	draft := d.draft(slug, d.now, texts)
	draft.Revision = "r" + d.now.String()
	id, err := d.l.Create(ctx, draft)
	d.must(err)
	nobody := func(*ledger.Standing) (ledger.Recipient, bool) { return ledger.Recipient{}, false }
	_, err = d.l.Amend(ctx, ledger.Amending{
		Amendment: ledger.Amendment{Slug: slug, Grade: grade, At: d.now, Dispatch: id}, AnyQuotes: true, Base: base.ID, Became: became,
		Holder: nobody, Waiting: func(s *ledger.Standing, _ embargo.Kind) (ledger.Recipient, bool) { return nobody(s) },
	})
	d.must(err)
}

// What was corrected is found by its newest words, from the moment on at which they are public;
// what was withdrawn by the words of the notice.
func TestWhatIsNoLongerSoIsNotFound(t *testing.T) {
	d := newDesk(t)
	d.lift(d.scheduled("ferry", t0, map[string]string{"en": "Ferry|<p>Eight boats.</p>"}), t0)
	d.amended("ferry", "correction", publication.Earlier, map[string]string{"en": "Ferry|<p>Nine boats.</p>"})
	d.must(d.r.Refresh(context.Background()))
	d.want("eight", "") // not written down anew yet, and not found any more
	d.filled()
	d.want("eight", "")
	d.want("nine boats", "ferry.en")
	d.amended("ferry", "withdrawal", publication.Withdrawn, map[string]string{"en": "Withdrawn|<p></p>"})
	d.filled()
	d.want("boats", "")
	d.want("withdrawn", "ferry.en")
	if n := d.count(); n != 1 {
		t.Errorf("%d rows are written down", n)
	}
}

// A database of before knows what was public then, once it is filled; and what another form of
// it has is written anew.
func TestWhatWasPublicBeforeIsWrittenDown(t *testing.T) {
	d := newDesk(t)
	var want []string
	for i := range 23 {
		slug := fmt.Sprintf("r%02d", i)
		d.must(d.r.Refresh(context.Background()))
		id := d.scheduled(slug, t0.Add(time.Duration(i)*time.Second), map[string]string{"en": "Boats|<p>Boats of " + slug + ".</p>"})
		d.now = t0.Add(time.Duration(i) * time.Second)
		_, err := d.l.Gate(context.Background(), id, 0)
		d.must(err)
		want = append(want, slug+".en")
	}
	slices.Reverse(want)
	d.must(d.r.Refresh(context.Background()))
	d.want("boats", "")
	d.filled()
	d.want("boats", strings.Join(want, " "))
	d.must(d.l.DB().Tx(context.Background(), func(tx *store.Tx) error {
		_, err := tx.ExecContext(context.Background(), `UPDATE setting SET value = 'other' WHERE name = 'searchable'`)
		return err
	}))
	d.filled()
	d.want("boats", strings.Join(want, " "))
	if n := d.count(); n != len(want) {
		t.Errorf("%d rows are written down", n)
	}
}

// What is damaged is said, and keeps nothing else from being found.
func TestWhatIsDamagedKeepsNothingElseFromBeingFound(t *testing.T) {
	d := newDesk(t)
	for i, slug := range []string{"one", "two"} {
		d.now = t0.Add(time.Duration(i) * time.Minute)
		id := d.scheduled(slug, d.now, map[string]string{"en": "Boats|<p>Boats of " + slug + ".</p>"})
		_, err := d.l.Gate(context.Background(), id, 0)
		d.must(err)
	}
	d.must(d.l.DB().Tx(context.Background(), func(tx *store.Tx) error {
		_, err := tx.ExecContext(context.Background(), `UPDATE blob SET data = ? WHERE digest = (SELECT digest FROM artefact WHERE dispatch LIKE 'two%' AND name = 'ninjs/en')`, []byte("{}"))
		return err
	}))
	d.must(d.r.Refresh(context.Background()))
	if err := d.index.Fill(context.Background(), d.r.Index()); err == nil || !strings.Contains(err.Error(), "two.json") {
		t.Errorf("it says %v", err)
	}
	d.want("boats", "one.en")
}

// Servers that share a database write down each release once.
func TestTwoServersWriteDownEachReleaseOnce(t *testing.T) {
	d := newDesk(t)
	for i := range 12 {
		d.now = t0.Add(time.Duration(i) * time.Second)
		id := d.scheduled(fmt.Sprintf("r%02d", i), d.now, map[string]string{"en": "Boats|<p>Boats.</p>"})
		_, err := d.l.Gate(context.Background(), id, 0)
		d.must(err)
	}
	d.must(d.r.Refresh(context.Background()))
	var servers sync.WaitGroup
	for range 3 {
		other := search.New(d.l.DB(), d.r, slog.New(slog.DiscardHandler))
		servers.Go(func() {
			if err := other.Fill(context.Background(), d.r.Index()); err != nil {
				t.Error(err)
			}
		})
	}
	servers.Wait()
	if n := d.count(); n != 12 {
		t.Errorf("%d rows are written down", n)
	}
}

// A workspace that was moved to another database finds there what it found before.
func TestWhatWasMovedIsWrittenDownAnew(t *testing.T) {
	d := newDesk(t)
	d.lift(d.scheduled("ferry", t0, map[string]string{"en": "Ferry|<p>Boats.</p>"}), t0)
	d.want("boats", "ferry.en")
	to, err := store.Open(context.Background(), t.TempDir(), testdb.Postgres(t))
	d.must(err)
	t.Cleanup(func() { to.Close() })
	d.must(store.Copy(context.Background(), d.l.DB(), to, store.Copying{Now: d.now}))
	d.l = ledger.New(to, func() time.Time { return d.now })
	d.r = publication.New(to, d.l, slog.New(slog.DiscardHandler))
	d.index = search.New(to, d.r, slog.New(slog.DiscardHandler))
	d.want("boats", "")
	d.filled()
	d.want("boats", "ferry.en")
}

// It keeps up by itself.
func TestRunKeepsUp(t *testing.T) {
	d := newDesk(t)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() { d.index.Run(ctx); close(ended) }()
	id := d.scheduled("ferry", t0, map[string]string{"en": "Ferry|<p>Boats.</p>"})
	d.now = t0
	_, err := d.l.Gate(ctx, id, 0)
	d.must(err)
	d.must(d.r.Refresh(ctx))
	giveUp := time.After(time.Minute)
	for d.find("boats", "") != "ferry.en" {
		select {
		case <-giveUp:
			t.Fatal("it does not")
		case <-time.After(5 * time.Millisecond):
		}
	}
	cancel()
	<-ended
}
