// Package agreement is what journalists have accepted before they are shown a release
// early: the terms, who agreed to them, when and how, and who is not asked.
//
// Whoever is asked gets a notice with a link. Visit finds out whose link it is and how
// things stand, Agree and Decline are its buttons, Add writes down what was said on the
// telephone. Agreeing is recorded, and queues the advance copy, in one transaction. Ask
// tells a plan who gets a copy, who is asked, and who gets neither.
//
// Agreements are a chain: each holds the digest of the one before it. Export writes
// them so that anybody can check them, and CheckExport does.
package agreement

import (
	"context"
	"errors"
	"time"

	"pressroom/internal/language"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/store"
	"pressroom/internal/workspace"
)

// Path is the page behind the links in notices and advance copies, before their token.
const Path = mail.PagePath

// Desk is the agreements of one workspace.
type Desk struct {
	ledger       *ledger.Ledger
	db           *store.DB
	now          func() time.Time
	settings     workspace.Embargo
	organization string
	zone         *time.Location // the organization's
	publicURL    string         // without a slash at its end; "" where nothing is public

	// Languages are those of terms; nil is those of the program.
	Languages *language.Set
	// Honour writes down, inside a transaction, that somebody honours embargoes from now
	// on, over what press lists say; nil if that is kept nowhere else.
	Honour func(ctx context.Context, tx *store.Tx, key string) error
	// Fresh compiles a form of an advance dispatch anew, without what was taken back of it,
	// with its instant as it is now, and with a reference unless that is ""; nil for as it
	// was stored.
	Fresh func(ctx context.Context, dispatch, artefact, reference string) ([]byte, error)

	marking chan *keptCopies // taken by whoever compiles a copy with a reference
}

// New returns the agreements of a ledger's database.
func New(l *ledger.Ledger, now func() time.Time, s workspace.Settings) *Desk {
	zone, err := time.LoadLocation(s.Organization.Timezone)
	if err != nil {
		zone = time.UTC
	}
	d := &Desk{
		ledger: l, db: l.DB(), now: now, settings: s.Embargo, organization: s.Organization.Name, zone: zone, publicURL: s.Server.PublicURL,
		Languages: s.Languages, marking: make(chan *keptCopies, 1),
	}
	d.marking <- &keptCopies{}
	return d
}

// ErrUnknown is returned for a link that is not ours, or whose holder was erased.
var ErrUnknown = errors.New("this link is not valid")

// Answer is what somebody has said.
type Answer string

// The answers.
const (
	Agreed   Answer = "agreed"
	Declined Answer = "declined"
	// TakenOff: the press office has taken back what they were shown.
	TakenOff Answer = "taken off"
)

// How somebody has said it.
type How string

// The ways.
const (
	ByPage  How = "page"
	ByReply How = "reply" // to the notice, by mail
	ByHand  How = "hand"  // the press office wrote it down
)

// Said is one answer as it is kept.
type Said struct {
	Number   int64
	At       time.Time
	Slug     string // "" for all releases
	Answer   Answer
	How      How
	Until    time.Time // the end of the embargo as it was then; zero for all releases
	Version  string    // of the terms
	Terms    string    // digest of their wording
	Person   Person
	Personal string // digest of Person, which stays when that is erased
	Previous string // digest of the answer before
	Digest   string
}

// Line says in words what was said, and how.
func (s *Said) Line() string {
	text := "to the embargo"
	if s.Slug == "" {
		text = "to all embargoes"
	}
	switch s.How {
	case ByPage:
		text += ", on the page of their link"
	case ByReply:
		text += ", by mail"
	case ByHand:
		text += ", written down by the press office"
	}
	if s.Person.Note != "" {
		text += ": " + s.Person.Note
	}
	return text + " (terms " + s.Version + ")"
}

// Person is what is kept of who has answered. It is empty once they were erased.
type Person struct {
	Key, Address string
	Note         string // of the press office, as in "phone, 16:10"
	Remote       string // where the form was sent from
	Browser      string // as it names itself
	Salt         string // so that nobody finds out by guessing
}

// Erased tells whether it was taken out.
func (p *Person) Erased() bool { return p.Salt == "" }
