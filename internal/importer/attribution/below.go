package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Whose words are set off may stand in a paragraph of its own below them.

// clauseBelow reads words under which a paragraph says whose they are.
func (d *Copy) clauseBelow(p, next prose.Para, words segment, inMarks bool) bool {
	segs := []segment{words}
	if d.commaBelow(p, next, segs) {
		return true
	}
	dash := dashes.FindString(next.Text)
	named := !inMarks && (next.Quoted || next.StrongFirst())
	if !inMarks && dash == "" && !(named && prose.WordsIn(p.Text) > 7 && d.signedBy(next.Text)) {
		return d.saidBelow(p, next)
	}
	signature := inOneLine(next.Text[len(dash):])
	marked := dash != "" || next.Bullet == "-"
	if next.Level > 0 || !marked && !prose.LooksLikeSignature(signature) || prose.HasOpening(signature) ||
		len(strings.Fields(signature)) >= 30 ||
		!marked && !named && strings.HasSuffix(signature, ".") || dash == "" && strings.HasSuffix(signature, ":") { // it leads on
		return false
	}
	who := d.Parse(signature)
	bare := d.nothingButName(signature)
	if marked && !who.Ok {
		who = bare
	}
	if !who.Ok || who.Org == "" && who.Title == "" && !(marked && bare.Ok) {
		return false
	}
	d.addQuote(quoted{para: p, segs: segs, style: "block", clause: next.Part(len(dash), len(next.Text)), who: who})
	return true
}

// signedBelow reads several paragraphs that the source sets off, of which the last says whose they are.
// It returns how many that took.
func (d *Copy) signedBelow(list []prose.Para) int {
	words := list[0]
	if last := len(d.Pieces) - 1; last >= 0 && d.Pieces[last].Quote < 0 && d.Pieces[last].Para.Quoted {
		return 0 // they begin above
	}
	for n := 1; n < len(list) && words.Quoted && !prose.LongPara(words.Text); n++ {
		p := list[n]
		if !p.Quoted || p.Level > 0 || p.Bullet != "" || p.Table != "" || prose.HasOpening(words.Text) {
			return 0
		}
		if n > 1 && d.clauseBelow(words, p, segment{to: len(words.Text), end: len(words.Text)}, false) {
			return n + 1
		}
		words.Join("\n\n", p)
	}
	return 0
}

// closedBelow joins the paragraphs of words in marks that are opened once, at the first, and closed at the
// end of the last.
func (d *Copy) closedBelow(list []prose.Para) []prose.Para {
	var out []prose.Para
	for i := 0; i < len(list); i++ {
		p := list[i]
		n := d.upToClose(list[i:])
		for _, next := range list[i+1 : i+1+n] {
			p.Join("\n\n", next)
		}
		i += n
		out = append(out, p)
	}
	return out
}

// mostOpen is how many paragraphs words in marks may have that are opened once.
const mostOpen = 8

// upToClose is how many paragraphs of such words follow the first; 0 for others.
func (d *Copy) upToClose(list []prose.Para) int {
	if !opensOnce.MatchString(list[0].Text) || list[0].Level > 0 || list[0].Bullet != "" || prose.LongPara(list[0].Text) {
		return 0
	}
	for n := 1; n < len(list) && n < mostOpen; n++ {
		p := list[n]
		if p.Level > 0 || p.Bullet != "" || p.Table != "" || prose.LongPara(p.Text) {
			return 0
		}
		switch {
		case closesOnce.MatchString(p.Text):
			return n
		case prose.HasOpening(p.Text):
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
func (d *Copy) saidBelow(p, next prose.Para) bool {
	text := next.Text
	if next.Level > 0 || next.Quoted || len(strings.Fields(text)) > 25 || prose.HasOpening(text) || prose.FirstSentence(text, d.Cat) != text {
		return false
	}
	first, _, _ := strings.Cut(text, " ")
	who, ok := d.Said(text)
	if !ok || !d.isVerb(strings.ToLower(first)) {
		return false
	}
	d.addQuote(quoted{para: p, segs: []segment{{to: len(p.Text), end: len(p.Text)}}, style: "block", clause: next, who: who})
	return true
}

// commaBelow reads words that are set off, with a clause below them that begins with its comma:
// ", so Ana Ruiz, Sprecherin von Flussbund."
func (d *Copy) commaBelow(p, next prose.Para, segs []segment) bool {
	clause, ok := strings.CutPrefix(strings.TrimSpace(next.Text), ",")
	if clause = strings.TrimSpace(clause); !ok || next.Level > 0 || len(strings.Fields(clause)) > 25 || prose.HasOpening(clause) {
		return false
	}
	who, ok := d.Said(clause)
	if !ok {
		return false
	}
	at := strings.Index(next.Text, clause)
	d.addQuote(quoted{para: p, segs: segs, style: "block", clause: next.Part(at, len(next.Text)), who: who})
	return true
}

// nothingButName is the speaker of words behind which a dash and a name are all there is.
func (d *Copy) nothingButName(s string) Speaker {
	name := strings.TrimRight(strings.TrimSpace(s), " .")
	if !d.regularName(prose.TrimLetters(name)) || d.standsAsPlace(name) || len(strings.Fields(name)) > longestName {
		return Speaker{}
	}
	return Speaker{Name: name, Ok: true}
}

// longestName is how many words a name has, with small ones and how one is addressed.
const longestName = 5

// inOneLine is a signature of which the name has a line of its own, with a comma behind it.
func inOneLine(s string) string {
	name, rest, ok := strings.Cut(s, "\n")
	if !ok || strings.ContainsAny(name, ",;:") || strings.HasSuffix(name, ".") || !prose.LooksLikeName(prose.TrimLetters(name)) {
		return s
	}
	return name + ", " + strings.ReplaceAll(rest, "\n", ", ")
}

// signedBy tells a line that is surely somebody's name with an office, below words that are set off.
func (d *Copy) signedBy(line string) bool {
	who, ok := d.nameAlone(line)
	return ok && len(strings.Fields(line)) <= 20 && d.IsTitle(who.Title)
}

// nameAlone reads a line that begins with somebody's name and says nothing of them but who they are.
func (d *Copy) nameAlone(line string) (Speaker, bool) {
	if line == "" || !prose.LooksLikeSignature(line) || len(d.verbPlaces(" "+line+" ")) > 0 {
		return Speaker{}, false
	}
	who := d.Parse(line)
	first := prose.FirstWord(line)
	return who, who.Ok && who.Name != "" && !prose.IsOrganisation(who.Name) &&
		(strings.HasPrefix(line, prose.FirstWord(who.Name)) || prose.Honorifics[strings.ToLower(first)])
}

// signedLines takes the lines below words in marks that say who said them from the paragraph in which they stand.
func (d *Copy) signedLines(list []prose.Para) []prose.Para {
	var out []prose.Para
	for _, p := range list {
		at := signatureLines.FindStringSubmatchIndex(p.Text)
		if at == nil || p.Level > 0 || p.Bullet != "" || p.Table != "" || prose.LongPara(p.Text) ||
			!prose.LooksLikeName(prose.TrimLetters(p.Text[at[2]:at[3]])) {
			out = append(out, p)
			continue
		}
		out = append(out, p.Part(0, at[2]), p.Part(at[2], len(p.Text)))
	}
	return out
}

// signatureLines are a name behind a closing mark, in a line of its own, with the office below, and perhaps the body in a third.
var signatureLines = pattern.New(`[.!?…][ \x{00a0}\x{202f}]?[”"»’]\n(\p{Lu}[\p{L}.’' -]{4,60})\n\p{L}[^\n“”"«»]{3,120}` +
	`(?:\n\p{L}[^\n“”"«»]{3,120})?$`)

// signedInParagraphs puts the name below words in marks, and the office and the body below it, into one paragraph where each has one.
func (d *Copy) signedInParagraphs(list []prose.Para) []prose.Para {
	var out []prose.Para
	for i := 0; i < len(list); i++ {
		out = append(out, list[i])
		if i+2 >= len(list) || list[i].Level > 0 || !d.sentenceInMarks(list[i].Text) || !d.isNameLine(list[i+1]) || !d.isOfficeLine(list[i+2]) {
			continue
		}
		signed := list[i+1]
		signed.Join("\n", list[i+2])
		i += 2
		if i+1 < len(list) && list[i+1].Tight && !d.IsTitle(list[i+1].Text) && prose.IsOrganisation(list[i+1].Text) && d.isOfficeLine(list[i+1]) {
			signed.Join("\n", list[i+1])
			i++
		}
		out = append(out, signed)
	}
	return out
}

// sentenceInMarks tells words that are somebody's whole, and a sentence at least.
func (d *Copy) sentenceInMarks(text string) bool {
	_, ok := d.inMarks(text)
	return ok && prose.WordsIn(text) > fewestSigned && !prose.LongPara(text)
}

// fewestSigned is how many words are a slogan still, and not what somebody says.
const fewestSigned = 5

// isNameLine tells a paragraph that is somebody's name.
func (d *Copy) isNameLine(p prose.Para) bool {
	return p.Level == 0 && p.Bullet == "" && p.Table == "" && len(p.Text) <= 60 && !strings.ContainsAny(p.Text, ",;:?!“”\"«»@\n") &&
		prose.LooksLikeName(prose.TrimLetters(p.Text)) && !prose.IsOrganisation(p.Text) && !d.IsTitle(p.Text)
}

// isOfficeLine tells a paragraph that says in a few words what somebody is, or for whom.
func (d *Copy) isOfficeLine(p prose.Para) bool {
	return p.Level == 0 && p.Bullet == "" && p.Table == "" && len(p.Text) <= 120 && !strings.ContainsAny(p.Text, "?!“”\"«»@") &&
		!strings.HasSuffix(p.Text, ".") && !strings.HasSuffix(p.Text, ":") && (d.IsTitle(p.Text) || prose.IsOrganisation(p.Text)) &&
		len(d.verbPlaces(" "+p.Text+" ")) == 0
}
