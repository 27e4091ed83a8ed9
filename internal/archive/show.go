// Package archive is what went out, as evidence: each message byte for byte as a person
// got it, and all of a release in one signed file that can be checked with nothing but
// the program.
//
// Office.Show makes a message again, Office.Export writes the file, and Check reads it.
package archive

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"pressroom/internal/coalition"
	"pressroom/internal/contacts"
	"pressroom/internal/delivery"
	"pressroom/internal/ledger"
	pmail "pressroom/internal/mail"
	"pressroom/internal/status"
)

// Office is whose archive it is.
type Office struct {
	Ledger *ledger.Ledger
	Quotes *coalition.Desk // whose history of a release's quotes goes with it
	// Also are what others keep of a release: each gives one file by its name, and what
	// stands in it as JSON.
	Also []func(ctx context.Context, slug string) (name string, v any, err error)
	Now  func() time.Time
}

// Shown is a message as it is shown.
type Shown struct {
	Message []byte
	Copy    ledger.KeptMessage
}

// Note is what is to be known of it beside its bytes; "" for nothing.
func (s *Shown) Note() string {
	switch {
	case s.Copy.Erased:
		return "The person was erased: this is what they were told, without what was theirs."
	case s.Copy.State == "in_doubt":
		return "In doubt: it was written whole, and the server's answer was lost."
	}
	return ""
}

// Mailing is a dispatch as the archive has it.
type Mailing struct {
	Dispatch string
	At       time.Time // when it went out, in the release's zone; zero where it has not
	Tally    ledger.Tally
}

// When is that time, "" for none.
func (m Mailing) When() string {
	if m.At.IsZero() {
		return ""
	}
	return m.At.Format(status.Clock)
}

// List lists every dispatch, oldest first.
func (o *Office) List(ctx context.Context) ([]Mailing, error) {
	all, err := o.Ledger.Dispatches(ctx, "")
	if err != nil {
		return nil, err
	}
	tallies, err := o.Ledger.Tallies(ctx)
	if err != nil {
		return nil, err
	}
	var out []Mailing
	for _, d := range all {
		if d.State != ledger.Planning {
			out = append(out, Mailing{d.ID, d.LiftedAt.In(d.Location()), tallies[d.ID]})
		}
	}
	return out, nil
}

// NotKeptError says that a message cannot be made again, since it went out before what
// that takes was kept.
type NotKeptError struct{ Dispatch, Address string }

func (e *NotKeptError) Error() string {
	return fmt.Sprintf("the message of %s to %s went out before date, signature and digest of each were kept: what is stored are its words, "+
		"and the ledger has when it was taken", e.Dispatch, e.Address)
}

// NotSentError says that somebody got nothing.
type NotSentError struct{ Dispatch, Address, State string }

func (e *NotSentError) Error() string {
	return fmt.Sprintf("%s got nothing of %s: it is %s", e.Address, e.Dispatch, strings.ReplaceAll(e.State, "_", " "))
}

// ChangedError says that what is stored gives another message than was sent.
type ChangedError struct{ Dispatch, Address, Want, Got string }

func (e *ChangedError) Error() string {
	return fmt.Sprintf("the message of %s to %s cannot be made again: what is stored gives sha256:%s, and sha256:%s was sent; "+
		"the database was changed, or restored from before", e.Dispatch, e.Address, e.Got, e.Want)
}

// Copies lists the copies of a dispatch that reached somebody, or may have.
func (o *Office) Copies(ctx context.Context, dispatch string) ([]ledger.KeptMessage, error) {
	if _, err := o.Ledger.Dispatch(ctx, dispatch); err != nil {
		return nil, fmt.Errorf("%s: %w", dispatch, err)
	}
	all, err := o.Ledger.KeptOf(ctx, dispatch)
	if err != nil {
		return nil, err
	}
	var out []ledger.KeptMessage
	for _, c := range all {
		if reached(c) {
			out = append(out, c)
		}
	}
	return out, nil
}

func reached(c ledger.KeptMessage) bool { return c.State == "sent" || c.State == "in_doubt" }

// Show makes the message that somebody got in a dispatch again, byte for byte. who is an
// address, or "#" and the number of the copy, which is what is left of a person who was
// erased: of them it is the words, without what was theirs.
func (o *Office) Show(ctx context.Context, dispatch, who string) (*Shown, error) {
	d, err := o.Ledger.Dispatch(ctx, dispatch)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", dispatch, err)
	}
	c, err := o.find(ctx, dispatch, who)
	if err != nil {
		return nil, fmt.Errorf("%s, %s: %w", dispatch, who, err)
	}
	if !reached(*c) {
		return nil, &NotSentError{dispatch, who, c.State}
	}
	composer, err := delivery.NewComposer(ctx, o.Ledger, d)
	if err != nil {
		return nil, err
	}
	message, err := again(composer, c)
	if err != nil {
		return nil, err
	}
	return &Shown{message, *c}, nil
}

func (o *Office) find(ctx context.Context, dispatch, who string) (*ledger.KeptMessage, error) {
	if number, ok := strings.CutPrefix(who, "#"); ok {
		n, err := strconv.ParseInt(number, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("%s is no number of a copy; pressroom archive show %s lists them", who, dispatch)
		}
		return o.Ledger.KeptNumber(ctx, dispatch, n)
	}
	key, err := contacts.AddressKey(who)
	if err != nil {
		return nil, err
	}
	return o.Ledger.KeptFor(ctx, dispatch, key)
}

// again makes a copy's message, and holds it against the digest of what was sent.
func again(composer *delivery.Composer, c *ledger.KeptMessage) ([]byte, error) {
	if c.Erased {
		return composer.Words(c.Delivery, c.Message.Date)
	}
	if c.Message.SHA256 == "" {
		return nil, &NotKeptError{c.Dispatch, c.Address}
	}
	var m pmail.Message
	if err := composer.Compose(&m, c.Delivery, c.Message.Date); err != nil {
		return nil, err
	}
	m.Prepend(c.Message.Signature)
	if got := m.SHA256(); got != c.Message.SHA256 {
		return nil, &ChangedError{c.Dispatch, c.Address, c.Message.SHA256, got}
	}
	return m.Bytes(), nil
}
