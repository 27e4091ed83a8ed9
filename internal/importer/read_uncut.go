package importer

import (
	"fmt"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Texts that were set in lines have words cut at the lines' ends. In English and French only the
// author knows whether such a word has a hyphen ("long-awaited"); in languages that write no
// word in small letters with one, several of them are cuts.

const (
	fewCuts  = 2 // so many, at least, have a text taken to be set in lines
	mostCuts = 400
)

// cutWord is a word that goes on in small letters on the next line.
var cutWord = pattern.New(`(\p{L}{2,})-[ \t]*\n[ \t]*(\p{Ll}\p{L}*)`)

// afterHyphen stand behind a word whose second part comes later: "rope- and lampmakers".
var afterHyphen = prose.WordSet("und oder bzw bis sowie wie and or to nor en of et ou y o e")

// behindCut is what stands behind a word, up to a space.
var behindCut = pattern.New(`^\S*`)

// hyphenless are languages that write words in small letters without a hyphen.
var hyphenless = prose.WordSet("de es it nl")

// uncut puts words together that are cut at lines' ends, and tells them: each in a language without hyphens of which
// several are cut, and elsewhere what the text has whole at another place.
func uncut(text string) (out string, told []string) {
	cuts, asWritten := 0, strings.ToLower(text)
	for _, m := range cutWord.FindAllStringSubmatch(text, mostCuts) {
		if !afterHyphen[m[2]] {
			cuts++
		}
	}
	if cuts == 0 {
		return text, nil
	}
	// Elsewhere, or where few words are cut, only one that the text has whole at another place is surely no word with a hyphen.
	sure := cuts >= fewCuts && hyphenless[prose.GuessLanguage([]prose.Para{{Text: text}})]
	var words []string
	var b strings.Builder
	at := 0
	for _, m := range cutWord.FindAllStringSubmatchIndex(text, mostCuts) {
		before, behind := text[m[2]:m[3]], text[m[4]:m[5]]
		b.WriteString(text[at:m[3]])
		switch {
		case afterHyphen[behind]:
			b.WriteString("- ")
		case strings.Contains(asWritten, strings.ToLower(before+"-"+behind)):
			b.WriteString("-")
		case !sure && !prose.WordIn(asWritten, strings.ToLower(before+behind)):
			at = m[3]
			continue
		default:
			words = append(words, before+behind)
		}
		at = m[5] + len(behindCut.FindString(text[m[5]:]))
		b.WriteString(text[m[4]:at] + "\n") // the line ends behind the word
		at += len(text[at:]) - len(strings.TrimLeft(text[at:], " "))
	}
	out = b.String() + text[at:]
	if len(words) > 0 {
		told = []string{fmt.Sprintf("words that were cut at the ends of lines were put together: %s", strings.Join(words, ", "))}
	}
	return out, told
}
