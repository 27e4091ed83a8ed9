package importer

import (
	"encoding/hex"
	"strings"

	"golang.org/x/net/html"

	"pressroom/internal/importer/prose"
)

// Some sites shield the addresses on their pages from programs that gather such: the page has the address in
// figures, and a browser writes it out. Where the figures are gone too, a text has nothing but "[email protected]".

// shielded is the address that an element has in figures, "" for none: the first byte is what each of the
// others was changed with.
func shielded(n *html.Node) string {
	figures := ""
	for _, a := range n.Attr {
		switch a.Key {
		case "data-cfemail":
			figures = a.Val
		case "href":
			if _, behind, ok := strings.Cut(a.Val, "/email-protection#"); ok {
				figures = behind
			}
		}
	}
	raw, err := hex.DecodeString(figures)
	if err != nil || len(raw) == 0 {
		return ""
	}
	for i := range raw[1:] {
		raw[i+1] ^= raw[0]
	}
	mail, _, _ := strings.Cut(string(raw[1:]), "?")
	if prose.EmailPattern.FindString(mail) != mail {
		return ""
	}
	return mail
}

// shieldedMail stands for an address that a page hid: whoever can be reached by it is found as if it were
// there, and it is told.
const shieldedMail = "address@hidden.invalid"

// unshielded writes that for what a page shows programs in place of an address.
func unshielded(text string) string { return hidden.ReplaceAllString(text, ", "+shieldedMail) }
