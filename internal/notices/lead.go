package notices

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"pressroom/internal/hush"
	"pressroom/internal/jobs"
	"pressroom/internal/ledger"
	"pressroom/internal/store"
	"pressroom/internal/wording"
)

// Lead is whom to tell what became of a mailing.
type Lead struct {
	Email   []string
	Webhook string
	// Headlines has a release named before it is public; otherwise its time and a number
	// are all that is said of it.
	Headlines bool
}

// Wanted tells whether anybody is to be told.
func (l Lead) Wanted() bool { return len(l.Email) > 0 || l.Webhook != "" }

// Watch makes the ledger tell the lead of what happens, in the transactions in
// which it happens.
func (l Lead) Watch(led *ledger.Ledger) {
	if !l.Wanted() {
		return
	}
	led.OnEvent = func(ctx context.Context, tx *store.Tx, id string, e ledger.Event) error {
		d, err := led.DispatchIn(ctx, tx, id)
		if err != nil {
			return err
		}
		c, err := led.CountsIn(ctx, tx, id)
		if err != nil {
			return err
		}
		if c.Total == 0 && (e == ledger.Finished || e == ledger.FirstRound) {
			return nil // it stands for a page that was put right, and nobody was left to mail
		}
		m := named(d)
		if !l.Headlines {
			secrets, err := led.SecretsOf(ctx, tx, d.Slug)
			if err != nil {
				return err
			}
			m = m.hushed(secrets)
		}
		return l.tell(ctx, led.DB(), tx, m, c, e)
	}
}

// mailing is a dispatch as the lead is told of it.
type mailing struct {
	*ledger.Dispatch
	title, id, slug string // the release's headline, and what commands take
	hidden          bool   // those are numbers
}

func named(d *ledger.Dispatch) mailing { return mailing{d, d.Headline, d.ID, d.Slug, false} }

// hushed is the mailing without words that are not public, if there are any.
func (m mailing) hushed(secrets hush.Words) mailing {
	if len(secrets) == 0 {
		return m
	}
	d := *m.Dispatch
	d.Reason = secrets.In(d.Reason)
	m.id, m.slug = secrets.In(m.id), secrets.In(m.slug)
	return mailing{&d, "mailing " + m.id, m.id, m.slug, true}
}

func (l Lead) tell(ctx context.Context, db *store.DB, tx *store.Tx, d mailing, c ledger.Counts, e ledger.Event) error {
	subject, text := words(d, c, e)
	name := fmt.Sprintf("%s/%s/%d", d.id, e, d.UpdatedAt.UnixMicro())
	for _, to := range l.Email {
		if err := jobs.Insert(ctx, db, tx, Notice{To: to, Subject: subject, Text: text, Language: "en", Name: name + "/" + to}); err != nil {
			return err
		}
	}
	if l.Webhook == "" {
		return nil
	}
	call := map[string]any{
		"event": e, "dispatch": d.ID, "release": d.Slug, "revision": d.Revision, "kind": d.Kind, "state": d.State, "headline": d.Headline,
		"release_at": instant(d.ReleaseAt), "reason": d.Reason, "total": c.Total, "queued": c.Queued, "asked": c.Asked, "sent": c.Sent,
		"deferred": c.Deferred, "in_doubt": c.InDoubt, "failed": c.Failed, "suppressed": c.Suppressed, "cancelled": c.Cancelled,
	}
	if d.hidden {
		call["number"], call["dispatch"], call["release"], call["revision"], call["headline"] = d.id, nil, nil, nil, nil
	}
	body, err := json.Marshal(call)
	if err != nil {
		return fmt.Errorf("telling the lead: %w", err)
	}
	return jobs.Insert(ctx, db, tx, Webhook{URL: l.Webhook, Body: string(body), Name: name})
}

// words are what the lead reads.
func words(d mailing, c ledger.Counts, e ledger.Event) (subject, text string) {
	zone, err := time.LoadLocation(d.Zone)
	if err != nil {
		zone = time.UTC
	}
	at := "at pressroom go"
	if !d.ReleaseAt.IsZero() {
		at = d.ReleaseAt.In(zone).Format("Monday 2 January 2006, 15:04:05 MST")
	}
	head, what, next := "", "", ""
	switch e {
	case ledger.FirstRound:
		head = fmt.Sprintf("Mailed: %d of %d", c.Sent, c.Total)
		what = fmt.Sprintf("Everyone was tried once. Refused for now, and tried again by themselves: %d.", c.Deferred)
	case ledger.Finished:
		head = fmt.Sprintf("Done: %d of %d mailed", c.Sent, c.Total)
		what = "Nothing is left to do."
		if c.Failed > 0 {
			head += fmt.Sprintf(", %d failed", c.Failed)
			next = fmt.Sprintf("pressroom status %s     shows each failure, with its reason", d.id)
		}
	case ledger.WasMissed:
		head = "MISSED, nothing went out"
		what = d.Reason + "."
		next = fmt.Sprintf("pressroom resume %s     goes on\npressroom cancel %s     ends it", d.id, d.id)
	case ledger.PausedSilent:
		head = "PAUSED: the mail server does not answer"
		what = strings.ToUpper(d.Reason[:1]) + d.Reason[1:] + ".\n\nThose in doubt count as reached, and are not mailed again by " +
			"themselves: a bounce or a reply settles them."
		next = fmt.Sprintf("pressroom resume %s     goes on with the others\npressroom retry --in-doubt %s     mails those in doubt once more",
			d.id, d.id)
	case ledger.ClockWrong:
		head = "A worker's clock is wrong"
		what = "A worker's clock differs from the database's by more than two seconds. " +
			"The database's clock decides, so this goes out at its instant;\n" +
			"set the clock of that machine right (pressroom status and pressroom doctor say which way it is off)."
	case ledger.PausedItself:
		head = "PAUSED: the mail server refuses"
		what = strings.ToUpper(d.Reason[:1]) + d.Reason[1:] + "\n\nNobody was written off; resume tries those again."
		next = fmt.Sprintf("pressroom resume %s     goes on\npressroom cancel %s     ends it", d.id, d.id)
	case ledger.WantsApproval:
		head = "WAITS FOR APPROVAL"
		what = "Nothing of it leaves before its words are approved by " + wording.Count(d.Approvers, "other") + " than who scheduled it."
		next = fmt.Sprintf("pressroom approve %s     by whoever approves it", d.id)
	case ledger.WasHeld:
		head = "HELD at its instant: a quote was withdrawn and is not taken out yet"
		what = strings.ToUpper(d.Reason[:1]) + d.Reason[1:] + ".\n\nNothing leaves with a quote that was taken back."
		next = fmt.Sprintf("pressroom send %s --replace --without QUOTE     goes out without it\npressroom resume %s     goes out with it",
			d.slug, d.id)
		if len(d.Withdrawn) == 0 {
			head = "HELD at its instant: the embargo was moved, and the documents do not say so yet"
			what = strings.ToUpper(d.Reason[:1]) + d.Reason[1:] + ".\n\nNothing leaves that says the wrong time."
			next = fmt.Sprintf("pressroom send %s --replace     composes it from the file\npressroom resume %s     goes out as it is", d.slug,
				d.id)
		}
	case ledger.WasDamaged:
		head = "PAUSED: what was stored is damaged"
		what = strings.ToUpper(d.Reason[:1]) + d.Reason[1:] +
			".\n\nNothing leaves in another form than it was stored. Restore the database, or send it anew."
		next = fmt.Sprintf("pressroom resume %s     goes on\npressroom cancel %s     ends it", d.id, d.id)
	}
	text = d.opening(at) + what + "\n\n" + rows(c)
	if next != "" {
		text += "\n" + next + "\n"
	}
	if d.hidden {
		return head + " – " + d.title + ", " + at, text + "\npressroom status " + d.id + "     says which one it is\n"
	}
	return head + " – " + d.title, text
}

// opening says which mailing it is, and its instant.
func (m mailing) opening(at string) string {
	if m.hidden {
		return fmt.Sprintf("Mailing %s, %s, %s\n\n", m.id, m.Kind, at)
	}
	return fmt.Sprintf("%s\n%s, %s\n\n", m.title, m.id, at)
}

// rows are how far it is, by the number.
func rows(c ledger.Counts) string {
	var b strings.Builder
	for _, row := range []struct {
		n    int
		name string
	}{
		{c.Sent, "mailed"},
		{c.Queued, "waiting"},
		{c.Asked, "asked, and mailed once they agree to the embargo"},
		{c.Deferred, "to be tried again"},
		{c.InDoubt, "in doubt: may have got it"},
		{c.Failed, "failed"},
		{c.Suppressed, "not to be mailed"},
		{c.Cancelled, "cancelled"},
	} {
		if row.n > 0 || row.name == "mailed" {
			fmt.Fprintf(&b, "%7d  %s\n", row.n, row.name)
		}
	}
	fmt.Fprintf(&b, "%7d  in all\n", c.Total)
	return b.String()
}

// instant is a time as machines read it, nil as long as there is none.
func instant(at time.Time) any {
	if at.IsZero() {
		return nil
	}
	return at.UTC().Format(time.RFC3339)
}
