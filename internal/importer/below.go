package importer

import "strings"

// Whose words are set off may stand in a paragraph of its own below them.

// saidBelow reads words that are set off, with "said Ana Ruiz." in a paragraph of its own
// below them.
func (d *draft) saidBelow(p, next para) (int, bool) {
	text := strings.TrimSpace(next.text)
	if next.level > 0 || next.quoted || len(strings.Fields(text)) > 25 || hasOpening(text) || firstSentence(text, d.cat) != text {
		return 0, false
	}
	first, _, _ := strings.Cut(text, " ")
	who, ok := d.said(text)
	if !ok || !d.isVerb(strings.ToLower(first)) {
		return 0, false
	}
	d.addQuote(quoted{para: p, segs: []segment{{to: len(p.text), end: len(p.text)}}, style: "block", clause: next, who: who})
	return 2, true
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
	if len(segs) == 0 {
		segs = []segment{{to: len(p.text), end: len(p.text)}}
	}
	at := strings.Index(next.text, clause)
	d.addQuote(quoted{para: p, segs: segs, style: "block", clause: next.part(at, len(next.text)), who: who})
	return true
}

// signedBy tells a line that is surely somebody's name with an office, below words that are set off.
func (d *draft) signedBy(line string) bool {
	line = strings.TrimSpace(line)
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
