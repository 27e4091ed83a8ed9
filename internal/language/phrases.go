package language

import (
	"fmt"
	"maps"
	"slices"
)

// Phrase names a fixed phrase of documents and mails, as its file does.
type Phrase string

// The fixed phrases. phrasePlaces has what they take.
const (
	Immediate     Phrase = "immediate"
	EmbargoedTill Phrase = "embargoed"
	ContactLabel  Phrase = "contact"
	ContactsLabel Phrase = "contacts"
	NotesLabel    Phrase = "notes"
	Signatories   Phrase = "signatories"
	Documents     Phrase = "documents"
	MediaLabel    Phrase = "media"
	LinksLabel    Phrase = "links"
	Ends          Phrase = "ends"
	PageOf        Phrase = "page"
	CopyReference Phrase = "copy_reference" // below an advance copy that somebody has downloaded
	AboutLabel    Phrase = "about"
	PictureLabel  Phrase = "picture"
	CreditLabel   Phrase = "credit"
	SubjectHold   Phrase = "subject_hold"
	AdvanceCopy   Phrase = "advance"
	SentTo        Phrase = "sent_to"
	LeaveList     Phrase = "leave"
	LeaveLink     Phrase = "leave_link"
	DetailsLink   Phrase = "details_link"
	AvailableIn   Phrase = "available"
	FullSize      Phrase = "full_size"
	LeaveSubject  Phrase = "leave_subject" // the word that a mail asks for
	CoverNote     Phrase = "cover_note"
	SentAgain     Phrase = "sent_again" // first line of a copy that somebody asked for
	Replaces      Phrase = "replaces"   // first line of an advance copy in the place of an earlier one
	Replaced      Phrase = "replaced"   // the same, before a list of what changed
	Translation   Phrase = "as_translated"
	WatchVideo    Phrase = "watch"
	PressOffice   Phrase = "press_office"
	PDFAttached   Phrase = "pdf_attached"
	HoursLabel    Phrase = "hours"
	CopyText      Phrase = "copy_text"
	CopyQuote     Phrase = "copy_quote"
	Copied        Phrase = "copied"
	Download      Phrase = "download"
)

// phrasePlaces are all phrases, and the places in each that are filled in, in the
// order of Say's arguments.
var phrasePlaces = map[Phrase][]string{
	Immediate: {"day"}, EmbargoedTill: {"instant"}, SubjectHold: {"instant", "subject"}, AdvanceCopy: {"instant"},
	ContactLabel: nil, ContactsLabel: nil, HoursLabel: {"hours"}, NotesLabel: nil, Signatories: nil, Documents: nil,
	MediaLabel: nil, LinksLabel: nil, Ends: nil, PageOf: {"number", "count"},
	CopyReference: {"reference"}, AboutLabel: {"org"}, PictureLabel: nil,
	CreditLabel: {"name"}, SentTo: {"address", "org"}, LeaveList: nil, LeaveLink: nil, DetailsLink: nil, AvailableIn: nil,
	FullSize: nil, LeaveSubject: nil, CoverNote: {"org"}, SentAgain: nil, Replaces: nil, Replaced: nil, Translation: nil,
	WatchVideo: nil, PressOffice: {"org"}, PDFAttached: nil, CopyText: nil, CopyQuote: nil, Copied: nil, Download: nil,
}

// Say is the phrase with its arguments put in.
func (c *Catalogue) Say(p Phrase, args ...any) string {
	return say(c.Phrases[p], phrasePlaces[p], args)
}

func say(s string, places []string, args []any) string {
	var pairs []string
	for i, a := range args[:min(len(args), len(places))] {
		pairs = append(pairs, places[i], fmt.Sprint(a))
	}
	return fill(s, pairs...)
}

// orEnglish is a phrase of a table that a language may lack: it is English then.
func orEnglish[P ~string](c *Catalogue, table func(*Catalogue) map[P]string, places map[P][]string, p P, args []any) string {
	s, ok := table(c)[p]
	if !ok {
		s = table(Of(english))[p]
	}
	return say(s, places[p], args)
}

// PagePhrase names a phrase of the pages and mails about a journalist's own entry, as
// its file does.
type PagePhrase string

// The phrases of pages. pagePlaces has what they take.
const (
	LeaveTitle     PagePhrase = "leave_title"
	LeaveAsk       PagePhrase = "leave_ask"
	LeaveButton    PagePhrase = "leave_button"
	LeftTitle      PagePhrase = "left_title"
	LeftText       PagePhrase = "left_text"
	UndoTitle      PagePhrase = "undo_title"
	UndoAsk        PagePhrase = "undo_ask"
	UndoButton     PagePhrase = "undo_button"
	BackTitle      PagePhrase = "back_title"
	BackText       PagePhrase = "back_text"
	DetailsTitle   PagePhrase = "details_title"
	DetailsAsk     PagePhrase = "details_ask"
	DetailsButton  PagePhrase = "details_button"
	LinkSentTitle  PagePhrase = "link_sent_title"
	LinkSentText   PagePhrase = "link_sent_text"
	MeTitle        PagePhrase = "me_title"
	MeName         PagePhrase = "me_name"
	MeOutlet       PagePhrase = "me_outlet"
	MeBeats        PagePhrase = "me_beats"
	MeLanguage     PagePhrase = "me_language"
	MeFormat       PagePhrase = "me_format"
	MeHTML         PagePhrase = "me_html"
	MeText         PagePhrase = "me_text"
	MeAttach       PagePhrase = "me_attach"
	MeAsIs         PagePhrase = "me_as_is"
	MeAttached     PagePhrase = "me_attached"
	MeLinks        PagePhrase = "me_links"
	MeEmbargo      PagePhrase = "me_embargo"
	MeEmbargoNote  PagePhrase = "me_embargo_note"
	MeSave         PagePhrase = "me_save"
	SavedTitle     PagePhrase = "saved_title"
	SavedText      PagePhrase = "saved_text"
	BadLinkTitle   PagePhrase = "bad_link_title"
	BadLinkText    PagePhrase = "bad_link_text"
	BadLinkWrite   PagePhrase = "bad_link_write"
	TestTitle      PagePhrase = "test_title"
	TestText       PagePhrase = "test_text"
	TooManyTitle   PagePhrase = "too_many_title"
	TooManyText    PagePhrase = "too_many_text"
	StoppedSubject PagePhrase = "stopped_subject"
	StoppedMail    PagePhrase = "stopped_mail"
	StoppedUndo    PagePhrase = "stopped_undo"
	DetailsSubject PagePhrase = "details_subject"
	DetailsMail    PagePhrase = "details_mail"
	OriginLine     PagePhrase = "origin" // under a mail: where the address comes from
	ObjectLine     PagePhrase = "object" // under the first mail to somebody
	PrivacyLink    PagePhrase = "privacy"
	InvitedSubject PagePhrase = "invited_subject"
	InvitedMail    PagePhrase = "invited_mail"
)

// pagePlaces are all phrases of pages, and the places in each that are filled in.
var pagePlaces = map[PagePhrase][]string{
	LeaveTitle: nil, LeaveAsk: {"address"}, LeaveButton: nil, LeftTitle: nil, LeftText: {"address"}, UndoTitle: nil,
	UndoAsk: {"address"}, UndoButton: nil, BackTitle: nil, BackText: {"address"}, DetailsTitle: nil, DetailsAsk: {"address"},
	DetailsButton: nil, LinkSentTitle: nil, LinkSentText: {"address"}, MeTitle: nil, MeName: nil, MeOutlet: nil, MeBeats: nil,
	MeLanguage: nil, MeFormat: nil, MeHTML: nil, MeText: nil, MeAttach: nil, MeAsIs: nil, MeAttached: nil, MeLinks: nil,
	MeEmbargo: nil, MeEmbargoNote: nil, MeSave: nil, SavedTitle: nil, SavedText: nil, BadLinkTitle: nil, BadLinkText: nil,
	BadLinkWrite: {"address"},
	TestTitle:    nil, TestText: nil, TooManyTitle: nil, TooManyText: nil, StoppedSubject: nil, StoppedMail: nil,
	StoppedUndo: nil, DetailsSubject: nil, DetailsMail: nil, OriginLine: {"source"}, ObjectLine: nil, PrivacyLink: nil, InvitedSubject: nil,
	InvitedMail: nil,
}

// Page is a phrase of the pages with its arguments put in: in the catalogue's
// language, in English where that has no pages.
func (c *Catalogue) Page(p PagePhrase, args ...any) string {
	return orEnglish(c, func(c *Catalogue) map[PagePhrase]string { return c.Pages }, pagePlaces, p, args)
}

// PagePhrases lists the phrases of pages, sorted.
func PagePhrases() []PagePhrase { return slices.Sorted(maps.Keys(pagePlaces)) }

// Texts are all phrases and clauses as the file has them, with their places; those of
// partners' pages are PartnerTexts.
func (c *Catalogue) Texts() []string {
	out := []string{c.Said, c.SaidNoTitle, c.LeadIn, c.Signature, c.SignNoRole}
	for _, p := range slices.Sorted(maps.Keys(c.Phrases)) {
		out = append(out, c.Phrases[p])
	}
	for _, p := range slices.Sorted(maps.Keys(c.Pages)) {
		out = append(out, c.Pages[p])
	}
	for _, p := range slices.Sorted(maps.Keys(c.Links)) {
		out = append(out, c.Links[p])
	}
	return append(out, slices.Concat(c.dates.weekdays, c.dates.months, []string{c.dates.noon, c.dates.midnight})...)
}
