package prose

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

var phrasings sync.Map // by language and source, compiled

// Phrasing compiles an expression once in which {verb} stands for a language's verbs of saying,
// {sure} and {weak} for the prepositions before an organisation, and those that may belong to either,
// {article} and {pronoun} for what they say.
func Phrasing(lang, source string) *regexp.Regexp {
	key := [2]string{lang, source}
	if re, ok := phrasings.Load(key); ok {
		return re.(*regexp.Regexp)
	}
	words := Speech(lang)
	re := regexp.MustCompile(strings.NewReplacer(
		"{verb}", strings.ReplaceAll(either(perfects(lang, words.Verbs)), "’", "[’']"),
		"{sure}", either(words.Prepositions), "{weak}", either(words.Weak),
		"{article}", either(words.Articles), "{pronoun}", either(words.Pronouns)).Replace(source))
	phrasings.Store(key, re)
	return re
}

// perfects are a language's verbs of saying with those in the perfect tense put together, so that each stands
// with all of the auxiliaries, and with what may be between: "ha poi aggiunto", "ont également déclaré".
func perfects(lang string, verbs []string) []string {
	aux, ok := auxiliaries[lang]
	if !ok {
		return verbs
	}
	var out, done []string
	for _, v := range verbs {
		first, rest, _ := strings.Cut(v, " ")
		if !slices.Contains(aux.forms, first) || rest == "" {
			out = append(out, v)
		} else if !slices.Contains(done, rest) {
			done = append(done, rest)
		}
	}
	if done == nil {
		return out
	}
	return append(out, "(?:"+either(aux.forms)+") (?:"+aux.between+" )?(?:"+either(done)+")")
}

// auxiliaries are those of the perfect tense by the language, and what may stand between them and the verb.
var auxiliaries = map[string]struct {
	forms   []string
	between string
}{
	"es": {[]string{"ha", "han"}, `(?:también|además|asimismo|finalmente|igualmente)`},
	"fr": {
		[]string{"a", "ont", "avait", "avaient"},
		`(?:également|aussi|ensuite|ainsi|par ailleurs|notamment|encore|enfin|alors|récemment|déjà|même|d’emblée|d’abord|d’ailleurs|` +
			`à nouveau|en outre|de plus|toutefois|cependant|surtout|simplement|vivement|fortement|immédiatement|aussitôt|quant à (?:lui|elle|eux)|` +
			`pour (?:sa|leur) part|de (?:son|leur) côté|à (?:son|leur) tour)`,
	},
	"it": {
		[]string{"ha", "hanno", "aveva", "avevano"},
		`(?:poi|quindi|infine|anche|inoltre|ancora|così|invece|altresì|già|però|successivamente|subito|` +
			`a (?:sua|loro) volta|dal canto (?:suo|loro)|da parte (?:sua|loro))`,
	},
}
