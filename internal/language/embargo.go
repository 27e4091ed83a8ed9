package language

import "pressroom/internal/frontmatter"

// EmbargoPhrase names a phrase about advance copies and what they are agreed to by, as
// its file does. They stand in mail and on pages alone, so that no font of ours needs
// their characters.
type EmbargoPhrase string

// The phrases about advance copies. embargoPlaces has what they take.
const (
	NoticeSubject   EmbargoPhrase = "notice_subject"
	NoticeOffer     EmbargoPhrase = "notice_offer"
	NoticeTopics    EmbargoPhrase = "notice_topics"
	NoticeTerms     EmbargoPhrase = "notice_terms"
	NoticeAgree     EmbargoPhrase = "notice_agree" // words of the link
	NoticeReply     EmbargoPhrase = "notice_reply"
	NoticeUntil     EmbargoPhrase = "notice_until"
	NoticeOtherwise EmbargoPhrase = "notice_otherwise"
	NoticePhone     EmbargoPhrase = "notice_phone"
	AgreeTitle      EmbargoPhrase = "ask_title"
	AgreeAsk        EmbargoPhrase = "ask_text"
	AgreeOne        EmbargoPhrase = "agree_one"
	AgreeAll        EmbargoPhrase = "agree_all"
	DeclineButton   EmbargoPhrase = "decline"
	AgreedTitle     EmbargoPhrase = "agreed_title"
	AgreedText      EmbargoPhrase = "agreed_text"
	AgreedAll       EmbargoPhrase = "agreed_all"
	DeclinedTitle   EmbargoPhrase = "declined_title"
	DeclinedText    EmbargoPhrase = "declined_text"
	NoCopyTitle     EmbargoPhrase = "closed_title"
	NoCopyText      EmbargoPhrase = "closed_text"
	IsOutTitle      EmbargoPhrase = "out_title"
	IsOutText       EmbargoPhrase = "out_text"
	IsOutLink       EmbargoPhrase = "out_link"
	TermsSecret     EmbargoPhrase = "terms_secret"
	TermsBinds      EmbargoPhrase = "terms_binds"
	TermsExperts    EmbargoPhrase = "terms_experts"
	TermsBroken     EmbargoPhrase = "terms_broken"
	TermsRecorded   EmbargoPhrase = "terms_recorded"
	TermsReference  EmbargoPhrase = "terms_reference" // before the button of a copy's page, too
	CopyPageLink    EmbargoPhrase = "page_link"       // words of the link in an advance copy
	CopyPageAsk     EmbargoPhrase = "page_ask"
	CopyPageRecord  EmbargoPhrase = "page_recorded"
	CopyPageChanged EmbargoPhrase = "page_changed"
)

// embargoPlaces are all phrases about advance copies, and the places in each that are
// filled in.
var embargoPlaces = map[EmbargoPhrase][]string{
	NoticeSubject: {"org", "instant"}, NoticeOffer: {"org", "instant"}, NoticeTopics: {"topics"}, NoticeTerms: nil, NoticeAgree: nil,
	NoticeReply: nil, NoticeUntil: {"instant"}, NoticeOtherwise: nil, NoticePhone: {"contact"}, AgreeTitle: nil,
	AgreeAsk: {"org", "address", "instant"}, AgreeOne: nil, AgreeAll: nil, DeclineButton: nil, AgreedTitle: nil,
	AgreedText: {"address", "instant"}, AgreedAll: {"org"}, DeclinedTitle: nil, DeclinedText: nil, NoCopyTitle: nil, NoCopyText: nil,
	IsOutTitle: nil, IsOutText: nil, IsOutLink: nil, TermsSecret: nil, TermsBinds: nil, TermsExperts: nil, TermsBroken: nil,
	TermsRecorded: nil, TermsReference: nil, CopyPageLink: nil, CopyPageAsk: {"address", "instant"}, CopyPageRecord: nil, CopyPageChanged: nil,
}

// Embargo is a phrase about advance copies with its arguments put in: in the catalogue's
// language, in English where that has none.
func (c *Catalogue) Embargo(p EmbargoPhrase, args ...any) string {
	return orEnglish(c, func(c *Catalogue) map[EmbargoPhrase]string { return c.embargo }, embargoPlaces, p, args)
}

// SpeaksOfEmbargoes tells whether the language has the phrases about advance copies.
func (c *Catalogue) SpeaksOfEmbargoes() bool { return len(c.embargo) > 0 }

func (r *reader) embargo(t *frontmatter.Table) {
	allOf(r, t, "embargo", &r.c.embargo, r.shown().embargo, embargoPlaces)
}
