// Package drill rehearses an embargo: it asks the public server, before the instant, all
// that a stranger could ask, and says what would give the release away, or keep it from
// going out.
//
// Each answer is held against that for a name that cannot exist: where the two differ,
// somebody can tell that there is something. Beside that it looks at what has to be right
// at the instant: clocks, files, certificate, mail server, queue. It changes nothing.
package drill

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"pressroom/internal/publication"
)

// Kind is what is wrong.
type Kind string

// The kinds of faults.
const (
	Shown       Kind = "shown"       // an address answers otherwise than one that cannot exist
	Guessed     Kind = "guessed"     // an address that follows from those of earlier releases does
	Listed      Kind = "listed"      // a list, a feed or the map of the site tells of it
	Timed       Kind = "timed"       // how long an answer takes tells of it
	Cached      Kind = "cached"      // somebody in front keeps answers, and does not ask anew
	Clock       Kind = "clock"       // two clocks that have to agree do not
	Files       Kind = "files"       // somebody else on the machine may read what must be secret
	Link        Kind = "link"        // a link that is closed opens
	Certificate Kind = "certificate" // browsers would refuse the connection
	Relay       Kind = "relay"       // the mail server does not take mail
	Queue       Kind = "queue"       // it would not go out at its instant
	Stored      Kind = "stored"      // what is to go out is damaged
	Unanswered  Kind = "unanswered"  // the server could not be asked
)

// Fault is something that is wrong.
type Fault struct {
	Kind   Kind   `json:"kind"`
	Server string `json:"server,omitempty"` // of which it was asked
	What   string `json:"what"`
	Fix    string `json:"fix,omitempty"`
}

// Target is a server that is asked.
type Target struct {
	URL  string // what stands before the address of a page, as in https://press.example.org/news
	Host string // by which it is asked, where that is not the one in URL: a proxy in front
}

// Check is something that is looked at on this machine.
type Check struct {
	Kind Kind
	What string // as in "a test mail"
	// Look is nil where all is well. Said is what it has to say beside that.
	Look func(ctx context.Context) (said string, faults []Fault)
}

// Plan is what is rehearsed.
type Plan struct {
	Slug, Revision, Dispatch string
	At                       time.Time // of the release; zero for one that waits for a word
	Listing                  publication.Listing
	Recent                   []publication.Listing // of the newest releases that are public
	Public                   func(address string) bool
	Headlines                []string // of what is public: what bears the same tells nothing
	Reserved                 []string // first words of addresses that the router knows
	Closed                   []string // links that open nothing any more
	Targets                  []Target
	Checks                   []Check
	Client                   *http.Client // its transport is that with which servers are asked; nil for the usual one
	Pairs                    int          // how many pairs a look at the time takes; 0 for 150
	Now                      func() time.Time
	Tell                     func(format string, args ...any) // how far it is; nil for nobody
}

// Run asks all of it. An error is returned where that was not possible at all.
func Run(ctx context.Context, p *Plan) (*Report, error) {
	if p.Tell == nil {
		p.Tell = func(string, ...any) {}
	}
	if p.Pairs == 0 {
		p.Pairs = 150
	}
	r := &Report{
		Is: Document, Release: p.Slug, Revision: p.Revision, Dispatch: p.Dispatch, Began: p.Now().UTC(), At: instant(p.At), Faults: []Fault{},
	}
	for _, t := range p.Targets {
		s, err := newSurvey(p, r, t)
		if err != nil {
			return nil, err
		}
		if err := s.run(ctx); err != nil {
			return nil, err
		}
	}
	for _, c := range p.Checks {
		p.Tell("%s", c.What)
		said, faults := c.Look(ctx)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		r.Checks = append(r.Checks, Checked{Kind: c.Kind, What: c.What, Said: said, Faults: len(faults)})
		r.Faults = append(r.Faults, faults...)
	}
	r.Ended = p.Now().UTC()
	return r, nil
}

// survey is the questions to one server.
type survey struct {
	*Plan
	report *Report
	target Target
	base   *url.URL
	tally  *Asked
	asker  asker
	// unsteady are the headers that are different in every answer.
	unsteady map[string]bool
}

func newSurvey(p *Plan, r *Report, t Target) (*survey, error) {
	base, err := url.Parse(t.URL)
	if err != nil || base.Host == "" || base.Scheme != "http" && base.Scheme != "https" {
		return nil, fmt.Errorf("%q is no address of a server; write it as https://press.example.org", t.URL)
	}
	s := &survey{Plan: p, report: r, target: t, base: base, tally: &Asked{Server: t.URL}}
	s.asker = newAsker(p.Client, base, t.Host)
	r.Servers = append(r.Servers, s.tally)
	return s, nil
}

func (s *survey) run(ctx context.Context) error {
	s.Tell("%s: the connection", s.target.URL)
	if ok := s.connect(ctx); !ok {
		return ctx.Err()
	}
	for _, part := range []struct {
		what string
		do   func(context.Context)
	}{
		{"whether somebody in front keeps answers", s.caches},
		{"its addresses, and what could be guessed of them", s.addresses},
		{"lists and feeds", s.lists},
		{"links that are closed", s.links},
		{"how long answers take", s.times},
	} {
		s.Tell("%s: %s", s.target.URL, part.what)
		part.do(ctx)
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}

// fault takes down what is wrong, each thing once.
func (s *survey) fault(kind Kind, fix, format string, args ...any) {
	f := Fault{Kind: kind, Server: s.target.URL, What: fmt.Sprintf(format, args...), Fix: fix}
	for _, known := range s.report.Faults {
		if known == f {
			return
		}
	}
	s.report.Faults = append(s.report.Faults, f)
}

func instant(at time.Time) *time.Time {
	if at.IsZero() {
		return nil
	}
	at = at.UTC()
	return &at
}
