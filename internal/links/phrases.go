package links

import (
	netmail "net/mail"
	"strings"

	"pressroom/internal/language"
)

// Phrase names a phrase of the pages and mails about mailed links.
type Phrase = language.LinkPhrase

// The phrases of pages; their languages have them.
const (
	AskTitle         = language.DoorAskTitle
	AskQuote         = language.DoorAskQuote
	AskDetails       = language.DoorAskDetails
	OpenButton       = language.DoorOpenButton
	SentTitle        = language.DoorSentTitle
	SentText         = language.DoorSentText
	SentCode         = language.DoorSentCode
	CodeLabel        = language.DoorCodeLabel
	WrongCode        = language.DoorWrongCode
	DeadCode         = language.DoorDeadCode
	ManyTitle        = language.DoorManyTitle
	ManyText         = language.DoorManyText
	TypedTitle       = language.DoorTypedTitle
	ColleagueTitle   = language.DoorColleagueTitle
	ColleagueText    = language.DoorColleagueText
	ColleagueLabel   = language.DoorColleagueLabel
	ColleagueButton  = language.DoorColleagueButton
	ColleagueSent    = language.DoorColleagueSent
	ColleagueRefused = language.DoorColleagueRefused
	AgainTitle       = language.DoorAgainTitle
	AgainText        = language.DoorAgainText
	AgainButton      = language.DoorAgainButton
	ForeignText      = language.DoorForeignText
)

// Say is a phrase in a reader's language, or in English, and the tag of which it is.
func Say(known *language.Set, tag string, p Phrase, args ...any) (text, of string) {
	c := known.ForReader(tag)
	if text, ok := c.Link(p, args...); ok {
		return text, c.Tag
	}
	text, _ = known.Of("en").Link(p, args...)
	return text, "en"
}

// letter is the mail with a fresh link.
func letter(known *language.Set, f *Fresh, organization, code string) (subject, text, tag string) {
	say := func(p Phrase, args ...any) string {
		s, _ := Say(known, f.Language, p, args...)
		return s
	}
	_, tag = Say(known, f.Language, AskTitle)
	text = strings.Join([]string{
		say(language.DoorMailText, address(f.To)) + "\n" + f.URL, say(language.DoorMailCode, code),
		say(language.DoorMailNot),
	}, "\n\n") + "\n"
	return say(language.DoorMailSubject, organization), text, tag
}

// address is the address alone.
func address(person string) string {
	if a, err := netmail.ParseAddress(person); err == nil {
		return a.Address
	}
	return person
}
