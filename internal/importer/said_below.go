package importer

import (
	"strings"

	"pressroom/internal/pattern"
)

// Whose words are set off may stand in a paragraph of its own below them.

// clauseBelow reads words under which a paragraph says whose they are.
func (d *draft) clauseBelow(p, next para, words segment, inMarks bool) bool {
	segs := []segment{words}
	if d.commaBelow(p, next, segs) {
		return true
	}
	dash := dashes.FindString(next.text)
	named := !inMarks && (next.quoted || next.strongFirst())
	if !inMarks && dash == "" && !(named && wordsIn(p.text) > 7 && d.signedBy(next.text)) {
		return d.saidBelow(p, next)
	}
	signature := inOneLine(next.text[len(dash):])
	marked := dash != "" || next.bullet == "-"
	if next.level > 0 || !marked && !looksLikeSignature(signature) || hasOpening(signature) || len(strings.Fields(signature)) >= 30 ||
		!marked && !named && strings.HasSuffix(signature, ".") || dash == "" && strings.HasSuffix(signature, ":") { // it leads on
		return false
	}
	who := d.parse(signature)
	if !who.ok || who.org == "" && who.title == "" {
		return false
	}
	d.addQuote(quoted{para: p, segs: segs, style: "block", clause: next.part(len(dash), len(next.text)), who: who})
	return true
}

// signedBelow reads several paragraphs that the source sets off, of which the last says whose they are.
// It returns how many that took.
func (d *draft) signedBelow(list []para) int {
	words := list[0]
	if last := len(d.pieces) - 1; last >= 0 && d.pieces[last].quote < 0 && d.pieces[last].para.quoted {
		return 0 // they begin above
	}
	for n := 1; n < len(list) && words.quoted && !longPara(words.text); n++ {
		p := list[n]
		if !p.quoted || p.level > 0 || p.bullet != "" || p.table != "" || hasOpening(words.text) {
			return 0
		}
		if n > 1 && d.clauseBelow(words, p, segment{to: len(words.text), end: len(words.text)}, false) {
			return n + 1
		}
		words.join("\n\n", p)
	}
	return 0
}

// closedBelow joins the paragraphs of words in marks that are opened once, at the first, and closed at the
// end of the last.
func (d *draft) closedBelow(list []para) []para {
	var out []para
	for i := 0; i < len(list); i++ {
		p := list[i]
		n := d.upToClose(list[i:])
		for _, next := range list[i+1 : i+1+n] {
			p.join("\n\n", next)
		}
		i += n
		out = append(out, p)
	}
	return out
}

// mostOpen is how many paragraphs words in marks may have that are opened once.
const mostOpen = 8

// upToClose is how many paragraphs of such words follow the first; 0 for others.
func (d *draft) upToClose(list []para) int {
	if !opensOnce.MatchString(list[0].text) || list[0].level > 0 || list[0].bullet != "" || longPara(list[0].text) {
		return 0
	}
	for n := 1; n < len(list) && n < mostOpen; n++ {
		p := list[n]
		if p.level > 0 || p.bullet != "" || p.table != "" || longPara(p.text) {
			return 0
		}
		switch {
		case closesOnce.MatchString(p.text):
			return n
		case hasOpening(p.text):
			return 0
		}
	}
	return 0
}

var (
	// opensOnce is a paragraph all in marks that are not closed; closesOnce ends with one that closes.
	opensOnce  = pattern.New(`^(?:["“][^"“”«»„]{20,}|„[^"“”„]{20,}|«[^"“”«»]{20,})$`)
	closesOnce = pattern.New(`^[^"“”«»„]+(?:[.!?]["”“]|[.!?][ \x{00a0}\x{202f}]?»)[ .]*$`)
)

// saidBelow reads words that are set off, with "said Ana Ruiz." in a paragraph of its own
// below them.
func (d *draft) saidBelow(p, next para) bool {
	text := next.text
	if next.level > 0 || next.quoted || len(strings.Fields(text)) > 25 || hasOpening(text) || firstSentence(text, d.cat) != text {
		return false
	}
	first, _, _ := strings.Cut(text, " ")
	who, ok := d.said(text)
	if !ok || !d.isVerb(strings.ToLower(first)) {
		return false
	}
	d.addQuote(quoted{para: p, segs: []segment{{to: len(p.text), end: len(p.text)}}, style: "block", clause: next, who: who})
	return true
}

// commaBelow reads words that are set off, with a clause below them that begins with its comma:
// ", so Ana Ruiz, Sprecherin von Flussbund."
func (d *draft) commaBelow(p, next para, segs []segment) bool {
	clause, ok := strings.CutPrefix(strings.TrimSpace(next.text), ",")
	if clause = strings.TrimSpace(clause); !ok || next.level > 0 || len(strings.Fields(clause)) > 25 || hasOpening(clause) {
		return false
	}
	who, ok := d.said(clause)
	if !ok {
		return false
	}
	at := strings.Index(next.text, clause)
	d.addQuote(quoted{para: p, segs: segs, style: "block", clause: next.part(at, len(next.text)), who: who})
	return true
}

// inOneLine is a signature of which the name has a line of its own, with a comma behind it.
func inOneLine(s string) string {
	name, rest, ok := strings.Cut(s, "\n")
	if !ok || strings.ContainsAny(name, ",;:.") || !looksLikeName(name) {
		return s
	}
	return name + ", " + strings.ReplaceAll(rest, "\n", ", ")
}

// signedBy tells a line that is surely somebody's name with an office, below words that are set off.
func (d *draft) signedBy(line string) bool {
	who, ok := d.nameAlone(line)
	return ok && len(strings.Fields(line)) <= 20 && d.isTitle(who.title)
}

// nameAlone reads a line that begins with somebody's name and says nothing of them but who they are.
func (d *draft) nameAlone(line string) (speaker, bool) {
	if line == "" || !looksLikeSignature(line) || len(d.verbPlaces(" "+line+" ")) > 0 {
		return speaker{}, false
	}
	who := d.parse(line)
	first := firstWord(line)
	return who, who.ok && who.name != "" && !isOrganisation(who.name) &&
		(strings.HasPrefix(line, firstWord(who.name)) || honorifics[strings.ToLower(first)])
}

// signedLines takes the lines below words in marks that say who said them from the paragraph in which they stand.
func (d *draft) signedLines(list []para) []para {
	var out []para
	for _, p := range list {
		at := signatureLines.FindStringSubmatchIndex(p.text)
		if at == nil || p.level > 0 || p.bullet != "" || p.table != "" || longPara(p.text) || !looksLikeName(trimLetters(p.text[at[2]:at[3]])) {
			out = append(out, p)
			continue
		}
		out = append(out, p.part(0, at[2]), p.part(at[2], len(p.text)))
	}
	return out
}

// signatureLines are a name behind a closing mark, in a line of its own, with the office below.
var signatureLines = pattern.New(`[.!?…][”"»’]\n(\p{Lu}[\p{L}.’' -]{4,60})\n\p{L}[^\n“”"«»]{3,120}$`)
