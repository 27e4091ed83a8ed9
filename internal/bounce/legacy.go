package bounce

import (
	"strings"

	"pressroom/internal/pattern"
)

var (
	daemonFrom = pattern.New(`(?i)^(mailer-daemon|postmaster|mail-daemon|mdaemon|bounce|microsoftexchange[0-9a-f]*|symantec[^@]*|` +
		`mail_?delivery[^@]*)@`)
	daemonName  = pattern.New(`(?i)^[\s"]*(mail delivery (sub)?system|mail delivery service|mailer[ -]daemon|system administrator)\b`)
	failSubject = pattern.New(`(?i)(undeliver|delivery (status|failure|failed|has failed|report)|failure notice|returned mail|returned to ` +
		`sender|mail delivery|delivery notification|` +
		`non remis|échec de (la )?remise|unzustellbar|nicht zugestellt|no se puede entregar|no entregado|mensaje devuelto)`)
)

// openings are the words with which servers that know no standard begin to speak of a
// message that was not delivered.
var openings = []*pattern.Pattern{
	pattern.New(`(?i)this is the qmail-send program`),
	pattern.New(`(?i)a message that you (have )?sent (could not be|has not (yet )?been) delivered`),
	pattern.New(`(?i)the following addresses had (permanent|transient)`),
	pattern.New(`(?i)did not reach the following recipient`),
	pattern.New(`(?i)delivery (to the following recipients?|has) failed`),
	pattern.New(`(?i)could ?n(o|')t be delivered to`),
	pattern.New(`(?i)unable to deliver (the|your) message`),
	pattern.New(`(?i)your message (could not|cannot|can't|was not|wasn't|couldn't)( be)? deliver`),
	pattern.New(`(?i)(no se (ha podido|pudo) entregar|message non remis|n'a pas pu être remis|konnte nicht zugestellt werden)`),
	pattern.New(`(?i)message (could not be|was not) delivered`),
	pattern.New(`(?i)sorry, (we were unable|i (couldn't|wasn't able))`),
}

// byDaemon tells whether a mail server wrote the message, by the address or the
// name that it goes by. An empty return path proves nothing: absence notes have one.
func (m *parsed) byDaemon(from string) bool {
	name, _, _ := strings.Cut(m.header("From"), "<")
	return daemonFrom.MatchString(from) || daemonName.MatchString(name)
}

// legacy reads a report of a server that writes no machine-readable part. Codes and
// words out of its text count only because a server wrote it.
func (m *parsed) legacy(r *Report) bool {
	text := m.withoutOwn(m.text())
	failed := m.header("X-Failed-Recipients") // Exim
	opening := false
	for _, o := range openings {
		opening = opening || o.MatchString(head(text, 3000))
	}
	if failed == "" && !(m.byDaemon(r.From) && (opening || failSubject.MatchString(m.subject()))) {
		return false
	}
	m.original(r)
	report := beforeOriginal(text)
	if r.Recipient = reported(report, r.From); r.Recipient == "" {
		r.Recipient = addressPattern.FindString(failed)
	}
	r.Code, r.Status = codes(report)
	r.Detail = reason(report)
	if k, ok := byWords(report); ok && (r.Status == "" || strings.HasSuffix(r.Status, ".0.0")) {
		r.Kind = k
	} else if r.Status != "" || r.Code != 0 {
		r.Kind = judge(r.Status, r.Code)
	} else {
		r.Kind = Refused
	}
	if delayPattern.MatchString(m.subject() + "\n" + head(report, 1500)) {
		r.Kind = Delayed
	}
	return true
}

var delayPattern = pattern.New(`(?i)(delayed|warning: (message|could not send)|has not (yet )?been delivered|will (keep trying|` +
	`continue to (try|attempt|be made)|be retried)|we will (re)?try|\(delay\)|temporary problem delivering|no action is required)`)

func head(s string, n int) string {
	return s[:min(n, len(s))]
}

var returned = pattern.New(`(?im)^[\s>*-]*(-+ ?(this is a copy of|below this line is a copy|original message|message header follows|` +
	`unsent message|returned message|transcript of session|message headers)|received: |return-path: )`)

// beforeOriginal is the report without the message that it returns.
func beforeOriginal(s string) string {
	if i := returned.FindStringIndex(s); i != nil && i[0] > 40 {
		return s[:i[0]]
	}
	return s
}

var (
	// passedOn is how servers name the address that they have passed a message on from.
	passedOn = pattern.New(`(?i)\(?\b(?:ultimately )?(?:generated|expanded|forwarded|aliased|redirected) ` +
		`(?:from|by):?\s*<?[^\s<>()]+@[^\s<>()]+>?\)?`)
	// unconcerned are the words before an address that did not fail: who sent the
	// message, or where help is to be had.
	unconcerned = pattern.New(`(?i)\b(mail from|from|sender|contact|contact us at|write to|` +
		`questions go to|ask|assistance|help|support|administrator)[\s:=<,]*(at |to )?[\s:=<]*$`)
	helpAddress = pattern.New(`(?i)^(postmaster|abuse|support|help|helpdesk|hostmaster|no-?reply|do-?not-?reply)@`)
)

func isHelp(address string) bool {
	return helpAddress.MatchString(address) || daemonFrom.MatchString(address)
}

// failing are the addresses that a text of a server speaks of as not reached.
func failing(text string) []string {
	text = passedOn.ReplaceAllString(text, " ")
	var out []string
	for _, at := range addressPattern.FindAllStringIndex(text, 20) {
		a := text[at[0]:at[1]]
		if token(a) == "" && !unconcerned.MatchString(text[:at[0]]) {
			out = append(out, a)
		}
	}
	return out
}

// reported is whom a report in words is about: the address in the line that gives
// the reason, else the one named last before it, else the first of all.
func reported(text, from string) string {
	first, last := "", ""
	for _, line := range strings.Split(text, "\n") {
		here := ""
		for _, a := range failing(line) {
			if here == "" && !strings.EqualFold(a, from) && !isHelp(a) {
				here = a
			}
		}
		if here != "" {
			last = here
		}
		if first == "" {
			first = here
		}
		if last != "" && givesReason(line) {
			return last
		}
	}
	return first
}

// reason is the line that has a code in it, else one that gives a reason in words.
func reason(text string) string {
	var words string
	for _, line := range strings.Split(text, "\n") {
		if givesReason(line) {
			return line
		}
		if _, ok := byWords(line); ok && words == "" {
			words = line
		}
	}
	return words
}

// givesReason tells whether a line has a code in it.
func givesReason(line string) bool {
	code, status := codes(line)
	return (code >= 400 || status != "") && len(line) > 6
}
