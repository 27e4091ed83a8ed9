package ledger

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// asking schedules a release for one recipient whose words others have to approve.
func asking(t *testing.T, l *Ledger, slug string, at time.Time, s Scheduling) *Dispatch {
	t.Helper()
	ctx := context.Background()
	id, err := l.Create(ctx, Draft{
		Slug: slug, Revision: "r1", Headline: slug, Kind: embargo.Release, ReleaseAt: at, Grace: 15 * time.Minute, Zone: "UTC",
		Sender: "p@x.example", Snapshot: []byte(`{"of":"` + slug + `"}`),
	})
	if err == nil {
		err = l.Add(ctx, id, []Recipient{{Key: "j@press.example", Address: "j@press.example", Language: "en", Template: "mail/en"}})
	}
	if err == nil {
		s.Slug, s.Revision, s.IDs = slug, "r1", []string{id}
		err = l.Schedule(ctx, s)
	}
	if err != nil {
		t.Fatal(err)
	}
	return read(t, l, id)
}

func read(t *testing.T, l *Ledger, id string) *Dispatch {
	t.Helper()
	d, err := l.Dispatch(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func verdict(t *testing.T, l *Ledger, id string) embargo.Verdict {
	t.Helper()
	d, err := l.Gate(context.Background(), id, 0)
	if err != nil {
		t.Fatal(err)
	}
	return d.Verdict
}

func TestNothingLeavesBeforeOthersHaveApprovedIt(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0}
	l := open(t, t.TempDir(), c)
	d := asking(t, l, "levee", t0, Scheduling{By: "ana@office.example", Approvers: 2})
	if d.State != Held || !d.AwaitsApproval() || !strings.Contains(d.Reason, "ana@office.example") {
		t.Fatalf("%s: %s", d.State, d.Reason)
	}
	if waiting, err := l.AwaitingApproval(ctx); err != nil || len(waiting) != 1 || waiting[0].ID != d.ID {
		t.Fatal(waiting, err)
	}
	var own *OwnWordsError
	if _, err := l.Approve(ctx, d.ID, "r1", "ana@office.example"); !errors.As(err, &own) {
		t.Errorf("who scheduled it approves it: %v", err)
	}
	if _, err := l.Approve(ctx, d.ID, "r2", "bea@office.example"); !errors.Is(err, ErrOtherWords) {
		t.Errorf("other words are approved: %v", err)
	}
	if _, err := l.Approve(ctx, d.ID, "r1", ""); err == nil {
		t.Error("nobody approves it")
	}
	for range 2 { // twice by the same person is once
		if left, err := l.Approve(ctx, d.ID, "r1", "bea@office.example"); err != nil || left != 1 {
			t.Fatal(left, err)
		}
	}
	var open *UnapprovedError
	if err := l.Resume(ctx, d.ID, MainRelay); !errors.As(err, &open) || open.Left != 1 {
		t.Errorf("resume goes around it: %v", err)
	}
	if got := verdict(t, l, d.ID); got != embargo.Wait {
		t.Fatalf("the gate says %v", got)
	}
	c.t = c.t.Add(time.Hour) // longer than its grace: who approves late does not find it missed
	if left, err := l.Approve(ctx, d.ID, "r1", "cleo@office.example"); err != nil || left != 0 {
		t.Fatal(left, err)
	}
	if got := verdict(t, l, d.ID); got != embargo.Open {
		t.Fatalf("the gate says %v of what was approved", got)
	}
	given, err := l.Approvals(ctx, d.ID)
	if err != nil || len(given) != 2 || given[0].Name != "bea@office.example" || given[1].Name != "cleo@office.example" {
		t.Error(given, err)
	}
}

// Whatever state something has come into, the gate counts the approvals itself.
func TestTheGateCountsApprovalsItself(t *testing.T) {
	ctx := context.Background()
	l := open(t, t.TempDir(), &clock{t0})
	d := asking(t, l, "levee", t0, Scheduling{By: "ana@office.example", Approvers: 1})
	err := l.DB().Tx(ctx, func(tx *store.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE dispatch SET state = 'scheduled' WHERE id = ?`, d.ID)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := verdict(t, l, d.ID); got != embargo.Wait {
		t.Fatalf("the gate says %v", got)
	}
	if _, err := l.Approve(ctx, d.ID, "r1", "bea@office.example"); err != nil {
		t.Fatal(err)
	}
	if got := verdict(t, l, d.ID); got != embargo.Open {
		t.Fatalf("the gate says %v of what was approved", got)
	}
}

func TestAnApprovalFallsWithItsWords(t *testing.T) {
	ctx := context.Background()
	l := open(t, t.TempDir(), &clock{t0})
	d := asking(t, l, "levee", t0.Add(time.Hour), Scheduling{By: "ana@office.example", Approvers: 1})
	if _, err := l.Approve(ctx, d.ID, "r1", "bea@office.example"); err != nil {
		t.Fatal(err)
	}
	if d = read(t, l, d.ID); d.State != Scheduled {
		t.Fatal(d.State)
	}
	swap := func(revision string, quotes ...string) {
		t.Helper()
		err := l.Swap(ctx, Less{Of: d, Quotes: quotes, Draft: Draft{
			Slug: d.Slug, Revision: revision, Headline: d.Headline, Kind: d.Kind, ReleaseAt: d.ReleaseAt, Zone: "UTC", Sender: d.Sender,
			Snapshot: []byte(`{"of":"` + revision + `","at":"` + d.Snapshot + `"}`),
		}})
		if err != nil {
			t.Fatal(err)
		}
		d = read(t, l, d.ID)
	}
	swap("r1") // composed anew, with the same words
	if d.State != Scheduled {
		t.Fatalf("the same words are %s: %s", d.State, d.Reason)
	}
	swap("r2") // and for another instant
	if given, err := l.Approvals(ctx, d.ID); d.State != Scheduled || err != nil || len(given) != 1 || given[0].Name != "bea@office.example" {
		t.Fatalf("the same words for another instant are %s: %s (%v, %v)", d.State, d.Reason, given, err)
	}
	swap("r3", "q1")
	if !d.AwaitsApproval() {
		t.Fatalf("other words are %s: %s", d.State, d.Reason)
	}
	if given, err := l.Approvals(ctx, d.ID); err != nil || len(given) != 0 {
		t.Error(given, err)
	}
	swap("r4") // moved while it waits: it waits on
	if !d.AwaitsApproval() {
		t.Fatalf("unapproved words for another instant are %s: %s", d.State, d.Reason)
	}
	if _, err := l.Approve(ctx, d.ID, "r4", "bea@office.example"); err != nil {
		t.Fatal(err)
	}
	if d = read(t, l, d.ID); d.State != Scheduled {
		t.Fatal(d.State)
	}
}

func TestWhatIsArmedIsApprovedBeforehand(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0}
	l := open(t, t.TempDir(), c)
	d := asking(t, l, "levee", time.Time{}, Scheduling{By: "ana@office.example", Approvers: 1, Armed: true})
	day := t0.Format(time.DateOnly)
	var state *StateError
	if _, _, err := l.Go(ctx, d.ID, d.Snapshot, day); !errors.As(err, &state) || state.State != Held {
		t.Fatalf("it goes unapproved: %v", err)
	}
	if _, err := l.Approve(ctx, d.ID, "r1", "bea@office.example"); err != nil {
		t.Fatal(err)
	}
	if d = read(t, l, d.ID); d.State != Armed {
		t.Fatal(d.State)
	}
	if _, _, err := l.Go(ctx, d.ID, d.Snapshot, day); err != nil {
		t.Fatal(err)
	}
	if got := verdict(t, l, d.ID); got != embargo.Open {
		t.Fatalf("the gate says %v", got)
	}
}

// A hold that begins while something waits for approval does not end with that.
func TestApprovingDoesNotEndAHold(t *testing.T) {
	ctx := context.Background()
	l := open(t, t.TempDir(), &clock{t0})
	d := asking(t, l, "levee", t0.Add(time.Hour), Scheduling{By: "ana@office.example", Approvers: 1})
	if _, err := l.PutOnHold(ctx, "levee", "a number is checked"); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Approve(ctx, d.ID, "r1", "bea@office.example"); err != nil {
		t.Fatal(err)
	}
	if d = read(t, l, d.ID); d.State != Held || d.AwaitsApproval() {
		t.Fatalf("%s: %s", d.State, d.Reason)
	}
	if err := l.Resume(ctx, d.ID, MainRelay); err != nil {
		t.Fatal(err)
	}
	if d = read(t, l, d.ID); d.State != Scheduled {
		t.Fatalf("%s: %s", d.State, d.Reason)
	}
}

func TestEndingAHoldDoesNotApprove(t *testing.T) {
	ctx := context.Background()
	l := open(t, t.TempDir(), &clock{t0})
	d := asking(t, l, "levee", t0.Add(time.Hour), Scheduling{By: "ana@office.example", Approvers: 1})
	if _, err := l.PutOnHold(ctx, "levee", ""); err != nil {
		t.Fatal(err)
	}
	if err := l.Resume(ctx, d.ID, MainRelay); err != nil {
		t.Fatal(err)
	}
	if d = read(t, l, d.ID); !d.AwaitsApproval() {
		t.Fatalf("%s: %s", d.State, d.Reason)
	}
	var none *NoApprovalError
	other := asking(t, l, "dam", t0.Add(time.Hour), Scheduling{By: "ana@office.example"})
	if _, err := l.Approve(ctx, other.ID, "r1", "bea@office.example"); !errors.As(err, &none) {
		t.Errorf("what needs no approval is approved: %v", err)
	}
}

func TestWhatLeavesAtOnceCanBeUndoneForSomeSeconds(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0}
	l := open(t, t.TempDir(), c)
	until := t0.Add(30 * time.Second)
	d := asking(t, l, "levee", t0, Scheduling{NotBefore: until})
	if !d.Leaves().Equal(until) || !d.WakeAt.Equal(until) || !d.ReleaseAt.Equal(t0) {
		t.Fatalf("leaves %v, wakes %v", d.Leaves(), d.WakeAt)
	}
	if got := verdict(t, l, d.ID); got != embargo.Wait {
		t.Fatalf("the gate says %v", got)
	}
	later := asking(t, l, "dam", t0.Add(time.Hour), Scheduling{NotBefore: until})
	if !later.NotBefore.IsZero() {
		t.Error("what has an instant of its own waits for nothing else")
	}
	var late *TooLateError
	if _, err := l.Undo(ctx, "dam"); !errors.As(err, &late) {
		t.Errorf("what is scheduled for later is undone: %v", err)
	}
	ids, err := l.Undo(ctx, "levee")
	if err != nil || !slices.Equal(ids, []string{d.ID}) {
		t.Fatal(ids, err)
	}
	if d = read(t, l, d.ID); d.State != Cancelled {
		t.Fatal(d.State)
	}
	if _, err := l.Undo(ctx, "levee"); !errors.As(err, &late) {
		t.Errorf("undone twice: %v", err)
	}
}

func TestTheWaitEndsByItselfOrAtOnce(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0}
	l := open(t, t.TempDir(), c)
	until := t0.Add(30 * time.Second)
	one := asking(t, l, "one", t0, Scheduling{NotBefore: until})
	two := asking(t, l, "two", t0, Scheduling{NotBefore: until})
	if ids, err := l.NoWait(ctx, "one"); err != nil || !slices.Equal(ids, []string{one.ID}) {
		t.Fatal(ids, err)
	}
	if due, err := l.Due(ctx, t0); err != nil || len(due) != 1 || due[0].ID != one.ID {
		t.Fatal(due, err)
	}
	if got := verdict(t, l, one.ID); got != embargo.Open {
		t.Errorf("the gate says %v", got)
	}
	if open, err := l.Undoable(ctx, "two"); err != nil || len(open) != 1 {
		t.Fatal(open, err)
	}
	c.t = until
	if got := verdict(t, l, two.ID); got != embargo.Open {
		t.Errorf("the gate says %v", got)
	}
	var late *TooLateError
	if _, err := l.Undo(ctx, "two"); !errors.As(err, &late) {
		t.Errorf("what has left is undone: %v", err)
	}
	if ids, err := l.NoWait(ctx, "two"); err != nil || len(ids) != 0 {
		t.Error(ids, err)
	}
}
