package importer

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Sentences say whom to ask in other words than "contact": who is ready to answer, which office
// can be called, where questions go.

var (
	// ready is somebody who answers, before what they can be reached by: "Für Rückfragen steht
	// Ihnen Ana Ruiz (Pressesprecherin) unter …".
	ready = pattern.New(`(?:(?:steht|stehen)(?: Ihnen)?(?: (?:gerne?|auch|jederzeit))?|beantwortet(?: Ihnen)?(?: gerne?)?)(?: Ihnen)? ` +
		`(?:(?:Herr|Frau) )?(` + namePattern + `)(?:\s?\(([^()@\d]{3,60})\)|, ([^,.@\d]{3,60}))?,?(?: [^.@\d]{0,60})? (?:unter|per|via)\b`)
	// available is somebody of whom a paragraph says that they answer, and then how.
	available = pattern.New(`(?:^|[.!?] )(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?(` + namePattern + `)` +
		`(?:, ([^,.@\d]{3,60}),)? is available (?:for|to)\b`)
	// officeCalled is an office with the words that say that it is one for the press.
	officeCalled = pattern.New(`(?i:contact|call|phone|e-?mail|reach|ask)(?:ing)? (?:the |our )?` +
		`((?:\p{Lu}[\p{L}’'&-]*(?: (?:of|for|and|the))? )*(?i:press|media|news|communications?|public relations) ` +
		`(?i:office|team|desk|department|relations|centre|center|officer))\b`)
	// asksFor are words that say of a sentence with an address that questions go there.
	asksFor = pattern.New(`(?i)\b(?:press|media|journalists?|questions?|inquir(?:y|ies)|enquir(?:y|ies)|queries|interviews?|information|` +
		`comments?|` +
		`fragen|rückfragen|anfragen|informationen|presse|medien|questions?|renseignements?|informations?|preguntas?|consultas?|información|` +
		`prensa|domande|informazioni|stampa|vragen|informatie|pers|perguntas|informações|imprensa)\b`)
	// asksElse are words of sentences with an address at which something else is to be had.
	asksElse = pattern.New(`(?i)\b(?:unsubscribe|subscribe|donat\p{L}*|volunteers?|regist\p{L}*|tickets?|bookings?|reservations?|rsvp|` +
		`sign up|` +
		`apply|applications?|jobs?|careers?|orders?|sales|newsletter|anmeld\p{L}*|spenden?|bewerb\p{L}*|s[’']inscrire|inscri\p{L}*|` +
		`iscri\p{L}*|aanmeld\p{L}*|privacy|datenschutz|copyright)\b`)
)

// namePattern is a name of two to four words.
const namePattern = `(?:(?:Dr|Prof)\.? )*\p{Lu}[\p{L}’'.-]+(?: (?:\p{Lu}[\p{L}’'.-]*|de|da|di|von|van|der)){1,3}`

// longestInquiry is how far behind a name or an office what it can be reached by may stand.
const longestInquiry = 200

// answers is who is said to be ready to answer.
func (d *draft) answers(text string) (prose.Contact, bool) {
	for _, p := range []*pattern.Pattern{ready, available} {
		m := p.FindStringSubmatch(text)
		if m == nil || !d.Somebody(m[1]) {
			continue
		}
		c := reachedIn(prose.Contact{Name: m[1]}, text[strings.Index(text, m[0])+len(m[0]):])
		for _, office := range m[2:] {
			if c.Role == "" && d.IsTitle(office) {
				c.Role = strings.TrimSpace(office)
			}
		}
		return c, c.Email != "" || c.Phone != ""
	}
	return prose.Contact{}, false
}

// reachedIn is a contact with the first number and address of a text.
func reachedIn(c prose.Contact, text string) prose.Contact {
	text = text[:min(len(text), longestInquiry)]
	c.Email = prose.EmailPattern.FindString(text)
	c.Phone = prose.PhonePattern.FindString(prose.EmailPattern.ReplaceAllString(text, " "))
	return c
}

// pressOffice is the office of such a sentence, as that calls it.
func pressOffice(text string) (prose.Contact, bool) {
	m := officeCalled.FindStringSubmatchIndex(text)
	if m == nil {
		return prose.Contact{}, false
	}
	c := reachedIn(prose.Contact{Name: text[m[2]:m[3]]}, text[m[3]:])
	if !prose.StartsUpper(c.Name) {
		c.Name = "" // "the press office", of whoever issues the release
	}
	return c, c.Email != "" || c.Phone != ""
}

// mailForQuestions is the address of a sentence that says that questions go there.
func (d *draft) mailForQuestions(text string) (prose.Contact, bool) {
	for rest := text; rest != ""; {
		s := prose.FirstSentence(rest, d.Cat)
		m := prose.EmailPattern.FindStringIndex(s)
		if m != nil && asksFor.MatchString(prose.EmailPattern.ReplaceAllString(s, "")) && !asksElse.MatchString(s) {
			return reachedIn(prose.Contact{}, s[max(0, m[0]-longestInquiry/2):]), true
		}
		rest = strings.TrimSpace(rest[len(s):])
	}
	return prose.Contact{}, false
}
