package dispatch

import (
	"strings"
	"time"

	"pressroom/internal/agreement"
	"pressroom/internal/audience"
	"pressroom/internal/embargo"
	"pressroom/internal/language"
	"pressroom/internal/release"
	"pressroom/internal/render/email"
)

// Why somebody who is named in advance gets no copy.
var noCopy = map[agreement.Standing]string{
	agreement.Asks:     "has not agreed to embargoes; gets the release at release time instead",
	agreement.Unasked:  "has not agreed, and cannot be asked without [server] public_url; gets the release at release time instead",
	agreement.SaidNo:   "has said no to the embargo; gets the release at release time instead",
	agreement.IsBarred: "is barred from advance copies (see agreements bar); gets the release at release time instead",
}

const wasAsked = "was asked before, and has not agreed"

// early sorts whom the release names for advance copies: those who get one, or are asked
// first, are put on that mailing. It returns who is asked, and who joins those who get
// the release. rest tells that the release is public already.
func (p *Plan) early(m *Mailing, picked []audience.Recipient, rest bool) (asking, joining []audience.Recipient) {
	for _, r := range picked {
		standing := p.said.Of(r.Journalist)
		switch {
		case standing == agreement.Gets && rest && !p.people.Reached(r.Journalist.Key).Advance: // had none when the embargo ended
			joining = append(joining, r)
		case standing == agreement.Gets:
			m.Recipients = append(m.Recipients, r)
		case standing == agreement.Asks && !rest:
			asking, joining = append(asking, r), append(joining, r)
			r.Asked = true
			m.Recipients = append(m.Recipients, r)
		default:
			m.Skipped = append(m.Skipped, Skipped{r.Journalist, noCopy[standing]})
			joining = append(joining, r)
		}
	}
	return asking, joining
}

// asking is the notice to those who are asked whether they agree to the embargo.
func asking(to []audience.Recipient, at time.Time) *Mailing {
	return &Mailing{Kind: embargo.Notice, Phase: release.PhaseAdvance, At: at, Recipients: to}
}

// noticeForm is the notice in a reader's language, which the release need not be written
// in.
func (p *Plan) noticeForm(tag string) audience.Form {
	r := p.Input.Release
	if tag == "" {
		tag = r.Main().Language
	}
	return audience.Form{Language: p.settings.Languages.ForReader(tag).Tag, TextOnly: true}
}

// catalogue has the phrases of a message's language.
func (c *composer) catalogue(tag string) *language.Catalogue {
	if v := c.in.Release.Version(tag); v != nil {
		return v.Catalogue()
	}
	return c.in.Settings.Languages.Of(tag)
}

// noticeCatalogue is that of a notice, whose phrases a language may lack.
func (c *composer) noticeCatalogue(tag string) *language.Catalogue {
	cat := c.catalogue(tag)
	if !cat.SpeaksOfEmbargoes() {
		cat = c.in.Settings.Languages.Of("en")
	}
	return cat
}

// notices composes the notice in each of its forms, and keeps beside it what the page
// behind its link says: who asks, and the terms.
func (c *composer) notices(forms []audience.Form, out map[string][]byte) error {
	for _, f := range forms {
		cat := c.noticeCatalogue(f.Language)
		terms := agreement.TermsIn(cat, c.embargo)
		data, err := c.template(f, &email.Bodies{Subject: c.noticeSubject(cat), Text: []byte(c.noticeText(cat, terms))}, nil)
		if err != nil {
			return err
		}
		out[f.Name()] = data
		out[agreement.TermsName(f.Language)] = []byte(terms.Text)
		out[agreement.VersionName(f.Language)] = []byte(terms.Version)
	}
	out[agreement.Issuer] = []byte(c.in.Release.Issuer.Name)
	return nil
}

func (c *composer) noticeSubject(cat *language.Catalogue) string {
	r := c.in.Release
	return cat.Embargo(language.NoticeSubject, r.Issuer.Name, cat.ShortInstant(r.Timing.At))
}

// noticeText is all that somebody is told of a release beforehand who has not agreed to
// its embargo.
func (c *composer) noticeText(cat *language.Catalogue, terms agreement.Terms) string {
	r := c.in.Release
	until := r.Until(cat)
	paragraphs := []string{cat.Embargo(language.NoticeOffer, r.Issuer.Name, until)}
	add := func(s string) {
		if s != "" {
			paragraphs = append(paragraphs, s)
		}
	}
	own := r.NoticeIn(cat.Tag)
	add(own.Headline)
	add(own.Text)
	if len(r.Topics) > 0 {
		add(cat.Embargo(language.NoticeTopics, strings.Join(r.Topics, cat.ListComma())))
	}
	add(cat.Embargo(language.NoticeTerms) + "\n– " + strings.Join(terms.Lines(), "\n– "))
	add(cat.Embargo(language.NoticeReply))
	add(cat.Embargo(language.NoticeUntil, until))
	add(cat.Embargo(language.NoticeOtherwise))
	for _, contact := range r.PublicContacts(true, cat.Tag) {
		if contact.Phone != "" {
			add(cat.Embargo(language.NoticePhone, contact.Line(cat)))
			break
		}
	}
	return strings.Join(paragraphs, "\n\n") + "\n\n" + email.PersonalLine + "\n"
}
