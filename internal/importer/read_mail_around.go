package importer

import (
	"slices"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/language"
	"pressroom/internal/pattern"
)

// What is told of what stands around a release in a mail. Its words are not repeated.
const (
	aboveLeftOut = "what stands above the message that the mail passes on is left out"
	belowLeftOut = "what mail programs and lists add below the release is left out"
)

var (
	// forwards is the line with which mail programs begin a message that is passed on, and
	// headerLine one of its header.
	forwards = pattern.New(`(?i)^\W*(?:begin forwarded message|forwarded message|weitergeleitete nachricht|message transféré|` +
		`mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht)\W*$`)
	headerLine = pattern.New(`(?i)^\W*(?:from|date|sent|subject|to|cc|reply-to|von|datum|gesendet|betreff|an|de|envoyé|objet|à|` +
		`enviado|asunto|para|assunto|da|inviato|oggetto|a|van|verzonden|onderwerp|aan)\W{0,3}:`)
	// below is what servers and lists put under a mail: whom it is meant for, and how to leave.
	below = pattern.New(`(?i)\b(?:intended (?:recipient|solely|only)|legally privileged|if you are not the (?:intended|named)|` +
		`nicht der richtige adressat|vertrauliche informationen|destinataire (?:prévu|visé)|destinatario (?:previsto|indicado)|` +
		`you (?:are )?receiv(?:e|ed|ing) this|mailing list$|unsubscribe|abmelden\b.*https?:|désabonner|darse de baja)`)
	// wrote is the line with which mail programs begin the letter that is answered.
	wrote = pattern.New(`(?is)^(?:on|am|le|el|il|em|op)\s.{0,120}?\d.{0,160}?\s(?:wrote|schrieb|a écrit|escribió|ha scritto|` +
		`escreveu|schreef)\b[^\n]{0,80}:\s*(?:\n|$)`)
	dashLine = pattern.New(`^\s*[—–―_]+\s*$`)
)

// withoutPassingOn takes off what stands above a message that a mail passes on, with the
// lines that say whose it was.
func withoutPassingOn(list []prose.Para) (kept []prose.Para, told []string) {
	for i, p := range list[:min(len(list), letterParas)] {
		if prose.IsEndMark(strings.TrimSpace(p.Text)) {
			break
		}
		lines := strings.Split(p.Text, "\n")
		at := slices.IndexFunc(lines, func(l string) bool { return forwards.MatchString(strings.TrimSpace(l)) })
		if at < 0 || p.Table != "" {
			continue
		}
		rest := list[i+1:]
		if slices.ContainsFunc(lines[at+1:], func(l string) bool { return !headerLine.MatchString(l) }) {
			return list, nil
		}
		for len(rest) > 0 && !slices.ContainsFunc(strings.Split(rest[0].Text, "\n"), func(l string) bool { return !headerLine.MatchString(l) }) {
			rest = rest[1:]
		}
		if len(rest) < 2 {
			return list, nil
		}
		if i > 0 || at > 0 {
			told = []string{aboveLeftOut}
		}
		return rest, told
	}
	return list, nil
}

// withoutBelow takes off what stands below the end of a release and is none of it: the
// sender's own name and number, where they are named above already, what a telephone or a
// server adds, and how to leave a list.
func withoutBelow(list []prose.Para, sender string) (kept []prose.Para, told []string) {
	end := slices.IndexFunc(list, func(p prose.Para) bool { return prose.IsEndMark(strings.TrimSpace(p.Text)) })
	if end < 0 {
		return withoutAnswered(list)
	}
	named := sender != "" && slices.ContainsFunc(list[:end], func(p prose.Para) bool {
		return strings.Contains(prose.Fold(p.Text), prose.Fold(sender))
	})
	words := func(from int) (n int) {
		for _, p := range list[from:] {
			n += len(strings.Fields(p.Text + p.Table))
		}
		return n
	}
	kept = append(kept, list[:end+1]...)
	tell := func(s string) {
		if !slices.Contains(told, s) {
			told = append(told, s)
		}
	}
	for i := end + 1; i < len(list); i++ {
		p := list[i]
		first, _, _ := strings.Cut(p.Text, "\n")
		n := len(strings.Fields(p.Text + p.Table))
		switch {
		case (dashLine.MatchString(first) || named && prose.Fold(first) == prose.Fold(sender)) && words(i) <= mostSigned:
			tell(leftOut)
			return kept, told
		case forwards.MatchString(strings.TrimSpace(first)), begins(list[i:]): // the letters before it
			tell(belowLeftOut)
			return kept, told
		case n <= 12 && ofDevice(first):
			tell(belowLeftOut)
		case n <= 120 && below.MatchString(p.Text):
			tell(belowLeftOut)
			if strings.HasSuffix(strings.ToLower(p.Text), "mailing list") && words(i) <= mostSigned { // and where it is kept
				return kept, told
			}
		default:
			kept = append(kept, p)
		}
	}
	return kept, told
}

// fewHeaders are as many lines as the header of a letter that is answered has at least.
const fewHeaders = 3

// begins tells that an older letter begins: with the line that says who wrote it, the header
// that some programs keep of it, or words that are quoted.
func begins(list []prose.Para) bool {
	return wrote.MatchString(list[0].Text) || strings.HasPrefix(list[0].Text, ">") || headers(list)
}

// headers tells the lines of a mail's header.
func headers(list []prose.Para) bool {
	n := 0
	for _, p := range list[:min(fewHeaders, len(list))] {
		for l := range strings.SplitSeq(p.Text, "\n") {
			if !headerLine.MatchString(l) {
				return n >= fewHeaders
			}
			n++
		}
	}
	return n >= fewHeaders
}

// fewAbove is how many paragraphs a release has at least above a letter that is answered.
const fewAbove = 4

// withoutAnswered takes off a letter that is answered below a release which has no end mark, where
// its header stands above it, or its lines are marked as quoted.
func withoutAnswered(list []prose.Para) (kept []prose.Para, told []string) {
	for i, p := range list {
		if i >= fewAbove && headers(list[i:]) {
			return list[:i], []string{belowLeftOut}
		}
		if i < fewAbove || !wrote.MatchString(p.Text) {
			continue
		}
		rest := p
		if !strings.Contains(p.Text, "\n>") && i+1 < len(list) {
			rest = list[i+1]
		}
		if strings.Contains("\n"+rest.Text, "\n>") {
			return list[:i], []string{belowLeftOut}
		}
	}
	return list, nil
}

// ofDevice tells a line that a telephone adds to a mail.
func ofDevice(line string) bool {
	folded := language.Fold(line)
	for _, a := range language.AllAnswers() {
		for _, phrase := range a.Device {
			if rest, ok := strings.CutPrefix(folded, phrase); ok && (rest == "" || rest[0] == ' ') {
				return true
			}
		}
	}
	return false
}
