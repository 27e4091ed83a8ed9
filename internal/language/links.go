package language

// LinkPhrase names a phrase of the pages and mails about mailed links, as its file does.
type LinkPhrase string

// The phrases about links. linkPlaces has what they take.
const (
	DoorAskTitle         LinkPhrase = "ask_title"
	DoorAskQuote         LinkPhrase = "ask_quote"
	DoorAskDetails       LinkPhrase = "ask_details"
	DoorOpenButton       LinkPhrase = "open_button"
	DoorSentTitle        LinkPhrase = "sent_title"
	DoorSentText         LinkPhrase = "sent_text"
	DoorSentCode         LinkPhrase = "sent_code"
	DoorCodeLabel        LinkPhrase = "code_label"
	DoorWrongCode        LinkPhrase = "wrong_code"
	DoorDeadCode         LinkPhrase = "dead_code"
	DoorManyTitle        LinkPhrase = "many_title"
	DoorManyText         LinkPhrase = "many_text"
	DoorTypedTitle       LinkPhrase = "typed_title"
	DoorColleagueTitle   LinkPhrase = "colleague_title"
	DoorColleagueText    LinkPhrase = "colleague_text"
	DoorColleagueLabel   LinkPhrase = "colleague_label"
	DoorColleagueButton  LinkPhrase = "colleague_button"
	DoorColleagueSent    LinkPhrase = "colleague_sent"
	DoorColleagueRefused LinkPhrase = "colleague_refused"
	DoorAgainTitle       LinkPhrase = "again_title"
	DoorAgainText        LinkPhrase = "again_text"
	DoorAgainButton      LinkPhrase = "again_button"
	DoorForeignText      LinkPhrase = "foreign_text"
	DoorMailSubject      LinkPhrase = "mail_subject"
	DoorMailText         LinkPhrase = "mail_text"
	DoorMailCode         LinkPhrase = "mail_code"
	DoorMailNot          LinkPhrase = "mail_not"
)

// linkPlaces are all phrases about links, and the places in each that are filled in.
var linkPlaces = map[LinkPhrase][]string{
	DoorAskTitle:         nil,
	DoorAskQuote:         {"org", "address"},
	DoorAskDetails:       {"address"},
	DoorOpenButton:       nil,
	DoorSentTitle:        nil,
	DoorSentText:         {"address"},
	DoorSentCode:         nil,
	DoorCodeLabel:        nil,
	DoorWrongCode:        nil,
	DoorDeadCode:         nil,
	DoorManyTitle:        nil,
	DoorManyText:         {"address"},
	DoorTypedTitle:       nil,
	DoorColleagueTitle:   nil,
	DoorColleagueText:    nil,
	DoorColleagueLabel:   nil,
	DoorColleagueButton:  nil,
	DoorColleagueSent:    nil,
	DoorColleagueRefused: nil,
	DoorAgainTitle:       nil,
	DoorAgainText:        nil,
	DoorAgainButton:      nil,
	DoorForeignText:      nil,
	DoorMailSubject:      {"org"},
	DoorMailText:         {"address"},
	DoorMailCode:         {"code"},
	DoorMailNot:          nil,
}

// Link is a phrase about links with its arguments put in. ok is false if the language
// has none.
func (c *Catalogue) Link(p LinkPhrase, args ...any) (text string, ok bool) {
	s, ok := c.Links[p]
	return say(s, linkPlaces[p], args), ok
}
