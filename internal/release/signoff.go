package release

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// folded are the characters that a house style may change without changing
// words: one form of each quotation mark, dash and space.
var folded = strings.NewReplacer(
	"“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "‟", `"`,
	"‘", "'", "’", "'", "‚", "'", "‛", "'", "‹", "'", "›", "'",
	"–", "-", "—", "-", "‐", "-", "‑", "-", "‒", "-", "―", "-", "−", "-",
	"\u00a0", " ", "\u202f", " ", "\u2009", " ", "\u2007", " ", "\u2002", " ", "\u2003", " ",
)

// SignoffDigest names the words that a partner signs off, as "sha256:" and hex.
// It covers slug, language, quote id, org, speaker, title, attribution and text,
// each folded so that quotation marks, dashes, spaces and the place of {said}
// do not count.
func SignoffDigest(slug, lang string, q *Quote) string {
	h := sha256.New()
	h.Write([]byte("pressroom quote 1\n"))
	for _, s := range []string{slug, lang, q.ID, q.Org, q.Speaker, q.Title, q.Attribution, q.Text} {
		s = foldWords(s)
		fmt.Fprintf(h, "%d:%s", len(s), s)
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}

func foldWords(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = folded.Replace(norm.NFC.String(s))
	if before, after, ok := strings.Cut(s, saidMarker); ok {
		// The marker goes with the space before it, so that its place leaves no trace.
		s = strings.TrimRight(before, " ") + after
	}
	return strings.TrimSpace(s)
}
