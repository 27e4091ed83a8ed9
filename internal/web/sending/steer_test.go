package sending_test

import (
	"bufio"
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"pressroom/internal/ledger"
	"pressroom/internal/workspace"
)

const (
	mailing = "/dispatches/levee/release-1"
	noWait  = "[dispatch]\nundo = \"0s\"\n"
)

func scheduledLater(t *testing.T, settings string) *stage {
	t.Helper()
	s := open(t, levee(later), settings)
	if code, body := s.press(s.shows(planPath), planPath); code != http.StatusOK {
		t.Fatalf("%d\n%s", code, body)
	}
	return s
}

func TestAMailingIsWatchedAndSteered(t *testing.T) {
	s := scheduledLater(t, noWait)
	page := s.shows(mailing, "The levee holds", "It waits until Sun 2026-07-26 09:00:00 UTC.", "ana@paper.example", "waiting (2)", "Pause", "Cancel …")
	_, page = s.press(page, mailing+"/pause")
	s.says("the mailing", page, "Paused.", "Go on …")
	ask := s.shows(mailing+"/resume", "is paused: paused by hand", "It waits until 2026-07-26 09:00:00 UTC, and then goes to 2 journalists.")
	_, page = s.press(ask, mailing+"/resume")
	s.says("the mailing", page, "It goes on.")
	if s.state("levee/release-1") != ledger.Scheduled {
		t.Error(s.state("levee/release-1"))
	}
	if code, body := s.press(ask, mailing+"/resume"); code != http.StatusConflict || !strings.Contains(body, "There is nothing to resume") {
		t.Errorf("%d\n%s", code, body)
	}
	s.leaves("levee/advance-1")
	s.shows("/dispatches/levee/advance-1", "250 queued as 7", "sent (1)", "100%")
	s.shows("/dispatches/levee/advance-1?state=failed", "Nobody.")
	if code, table := s.get("/dispatches/levee/advance-1/rows.csv?state=sent"); code != http.StatusOK || !strings.Contains(table, "cy@blog.example,Cy") {
		t.Errorf("%d\n%s", code, table)
	}
	ask = s.shows(mailing+"/cancel", "Cancel levee/release-1 (scheduled)? It cannot be taken back. 1 journalist has an advance copy and is not told by it: pressroom withdraw levee tells them")
	if _, page = s.press(ask, mailing+"/cancel"); !strings.Contains(page, "Cancelled.") || s.state("levee/release-1") != ledger.Cancelled {
		t.Error(page)
	}
	// Who has a copy of what was cancelled is asked to wait, and told that they need not.
	s.shows("/releases/levee", "Put it right", "Withdraw it")
	ask = s.shows("/releases/levee/hold", "The levee holds", "1 journalist has an advance copy, and is asked to wait.")
	s.press(ask, "/releases/levee/hold")
	s.leaves("levee/notice-1")
	s.shows("/releases/levee", "End the hold")
	ask = s.shows("/releases/levee/hold-end", "The levee holds", "Tell 1 journalist who has an advance copy that it may be used as it was sent?")
	s.press(ask, "/releases/levee/hold-end")
	s.leaves("levee/notice-2")
	for _, path := range []string{mailing + "/explode", mailing + "/pause", "/dispatches/levee/none-1/cancel"} {
		if code, _ := s.answer(http.PostForm(s.srv.URL+path, nil)); code != http.StatusConflict && code != http.StatusNotFound {
			t.Errorf("%s answers %d", path, code)
		}
	}
}

// What is asked about is what is done: a question that was answered late is asked again.
func TestAnAnswerToAnOldQuestionDoesNothing(t *testing.T) {
	s := scheduledLater(t, "")
	ask := s.shows(mailing + "/cancel")
	if err := s.app.Ledger.Pause(context.Background(), "levee/release-1"); err != nil {
		t.Fatal(err)
	}
	if code, body := s.press(ask, mailing+"/cancel"); code != http.StatusConflict || !strings.Contains(body, "It has gone on since you were asked") {
		t.Errorf("%d\n%s", code, body)
	}
	if code, _ := s.answer(http.PostForm(s.srv.URL+mailing+"/cancel", nil)); code != http.StatusConflict {
		t.Errorf("who was not asked cancels: %d", code)
	}
	if s.state("levee/release-1") != ledger.Paused {
		t.Error(s.state("levee/release-1"))
	}
}

func TestWhatIsUnderWayIsToldAsItGoes(t *testing.T) {
	ctx := context.Background()
	s := scheduledLater(t, noWait)
	r, err := http.Get(s.srv.URL + mailing + "/live")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	told := bufio.NewScanner(r.Body)
	until := func(want string) {
		t.Helper()
		for told.Scan() {
			if strings.Contains(told.Text(), want) {
				return
			}
			if line := told.Text(); line != "" && !strings.HasPrefix(line, "data:") && !strings.HasPrefix(line, "event: ") && !strings.HasPrefix(line, ":") {
				t.Errorf("no line of an event: %q", line)
			}
		}
		t.Fatalf("it ended before it said %q: %v", want, told.Err())
	}
	until("It waits until Sun 2026-07-26 09:00:00 UTC.")
	if err := s.app.Ledger.Pause(ctx, "levee/release-1"); err != nil {
		t.Fatal(err)
	}
	until("event: say")
	until("levee/release-1: paused")
	if err := s.app.Ledger.Cancel(ctx, "levee/release-1", "cancelled by hand"); err != nil {
		t.Fatal(err)
	}
	until("levee/release-1: cancelled")
	for told.Scan() { // it ends
	}
	if code, _ := s.get(mailing + "/live"); code != http.StatusNoContent {
		t.Errorf("what is over answers %d, and would be asked again", code)
	}
	if code, _ := s.get("/dispatches/levee/none-1/live"); code != http.StatusNotFound {
		t.Errorf("what is not there is told of: %d", code)
	}
}

func TestWhoWasPutOutIsToldNothingMore(t *testing.T) {
	s := scheduledLater(t, noWait)
	r, err := http.Get(s.srv.URL + mailing + "/live")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	s.mu.Lock()
	s.who.Role = workspace.Viewer
	s.mu.Unlock()
	for told := bufio.NewScanner(r.Body); told.Scan(); { // it ends
	}
	if code, _ := s.get(mailing); code != http.StatusForbidden {
		t.Errorf("a viewer sees the rows of a mailing: %d", code)
	}
}

// Each route × each role, with the routes from the table: one that is added is in the test.
func TestEachRouteIsForWhoMay(t *testing.T) {
	s := scheduledLater(t, noWait)
	if len(s.routes) < 35 {
		t.Fatalf("%d routes", len(s.routes))
	}
	for _, route := range s.routes {
		if route.Method == http.MethodPost && route.Act == "" {
			t.Errorf("%s does something, and the trail has no word for it", route.Pattern())
		}
		path := strings.NewReplacer("{slug}", "none", "{name}", "none-1", "{act}", "pause", "{form}", "text").Replace(route.Path)
		for _, role := range []workspace.Role{"", "boss", workspace.Viewer, workspace.Approver, workspace.Lead} {
			s.mu.Lock()
			s.who.Role = role
			s.mu.Unlock()
			req, err := http.NewRequest(route.Method, s.srv.URL+path, nil)
			if err != nil {
				t.Fatal(err)
			}
			code, _ := s.answer(http.DefaultClient.Do(req))
			if strings.HasSuffix(path, "/preview/text") && role == workspace.Viewer {
				code = http.StatusOK // the handler says whether it is for them
			}
			if refused := code == http.StatusForbidden; refused == role.Has(route.Least) {
				t.Errorf("%s for %q answers %d", route.Pattern(), role, code)
			}
		}
	}
	if s.state("levee/release-1") != ledger.Scheduled {
		t.Error("something was done")
	}
}

func TestSomebodyElseApprovesExactWords(t *testing.T) {
	s := scheduledLater(t, "[dispatch]\napprovers = 1\n")
	if s.state("levee/release-1") != ledger.Held {
		t.Fatal(s.state("levee/release-1"))
	}
	own := s.shows(mailing, "approved by 1 besides ana@harbor.example", "You scheduled it: somebody else approves it.")
	if strings.Contains(own, "/approve") || strings.Contains(own, "/resume") {
		t.Error("a way around it is offered")
	}
	d := s.mailing("levee/release-1")
	if code, _ := s.answer(http.PostForm(s.srv.URL+mailing+"/approve", map[string][]string{"revision": {d.Revision}})); code != http.StatusConflict {
		t.Errorf("who scheduled it approves it: %d", code)
	}
	s.is("bea@harbor.example")
	s.mu.Lock()
	s.who.Role = workspace.Approver
	s.mu.Unlock()
	if body := s.shows(page, "The plan"); strings.Contains(body, "Put it on hold") {
		t.Errorf("an approver is offered what a lead does:\n%s", body)
	}
	page := s.shows(mailing, "Approve these words, revision "+d.Revision)
	if code, body := s.press(page, mailing+"/approve", "revision", "another"); code != http.StatusConflict || !strings.Contains(body, "changed since you looked") {
		t.Errorf("%d\n%s", code, body)
	}
	if _, body := s.press(page, mailing+"/approve"); !strings.Contains(body, "Approved.") || s.state("levee/release-1") != ledger.Scheduled {
		t.Error(body)
	}
}

func TestWhatPutsItRightIsApprovedBeforehand(t *testing.T) {
	s := open(t, levee(atOnce), "[dispatch]\napprovers = 1\nundo = \"0s\"\n")
	s.press(s.shows(planPath), planPath)
	s.is("bea@harbor.example")
	s.press(s.shows(mailing), mailing+"/approve")
	s.leaves("levee/release-1")
	s.write("releases/levee.md", strings.Replace(levee(atOnce), "all night", "until noon", 1))
	own := s.shows(page + "/correct?grade=correction")
	s.press(own, page+"/correct/approve") // her own approval counts for nothing
	code, body := s.press(own, page+"/correct", "sentence-en", "It held until noon, not all night")
	if code != http.StatusConflict || !strings.Contains(body, "by 1 other than bea@harbor.example: pressroom approve levee/correction") {
		t.Fatalf("%d\n%s", code, body)
	}
	s.is("ana@harbor.example")
	if _, said := s.press(own, page+"/correct/approve"); !strings.Contains(said, "Approved by: ana@harbor.example, bea@harbor.example") {
		t.Error(said)
	}
	s.is("bea@harbor.example")
	s.write("releases/levee.md", strings.Replace(levee(atOnce), "all night", "until ten", 1))
	other := s.shows(page + "/correct?grade=correction")
	if code, body := s.press(other, page+"/correct", "sentence-en", "It held until ten, not all night"); code != http.StatusConflict {
		t.Fatalf("other words than were approved: %d\n%s", code, body)
	}
	s.write("releases/levee.md", strings.Replace(levee(atOnce), "all night", "until noon", 1))
	if _, said := s.press(own, page+"/correct", "sentence-en", "It held until noon, not all night"); !strings.Contains(said, "Put right.") {
		t.Error(said)
	}
	s.leaves("levee/correction-1")
}

func TestTheEmbargoIsMovedLiftedAndHeld(t *testing.T) {
	s := scheduledLater(t, noWait)
	s.leaves("levee/advance-1")
	form := s.shows(page+"/move", `value="2026-07-26T09:00"`, "by the clock of UTC")
	if strings.Contains(form, `method="post"`) {
		t.Error("it is moved before it is said to when")
	}
	if code, body := s.get(page + "/move?when=2026-07-01T09:00"); code != http.StatusOK || !strings.Contains(body, `role="alert"`) {
		t.Errorf("%d\n%s", code, body)
	}
	ask := s.shows(page+"/move?when=2026-07-27T10:30", "goes out Monday 2026-07-27 10:30", "1 journalist has an advance copy, and is told of the new instant")
	if _, body := s.press(ask, page+"/move"); !strings.Contains(body, "The embargo was moved.") {
		t.Error(body)
	}
	if at := s.mailing("levee/release-1").ReleaseAt; !at.Equal(time.Date(2026, 7, 27, 10, 30, 0, 0, time.UTC)) {
		t.Errorf("it goes out %v", at)
	}
	if code, _ := s.press(ask, page+"/move"); code != http.StatusConflict {
		t.Errorf("it is moved twice: %d", code)
	}
	ask = s.shows(page+"/hold", "1 journalist has an advance copy, and is asked to wait.")
	if _, body := s.press(ask, page+"/hold", "reason", "a number"); !strings.Contains(body, "It is on hold.") || s.state("levee/release-1") != ledger.Held {
		t.Error(body)
	}
	if code, body := s.get(page + "/lift"); code != http.StatusConflict || !strings.Contains(body, "is held") {
		t.Errorf("%d\n%s", code, body)
	}
	s.press(s.shows(mailing+"/resume"), mailing+"/resume")
	ask = s.shows(page+"/lift", "goes out now, to 2 journalists, and does not wait until")
	if code, body := s.press(ask, page+"/lift"); code != http.StatusConflict || !strings.Contains(body, "Say why the embargo is lifted") {
		t.Errorf("%d\n%s", code, body)
	}
	if _, body := s.press(ask, page+"/lift", "reason", "published at 10:02"); !strings.Contains(body, "It goes out now.") {
		t.Error(body)
	}
	s.leaves("levee/release-1")
}

func TestWhatHasGoneOutIsPutRightAndWithdrawn(t *testing.T) {
	s := open(t, levee(atOnce), "[dispatch]\nundo = \"0s\"\n")
	if code, body := s.get(page + "/correct"); code != http.StatusConflict || !strings.Contains(body, "Nobody has anything of levee yet") {
		t.Errorf("%d\n%s", code, body)
	}
	s.press(s.shows(planPath), planPath)
	s.leaves("levee/release-1")
	if code, body := s.get(page + "/correct"); code != http.StatusConflict || !strings.Contains(body, "word for word") {
		t.Errorf("%d\n%s", code, body)
	}
	s.write("releases/levee.md", strings.Replace(levee(atOnce), "all night", "until noon", 1))
	form := s.shows(page+"/correct", "What changed since it went out, in en", `removed: </span>all night`, `added: </span>until noon`)
	if strings.Contains(form, `method="post"`) {
		t.Error("it is put right before it is said what it is")
	}
	ask := s.shows(page+"/correct?grade=correction", "2 journalists mailed, in the thread of what they have", "What was wrong and what is right", "mail 2 journalists, now")
	if code, body := s.press(ask, page+"/correct"); code != http.StatusUnprocessableEntity || !strings.Contains(body, "the sentence in en is missing") &&
		!strings.Contains(body, "The sentence in en is missing") {
		t.Errorf("%d\n%s", code, body)
	}
	s.write("releases/levee.md", strings.Replace(levee(atOnce), "all night", "until ten", 1))
	code, body := s.press(ask, page+"/correct", "sentence-en", "It held until noon, not all night")
	if code != http.StatusConflict || !strings.Contains(body, "what is put right changed") {
		t.Errorf("other words than were seen: %d\n%s", code, body)
	}
	if _, said := s.press(body, page+"/correct", "sentence-en", "It held until ten, not all night"); !strings.Contains(said, "Put right.") {
		t.Error(said)
	}
	s.leaves("levee/correction-1")
	s.shows(page+"/withdraw", "2 journalists are told not to use it", "Why, as those who have it read it, in en")
	ask = s.shows(page+"/withdraw?sentence-en=It+was+not+ours", "Withdraw it, and tell 2 journalists, now")
	if _, said := s.press(ask, page+"/withdraw", "sentence-en", "It was not ours"); !strings.Contains(said, "Withdrawn.") {
		t.Error(said)
	}
	s.leaves("levee/withdrawal-1")
	if last := s.shows(page); strings.Contains(last, `href="/releases/levee/correct"`) || strings.Contains(last, "Withdraw it") {
		t.Errorf("what was withdrawn is put right:\n%s", last)
	}
}

func TestAWithdrawalNamesTheLanguagesThatItGivesNoReasonIn(t *testing.T) {
	s := open(t, levee(atOnce), "[dispatch]\nundo = \"0s\"\n")
	s.write("releases/levee.es.md", "+++\nheadline = \"El dique aguanta\"\ndateline = \"CIUDAD\"\n+++\nAguantó.\n")
	s.write("contacts/press.csv", "email,name,language,tags\neva@diario.example,Eva,es,main\njo@paper.example,Jo,en,main\n")
	s.press(s.shows(planPath), planPath)
	s.leaves("levee/release-1")
	const without = "es: without a reason, unless it is written below"
	if form := s.shows(page + "/withdraw"); strings.Contains(form, without) {
		t.Error("it is told before any reason is given")
	}
	s.shows(page+"/withdraw?sentence-en=It+was+not+ours", without)
	if ask := s.shows(page + "/withdraw?sentence-en=It+was+not+ours&sentence-es=No+era+nuestro"); strings.Contains(ask, without) {
		t.Error("a reason that is given is missed")
	}
}

func TestAgreementsAreWrittenDownAndSomebodyIsTakenOff(t *testing.T) {
	s := open(t, levee(strings.Replace(later, "early", "main", 1)), noWait+"[embargo]\nrecord = true\n[server]\npublic_url = \"https://press.harbor.example\"\n")
	s.press(s.shows(planPath, "Notice, at once"), planPath)
	const agreements = page + "/agreements"
	s.leaves("levee/notice-1")
	form := s.shows(agreements, "bo@radio.example", "Asked, and not answered", "Who has opened it")
	if code, body := s.press(form, agreements, "address", "bo@radio.example"); code != http.StatusConflict || !strings.Contains(body, "Say how they have agreed") {
		t.Errorf("%d\n%s", code, body)
	}
	_, body := s.press(form, agreements, "address", "bo@radio.example", "how", "phone, 16:10")
	s.says("the agreements", body, "Written down.", "agreed to the embargo, written down by the press office: phone, 16:10")
	if code, body := s.press(form, agreements+"/readers"); code != http.StatusConflict || !strings.Contains(body, "Say why you look") {
		t.Errorf("%d\n%s", code, body)
	}
	if _, body := s.press(form, agreements+"/readers", "reason", "a leak"); !strings.Contains(body, "That you looked is kept, with why: a leak") {
		t.Error(body)
	}
	ask := s.shows(agreements+"?off=ana@paper.example", "Take ana@paper.example off the advance copies?")
	if _, body := s.press(ask, agreements+"/off"); !strings.Contains(body, "They are taken off the advance copies.") {
		t.Error(body)
	}
}

func TestAReleaseThatIsOutIsPutOnHoldAndTheHoldEnds(t *testing.T) {
	s := open(t, levee(atOnce), noWait)
	s.press(s.shows(planPath), planPath)
	s.leaves("levee/release-1")
	ask := s.shows(page+"/hold", "2 journalists are asked to wait while it is checked", "The page, its forms and feeds say so", "in en")
	if _, body := s.press(ask, page+"/hold", "sentence-en", "The night may be wrong."); !strings.Contains(body, "It is on hold.") {
		t.Error(body)
	}
	s.leaves("levee/correction-1")
	if body := s.shows(page, "End the hold"); strings.Contains(body, "Put it on hold") || strings.Contains(body, "Send to more") {
		t.Errorf("what can be done is\n%s", body)
	}
	if code, body := s.get(page + "/hold"); code != http.StatusConflict || !strings.Contains(body, "has been on hold since") {
		t.Errorf("%d\n%s", code, body)
	}
	ask = s.shows(page+"/hold-end", "2 journalists are told that it may be used as it was sent")
	if _, body := s.press(ask, page+"/hold-end"); !strings.Contains(body, "The hold is over.") {
		t.Error(body)
	}
	s.leaves("levee/correction-2")
	s.shows(page, "Put it on hold")
	if code, body := s.press(ask, page+"/hold-end"); code != http.StatusConflict || !strings.Contains(body, "is not on hold") {
		t.Errorf("it ends twice: %d\n%s", code, body)
	}
}

// A time that comes twice is chosen before a move says what it does.
func TestAnEmbargoIsMovedToOneOfTwoInstants(t *testing.T) {
	s := open(t, strings.Replace(levee(later), "\"UTC\"", "\"America/New_York\"", 1), noWait)
	if code, body := s.press(s.shows(planPath), planPath); code != http.StatusOK {
		t.Fatalf("%d\n%s", code, body)
	}
	const twice = page + "/move?when=2026-11-01T01:30"
	if body := s.shows(twice, "choose which of the two is meant", "The first: 01:30 EDT", `name="reading" value="2026-11-01T01:30-05:00"`); strings.Contains(body, `method="post"`) {
		t.Error("it is moved before it is said to when")
	}
	ask := s.shows(twice+"&reading=2026-11-01T01:30-05:00", `value="2026-11-01T01:30-05:00" checked`)
	if _, body := s.press(ask, page+"/move"); !strings.Contains(body, "The embargo was moved.") {
		t.Error(body)
	}
	if at := s.mailing("levee/release-1").ReleaseAt; !at.Equal(time.Date(2026, 11, 1, 6, 30, 0, 0, time.UTC)) {
		t.Errorf("it goes out %v", at)
	}
}
