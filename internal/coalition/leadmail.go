package coalition

import (
	"fmt"
	"strings"

	"pressroom/internal/wording"
)

// leadMail is what the lead is told of what a partner did.
func leadMail(v *Visit, e *Event) (subject, text string) {
	m := &leadNote{v: v, e: e}
	switch e.What {
	case WasDeclined:
		subject = v.Org.Name + " gives no quote – " + v.headline()
		m.say("%s (%s) gives no quote for %s.", v.Org.Name, e.Actor, e.Slug)
		m.taken()
	case WasSigned, WasRecorded:
		subject = "Signed after it was scheduled: " + v.Org.Name + " – " + v.headline()
		m.signed()
		return subject, m.text.String()
	case WasKept:
		subject = v.Org.Name + " keeps its own words – " + v.headline()
		m.say("%s (%s) turned your proposal down: its own words stand in %s.", v.Org.Name, e.Actor, e.Slug)
	case WasWithdrawn:
		subject = "WITHDRAWN: the quote of " + v.Org.Name + " – " + v.headline()
		m.say("%s (%s) takes its quote back.", v.Org.Name, e.Actor)
		m.taken()
	case AskedAfter:
		subject = "TO CORRECT: " + v.Org.Name + " withdraws its quote after release – " + v.headline()
		m.say("%s (%s) takes its quote back. The release has gone out: this is a correction to make.", v.Org.Name, e.Actor)
		m.printed()
		m.say("\npressroom quotes settle %s %s --note \"…\"     says how it was settled", e.Slug, e.Quote)
	}
	if e.Detail != "" {
		m.say("\n%s", indent(e.Detail))
	}
	return subject, m.text.String()
}

// leadNote is the text of a mail to the lead.
type leadNote struct {
	v    *Visit
	e    *Event
	text strings.Builder
}

func (m *leadNote) say(format string, args ...any) { fmt.Fprintf(&m.text, format+"\n", args...) }

// signed tells of words that what is scheduled does not have.
func (m *leadNote) signed() {
	m.say("%s signed its quote off after %s was scheduled. What is scheduled does not have these words:\n\n%s\n", m.v.Org.Name, m.e.Slug,
		indent(strings.Join(receiptWords(m.e), "\n")))
	switch s := m.v.Standing; {
	case m.v.taken != nil:
		m.taken()
	case s.Prints():
		m.say("The words that stand in it go out all the same:\n\n%s\n", indent(strings.Join(m.v.Printed(), "\n")))
	default:
		m.say("It goes out without a quote of %s.\n", m.v.Org.Name)
	}
	m.say("pressroom send %s --replace     takes them in", m.e.Slug)
}

// taken tells what becomes of what is scheduled without a quote that was taken back.
func (m *leadNote) taken() {
	t, slug := m.v.taken, m.e.Slug
	switch {
	case t == nil || t.Before == nil:
		return
	case t.Held:
		m.say("What was scheduled of %s is held until you decide:\n", slug)
		m.say("pressroom send %s --without %s --replace     goes out without it", slug, m.e.Org)
		m.say("pressroom resume %s     goes out as it was scheduled, with it", slug)
	case t.Out:
		at := "pressroom go"
		if instant := t.Before.At(); !instant.IsZero() {
			at = "its instant (" + Stamp(instant, m.v.releaseZone()) + ")"
		}
		m.say("It is taken out of what is scheduled: %s goes out at %s without it.\nThere is nothing that you have to do.", slug, at)
	}
	if len(t.Places) > 0 {
		m.say("\nThe text still names them, and goes out so unless you change it and send --replace:\n")
		for _, p := range t.Places {
			m.say("%s:%d:%d: %s   (… %s …)", p.At.File, p.At.Line, p.At.Column, p.Text, p.Around)
		}
		m.say("")
	}
	if n := t.Before.Advance; n > 0 {
		m.say("%s an advance copy with the quote. They are not told by themselves: send --replace mails\nthem a copy that replaces it, or it is "+
			"a correction to make.", have(n, "journalist"))
	}
}

// printed tells what was printed of a release that is out.
func (m *leadNote) printed() {
	words := m.v.Printed()
	if len(words) == 0 {
		m.say("It went out without a quote of %s.", m.v.Org.Name)
		return
	}
	m.say("\nThis was printed:\n\n%s", indent(strings.Join(words, "\n")))
	if n := m.v.Standing.Advance; n > 0 {
		m.say("\n%s had an advance copy with it.", wording.Count(n, "journalist"))
	}
}

// have says how many have something.
func have(n int, what string) string {
	if n == 1 {
		return wording.Count(n, what) + " has"
	}
	return wording.Count(n, what) + " have"
}
