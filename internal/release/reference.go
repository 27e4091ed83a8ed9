package release

import (
	"strings"

	"pressroom/internal/language"
	"pressroom/internal/pattern"
)

// The signs of a reference: none that can be taken for another. The first is a letter, so
// that the whole runs from left to right in any text.
const (
	referenceLetters = "ABCDEFGHJKMNPQRSTVWXYZ"
	referenceSigns   = "0123456789" + referenceLetters
)

// NewReference is a reference, as in K7PD-3WQX, made of eight random bytes: what stands, in
// sight, on what one holder downloads of an advance copy.
func NewReference(random [8]byte) string {
	out := make([]byte, len(random))
	for i, b := range random {
		out[i] = referenceSigns[int(b)%len(referenceSigns)]
	}
	out[0] = referenceLetters[int(random[0])%len(referenceLetters)]
	return string(out[:4]) + "-" + string(out[4:])
}

var (
	likeReference = pattern.New(`(?i)\b([A-Z][0-9A-Z]{3})[-‐‑–]([0-9A-Z]{4})\b`)
	mistyped      = strings.NewReplacer("O", "0", "I", "1", "L", "1")
)

// mostReferences is how many a text is searched for.
const mostReferences = 2000

// References are what could be references in a text, each once: also as somebody types
// them who reads an O where there is a 0.
func References(text string) []string {
	seen := make(map[string]bool)
	var out []string
	for _, m := range likeReference.FindAllStringSubmatch(text, -1) {
		first, second := strings.ToUpper(m[1]), strings.ToUpper(m[2])
		s := first[:1] + mistyped.Replace(first[1:]+"-"+second)
		if !isReference(s) || seen[s] {
			continue
		}
		seen[s] = true
		if out = append(out, s); len(out) == mostReferences {
			break
		}
	}
	return out
}

func isReference(s string) bool {
	return strings.IndexByte(referenceLetters, s[0]) >= 0 && strings.Trim(s, referenceSigns+"-") == ""
}

// Referenced is the release as the holder of a reference downloads it: it stands below the
// text, in the foot of every page and in what a file says of itself, and never in the
// words. The release itself is not changed.
func (r *Release) Referenced(reference string) *Release {
	out := *r
	out.Reference = reference
	return &out
}

// ReferenceLine says whose copy it is; "" where it is nobody's own.
func (r *Release) ReferenceLine(cat *language.Catalogue) string {
	if r.Reference == "" {
		return ""
	}
	return cat.Say(language.CopyReference, r.Reference)
}

// ReferenceLines are the lines that say whose copy a text is, as it could say it in a
// language. They are what somebody else's copy of the same words may have besides.
func ReferenceLines(cat *language.Catalogue, text string) []string {
	var out []string
	for _, s := range References(text) {
		out = append(out, cat.Say(language.CopyReference, s))
	}
	return out
}
