package desk

import (
	"bytes"
	"context"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"pressroom/internal/draft"
	"pressroom/internal/ledger"
	"pressroom/internal/saying"
	"pressroom/internal/status"
	"pressroom/internal/today"
	"pressroom/internal/web/room"
	"pressroom/internal/workspace"
)

// dayView is the first page: a day as somebody may see it.
type dayView struct {
	*today.Day
	Base   string
	Who    room.Actor
	Words  bool // may see what is not public
	reads  func(slug string) bool
	office *time.Location
}

// Name is what a mailing is called for who looks: its headline only once it is public, for
// who may not see more.
func (v dayView) Name(slug, headline string, public bool) string {
	if headline == "" || !public && !v.reads(slug) {
		return slug
	}
	return headline
}

// Said is what waits, without names for who may not read them.
func (v dayView) Said(w today.Wait) saying.Sentence {
	if v.Words {
		return w.Text
	}
	return w.Brief
}

// Release is the name of a release, and the way to its page.
func (v dayView) Release(slug, headline string, public bool) template.HTML {
	name := template.HTMLEscapeString(v.Name(slug, headline, public))
	return template.HTML(`<a href="` + template.HTMLEscapeString(v.Base+"/releases/"+url.PathEscape(slug)) + `">` + name + `</a>`)
}

// Public tells whether the words of a mailing are with everybody.
func (v dayView) Public(m status.Mailing) bool { return today.Public(m.Dispatch) }

// Zones are its instant where it matters.
func (v dayView) Zones(m status.Mailing) []today.Instant { return today.Zones(m, v.office) }

// day is a day for who asks, as read reads it.
func (d *Desk) day(r *http.Request, read func(context.Context) (*today.Day, error)) (dayView, error) {
	who := room.Of(r.Context())
	v := dayView{Base: d.room.Base, Who: who, Words: who.Can(workspace.Approver), reads: d.reads(who), office: d.office()}
	var err error
	v.Day, err = read(r.Context())
	return v, err
}

// glances is what Today reads, once for all who have the page open.
type glances struct {
	mu   sync.Mutex
	at   time.Time
	took time.Duration
	day  *today.Day
}

// readingShare is the part of the time that is spent on reading at most.
const readingShare = 40

// glance is the day as it was within the last moment.
func (d *Desk) glance(ctx context.Context) (*today.Day, error) {
	g := &d.glances
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.day != nil && time.Since(g.at) < max(d.every, d.share*g.took) {
		return g.day, nil
	}
	began := time.Now()
	day, err := d.Today.Read(ctx)
	if err == nil {
		g.day, g.at, g.took = day, time.Now(), time.Since(began)
	}
	return day, err
}

// reads tells of which releases somebody may read the words before they are public.
func (d *Desk) reads(who room.Actor) func(slug string) bool {
	if who.Can(workspace.Approver) {
		return func(string) bool { return true }
	}
	folder := draft.New(d.Workspace)
	return func(slug string) bool { return who.Reads(folder.Access(slug)) }
}

// office is the zone of the press office.
func (d *Desk) office() *time.Location {
	if zone, err := time.LoadLocation(d.Workspace.Settings.Organization.Timezone); err == nil {
		return zone
	}
	return time.UTC
}

func (d *Desk) today(w http.ResponseWriter, r *http.Request) {
	v, err := d.day(r, d.Today.Read)
	if err != nil {
		d.fail(w, r, err)
		return
	}
	d.show(w, r, http.StatusOK, "Today", "today.html", v)
}

// lookEvery is how often a page that is open is looked at anew.
const lookEvery = 2 * time.Second

// live says what changes of the first page, until its browser goes. What it shows is sent
// when it differs, and what has become of a mailing is said.
func (d *Desk) live(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	ticker := time.NewTicker(lookEvery)
	defer ticker.Stop()
	if err := d.follow(w, r, ticker.C); err != nil && r.Context().Err() == nil {
		d.Log.Error("keeping a page as it is now", "error", err)
	}
}

// follow looks at once, and with each tick.
func (d *Desk) follow(w http.ResponseWriter, r *http.Request, ticks <-chan time.Time) error {
	out := http.NewResponseController(w)
	var shown template.HTML
	var before map[string]ledger.State
	for {
		// Who was put out, or has another role by now, is shown nothing more.
		if who, err := d.room.Who(r); err != nil || who == nil || who.Role != room.Of(r.Context()).Role {
			return err
		}
		v, err := d.day(r, d.glance)
		if err != nil {
			return err
		}
		body, err := d.room.Render(templates, "day.html", view{d.room.Base, v.Who, v})
		if err != nil {
			return err
		}
		now := v.states()
		for _, said := range v.became(before, now, d.room.Words()) {
			event(w, "say", said)
		}
		if body != shown {
			event(w, "show", string(body))
		}
		shown, before = body, now
		if err := out.Flush(); err != nil {
			return nil // they have gone
		}
		select {
		case <-r.Context().Done():
			return nil
		case _, ok := <-ticks:
			if !ok {
				return nil
			}
		}
	}
}

// event writes one of server-sent events.
func event(w http.ResponseWriter, name, data string) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "event: %s\n", name)
	for line := range strings.Lines(data) {
		fmt.Fprintf(&b, "data: %s\n", strings.TrimRight(line, "\r\n"))
	}
	b.WriteByte('\n')
	w.Write(b.Bytes())
}

func (v dayView) states() map[string]ledger.State {
	now := make(map[string]ledger.State)
	for _, list := range [][]status.Mailing{v.Next, v.Going, v.Out} {
		for _, m := range list {
			now[m.ID] = m.State
		}
	}
	for _, wait := range v.Waits {
		if id, ok := strings.CutPrefix(wait.Path, "/dispatches/"); ok && now[id] == "" {
			now[id] = ledger.State(wait.Text.String())
		}
	}
	return now
}

// became says what mailings have become since before; nothing where that is not known.
func (v dayView) became(before, now map[string]ledger.State, say room.Words) (out []string) {
	if before == nil {
		return nil
	}
	for _, list := range [][]status.Mailing{v.Next, v.Going, v.Out} {
		for _, m := range list {
			if before[m.ID] != now[m.ID] {
				out = append(out, v.Name(m.Slug, m.Headline, v.Public(m))+": "+say.Say(string(m.State))+".")
			}
		}
	}
	for _, wait := range v.Waits {
		id, ok := strings.CutPrefix(wait.Path, "/dispatches/")
		if ok && wait.Grave && before[id] != now[id] {
			out = append(out, v.Name(wait.Slug, wait.Headline, wait.Public)+" "+say.Line(v.Said(wait))+".")
		}
	}
	return out
}

// releasesView is the list of all releases.
type releasesView struct {
	*today.Found
	today.Search
	States      []ledger.State
	Prev, After string // the pages beside this one; "" for none
	zone        *time.Location
}

// At is when a release goes out, or went, in its zone.
func (v releasesView) At(h ledger.Head) time.Time {
	zone, err := time.LoadLocation(h.Zone)
	if err != nil {
		zone = v.zone
	}
	return h.ReleaseAt.In(zone)
}

func (d *Desk) releases(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	page, _ := strconv.Atoi(q.Get("page")) // what is no number is the first
	who := room.Of(r.Context())
	s := today.Search{
		Text: q.Get("q"), State: ledger.State(q.Get("state")), Page: max(0, page), Words: who.Can(workspace.Approver), Reads: d.reads(who),
	}
	found, err := d.Today.Releases(r.Context(), s)
	if err != nil {
		d.fail(w, r, err)
		return
	}
	v := releasesView{Found: found, Search: s, States: today.States, zone: d.office()}
	at := func(page int) string {
		q := url.Values{"q": {s.Text}, "state": {string(s.State)}, "page": {strconv.Itoa(page)}}
		return d.room.Base + "/releases?" + q.Encode()
	}
	if s.Page > 0 {
		v.Prev = at(s.Page - 1)
	}
	if s.Page+1 < found.Pages {
		v.After = at(s.Page + 1)
	}
	d.show(w, r, http.StatusOK, "Releases", "releases.html", v)
}
