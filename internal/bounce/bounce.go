// Package bounce sorts what comes back by mail: delivery status notifications
// (RFC 3464) and those of servers that know no standard, complaints (RFC 5965),
// answers of programs, and answers of people. It reads bytes and decides nothing:
// what follows from a report is internal/people's.
package bounce

import (
	"strings"

	"pressroom/internal/pattern"
)

// Kind is what a message is.
type Kind string

// The kinds.
const (
	Hard        Kind = "hard"        // the address does not exist
	Refused     Kind = "refused"     // refused for good, for a reason that is not the address: policy, size, spam
	Soft        Kind = "soft"        // not now: a full mailbox, a server that is away
	Delayed     Kind = "delayed"     // the server goes on trying
	Delivered   Kind = "delivered"   // a success that nobody asked for
	Complaint   Kind = "complaint"   // marked as spam by the reader
	Away        Kind = "away"        // out of office
	Left        Kind = "left"        // no longer works there
	Automatic   Kind = "automatic"   // a receipt, a ticket number
	Unsubscribe Kind = "unsubscribe" // asks for no more mail, and says nothing else
	// Member is a Hard or Soft of somebody behind the address that was mailed: a
	// member of an alias, or the end of a forward. Only who knows which address was
	// mailed can tell; Sort never says so.
	Member Kind = "member"
	Human  Kind = "human" // a person wrote it, as far as can be seen
	// Answer is a person's to a question that a mail of ours has asked. Sort, which does
	// not know what was asked, says Human.
	Answer Kind = "answer"
)

// Failure is what a notification says of one recipient.
type Failure struct {
	Kind      Kind
	Recipient string // the address that it is about, as it is written there; "" if it names none
	Status    string // enhanced code (RFC 3463), "" if there is none
	Code      int    // of the SMTP reply that it quotes, 0 if it quotes none
	Detail    string // the sentence or the diagnostic that says so, in one line
}

// Report is what a message says.
type Report struct {
	Failure
	// Failures are all that a notification names; Failure is the worst of them.
	Failures []Failure
	// Original is whom the message was for before it was passed on (the
	// Original-Recipient of RFC 3464), "" if it is not told.
	Original string
	// Unsure: a person speaks of leaving the list, and says more than that.
	Unsure bool
	// Replacement is the address to write to instead, where one is named.
	Replacement string
	// Token is the code of the delivery that it is about, from the address that it
	// was sent to, the original's headers or the subject; "" if there is none.
	Token string
	// MessageIDs are those of the original, without angle brackets: of a returned
	// message, or what an answer refers to.
	MessageIDs []string
	From       string // who sent the report
}

// MaxSize is how much of a message is read, in bytes.
const MaxSize = 1 << 20

// Message is one that came back.
type Message struct{ m *parsed }

// mostSaid is how much of what a person says is shown, in bytes.
const mostSaid = 300

// Read reads a message. It never fails: what cannot be read is text.
func Read(raw []byte) *Message {
	return &Message{parse(raw[:min(len(raw), MaxSize)])}
}

// Sort says what a message is. own are the subjects that we have written to whom it
// comes from: they are quoted in what comes back, and say nothing about it. It
// never fails: what cannot be read is Human, which has no consequence.
func (msg *Message) Sort(own ...string) Report {
	m := msg.m
	m.own = own
	r := Report{Token: m.verp()}
	r.From = m.from()
	r.MessageIDs = ids(m.header("In-Reply-To") + m.header("References"))
	switch {
	case m.arf(&r), m.dsn(&r), m.legacy(&r), m.unsubscribe(&r), m.left(&r), m.automatic(&r):
	default:
		r.Kind = Human
	}
	switch r.Kind {
	case Away, Left, Automatic, Human:
		if r.Recipient == "" && m.find("message/feedback-report") == nil {
			r.Recipient = r.From
		}
	}
	r.Unsure = r.Unsure && r.Kind == Human
	r.Detail = oneLine(r.Detail)
	return r
}

// Said is what a person says in it, without greeting, signature and what is quoted: the
// beginning of it, in one line.
func (msg *Message) Said() string {
	return oneLine(head(statement(unquoted(msg.m.text()), msg.m.names(msg.m.from())).core, mostSaid))
}

// About is the report as it speaks of one of several recipients: the first that is
// is true of. It is unchanged where it speaks of none of them.
func (r Report) About(is func(recipient string) bool) Report {
	for _, f := range r.Failures {
		if rank[f.Kind] >= rank[Soft] && f.Recipient != "" && is(f.Recipient) {
			r.Failure = f
			r.Detail = oneLine(f.Detail)
			break
		}
	}
	return r
}

// oneLine cuts and joins what may be long.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 400 {
		s = string(r[:400]) + "…"
	}
	return s
}

// tokenPattern is a token of internal/mail: a number in base 36, a hyphen, and
// 32 letters of base 32.
var tokenPattern = pattern.New(`\b([0-9a-z]{1,13}-[a-z2-7]{32})\b`)

func token(s string) string {
	if m := tokenPattern.FindStringSubmatch(strings.ToLower(s)); m != nil {
		return m[1]
	}
	return ""
}

var idPattern = pattern.New(`<([^<>\s]{3,300})>`)

func ids(s string) []string {
	var out []string
	for _, m := range idPattern.FindAllStringSubmatch(s, 20) {
		out = append(out, m[1])
	}
	return out
}

// Gone tells whether an enhanced status code (RFC 3463) says that the address
// itself does not exist: the one place that knows.
func Gone(status string) bool {
	switch status {
	case "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10":
		return true
	}
	return false
}

// judge turns codes into a kind, by RFC 3463. Only what speaks of the address
// itself is Hard.
func judge(status string, code int) Kind {
	switch {
	case strings.HasPrefix(status, "2"):
		return Delivered
	case strings.HasPrefix(status, "4"):
		return Soft
	}
	if Gone(status) {
		return Hard
	}
	switch status {
	case "5.2.2", "5.4.7", "5.2.1", "5.4.4", "5.4.1":
		// A full mailbox, given up after days, a mailbox that is switched off, a
		// domain that cannot be reached: often for a while.
		return Soft
	}
	if code >= 400 && code < 500 {
		return Soft
	}
	return Refused
}
