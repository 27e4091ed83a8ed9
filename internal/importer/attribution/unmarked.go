package attribution

import (
	"strings"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// A statement may stand without marks, or with the closing one alone, below a line that says in English who makes
// it: "Ana Ruiz, director of River Alliance, said:".

const noMarks = "the text does not put these words in marks; look where they end"

// firstPerson are words in which somebody speaks of themselves: a statement goes on with them.
var firstPerson = pattern.New(`(?i)(?:^|[^\p{L}])(?:(?:i|we)(?:[’'](?:m|re|ve|ll))?|ours?|us|my|me)(?:[^\p{L}’']|$)`)

// unmarked reads such a statement and returns how many paragraphs that took.
func (d *Copy) unmarked(list []prose.Para) int {
	lead := list[0]
	lead.Level = 0
	text := strings.TrimSpace(lead.Text)
	if !d.English() || len(list) < 2 || !strings.HasSuffix(text, ":") || lead.Bullet != "" || prose.HasOpening(text) {
		return 0
	}
	from, who, ok := d.makesStatement(text, list[1].Text)
	if !ok || who.Name == "" || who.Title == "" && who.Org == "" {
		return 0
	}
	whole := strings.HasPrefix(strings.ToLower(text), "statement ")
	words, used, closed := list[1], 1, false
	for ; used < len(list) && d.mayBeStated(list[used]); used++ {
		p := list[used]
		if used > 1 && !whole && !firstPerson.MatchString(p.Text) {
			break
		}
		if used > 1 {
			words.Join("\n\n", p)
		}
		if closed = endsInClose.MatchString(p.Text); closed {
			used++
			break
		}
	}
	if used == 1 || prose.LongPara(words.Text) {
		return 0
	}
	end := len(words.Text)
	if closed {
		_, size := utf8.DecodeLastRuneInString(words.Text)
		end -= size
	}
	if from > 0 {
		d.Pieces = append(d.Pieces, Piece{Para: lead.Part(0, from), Quote: -1})
	}
	if !closed {
		who.Unsure = strings.TrimPrefix(who.Unsure+"; "+noMarks, "; ")
	}
	d.addQuote(quoted{
		para: words, segs: []segment{{to: end, end: len(words.Text), forgotten: closed}}, style: "lead-in", who: who,
		clause: lead.Part(from, len(lead.Text)),
	})
	return used
}

// endsInClose is the only mark of a paragraph, at its end.
var endsInClose = pattern.New(`^[^"“”]*[.!?…]["”]$`)

// mayBeStated tells a paragraph of whole sentences, with no mark but a closing one.
func (d *Copy) mayBeStated(p prose.Para) bool {
	return p.Level == 0 && p.Table == "" && p.Bullet == "" && !strings.HasSuffix(p.Text, ":") && prose.WordsIn(p.Text) > fewWords &&
		prose.StartsUpper(p.Text) && (endsInClose.MatchString(p.Text) || !prose.HasOpening(p.Text) && wholeSentences.MatchString(p.Text))
}

var wholeSentences = pattern.New(`[.!?…]$`)

// makesStatement is who makes the statement that a line leads to, and where that begins; next is the paragraph below.
func (d *Copy) makesStatement(text, next string) (from int, who Speaker, ok bool) {
	if by := statementBy.FindString(text); by != "" {
		who = d.Parse(text[len(by):])
		return 0, who, who.Ok && d.surelySomebody(who)
	}
	from = prose.LastSentence(text, d.Cat)
	s := strings.TrimRight(text[from:], " :")
	verbs := d.verbPlaces(s)
	if line := inPicture.ReplaceAllString(s, ""); from == 0 && len(verbs) == 0 && d.signedBy(line) && firstPerson.MatchString(next) {
		who, _ = d.nameAlone(line)
		return 0, who, who.Org != ""
	}
	if len(verbs) != 1 || verbs[0][1] < len(s) {
		return 0, Speaker{}, false
	}
	who = d.subject(s[:verbs[0][0]])
	return from, who, who.Ok
}
