package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// In English to whom, when and where somebody says something may stand between the verb and the words: "Ana
// Ruiz told the meeting, “…”".

var (
	// toWhom is what may stand there, behind any verb.
	toWhom = pattern.New(`^(?i:in|at|on|during|of|about|to|after|from|with|when|while|via|before|following|regarding|upon|by|today|` +
		`yesterday|earlier|last|this)\s`)
	// tellsWhom are verbs that have to whom right behind them.
	tellsWhom = prose.WordSet("told tells asked asks reminded reminds advised advises")
)

// saidToWhom finds who says the words of a whole sentence behind a comma, where more stands behind the verb.
func (d *Copy) saidToWhom(gap, words, after string) (from int, who Speaker, ok bool) {
	text := prose.TrimEnd(gap)
	if !d.English() || !strings.HasSuffix(text, ",") || prose.WordsIn(words) <= fewWords ||
		!beginsSentence.MatchString(words) || !endsSentence(words, after) {
		return 0, Speaker{}, false
	}
	from = prose.LastSentence(text, d.Cat)
	s := strings.TrimRight(text[from:], ", ")
	verbs := d.verbPlaces(s)
	if prose.HasOpening(s) || len(verbs) != 1 { // another may say it: "Ruiz said the boy told her at home"
		return 0, Speaker{}, false
	}
	verb, tail := strings.TrimRight(s[verbs[0][0]:verbs[0][1]], " ,"), strings.TrimLeft(s[verbs[0][1]:], " ")
	if !d.toWhomOrWhere(verb, tail) {
		return 0, Speaker{}, false
	}
	who = d.subject(s[:verbs[0][0]])
	return from, who, who.Ok
}

// beginsSentence is how words begin that are a sentence, or what is left of one.
var beginsSentence = pattern.New(`^(?:\p{Lu}|…|\.\.\.|\[)`)

// toWhomOrWhere tells what may stand between a verb of saying and what is said: to whom, when or where that is.
func (d *Copy) toWhomOrWhere(verb, tail string) bool {
	return d.English() && len(strings.Fields(tail)) <= 13 && !prose.HasOpening(tail) &&
		(toWhom.MatchString(tail+" ") || tellsWhom[strings.TrimRight(verb, " ,")])
}
