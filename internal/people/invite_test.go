package people

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
)

const invitee = "ana@paper.example"

// invitation is the token in the newest mail.
func (r *room) invitation() string {
	r.t.Helper()
	sent := r.notices()
	if len(sent) == 0 {
		r.t.Fatal("nothing was mailed")
	}
	_, token, ok := strings.Cut(sent[len(sent)-1].Text, "https://press.example"+BackPath)
	if !ok {
		r.t.Fatalf("no link: %s", sent[len(sent)-1].Text)
	}
	return strings.TrimSpace(token)
}

func TestWhoAsksToComeBackIsMailedOneButton(t *testing.T) {
	ctx := context.Background()
	r := newRoom(t, embargo.Release)
	var not *NotInvitedError
	if err := r.Invite(ctx, invitee, "Ana@paper.example"); !errors.As(err, &not) || !strings.Contains(err.Error(), "has not left") {
		t.Errorf("who is mailed was invited: %v", err)
	}
	if err := r.ledger.Suppress(ctx, invitee, ledger.Unsubscribed, ""); err != nil {
		t.Fatal(err)
	}
	if err := r.Invite(ctx, invitee, "Ana@paper.example"); err != nil {
		t.Fatal(err)
	}
	token := r.invitation()
	if n := r.notices(); len(n) != 1 || n[0].To != "Ana@paper.example" || !strings.Contains(n[0].Text, "siete días") {
		t.Errorf("mailed: %+v", n)
	}
	// A second one within the week is none, and nothing has changed yet.
	if err := r.Invite(ctx, invitee, "Ana@paper.example"); !errors.As(err, &not) || len(r.notices()) != 1 {
		t.Errorf("a second invitation: %v", err)
	}
	if s, err := r.ledger.Suppressed(ctx, invitee); err != nil || s == nil {
		t.Errorf("the mail alone brought them back: %v", err)
	}
	for _, forged := range []string{token + "x", strings.Replace(token, ".", "z.", 1), "", ".", "..", strings.Repeat("a", 2000)} {
		if _, err := r.ComeBack(ctx, forged); !errors.Is(err, ErrUnknown) {
			t.Errorf("%.40q: %v", forged, err)
		}
	}
	if i, err := r.ComeBack(ctx, token); err != nil || i.Masked() != "a•••@p•••.example" || i.Language != "es" {
		t.Errorf("%+v, %v", i, err)
	}
	if s, err := r.ledger.Suppressed(ctx, invitee); err != nil || s != nil {
		t.Errorf("still not mailed: %+v, %v", s, err)
	}
	// Who leaves again is not brought back by the old mail.
	r.now = r.now.Add(time.Hour)
	if err := r.ledger.Suppress(ctx, invitee, ledger.Unsubscribed, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := r.ComeBack(ctx, token); !errors.Is(err, ErrUnknown) {
		t.Errorf("an old invitation: %v", err)
	}
}

func TestAnInvitationIsGoodForAWeek(t *testing.T) {
	ctx := context.Background()
	r := newRoom(t, embargo.Release)
	if err := r.ledger.Suppress(ctx, invitee, ledger.Unsubscribed, ""); err != nil {
		t.Fatal(err)
	}
	if err := r.Invite(ctx, invitee, invitee); err != nil {
		t.Fatal(err)
	}
	token := r.invitation()
	r.now = r.now.Add(inviteFor + time.Second)
	if _, err := r.MayComeBack(ctx, token); !errors.Is(err, ErrUnknown) {
		t.Errorf("after a week: %v", err)
	}
	if err := r.Invite(ctx, invitee, invitee); err != nil {
		t.Errorf("a new one, after a week: %v", err)
	}
}

func TestErasedPeopleComeBackByTheirOwnButtonAlone(t *testing.T) {
	ctx := context.Background()
	r := newRoom(t, embargo.Release)
	key, err := r.ledger.Key(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.ledger.Suppress(ctx, ledger.ErasedKey(key, invitee), ledger.Unsubscribed, ""); err != nil {
		t.Fatal(err)
	}
	if err := r.Invite(ctx, invitee, invitee); err != nil {
		t.Fatal(err)
	}
	if _, err := r.ComeBack(ctx, r.invitation()); err != nil {
		t.Fatal(err)
	}
	if set, _, err := r.ledger.SuppressedSet(ctx); err != nil || set.Has(invitee) {
		t.Errorf("still not mailed, %v", err)
	}
}

func TestNobodyElseIsInvited(t *testing.T) {
	ctx := context.Background()
	r := newRoom(t, embargo.Release)
	if err := r.ledger.Suppress(ctx, invitee, ledger.ByHand, ""); err != nil {
		t.Fatal(err)
	}
	if err := r.Invite(ctx, invitee, invitee); err == nil || !strings.Contains(err.Error(), "suppressions remove "+invitee) {
		t.Errorf("%v", err)
	}
	r.publicURL = ""
	if err := r.Invite(ctx, invitee, invitee); err == nil || !strings.Contains(err.Error(), "public_url") {
		t.Errorf("without pages: %v", err)
	}
	// The link that stands in every mail is no invitation.
	if _, err := r.ComeBack(ctx, mail.Token(r.key, mail.ForUndo, 1)); !errors.Is(err, ErrUnknown) {
		t.Errorf("%v", err)
	}
}
