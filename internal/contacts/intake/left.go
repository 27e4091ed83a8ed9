package intake

import (
	"strings"

	"pressroom/internal/contacts/heading"
)

// left tells whether a cell says that somebody wants no mail, or cannot be mailed.
func left(f heading.Field, v string) bool {
	yes, known := yesNo(v)
	switch f {
	case heading.Left:
		return yes || !known // a day is when they left
	case heading.Subscribed:
		return known && !yes || gone(v)
	case heading.Status:
		return gone(v)
	}
	return false
}

// gone tells whether a status, as mailing programs have it, is one of somebody who is
// not mailed.
func gone(v string) bool {
	v = strings.ToLower(oneLine(v))
	for _, word := range []string{
		"unsub", "non-subscribed", "not subscribed", "never subscribed", "opted out", "opted-out", "opt-out", "opt out", "bounce", "cleaned",
		"blocked", "complain", "suppressed", "removed", "do not", "abgemeldet", "désabonn", "désinscri", "baja", "cancelad", "cancellat",
		"disiscritt", "afgemeld", "uitgeschreven",
	} {
		if strings.Contains(v, word) {
			return true
		}
	}
	return false
}
