package coalition

import (
	"fmt"
	"path"
	"strings"

	"pressroom/internal/check"
	"pressroom/internal/wording"
)

// leadMail is what the lead is told of what a partner did. While the release is not
// public, a number stands for it, and nothing is quoted of it.
func leadMail(v *Visit, e *Event, number string) (subject, text string) {
	m := &leadNote{v: v, e: e, slug: e.Slug, title: v.headline()}
	if number != "" {
		m.slug, m.title, m.hidden = number, v.hiddenTitle(number), true
	}
	switch e.What {
	case WasDeclined:
		subject = v.Org.Name + " gives no quote – " + m.title
		m.say("%s (%s) gives no quote for %s.", v.Org.Name, e.Actor, m.slug)
		m.taken()
	case WasSigned, WasRecorded:
		subject = "Signed after it was scheduled: " + v.Org.Name + " – " + m.title
		m.signed()
		m.where()
		return subject, m.text.String()
	case WasKept:
		subject = v.Org.Name + " keeps its own words – " + m.title
		if v.Request.Draft.Text == "" {
			m.say("%s (%s) turned your proposal for %s down, and has written no words of its own yet.", v.Org.Name, e.Actor, m.slug)
			break
		}
		m.say("%s (%s) turned your proposal down: its own words stand in %s.", v.Org.Name, e.Actor, m.slug)
	case WasWithdrawn:
		subject = "WITHDRAWN: the quote of " + v.Org.Name + " – " + m.title
		m.say("%s (%s) takes its quote back.", v.Org.Name, e.Actor)
		m.taken()
	case AskedAfter:
		subject = "TO CORRECT: " + v.Org.Name + " withdraws its quote after release – " + m.title
		m.say("%s (%s) takes its quote back. The release has gone out: this is a correction to make.", v.Org.Name, e.Actor)
		m.printed()
		m.say("\npressroom quotes settle %s %s --note \"…\"     says how it was settled", e.Slug, e.Quote)
	}
	if e.Detail != "" && !m.hidden {
		m.say("\n%s", indent(e.Detail))
	}
	m.where()
	return subject, m.text.String()
}

// leadNote is the text of a mail to the lead.
type leadNote struct {
	v           *Visit
	e           *Event
	slug, title string // what the release is called
	hidden      bool   // by a number
	text        strings.Builder
}

func (m *leadNote) say(format string, args ...any) { fmt.Fprintf(&m.text, format+"\n", args...) }

// where says, of what a number stands for, how it is looked at.
func (m *leadNote) where() {
	if m.hidden {
		m.say("\npressroom quotes list %s     says which release it is, and shows the words", m.slug)
	}
}

// signed tells of words that what is scheduled does not have.
func (m *leadNote) signed() {
	if m.hidden {
		m.say("%s signed its quote off after %s was scheduled. What is scheduled does not have these words.", m.v.Org.Name, m.slug)
		m.taken()
		m.say("pressroom send %s --replace     takes them in", m.slug)
		return
	}
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
	t, slug := m.v.taken, m.slug
	switch {
	case t == nil || t.Before == nil:
		return
	case t.Held && t.Language != "":
		m.say("What was scheduled of %s has words in %s that nobody had signed off. It is held until you decide:\n", slug, t.Language)
		m.say("pressroom resume %s     goes out as it was scheduled", slug)
		return
	case t.Held:
		m.say("What was scheduled of %s is held until you decide:\n", slug)
		m.say("pressroom send %s --without %s --replace     goes out without it", slug, m.e.Org)
		m.say("pressroom resume %s     goes out as it was scheduled, with it", slug)
	case t.Language != "":
		m.say("The words of it that were scheduled in %s, which nobody had signed off, are taken out: there it goes out without the quote.",
			t.Language)
		return
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
			m.say("%s", m.place(p))
		}
		m.say("")
	}
	if n := t.Before.Advance; n > 0 {
		m.say("%s an advance copy with the quote. They are not told by themselves: send --replace mails\nthem a copy that replaces it, or it is "+
			"a correction to make.", have(n, "journalist"))
	}
}

// place is where the text names somebody.
func (m *leadNote) place(p check.Place) string {
	if m.hidden { // the file's name tells the release, and so do its words
		_, language, _ := strings.Cut(path.Base(p.At.File), ".")
		language = strings.TrimSuffix(strings.TrimSuffix(language, "md"), ".")
		return strings.TrimSpace(fmt.Sprintf("line %d, column %d %s", p.At.Line, p.At.Column, language))
	}
	return fmt.Sprintf("%s:%d:%d: %s   (… %s …)", p.At.File, p.At.Line, p.At.Column, p.Text, p.Around)
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
