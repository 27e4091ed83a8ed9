package importer

import (
	"strings"

	"golang.org/x/net/html"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// leftOut is what is told of a mail's signature. Its words are not repeated: they are
// often a number that is meant for few.
const leftOut = "the mail's signature, at its end, is left out"

// longestSignature is how many lines a signature may have. RFC 3676 section 4.3 marks
// its beginning; of more lines, only those before the first blank one are left out.
const longestSignature = 20

var (
	signatureMark = pattern.New(`^--\s*$`)
	// signOff is a line that ends a letter, above the name of who writes.
	signOff = pattern.New(`(?i)^(?:(?:with )?(?:(?:best|kind|warm|kindest|warmest) )?(?:regards|wishes)|all the best|best|cheers|` +
		`thanks|thank you|many thanks|sincerely|yours(?: sincerely| truly)?|` +
		`(?:mit )?(?:(?:freundlich|best|herzlich|lieb|viel|schön)e[mnr]? )(?:grü(?:ß|ss)(?:en?)?|gru(?:ß|ss))|mfg|` +
		`(?:un |muchos |cordiales |reciban? un )?(?:cordial )?saludos?(?: cordial(?:es)?)?|atentamente|gracias|` +
		`(?:bien )?cordialement(?: vôtre)?|(?:bien )?à vous|(?:sincères|meilleures) salutations|salutations distinguées|merci|` +
		`(?:cordiali |distinti )?saluti|grazie|atenciosamente|cumprimentos|(?:com os )?melhores cumprimentos|obrigad[oa]|` +
		`(?:met )?vriendelijke groet(?:en)?)[,.!]?$`)
	// passedOn begins the message that a mail passes on, below its own signature.
	passedOn = pattern.New(`(?i)^\W*begin forwarded message|^-{4,}\s*\pL|^\*?(?:from|von|de|da|van)\s*:`)
)

// SignsOff tells a line that ends a letter, as in “Best regards,”, above the name of who writes.
func SignsOff(line string) bool { return signOff.MatchString(strings.TrimSpace(line)) }

// reachLines is within how many lines of a label whoever is to be called stands.
const reachLines = 4

// mostSigned are the words of a signature below such a line.
const mostSigned = 30

// signedOff is where the line stands that ends the letter behind the end of the release,
// with a signature below it and nothing else; -1 if none does. Above the end mark, who
// writes may be whom journalists call, where nobody else was named to be called.
func signedOff(lines []string) int {
	ended := false
	for i, l := range lines {
		first, _, _ := strings.Cut(l, "\n")
		ended = ended || prose.IsEndMark(strings.TrimSpace(first)) ||
			prose.ContactLine.MatchString(first) && prose.HasReach(lines[i:min(i+reachLines, len(lines))])
		if ended && SignsOff(first) && len(strings.Fields(strings.Join(lines[i:], " "))) <= mostSigned {
			return i
		}
	}
	return -1
}

// cutSignature takes the signature out of lines, and tells whether there was one.
func cutSignature(lines []string) ([]string, bool) {
	for from, l := range lines {
		if !signatureMark.MatchString(l) {
			continue
		}
		end, full, blank := from+1, 0, 0
		for end < len(lines) && !passedOn.MatchString(lines[end]) {
			switch {
			case strings.TrimSpace(lines[end]) != "":
				full++
			case blank == 0 && full > 0:
				blank = end
			}
			end++
		}
		if full > longestSignature && blank > 0 {
			end = blank
		}
		return append(append([]string{}, lines[:from]...), lines[end:]...), true
	}
	if from := signedOff(lines); from >= 0 {
		return lines[:from:from], true
	}
	return lines, false
}

// cutSignatureOf does the same for paragraphs: the mark stands alone in one, or on the
// first line of one.
func cutSignatureOf(list []prose.Para) ([]prose.Para, bool) {
	lines := make([]string, len(list))
	for i, p := range list {
		first, _, more := strings.Cut(p.Text, "\n")
		if lines[i] = p.Text + p.Table; more && signatureMark.MatchString(first) {
			return list[:i:i], true
		}
	}
	for from, l := range lines {
		if !signatureMark.MatchString(l) {
			continue
		}
		kept, _ := cutSignature(lines[from:])
		return append(list[:from:from], list[len(list)-len(kept):]...), true
	}
	if from := signedOff(lines); from >= 0 {
		return list[:from:from], true
	}
	return list, false
}

// isSignature tells an element that mail programs put a signature into.
func isSignature(n *html.Node) bool {
	for _, a := range n.Attr {
		value := strings.ToLower(a.Val)
		switch a.Key {
		case "class":
			if strings.Contains(value, "gmail_signature") || strings.Contains(value, "moz-signature") ||
				strings.Contains(value, "applemailsignature") {
				return true
			}
		case "id":
			if value == "signature" || value == "x_signature" || value == "applemailsignature" ||
				strings.HasPrefix(value, "ms-outlook-mobile-signature") {
				return true
			}
		}
	}
	return false
}
