package sending_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"strings"
	"testing"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/workspace"
)

// together is a release on which two leads and an approver work at once, each with pages
// that they opened some time ago.
type together struct {
	*stage
	rnd      *rand.Rand
	held     map[string]string // by who and what, the page that they have open
	file     string            // what was saved last
	saves    int
	approved map[string]map[string]bool // by revision, who approved it
	sent     int
}

var leads = []string{"ana@harbor.example", "bea@harbor.example"}

const approver = "cleo@harbor.example"

// Two leads and an approver, with pages that may be old by now: no save is lost, no words
// leave that nobody else has approved, and an approval is of the words that were shown.
func TestManyWorkOnOneRelease(t *testing.T) {
	runs := 20
	if os.Getenv("PRESSROOM_FULL") != "" {
		runs = 200
	}
	sent, saves := 0, 0
	for run := range runs {
		t.Run(fmt.Sprint(run), func(t *testing.T) {
			w := &together{
				stage: open(t, levee(onTheDay(t)), "[dispatch]\napprovers = 1\nundo = \"0s\"\n"), rnd: rand.New(rand.NewPCG(1, uint64(run))),
				held: make(map[string]string), approved: make(map[string]map[string]bool),
			}
			w.file = levee(onTheDay(t))
			for range 40 {
				w.step()
			}
			sent, saves = sent+w.sent, saves+w.saves
		})
	}
	if sent == 0 || saves < runs { // else it shows nothing
		t.Errorf("%d were sent, and %d times something was saved", sent, saves)
	}
}

// step is something that one of them does.
func (w *together) step() {
	lead := leads[w.rnd.IntN(len(leads))]
	switch w.rnd.IntN(9) {
	case 0:
		w.opens(lead, "plan", planPath)
	case 1:
		w.opens(lead, "edit", editPath)
	case 2:
		w.opens([]string{lead, approver}[w.rnd.IntN(2)], "mailing", "/dispatches/levee/"+w.newest())
	case 3, 4:
		w.plans(lead)
	case 5:
		w.saving(lead)
	case 6, 7:
		w.approves([]string{lead, approver, approver}[w.rnd.IntN(3)])
	case 8:
		w.works()
	}
}

// newest is the name of the newest mailing of the release.
func (w *together) newest() string {
	all, err := w.app.Ledger.Dispatches(context.Background(), "levee")
	if err != nil {
		w.t.Fatal(err)
	}
	if len(all) == 0 {
		return "release-1"
	}
	return strings.TrimPrefix(all[len(all)-1].ID, "levee/")
}

func (w *together) as(who string) {
	w.is(who)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.who.Role = workspace.Lead
	if who == approver {
		w.who.Role = workspace.Approver
	}
}

func (w *together) opens(who, what, path string) {
	w.as(who)
	if code, body := w.get(path); code == http.StatusOK {
		w.held[who+" "+what] = body
	}
}

// plans posts the plan that somebody has open: what is scheduled is what that page showed.
func (w *together) plans(who string) {
	page := w.held[who+" plan"]
	if !strings.Contains(page, `method="post" action="`+planPath+`"`) {
		return
	}
	w.as(who)
	before := w.newest()
	_, shown, _ := strings.Cut(page, "revision ")
	shown, _, _ = strings.Cut(shown, ",")
	code, body := w.press(page, planPath)
	if after := w.newest(); after != before || code == http.StatusOK && strings.Contains(body, "approved its words") {
		if d := w.mailing("levee/" + after); d.Revision != shown || d.ScheduledBy != who {
			w.t.Errorf("%s saw revision %s, and %s scheduled %s", who, shown, d.ScheduledBy, d.Revision)
		}
	}
}

// saving saves what somebody has written upon the version that they have open.
func (w *together) saving(who string) {
	page := w.held[who+" edit"]
	if page == "" {
		return
	}
	w.as(who)
	mine := strings.Replace(levee(onTheDay(w.t)), "all night", fmt.Sprint("until ", w.rnd.IntN(1000), " o'clock"), 1)
	code, body := w.press(page, editPath, "text", mine)
	now := w.stage.file("releases/levee.md")
	switch {
	case code == http.StatusOK && now == mine:
		w.file, w.saves = mine, w.saves+1
		delete(w.held, who+" edit")
	case code == http.StatusConflict && now == w.file:
		w.held[who+" edit"] = body // both beside each other: the next save is upon what is there
	default:
		w.t.Errorf("%d, and the file has %q", code, now)
	}
}

// approves posts the form of the mailing that somebody has open: whoever wants to approve
// what they scheduled themselves takes it from another.
func (w *together) approves(who string) {
	page := w.held[append(leads, approver)[w.rnd.IntN(3)]+" mailing"]
	path := "/dispatches/levee/" + w.newest() + "/approve"
	if !strings.Contains(page, `action="`+path+`"`) {
		return
	}
	w.as(who)
	revision := w.form(page, path).Get("revision")
	if code, _ := w.press(page, path); code == http.StatusOK {
		if w.approved[revision] == nil {
			w.approved[revision] = make(map[string]bool)
		}
		w.approved[revision][who] = true
	}
}

// works is a worker that would send whatever the gate lets out.
func (w *together) works() {
	all, err := w.app.Ledger.Dispatches(context.Background(), "levee")
	if err != nil {
		w.t.Fatal(err)
	}
	for _, d := range all {
		if d.State != ledger.Scheduled && d.State != ledger.Held {
			continue
		}
		got, err := w.app.Ledger.Gate(context.Background(), d.ID, 0)
		if err != nil {
			w.t.Fatal(err)
		}
		if got.Verdict != embargo.Open {
			continue
		}
		w.sent++
		others := 0
		for who := range w.approved[d.Revision] {
			if who != d.ScheduledBy {
				others++
			}
		}
		if others == 0 {
			w.t.Errorf("%s left with revision %s, which %s scheduled and %v approved", d.ID, d.Revision, d.ScheduledBy, w.approved[d.Revision])
		}
	}
}
