package release

import (
	"slices"
	"time"
)

// Known is what the database knows of a release's quotes. The last decision about
// a quote is what counts; the file is a copy.
type Known struct {
	Asked     bool // quotes were asked for, so that a sign-off in the file must be known
	Approvals map[QuoteKey]Approval
	Faults    []string // what is wrong with the history itself
	Head      string   // names the history as it was when it was read
	// Requests are the quotes that were asked for and are not taken back.
	Requests []Asking
	// Originals name, by the digest of a translation, the words that it was made of: by
	// their digest. One that is not in it was never seen beside others.
	Originals map[string]string
	// Unwritten are the decisions that the file does not have yet, since writing them
	// was broken off.
	Unwritten []Unwritten
	// Unsettled are the differences between what was printed, once the release is out,
	// and what was signed off or taken back later.
	Unsettled []string
}

// Asking is a quote that was asked for.
type Asking struct {
	Quote string
	OrgID string // in the settings
	Org   string // as it is printed
	State string // how far it is
	Open  bool   // the partner has something to do yet
}

// Request is the one for a quote, nil if it was not asked for.
func (k *Known) Request(quote string) *Asking {
	if k == nil {
		return nil
	}
	for i := range k.Requests {
		if k.Requests[i].Quote == quote {
			return &k.Requests[i]
		}
	}
	return nil
}

// Decision is the last one about a quote in a language.
func (k *Known) Decision(key QuoteKey) (Approval, bool) {
	if k == nil {
		return Approval{}, false
	}
	a, ok := k.Approvals[key]
	if !ok {
		a, ok = k.Approvals[QuoteKey{Quote: key.Quote}]
	}
	return a, ok
}

// waits tells whether the last decision about a quote is yet to be written.
func (k *Known) waits(key QuoteKey) bool {
	return k != nil && slices.ContainsFunc(k.Unwritten, func(u Unwritten) bool { return u.Key == key })
}

// Unwritten is a decision that the file does not have yet.
type Unwritten struct {
	What string   // as in "the sign-off of river by ana@river.example"
	Key  QuoteKey // of the quote that it is about; empty for others
}

// QuoteKey names a quote in one language.
type QuoteKey struct{ Quote, Language string }

// Approval is the last decision about a quote.
type Approval struct {
	Given    bool // false: withdrawn or declined
	Recorded bool // the lead wrote it down
	// AskedBack: its partner took it back after the release had gone out with it, so that
	// it may be put right without it.
	AskedBack bool
	By, Org   string
	Digest    string
	How       string
	At        time.Time
}
