package mail

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"strings"
)

var lower = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// MessageID is the Message-ID of a delivery, without angle brackets: derived
// from the workspace's key, the dispatch and the address, so that a repetition
// carries the same one and a stranger cannot make or guess it.
func MessageID(key []byte, dispatch, addressKey, sender string) string {
	domain := "pressroom.invalid"
	if i := strings.LastIndexByte(sender, '@'); i >= 0 {
		domain = strings.Trim(sender[i+1:], "> ")
	}
	return derive(key, "message-id", dispatch, addressKey) + "@" + domain
}

// DeliveryID names a delivery in X-Pressroom-Delivery.
func DeliveryID(key []byte, dispatch, addressKey string) string {
	return derive(key, "delivery", dispatch, addressKey)
}

func derive(key []byte, parts ...string) string {
	h := hmac.New(sha256.New, key)
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return lower.EncodeToString(h.Sum(nil)[:20])
}
