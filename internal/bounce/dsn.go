package bounce

import (
	"strconv"
	"strings"

	"pressroom/internal/pattern"
)

// fields are the groups of header-like lines of a machine-readable report.
func fields(body []byte) []map[string]string {
	var out []map[string]string
	text := unfold(string(body))
	for _, block := range pattern.New(`\n\s*\n`).Split(text, 60) {
		group := make(map[string]string)
		for _, line := range strings.Split(block, "\n") {
			if name, value, ok := strings.Cut(line, ":"); ok && len(group) < 60 {
				if key := strings.ToLower(strings.TrimSpace(name)); group[key] == "" {
					group[key] = strings.TrimSpace(value)
				}
			}
		}
		if len(group) > 0 {
			out = append(out, group)
		}
	}
	return out
}

// typed is the value of a field such as "rfc822; a@b.example". Some servers leave out
// the type, which is one word.
func typed(s string) string {
	if kind, v, ok := strings.Cut(s, ";"); ok && !strings.Contains(strings.TrimSpace(kind), " ") {
		s = v
	}
	s = strings.Trim(strings.TrimSpace(s), "<>")
	// Some servers put the local part into quotation marks that it does not need (RFC 5321, section 4.1.2).
	if local, domain, ok := strings.Cut(s, `"@`); ok && strings.HasPrefix(local, `"`) && !strings.ContainsAny(local[1:], "\"\\ ,:;<>()[]@") {
		s = local[1:] + "@" + domain
	}
	return s
}

// arf reads a complaint (RFC 5965).
func (m *parsed) arf(r *Report) bool {
	body := m.find("message/feedback-report")
	if body == nil {
		return false
	}
	r.Kind, r.Detail = Complaint, "marked as spam by the reader"
	for _, g := range fields(body) {
		if t := strings.ToLower(g["feedback-type"]); t != "" && t != "abuse" && t != "fraud" && t != "virus" {
			// not-spam and opt-out reports, which some send in the same form
			r.Detail = "feedback: " + t
			if t == "not-spam" {
				r.Kind = Automatic
			}
		}
		for _, key := range []string{"original-rcpt-to", "removal-recipient"} {
			if a := addressPattern.FindString(g[key]); a != "" && r.Recipient == "" {
				r.Recipient = a
			}
		}
	}
	m.original(r)
	return true
}

// dsn reads a delivery status notification (RFC 3464).
func (m *parsed) dsn(r *Report) bool {
	body := m.find("message/delivery-status", "message/global-delivery-status")
	if body == nil || m.kind != "multipart/report" && !m.byDaemon(r.From) {
		return false // a person can pass one on
	}
	for _, g := range fields(body) {
		if g["original-recipient"] == "" && g["final-recipient"] == "" && g["action"] == "" && g["status"] == "" {
			continue
		}
		f := Failure{Recipient: spokenOf(g)}
		f.Kind, f.Status, f.Code = verdict(g)
		if f.Detail = typed(g["diagnostic-code"]); f.Detail == "" {
			f.Detail = strings.TrimSpace(g["action"] + " " + g["status"])
		}
		r.Failures = append(r.Failures, f)
		if r.Kind == "" || rank[f.Kind] > rank[r.Kind] {
			r.Failure = f // of several recipients the worst counts
		}
		if r.Original == "" {
			r.Original = addressPattern.FindString(g["original-recipient"])
		}
	}
	if len(r.Failures) == 0 {
		return false
	}
	m.original(r)
	return true
}

// spokenOf is whom one group of a notification is about: who could not be reached
// in the end, which is somebody else than was mailed where the server passed the
// message on. The original recipient is that only where no other is named.
func spokenOf(g map[string]string) string {
	who := typed(g["original-recipient"])
	_, domain, _ := strings.Cut(who, "@")
	// sendmail writes as the final recipient whom it was asked for, and beside it
	// whom it tried.
	for _, key := range []string{"final-recipient", "x-actual-recipient"} {
		if v := typed(g[key]); v != "" {
			who = v
		}
	}
	switch a := addressPattern.FindString(unicodeAddress(who)); {
	case a != "":
		who = a
	case localName.MatchString(who) && domain != "":
		who += "@" + domain
	case localName.MatchString(who):
	default:
		who = ""
	}
	for _, a := range failing(g["diagnostic-code"]) {
		if strings.EqualFold(a, who) || who == "" {
			return who
		}
		if !isHelp(a) {
			return a
		}
	}
	return who
}

var (
	localName    = pattern.New(`^[A-Za-z0-9._+-]{1,64}$`)
	unicodePoint = pattern.New(`\\x\{([0-9A-Fa-f]{2,6})\}`)
)

// unicodeAddress undoes the encoding of RFC 6533 section 3.
func unicodeAddress(s string) string {
	for _, m := range unicodePoint.FindAllStringSubmatch(s, 64) {
		if n, err := strconv.ParseUint(m[1], 16, 21); err == nil && n >= 0x80 {
			s = strings.ReplaceAll(s, m[0], string(rune(n)))
		}
	}
	return s
}

var rank = map[Kind]int{Delivered: 0, Delayed: 1, Soft: 2, Refused: 3, Hard: 4}

// verdict judges one recipient of a notification. The code that the receiving
// server gave is nearer to the matter than the one that the reporting server made
// of it: "5.0.0" with "550 5.1.1 no such user" is about the address.
func verdict(g map[string]string) (kind Kind, status string, code int) {
	action := strings.ToLower(strings.Fields(g["action"] + " x")[0])
	status = findStatus(g["status"])
	code, inner := codes(g["diagnostic-code"])
	if inner != "" && (status == "" || strings.HasSuffix(status, ".0.0") || status[0] == inner[0]) {
		status = inner
	}
	switch action {
	case "delivered", "relayed", "expanded":
		return Delivered, status, code
	case "delayed":
		return Delayed, status, code
	}
	if status == "" || strings.HasSuffix(status, ".0.0") {
		if k, ok := byWords(g["diagnostic-code"]); ok {
			return k, status, code
		}
	}
	return judge(status, code), status, code
}

var (
	statusPattern  = pattern.New(`(?:^|[^\w.])([245]\.\d{1,3}\.\d{1,3})(?:$|[^\w.]|\.(?:$|\D))`) // and not within 10.5.1.1
	codePattern    = pattern.New(`\b([245]\d\d)(?:[ -]|$)`)
	addressPattern = pattern.New(`[A-Za-z0-9._%+\-=/'!#$&*?^{}~\x{80}-\x{10ffff}]+` +
		`@[A-Za-z0-9\x{80}-\x{10ffff}](?:[A-Za-z0-9.\-\x{80}-\x{10ffff}]*[A-Za-z0-9\x{80}-\x{10ffff}])?`)
)

// codes finds the SMTP reply and the enhanced code in a text.
func codes(s string) (code int, status string) {
	status = findStatus(s)
	if m := codePattern.FindStringSubmatch(s); m != nil {
		code, _ = strconv.Atoi(m[1])
	}
	return code, status
}

func findStatus(s string) string {
	if m := statusPattern.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return ""
}

// byWords judges a text that has no code worth the name.
func byWords(s string) (Kind, bool) {
	s = strings.ToLower(s)
	for _, w := range []struct {
		kind  Kind
		words []string
	}{
		{Refused, []string{
			"spam", "blocked", "blacklist", "block list", "policy", "denied", "reputation", "too large", "size limit",
			"content rejected", "virus",
			"sender's", "sender’s", "of sender", "sender address", "sender domain", "sender rejected", "sender verif",
			"unknown sender", "invalid sender",
		}},
		{Soft, []string{
			"mailbox full", "mailbox is full", "over quota", "quota exceeded", "exceeded storage", "temporarily", "try again",
			"timed out", "timeout", "connection refused", "too many", "inactive", "disabled",
		}},
		{Hard, []string{
			"user unknown", "unknown user", "no such user", "no such mailbox", "does not exist", "doesn't exist", "doesn’t exist",
			"mailbox unavailable", "mailbox not found",
			"recipient not found", "user not found", "address rejected: undeliverable", "not listed in", "unknown recipient", "invalid recipient",
			"no mailbox here", "unrouteable address",
			"address not found", "account that you tried to reach", "recipient rejected", "no longer available", "host or domain name not found",
		}},
	} {
		for _, word := range w.words {
			if strings.Contains(s, word) {
				return w.kind, true
			}
		}
	}
	return "", false
}
