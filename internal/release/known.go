package release

import "time"

// Known is what the database knows of a release's quotes. The last decision about
// a quote is what counts; the file is a copy.
type Known struct {
	Asked     bool // quotes were asked for, so that a sign-off in the file must be known
	Approvals map[QuoteKey]Approval
	Faults    []string // what is wrong with the history itself
	Head      string   // names the history as it was when it was read
	// Unwritten are the decisions that the file does not have yet, since writing them
	// was broken off.
	Unwritten []Unwritten
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
	By, Org  string
	Digest   string
	How      string
	At       time.Time
}
