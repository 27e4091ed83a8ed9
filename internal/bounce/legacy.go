package bounce

import (
	"strings"

	"pressroom/internal/pattern"
)

var (
	daemonFrom  = pattern.New(`(?i)^(mailer-daemon|postmaster|mail-daemon|mdaemon|bounce|microsoftexchange[0-9a-f]*|symantec[^@]*|mail_?delivery[^@]*)@`)
	failSubject = pattern.New(`(?i)(undeliver|delivery (status|failure|failed|has failed|report)|failure notice|returned mail|returned to sender|mail delivery|delivery notification|` +
		`non remis|échec de (la )?remise|unzustellbar|nicht zugestellt|no se puede entregar|no entregado|mensaje devuelto)`)
)

// quiet are texts in which servers that know no standard speak of a message that
// was not delivered, each with the line in which the reason begins.
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

// legacy reads a report of a server that writes no machine-readable part.
func (m *parsed) legacy(r *Report) bool {
	text := m.text()
	failed := m.header("X-Failed-Recipients") // Exim
	daemon := daemonFrom.MatchString(r.From) || strings.TrimSpace(m.head.Get("Return-Path")) == "<>"
	opening := false
	for _, o := range openings {
		opening = opening || o.MatchString(head(text, 3000))
	}
	subject := failSubject.MatchString(m.header("Subject"))
	// An absence note has an empty return path too, and quotes nothing.
	if failed == "" && !(daemon && (opening || subject)) && !(opening && subject) {
		return false
	}
	m.original(r)
	report := beforeOriginal(text)
	r.Recipient = addressPattern.FindString(failed)
	if r.Recipient == "" {
		r.Recipient = reported(report, r.From)
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
	if delayPattern.MatchString(m.header("Subject") + "\n" + head(report, 1500)) {
		r.Kind = Delayed
	}
	return true
}

var delayPattern = pattern.New(`(?i)(delayed|warning: (message|could not send)|has not (yet )?been delivered|will (keep trying|continue to (try|attempt|be made)|be retried)|no action is required)`)

func head(s string, n int) string {
	if len(s) > n {
		return s[:n]
	}
	return s
}

var returned = pattern.New(`(?im)^[\s>*-]*(-+ ?(this is a copy of|below this line is a copy|original message|message header follows|unsent message|returned message|transcript of session|message headers)|received: |return-path: )`)

// beforeOriginal is the report without the message that it returns.
func beforeOriginal(s string) string {
	if i := returned.FindStringIndex(s); i != nil && i[0] > 40 {
		return s[:i[0]]
	}
	return s
}

// reported is the first address that is neither the daemon's nor a press office's
// return path.
func reported(text, from string) string {
	for _, a := range addressPattern.FindAllString(text, 20) {
		if !strings.EqualFold(a, from) && !daemonFrom.MatchString(a) && token(a) == "" {
			return strings.TrimRight(a, ".'")
		}
	}
	return ""
}

// reason is the line that has a code in it, else one that gives a reason in words.
func reason(text string) string {
	var words string
	for _, line := range strings.Split(text, "\n") {
		if code, status := codes(line); (code >= 400 || status != "") && len(line) > 6 {
			return line
		}
		if _, ok := byWords(line); ok && words == "" {
			words = line
		}
	}
	return words
}

// unsubscribe is the mail that a program or a person writes by the mailto: of
// List-Unsubscribe.
func (m *parsed) unsubscribe(r *Report) bool {
	subject := strings.ToLower(strings.TrimSpace(m.header("Subject")))
	if !strings.HasPrefix(subject, "unsubscribe") {
		return false
	}
	if t := token(subject); t != "" {
		r.Token = t
	}
	r.Kind, r.Recipient, r.Detail = Unsubscribe, r.From, m.header("Subject")
	return true
}
