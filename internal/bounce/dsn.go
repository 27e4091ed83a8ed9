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

// typed is the value of a field such as "rfc822; a@b.example".
func typed(s string) string {
	if _, v, ok := strings.Cut(s, ";"); ok {
		s = v
	}
	return strings.Trim(strings.TrimSpace(s), "<>")
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
	if body == nil {
		return false
	}
	found := false
	for _, g := range fields(body) {
		address := typed(g["original-recipient"])
		if final := typed(g["final-recipient"]); !strings.Contains(address, "@") {
			address = final
		}
		if address == "" && g["action"] == "" && g["status"] == "" {
			continue
		}
		kind, status, code := verdict(g)
		if found && rank[kind] <= rank[r.Kind] {
			continue // of several recipients the worst counts
		}
		found = true
		r.Kind, r.Status, r.Code = kind, status, code
		r.Recipient = addressPattern.FindString(address)
		if r.Detail = typed(g["diagnostic-code"]); r.Detail == "" {
			r.Detail = strings.TrimSpace(g["action"] + " " + g["status"])
		}
	}
	if !found {
		return false
	}
	m.original(r)
	return true
}

var rank = map[Kind]int{Delivered: 0, Delayed: 1, Soft: 2, Refused: 3, Hard: 4}

// verdict judges one recipient of a notification. The code that the receiving
// server gave is nearer to the matter than the one that the reporting server made
// of it: "5.0.0" with "550 5.1.1 no such user" is about the address.
func verdict(g map[string]string) (kind Kind, status string, code int) {
	action := strings.ToLower(strings.Fields(g["action"] + " x")[0])
	status = statusPattern.FindString(g["status"])
	code, inner := codes(typed(g["diagnostic-code"]))
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
	statusPattern  = pattern.New(`\b[245]\.\d{1,3}\.\d{1,3}\b`)
	codePattern    = pattern.New(`\b([245]\d\d)(?:[ -]|$)`)
	addressPattern = pattern.New(`[A-Za-z0-9._%+\-=/'!#$&*?^{}~\x{80}-\x{10ffff}]+@[A-Za-z0-9\x{80}-\x{10ffff}](?:[A-Za-z0-9.\-\x{80}-\x{10ffff}]*[A-Za-z0-9\x{80}-\x{10ffff}])?`)
)

// codes finds the SMTP reply and the enhanced code in a text.
func codes(s string) (code int, status string) {
	status = statusPattern.FindString(s)
	if m := codePattern.FindStringSubmatch(s); m != nil {
		code, _ = strconv.Atoi(m[1])
	}
	return code, status
}

// byWords judges a text that has no code worth the name.
func byWords(s string) (Kind, bool) {
	s = strings.ToLower(s)
	for _, w := range []struct {
		kind  Kind
		words []string
	}{
		{Refused, []string{"spam", "blocked", "blacklist", "block list", "policy", "denied", "reputation", "too large", "size limit", "content rejected", "virus"}},
		{Soft, []string{"mailbox full", "mailbox is full", "over quota", "quota exceeded", "exceeded storage", "temporarily", "try again", "timed out", "timeout", "connection refused", "too many", "inactive", "disabled"}},
		{Hard, []string{
			"user unknown", "unknown user", "no such user", "no such mailbox", "does not exist", "doesn't exist", "doesn’t exist", "mailbox unavailable", "mailbox not found",
			"recipient not found", "user not found", "address rejected: undeliverable", "not listed in", "unknown recipient", "invalid recipient", "no mailbox here", "unrouteable address",
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
