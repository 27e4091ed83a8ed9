package delivery

import (
	"strings"

	"pressroom/internal/bounce"
	"pressroom/internal/ledger"
)

// Advice says what can be done about a delivery that did not arrive, "" where
// there is nothing to do.
func Advice(e ledger.Entry) string {
	if e.State == "deferred" {
		return "it is tried again by itself; pressroom retry does so at once"
	}
	if e.State == "in_doubt" {
		return "they may have it: a bounce or a reply settles it; pressroom retry --in-doubt mails them once more"
	}
	if e.State != "failed" {
		return ""
	}
	if bounce.Gone(e.Enhanced) {
		return "the address does not exist and is not mailed again; if there is a new one: pressroom replies replace OLD NEW"
	}
	switch e.Enhanced {
	case "5.2.1":
		return "the mailbox is switched off; ask the journalist, or wait for the next release"
	case "5.2.2":
		return "the mailbox is full; pressroom retry, later"
	case "5.3.4":
		return "the message is too large for that server; send without the PDF: mail.attach = \"never\", or attachments = no for them"
	case "5.6.7":
		return "the mail server takes no addresses outside ASCII; use one that knows SMTPUTF8"
	}
	switch {
	case strings.HasPrefix(e.Enhanced, "5.7."):
		return "refused by policy; pressroom doctor checks what servers look at; then pressroom retry"
	case e.Code >= 550 && e.Code <= 553 && e.Stage == "rcpt":
		return "the server refuses the address without saying why; a second mailing that ends so takes it off the list"
	case e.Stage == "compose":
		return "the message could not be made; nothing was sent"
	case strings.HasPrefix(e.Reply, givenUp):
		return "it was tried for as long as mail.window allows; pressroom retry begins anew"
	}
	return "pressroom retry tries again"
}

// Cause is why a delivery did not arrive, in a word.
type Cause string

// The causes.
const (
	NoAddress    Cause = "no such address"
	NoMailbox    Cause = "mailbox full or switched off"
	Refused      Cause = "refused by the server's rules"
	NotReached   Cause = "server not reached in time"
	OtherwiseNot Cause = "other reasons"
)

// Causes are all of them, in the order in which they are told.
var Causes = []Cause{NoAddress, NoMailbox, Refused, NotReached, OtherwiseNot}

// CauseOf is that of a delivery that failed.
func CauseOf(e ledger.Entry) Cause {
	switch {
	case bounce.Gone(e.Enhanced):
		return NoAddress
	case strings.HasPrefix(e.Enhanced, "5.2."):
		return NoMailbox
	case strings.HasPrefix(e.Enhanced, "5.7."):
		return Refused
	case e.Code >= 550 && e.Code <= 553 && e.Stage == "rcpt":
		return NoAddress
	case strings.HasPrefix(e.Reply, givenUp), e.Code == 0 && e.Stage != "compose":
		return NotReached
	}
	return OtherwiseNot
}

// givenUp begins what is kept of a delivery that was tried for too long.
const givenUp = "given up"
