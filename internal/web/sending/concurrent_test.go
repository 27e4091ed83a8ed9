package sending_test

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/testdb"
	"pressroom/internal/visitor"
	"pressroom/internal/web/room"
	"pressroom/internal/workspace"
)

func TestMain(m *testing.M) { os.Exit(testdb.Some(m, "Work")) }

// crowd is two leads and an approver at one release in the same moment, in two
// offices on the same workspace.
type crowd struct {
	*stage
	offices []*httptest.Server

	mu       sync.Mutex
	saved    []string                   // lines that were said to be saved
	approved map[string]map[string]bool // by revision, who was told that they approved it
	left     []*ledger.Dispatch         // what the gate let out
}

// whoHeader tells the offices of the crowd who asks.
const whoHeader = "X-Who"

// Two leads and an approver at once: what is said to be saved is in the file, and nothing
// leaves but words that somebody else has approved as they are.
func TestTwoLeadsAndAnApproverWorkConcurrently(t *testing.T) {
	runs := 20
	if os.Getenv("PRESSROOM_FULL") != "" {
		runs = 200
	}
	left, saved := 0, 0
	for run := range runs {
		t.Run(fmt.Sprint(run), func(t *testing.T) {
			c := &crowd{stage: open(t, crowded(t), "[dispatch]\napprovers = 1\nundo = \"0s\"\n"), approved: make(map[string]map[string]bool)}
			for range 2 {
				srv, _ := c.serves(func(r *http.Request) (*room.Actor, error) {
					who := room.Actor{Name: r.Header.Get(whoHeader), Email: r.Header.Get(whoHeader), Role: workspace.Lead}
					if who.Email == approver {
						who.Role = workspace.Approver
					}
					return &who, nil
				})
				c.offices = append(c.offices, srv)
			}
			var all sync.WaitGroup
			for i, who := range []string{leads[0], leads[1], approver} {
				rnd := rand.New(rand.NewPCG(uint64(i), uint64(run)))
				all.Go(func() {
					for n := range 12 {
						c.acts(who, i%2, n, rnd)
						c.worker()
					}
				})
			}
			all.Wait()
			c.holds()
			left, saved = left+len(c.left), saved+len(c.saved)
		})
	}
	if left == 0 || saved < runs { // else it shows nothing
		t.Errorf("%d left, and %d lines were saved", left, saved)
	}
}

// crowded is a release with a place for each lead's lines.
func crowded(t *testing.T) string {
	return strings.Replace(levee(onTheDay(t)), "It held all night.", "It held all night.\n\nBy ana:\n\nIn between stand words that nobody changes.\n\nBy bea:", 1)
}

// acts is something that one of them does.
func (c *crowd) acts(who string, office, n int, rnd *rand.Rand) {
	srv := c.offices[office]
	switch {
	case who == approver, rnd.IntN(4) == 0:
		c.approving(srv, who)
	case rnd.IntN(2) == 0:
		c.sending(srv, who)
	default:
		c.adds(srv, who, fmt.Sprintf("Line %d by %s.", n, who))
	}
}

// asks asks an office as somebody.
func (c *crowd) asks(srv *httptest.Server, who, path string, form url.Values) (int, string) {
	method := http.MethodGet
	if form != nil {
		method = http.MethodPost
	}
	r, err := http.NewRequest(method, srv.URL+path, strings.NewReader(form.Encode()))
	if err != nil {
		c.t.Error(err)
		return 0, ""
	}
	r.Header.Set(whoHeader, who)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	res, err := (&http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}).Do(r)
	if err != nil {
		c.t.Error(err)
		return 0, ""
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		c.t.Error(err)
	}
	if res.StatusCode >= http.StatusInternalServerError {
		c.t.Errorf("%s %s for %s: %d\n%s", method, path, who, res.StatusCode, body)
	}
	return res.StatusCode, string(body)
}

// hiddenOf are the hidden fields of the form that posts to a path; nil where there is none.
func hiddenOf(body, path string) url.Values {
	if all := visitor.HiddenIn(body, path); all != nil {
		return all[0]
	}
	return nil
}

// adds opens the file, and saves it with one more line at its writer's place.
func (c *crowd) adds(srv *httptest.Server, who, line string) {
	_, body := c.asks(srv, who, editPath, nil)
	form := hiddenOf(body, editPath)
	if form == nil {
		c.t.Errorf("nothing can be written:\n%s", body)
		return
	}
	place := "By " + who[:3] + ":"
	form.Set("text", strings.Replace(form.Get("base"), place, place+"\n"+line, 1))
	if code, _ := c.asks(srv, who, editPath, form); code == http.StatusSeeOther {
		c.mu.Lock()
		c.saved = append(c.saved, line)
		c.mu.Unlock()
	}
}

// sending opens the plan, and sends what it shows.
func (c *crowd) sending(srv *httptest.Server, who string) {
	_, body := c.asks(srv, who, planPath, nil)
	if form := hiddenOf(body, planPath); form != nil {
		c.asks(srv, who, planPath, form)
	}
}

// approving opens the newest mailing, and approves what it shows.
func (c *crowd) approving(srv *httptest.Server, who string) {
	all, err := c.app.Ledger.Dispatches(context.Background(), "levee")
	if err != nil {
		c.t.Error(err)
		return
	}
	if len(all) == 0 {
		return
	}
	path := "/dispatches/" + all[len(all)-1].ID
	_, body := c.asks(srv, who, path, nil)
	form := hiddenOf(body, path+"/approve")
	if form == nil {
		return
	}
	if code, _ := c.asks(srv, who, path+"/approve", form); code == http.StatusSeeOther {
		c.mu.Lock()
		defer c.mu.Unlock()
		revision := form.Get("revision")
		if c.approved[revision] == nil {
			c.approved[revision] = make(map[string]bool)
		}
		c.approved[revision][who] = true
	}
}

// worker is one that would send whatever the gate lets out, and comes by after each act.
func (c *crowd) worker() {
	all, err := c.app.Ledger.Dispatches(context.Background(), "levee")
	if err != nil {
		c.t.Error(err)
		return
	}
	for _, d := range all {
		if d.State != ledger.Scheduled && d.State != ledger.Held {
			continue
		}
		got, err := c.app.Ledger.Gate(context.Background(), d.ID, 0)
		if err != nil {
			c.t.Error(err)
			return
		}
		if got.Verdict == embargo.Open {
			if d, err = c.app.Ledger.Dispatch(context.Background(), d.ID); err != nil {
				c.t.Error(err)
				return
			}
			c.mu.Lock()
			c.left = append(c.left, d)
			c.mu.Unlock()
		}
	}
}

// holds looks at what is left when all have gone home.
func (c *crowd) holds() {
	c.t.Helper()
	file := c.stage.file("releases/levee.md")
	for _, line := range c.saved {
		if strings.Count(file, line) != 1 {
			c.t.Errorf("%q was said to be saved, and stands %d times in\n%s", line, strings.Count(file, line), file)
		}
	}
	for _, d := range c.left {
		others := 0
		for who := range c.approved[d.Revision] {
			if who != d.ScheduledBy {
				others++
			}
		}
		if others == 0 {
			c.t.Errorf("%s left with revision %s, which %s scheduled and %v approved", d.ID, d.Revision, d.ScheduledBy, c.approved[d.Revision])
		}
	}
}
