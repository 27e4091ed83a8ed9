package importer

import (
	"strings"
	"unicode/utf8"

	"pressroom/internal/pattern"
)

// A statement may stand without marks, or with the closing one alone, below a line that says in English who makes
// it: "Ana Ruiz, director of River Alliance, said:".

const noMarks = "the text does not put these words in marks; look where they end"

// firstPerson are words in which somebody speaks of themselves: a statement goes on with them.
var firstPerson = pattern.New(`(?i)(?:^|[^\p{L}])(?:(?:i|we)(?:[’'](?:m|re|ve|ll))?|ours?|us|my|me)(?:[^\p{L}’']|$)`)

// unmarked reads such a statement and returns how many paragraphs that took.
func (d *draft) unmarked(list []para) int {
	lead := list[0]
	lead.level = 0
	text := strings.TrimSpace(lead.text)
	if !d.english() || len(list) < 2 || !strings.HasSuffix(text, ":") || lead.bullet != "" || hasOpening(text) {
		return 0
	}
	from, who, ok := d.makesStatement(text, list[1].text)
	if !ok || who.name == "" || who.title == "" && who.org == "" {
		return 0
	}
	whole := strings.HasPrefix(strings.ToLower(text), "statement ")
	words, used, closed := list[1], 1, false
	for ; used < len(list) && d.mayBeStated(list[used]); used++ {
		p := list[used]
		if used > 1 && !whole && !firstPerson.MatchString(p.text) {
			break
		}
		if used > 1 {
			words.join("\n\n", p)
		}
		if closed = endsInClose.MatchString(p.text); closed {
			used++
			break
		}
	}
	if used == 1 || longPara(words.text) {
		return 0
	}
	end := len(words.text)
	if closed {
		_, size := utf8.DecodeLastRuneInString(words.text)
		end -= size
	}
	if from > 0 {
		d.pieces = append(d.pieces, piece{para: lead.part(0, from), quote: -1})
	}
	if !closed {
		who.unsure = strings.TrimPrefix(who.unsure+"; "+noMarks, "; ")
	}
	d.addQuote(quoted{
		para: words, segs: []segment{{to: end, end: len(words.text), forgotten: closed}}, style: "lead-in", who: who,
		clause: lead.part(from, len(lead.text)),
	})
	return used
}

// endsInClose is the only mark of a paragraph, at its end.
var endsInClose = pattern.New(`^[^"“”]*[.!?…]["”]$`)

// mayBeStated tells a paragraph of whole sentences, with no mark but a closing one.
func (d *draft) mayBeStated(p para) bool {
	return p.level == 0 && p.table == "" && p.bullet == "" && !strings.HasSuffix(p.text, ":") && wordsIn(p.text) > fewWords &&
		startsUpper(p.text) && (endsInClose.MatchString(p.text) || !hasOpening(p.text) && wholeSentences.MatchString(p.text))
}

var wholeSentences = pattern.New(`[.!?…]$`)

// makesStatement is who makes the statement that a line leads to, and where that begins; next is the paragraph below.
func (d *draft) makesStatement(text, next string) (from int, who speaker, ok bool) {
	if by := statementBy.FindString(text); by != "" {
		who = d.parse(text[len(by):])
		return 0, who, who.ok && d.surelySomebody(who)
	}
	from = lastSentence(text, d.cat)
	s := strings.TrimRight(text[from:], " :")
	verbs := d.verbPlaces(s)
	if line := inPicture.ReplaceAllString(s, ""); from == 0 && len(verbs) == 0 && d.signedBy(line) && firstPerson.MatchString(next) {
		who, _ = d.nameAlone(line)
		return 0, who, who.org != ""
	}
	if len(verbs) != 1 || verbs[0][1] < len(s) {
		return 0, speaker{}, false
	}
	who = d.subject(s[:verbs[0][0]])
	return from, who, who.ok
}
