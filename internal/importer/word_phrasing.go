package importer

import (
	"regexp"
	"strings"
	"sync"

	"pressroom/internal/pattern"
)

// Expressions with words of a language in them, which differ from language to language.

var phrasings sync.Map // by language and source, compiled

// phrasing compiles an expression of the draft's language.
func (d *draft) phrasing(source string) *regexp.Regexp { return phrasing(d.base(), source) }

// phrasing compiles an expression once in which {verb} stands for a language's verbs of saying,
// {sure} and {weak} for the prepositions before an organisation, and those that may belong to either,
// {article} and {pronoun} for what they say.
func phrasing(lang, source string) *regexp.Regexp {
	key := [2]string{lang, source}
	if re, ok := phrasings.Load(key); ok {
		return re.(*regexp.Regexp)
	}
	words := speech(lang)
	re := regexp.MustCompile(strings.NewReplacer(
		"{verb}", perfect.ReplaceAllString(strings.ReplaceAll(either(words.Verbs), "’", "[’']"), "$1$2 "+between[lang]),
		"{sure}", either(words.Prepositions), "{weak}", either(words.Weak),
		"{article}", either(words.Articles), "{pronoun}", either(words.Pronouns)).Replace(source))
	phrasings.Store(key, re)
	return re
}

// perfect is the auxiliary of a verb, between is what may stand behind it: "ha poi aggiunto", "a également
// déclaré".
var perfect = pattern.New(`(^|\|)(ha|han|hanno|ont|a) `)

var between = map[string]string{
	"es": `(?:también |además |asimismo |finalmente |igualmente )?`,
	"fr": `(?:également |aussi |ensuite |ainsi |par ailleurs |notamment |encore |enfin |alors |récemment )?`,
	"it": `(?:poi |quindi |infine |anche |inoltre |ancora |così |invece )?`,
}
