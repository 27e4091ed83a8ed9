package coalition

import (
	"time"

	"pressroom/internal/language"
	"pressroom/internal/ledger"
)

// What happens to a quote after send, in the words of its page and its letters. Each of
// these asks the Standing, by which it is done.

// line is a phrase in which the organization and who asks may stand.
func (v *Visit) line(p language.PortalPhrase, places ...any) language.Said {
	return language.Line(p, append(places, "org", v.Org.Name, "asker", askedBy{v})...)
}

// askedBy is who asks, by name, and stamp an instant, as the reader's language has them.
type askedBy struct{ v *Visit }

func (a askedBy) In(cat *language.Catalogue) string { return a.v.Asker(cat) }

type stamp struct {
	v *Visit
	t time.Time
}

func (s stamp) In(cat *language.Catalogue) string { return s.v.When(cat, s.t) }

// when says when a release goes out that was sent.
func (v *Visit) when() language.Said {
	s := v.Standing
	if s.At().IsZero() { // it is armed, and waits for a word
		return v.line("fate_word")
	}
	switch s.Dispatch.State {
	case ledger.Held, ledger.Paused, ledger.Missed:
		return v.line("fate_once", "at", stamp{v, s.At()})
	}
	return v.line("fate_on", "at", stamp{v, s.At()})
}

// Will says what goes out of a release that was sent, as things stand; nothing where nothing
// waits.
func (v *Visit) Will() language.Said {
	s := v.Standing
	switch {
	case !s.Waits():
		return language.Said{}
	case s.Unread:
		return v.line("fate_unread")
	case !s.Prints():
		return v.line("fate_without", "when", v.when())
	case s.Signed:
		return v.line("fate_signed", "when", v.when())
	case s.Holds():
		return v.line("fate_holds", "when", v.when())
	}
	return v.line("fate_unsigned", "when", v.when())
}

// IfWithdrawn says what a withdrawal does now.
func (v *Visit) IfWithdrawn() (said language.Said) {
	s := v.Standing
	switch {
	case s == nil:
		return v.line("back_unsent")
	case s.Out() && s.Quote == nil:
		return v.line("back_out_without", "when", v.when())
	case s.Out():
		return v.line("back_out", "when", v.when())
	case s.Unread, s.Holds():
		said = v.line("back_waits", "when", v.when())
	default:
		said = v.line("back_goes", "when", v.when())
	}
	if s.Advance > 0 {
		copies := language.Counted("back_advance", s.Advance, "asker", askedBy{v})
		said.Then = &copies
	}
	return said
}

// Signing says what becomes of words that were signed: whether they are what is printed.
func (v *Visit) Signing(e *Event) language.Said {
	if e == nil {
		return v.line("signing_printed")
	}
	return v.becomes(e.Language, e.After)
}

// becomes says what becomes of signed words in a language, by their digest.
func (v *Visit) becomes(lang, digest string) language.Said {
	s := v.Standing
	if s == nil {
		return v.line("signing_printed")
	}
	if s.Unread {
		return v.Will().Or(v.Was())
	}
	quote := v.Request.Quote
	has := s.HasIn(lang, quote, digest)
	switch {
	case has && s.Out():
		return v.line("signing_out", "when", v.when())
	case has:
		return v.line("signing_goes", "when", v.when())
	case s.Out():
		return v.line("signing_missed", "when", v.when())
	case s.Prints() && s.translation(lang, quote) == nil:
		return v.line("signing_translation", "when", v.when())
	case s.Prints():
		return v.line("signing_request", "when", v.when())
	}
	return v.line("signing_late", "when", v.when())
}

// Was says what was printed of a release that is out; nothing before.
func (v *Visit) Was() language.Said {
	s := v.Standing
	switch {
	case !s.Out():
		return language.Said{}
	case s.Unread:
		return v.line("was_unread", "when", v.when())
	case s.Quote == nil:
		return v.line("was_without", "when", v.when())
	}
	return v.line("was_with", "when", v.when())
}

// Printed is the quote as it was printed, or will be; nil if it was not, or will not be.
func (v *Visit) Printed() []string {
	if s := v.Standing; s.Prints() && s.Quote.Reading != nil {
		return s.Quote.Reading.Plain()
	}
	return nil
}
