package coalition

import (
	"fmt"

	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/wording"
)

// What happens to a quote after send, in the words of its page and its letters. Each of
// these asks the Standing, by which it is done.

// when says when a release goes out that was sent.
func (v *Visit) when() string {
	s := v.Standing
	at := Stamp(s.At(), v.LocalZone())
	switch s.Dispatch.State {
	case ledger.Held, ledger.Paused, ledger.Missed:
		return fmt.Sprintf("as soon as %s lets it go (it was to on %s)", v.Asker(), at)
	}
	return "on " + at
}

// Will says what goes out of a release that was sent, as things stand; "" where nothing
// waits.
func (v *Visit) Will() string {
	s := v.Standing
	switch {
	case !s.Waits():
		return ""
	case s.Unread:
		return fmt.Sprintf("What is scheduled cannot be read now; ask %s.", v.Asker())
	case !s.Prints():
		return fmt.Sprintf("The release goes out %s without a quote of %s, unless %s takes one in.", v.when(), v.Org.Name, v.Asker())
	case s.Signed:
		return fmt.Sprintf("The words that were signed for %s go out %s, unless %s takes others in.", v.Org.Name, v.when(), v.Asker())
	case s.Holds():
		return fmt.Sprintf("Words for %s that nobody signed off go out %s. If you sign other words, or give no quote, the release waits for %s.",
			v.Org.Name, v.when(), v.Asker())
	}
	return fmt.Sprintf("Words for %s that nobody signed off go out %s. If you sign other words, or give no quote, they are taken out, "+
		"and the release goes out without a quote of %s.", v.Org.Name, v.when(), v.Org.Name)
}

// IfWithdrawn says what a withdrawal does now.
func (v *Visit) IfWithdrawn() string {
	s := v.Standing
	text := ""
	switch {
	case s == nil:
		return "It is not printed. The release was not sent yet."
	case s.Out() && s.Quote == nil:
		return fmt.Sprintf("The release went out %s without a quote of %s; %s is told all the same.", v.when(), v.Org.Name, v.Asker())
	case s.Out():
		return fmt.Sprintf("The release went out %s with it. %s is told that you take it back, as a correction to make.", v.when(), v.Asker())
	case s.Unread, s.Holds():
		text = fmt.Sprintf("The release, which was to go out %s, waits for %s to decide.", v.when(), v.Asker())
	default:
		text = fmt.Sprintf("The release goes out %s without it.", v.when())
	}
	if s.Advance > 0 {
		text += fmt.Sprintf(" %s a copy with it already, under embargo; what they are told is for %s to decide.",
			have(s.Advance, "journalist"), v.Asker())
	}
	return text
}

// have says how many have something.
func have(n int, what string) string {
	if n == 1 {
		return wording.Count(n, what) + " has"
	}
	return wording.Count(n, what) + " have"
}

// Signing says what becomes of words that were signed: whether they are what is printed.
func (v *Visit) Signing(e *Event) string {
	s := v.Standing
	if e == nil || s == nil {
		return "They are what is printed; nobody can change them without a new sign-off."
	}
	if s.Unread {
		return v.Will()
	}
	q := quoteIn(s.Release.Version(e.Language), e.Quote)
	has := s.Prints() && q != nil && release.SignoffDigest(e.Slug, e.Language, q) == e.After
	switch {
	case has && s.Out():
		return fmt.Sprintf("They are what was printed when the release went out %s.", v.when())
	case has:
		return fmt.Sprintf("They go out %s; nobody can change them without a new sign-off.", v.when())
	case s.Out():
		return fmt.Sprintf("The release went out %s without them.", v.when())
	case s.Prints():
		return fmt.Sprintf("They came after the release was scheduled, and are a request. The words that stand in it go out %s unless %s takes "+
			"these in.", v.when(), v.Asker())
	}
	return fmt.Sprintf("They came after the release was scheduled. It goes out %s without a quote of %s unless %s takes these in.", v.when(),
		v.Org.Name, v.Asker())
}

// Was says what was printed of a release that is out; "" before.
func (v *Visit) Was() string {
	s := v.Standing
	switch {
	case !s.Out():
		return ""
	case s.Unread:
		return fmt.Sprintf("The release went out %s. What was printed cannot be read now; ask %s.", v.when(), v.Asker())
	case s.Quote == nil:
		return fmt.Sprintf("The release went out %s without a quote of %s.", v.when(), v.Org.Name)
	}
	return fmt.Sprintf("The release went out %s with these words of %s:", v.when(), v.Org.Name)
}

// Printed is the quote as it was printed, or will be; nil if it was not, or will not be.
func (v *Visit) Printed() []string {
	if s := v.Standing; s.Prints() && s.Quote.Reading != nil {
		return s.Quote.Reading.Plain()
	}
	return nil
}
