package mail

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"strconv"
	"strings"
)

var lower = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567")

// MessageID is the Message-ID of a delivery, without angle brackets: derived
// from the workspace's key, the dispatch and the address, so that a repetition
// carries the same one and a stranger cannot make or guess it.
func MessageID(key []byte, dispatch, addressKey, sender string) string {
	domain := "pressroom.invalid"
	if i := strings.LastIndexByte(sender, '@'); i >= 0 {
		domain = strings.Trim(sender[i+1:], "> ")
	}
	return Derive(key, "message-id", dispatch, addressKey) + "@" + domain
}

// Purpose is what a Token is good for. A token of one purpose is worth nothing
// for another.
type Purpose string

// The purposes.
const (
	ForDelivery Purpose = "delivery" // names a delivery, in X-Pressroom-Delivery and in the return path
	ForLeaving  Purpose = "leave"    // takes the recipient off the list
	ForDetails  Purpose = "details"  // asks for a link to the recipient's details
	ForUndo     Purpose = "undo"     // takes a stop back
	ForAdvance  Purpose = "advance"  // opens the page of an advance copy, or of the offer of one
)

// Token names a delivery by the number of its ledger row. It holds a code that
// only the workspace's key can make, so that tokens can be neither forged nor
// counted through. It has small letters, digits and one hyphen.
func Token(key []byte, purpose Purpose, delivery int64) string {
	n := strconv.FormatInt(delivery, 36)
	return n + "-" + Derive(key, string(purpose), n)
}

// ParseToken returns the delivery that a Token of this purpose names. ok is false
// for anything that was not made with this key.
func ParseToken(key []byte, purpose Purpose, token string) (delivery int64, ok bool) {
	n, _, found := strings.Cut(token, "-")
	if !found {
		return 0, false
	}
	delivery, err := strconv.ParseInt(n, 36, 64)
	if err != nil || delivery <= 0 {
		return 0, false
	}
	want := Token(key, purpose, delivery)
	return delivery, hmac.Equal([]byte(token), []byte(want))
}

// Derive is a code that only the workspace's key makes of these parts: 32 small letters
// and digits, which need no padding.
func Derive(key []byte, parts ...string) string {
	h := hmac.New(sha256.New, key)
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return lower.EncodeToString(h.Sum(nil)[:20])
}
