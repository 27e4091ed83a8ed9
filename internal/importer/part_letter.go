package importer

import (
	"fmt"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// salutation begins a letter.
var salutation = pattern.New(`(?i)^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|hallo|` +
	`guten (?:tag|morgen)|liebe[rs]?|sehr geehrte[rs]?|moin|bonjour|chère?s?|madame|messieurs|` +
	`hola|buen(?:os|as) (?:días|tardes)|estimad[oa]s?|querid[oa]s?|` +
	`buon(?:giorno|asera)|gentil[ei]|car[oaie]|olá|bom dia|boa tarde|prezad[oa]s?|car[oa]s|beste|geachte|goedemorgen|goedemiddag)` +
	`(?:\s[^\n.!?]{0,50})?[,!:.]?$`)

const (
	letterParas = 14  // paragraphs of a letter, at most
	letterWords = 160 // and words
)

// asideLetter puts the letter with which a mail sends a release, from “Dear editors,” to the
// release line, beside the copy: it is read for its time alone. What is told is how it begins;
// what stands below its last words, often a number that is meant for few, is not repeated.
func asideLetter(list []prose.Para) (told []string) {
	if len(list) < 2 {
		return nil
	}
	first, _, _ := strings.Cut(list[0].Text, "\n")
	if !salutation.MatchString(strings.TrimSpace(first)) {
		return nil
	}
	signed := 0
	for i, p := range list[:min(len(list), letterParas)] {
		if line, _, _ := strings.Cut(p.Text, "\n"); SignsOff(line) {
			signed = i
			break
		}
	}
	end, words, announced := 0, 0, false
	for i, p := range list[:min(len(list), letterParas)] {
		if p.Table != "" || p.Level > 0 && !announced || words > letterWords || prose.IsEndMark(p.Text) {
			return nil
		}
		if i > signed && (prose.ImmediateLine.MatchString(p.Text) || prose.IsTimeLine(p.Text) || announced && isHeadline(list[i:])) {
			end = i
			break
		}
		words += len(strings.Fields(p.Text))
		announced = announced || announces.MatchString(p.Text)
	}
	if end == 0 {
		return nil
	}
	for i := range list[:end] {
		list[i].Aside, list[i].Place = true, "the letter above the release"
	}
	begins := list[0].Text
	if signed != 1 && end > 1 {
		begins += " " + list[1].Text
	}
	return []string{fmt.Sprintf("the letter above the release is left out: “%s”", firstWords(begins, 12))}
}

// announces names what a letter sends.
var announces = pattern.New(`(?i)\b(?:(?:press|news|media) (?:release|statement)|presse(?:mitteilung|information|meldung)|` +
	`medienmitteilung|` +
	`communiqué|nota de (?:prensa|imprensa)|comunicado|comunicato|persbericht)`)

// isHeadline tells a heading, or a line without a stop above a dateline.
func isHeadline(list []prose.Para) bool {
	if list[0].Level > 0 {
		return true
	}
	if len(list) < 2 || len(strings.Fields(list[0].Text)) < 3 || strings.ContainsAny(list[0].Text[len(list[0].Text)-1:], ".:,;!?") {
		return false
	}
	_, ok := prose.DatelineEnd(list[1].Text)
	return ok
}

// firstWords are the first words of a text, with … where there are more.
func firstWords(s string, most int) string {
	list := strings.Fields(s)
	if len(list) <= most {
		return strings.Join(list, " ")
	}
	return strings.Join(list[:most], " ") + " …"
}
