package sending_test

import (
	"context"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"pressroom/internal/ledger"
)

const (
	planPath = "/releases/levee/plan"
	page     = "/releases/levee"
)

func TestAReleaseIsPlannedAndScheduledAsShown(t *testing.T) {
	s := open(t, levee(later), "")
	s.shows(page, "The levee holds", "Sun 2026-07-26 09:00:00 UTC", "Plan and send", "Nothing of it was sent or scheduled yet")
	plan := s.shows(planPath, "Plan: The levee holds", "Advance copies, at once, under embargo until Sunday 2026-07-26 09:00:00 UTC",
		"cy@blog.example", "ana@paper.example", "2 journalists mailed: by list main 2", "Advance copies: gets it", "No worker is running")
	if code, body := s.press(plan, planPath); code != http.StatusOK || !strings.Contains(body, "levee/release-1") {
		t.Fatalf("%d\n%s", code, body)
	}
	if s.state("levee/release-1") != ledger.Scheduled || s.state("levee/advance-1") != ledger.Scheduled {
		t.Error("it is not scheduled")
	}
	if d := s.mailing("levee/release-1"); d.ScheduledBy != "ana@harbor.example" || !d.NotBefore.IsZero() {
		t.Errorf("scheduled by %q, not before %v", d.ScheduledBy, d.NotBefore)
	}
	if _, body := s.press(plan, planPath); !strings.Contains(body, "levee/release-1") || strings.Contains(body, "levee/release-2") {
		t.Errorf("the form was posted twice:\n%s", body)
	}
	all, err := s.app.Ledger.Dispatches(context.Background(), "levee")
	if err != nil || len(all) != 2 {
		t.Errorf("%d dispatches, %v", len(all), err)
	}
	again := s.shows(planPath, "Replace it", "who has it already keeps what they have")
	if code, _ := s.press(again, planPath); code != http.StatusOK || s.state("levee/release-1") != ledger.Cancelled ||
		s.state("levee/release-2") != ledger.Scheduled {
		t.Errorf("%d, and it was not replaced", code)
	}
}

// What somebody confirms is what they saw, or they are told what is another.
func TestAPlanThatIsAnotherByNowIsNotScheduled(t *testing.T) {
	s := open(t, levee(later), "")
	for name, change := range map[string]func(){
		"the words": func() { s.write("releases/levee.md", strings.Replace(levee(later), "night", "day", 1)) },
		"who gets":  func() { s.write("contacts/press.csv", press+"dee@paper.example,Dee,,en,,main\n") },
		"when":      func() { s.write("releases/levee.md", levee(strings.Replace(later, "T09", "T10", 1))) },
		"who is not": func() {
			s.write("contacts/press.csv", strings.Replace(press, "bo@radio.example", "bo@station.example", 1))
		},
	} {
		s.write("releases/levee.md", levee(later))
		s.write("contacts/press.csv", press)
		plan := s.shows(planPath)
		change()
		code, body := s.press(plan, planPath)
		if code != http.StatusConflict || !strings.Contains(body, "Nothing was done: since you looked") || !strings.Contains(body, "changed.") {
			t.Errorf("%s: %d\n%s", name, code, body)
		}
		if all, err := s.app.Ledger.Dispatches(context.Background(), "levee"); err != nil || len(all) != 0 {
			t.Fatalf("%s: %d dispatches, %v", name, len(all), err)
		}
	}
	if code, _ := s.answer(http.PostForm(s.srv.URL+planPath, nil)); code != http.StatusConflict {
		t.Errorf("a plan that nobody saw answers %d", code)
	}
}

func TestWhatLeavesAtOnceWaitsForAnUndo(t *testing.T) {
	s := open(t, levee(atOnce), "")
	plan := s.shows(planPath, "waits 30 seconds, in which you can undo it")
	_, body := s.press(plan, planPath)
	s.says("the release", body, "It leaves at", "10:00:30 UTC", "<button autofocus>Undo</button>", "Send now")
	if d := s.mailing("levee/release-1"); !d.Leaves().Equal(start.Add(30 * time.Second)) {
		t.Errorf("it leaves %v", d.Leaves())
	}
	_, body = s.press(body, page+"/undo")
	s.says("the release", body, "Undone: nothing of it left.")
	if s.state("levee/release-1") != ledger.Cancelled {
		t.Error("it is not undone")
	}
	plan = s.shows(planPath)
	_, body = s.press(plan, planPath)
	if _, said := s.press(body, page+"/now"); !strings.Contains(said, "It leaves now.") {
		t.Error(said)
	}
	s.leaves("levee/release-2")
	if code, said := s.press(body, page+"/undo"); code != http.StatusConflict || !strings.Contains(said, "has begun to leave") {
		t.Errorf("%d\n%s", code, said)
	}
	if got := s.shows(page); strings.Contains(got, "Undo") {
		t.Error("an undo is offered that there is not")
	}
}

func TestTheWaitIsASetting(t *testing.T) {
	s := open(t, levee(atOnce), "[dispatch]\nundo = \"0s\"\n")
	plan := s.shows(planPath)
	if strings.Contains(plan, "undo it") {
		t.Error(plan)
	}
	s.press(plan, planPath)
	s.leaves("levee/release-1")
}

// Two browsers, and each twice: one of them schedules it.
func TestOfConcurrentPostsOneSchedules(t *testing.T) {
	s := open(t, levee(later), "")
	plan := s.shows(planPath)
	form := s.form(plan, planPath)
	var posts sync.WaitGroup
	for range 8 {
		posts.Go(func() {
			r, err := http.PostForm(s.srv.URL+planPath, form)
			if err != nil {
				t.Error(err)
				return
			}
			r.Body.Close()
		})
	}
	posts.Wait()
	if all, err := s.app.Ledger.Dispatches(context.Background(), "levee"); err != nil || len(all) != 2 {
		t.Errorf("%d dispatches, %v", len(all), err)
	}
}

func TestAPlanSaysWhyNot(t *testing.T) {
	s := open(t, levee("date = 2026-07-20\nto = [\"nobody\"]"), "")
	if body := s.shows(planPath, "What is wrong has to be put right first.", "nobody"); strings.Contains(body, `method="post" action="/releases/levee/plan"`) {
		t.Error("it can be scheduled")
	}
	s.write("releases/levee.md", levee("date = 2026-07-20\nto = []"))
	s.shows(planPath, "nobody would be mailed")
	if code, body := s.get("/releases/other"); code != http.StatusNotFound || !strings.Contains(body, "There is nothing here by that name") {
		t.Errorf("%d\n%s", code, body)
	}
	if code, _ := s.get("/releases/other/plan"); code == http.StatusOK {
		t.Error("what is not there is planned")
	}
	if code, _ := s.get("/dispatches/levee/release-9"); code != http.StatusNotFound {
		t.Errorf("what was not sent answers %d", code)
	}
}

func TestATestGoesToOneselfAlone(t *testing.T) {
	s := open(t, levee(later), "")
	plan := s.shows(planPath, "Send a test to yourself")
	_, body := s.press(plan, page+"/test", "address", "ana@harbor.example", "language", "en")
	s.says("the release", body, "The test is on its way.", "levee/test-1")
	if code, body := s.press(plan, page+"/test", "address", "nonsense", "language", "en"); code != http.StatusConflict || !strings.Contains(body, "nonsense") {
		t.Errorf("%d\n%s", code, body)
	}
	s.shows("/dispatches/levee/test-1", "ana@harbor.example")
}

func TestOneWordLetsItGo(t *testing.T) {
	s := open(t, levee(atWord), "")
	_, body := s.press(s.shows(planPath, "Arm it"), planPath)
	s.says("the release", body, "Armed.", "Let it go")
	ask := s.shows(page+"/go", "The levee holds", "with the day 2026-07-20", "Let it go now, to 2 journalists")
	s.pass(24 * time.Hour)
	code, body := s.press(ask, page+"/go")
	if code != http.StatusConflict {
		t.Errorf("it goes with another day than was seen: %d\n%s", code, body)
	}
	s.says("the question", body, "since you looked, the day that it bears changed", "2026-07-21")
	if _, said := s.press(body, page+"/rehearse", "address", "ana@harbor.example"); !strings.Contains(said, "The rehearsal is on its way.") {
		t.Error(said)
	}
	if _, said := s.press(body, page+"/go"); !strings.Contains(said, "It goes out now.") {
		t.Error(said)
	}
	s.leaves("levee/release-1") // a word never waits
	if code, _ := s.press(body, page+"/go"); code != http.StatusConflict {
		t.Errorf("a second word answers %d", code)
	}
}

func TestMoreAndAgain(t *testing.T) {
	s := open(t, levee(atOnce), "[dispatch]\nundo = \"0s\"\n")
	s.press(s.shows(planPath), planPath)
	s.leaves("levee/release-1")
	s.shows(page+"/more", "Nobody would be mailed: everybody in its audience has it already.")
	more := s.shows(page+"/more?addresses=cy@blog.example", "cy@blog.example", "1 journalist mailed")
	if _, body := s.press(more, page+"/more"); !strings.Contains(body, "Scheduled, to those who did not have it.") {
		t.Error(body)
	}
	if code, body := s.press(more, page+"/more"); code != http.StatusConflict {
		t.Errorf("they are mailed twice: %d\n%s", code, body)
	}
	s.shows(page+"/again", "Their address")
	again := s.shows(page+"/again?address=ana@paper.example", "The release to ana@paper.example once more", "sent again at your request")
	if _, body := s.press(again, page+"/again"); !strings.Contains(body, "Their copy is on its way once more.") {
		t.Error(body)
	}
	if code, body := s.press(again, page+"/again"); code != http.StatusConflict || !strings.Contains(body, "Something was sent of it since") {
		t.Errorf("it is repeated twice: %d\n%s", code, body)
	}
	s.shows(page+"/again?address=dee@paper.example", "dee@paper.example has not got levee")
}
