package desk

import (
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"

	"pressroom/internal/coalition"
	"pressroom/internal/language"
	"pressroom/internal/release"
	"pressroom/internal/submission"
	"pressroom/internal/web/page"
)

// boardRow is one quote on the lead's board.
type boardRow struct {
	*coalition.Request
	Name, State    string
	Late           bool
	Soft, Hard     time.Time // in the release's zone
	Words          submission.Words
	Reading        []string
	Count          int
	Signed         []string
	SignedBy       string
	Before, After  string // what is compared: the signed words and the newer ones
	Advice         []submission.Problem
	Editable       bool
	CanAccept      bool
	Styles         []page.Style
	History        []historyLine
	PhotoAvailable bool
	Says           string // what was sent of it
	Unsettled      bool   // that differs from what was said last
	Translated     string // the languages in which it is printed as translated
}

type historyLine struct {
	At                time.Time
	What, Who, Detail string
}

// stateNames are the states as the lead reads them.
var stateNames = map[coalition.State]string{
	coalition.Asked: "asked", coalition.Draft: "draft", coalition.Submitted: "submitted, not signed", coalition.Proposed: "changes proposed",
	coalition.SentBack: "change asked for", coalition.Signed: "signed", coalition.Declined: "declined",
	coalition.Withdrawn: "withdrawn", coalition.Revoked: "taken back",
}

// board shows all quotes of a release.
func (d *Desk) board(w http.ResponseWriter, r *http.Request) {
	d.showBoard(w, r, http.StatusOK, r.URL.Query().Get("done"), "")
}

// showBoard shows it; bad is what was not done, and why.
func (d *Desk) showBoard(w http.ResponseWriter, r *http.Request, status int, notice string, bad template.HTML) {
	slug := r.PathValue("slug")
	all, err := d.Coalition.Requests(r.Context(), slug)
	if err != nil {
		d.fail(w, r, err)
		return
	}
	if len(all) == 0 {
		d.missing(w, r)
		return
	}
	events, err := d.Coalition.Events(r.Context(), slug)
	if err != nil {
		d.fail(w, r, err)
		return
	}
	info := d.Coalition.Info(slug)
	var rows []*boardRow
	tally := make(map[string]int)
	open, err := d.Coalition.Unsettled(r.Context(), slug)
	if err != nil {
		d.fail(w, r, err)
		return
	}
	for _, q := range all {
		row := d.row(q, events, info)
		if row.Says, err = d.Coalition.Says(r.Context(), q); err != nil {
			d.fail(w, r, err)
			return
		}
		row.Unsettled = slices.ContainsFunc(open, func(u coalition.Unsettled) bool { return u.Quote == q.Quote })
		tally[row.State]++
		rows = append(rows, row)
	}
	var counts []string
	for state, n := range tally {
		counts = append(counts, fmt.Sprintf("%d %s", n, d.room.Words().Say(state)))
	}
	sort.Strings(counts)
	d.show(w, r, status, "Quotes", "board.html", map[string]any{
		"Slug": slug, "Headline": info.Headline, "Order": info.Order, "Lot": info.Lot, "Rows": rows,
		"Counts": strings.Join(counts, " · "), "Notice": boardNotices[notice], "Bad": bad,
		"Faults": info.Faults(r.Context()), "Behind": info.Behind(r.Context()),
	})
}

func (d *Desk) row(q *coalition.Request, events []*coalition.Event, info *coalition.Info) *boardRow {
	row := &boardRow{
		Request: q, Name: info.Name(q.Org), State: stateNames[q.State], Late: d.Coalition.Late(q),
		Soft: q.Soft.In(info.Zone), Hard: q.Hard.In(info.Zone),
		Words: q.Draft, PhotoAvailable: q.Photo != "",
	}
	if q.Proposal != nil {
		row.Words = *q.Proposal
	}
	var signed *coalition.Event
	for _, e := range events {
		if e.Quote != q.Quote || e.Org != q.Org {
			continue
		}
		if e.What != coalition.WasSaved {
			row.History = append(row.History, historyLine{e.At.In(info.Zone), string(e.What), e.Actor, e.Detail})
		}
		switch {
		case e.What == coalition.WasSigned && e.Language == info.Language, e.What == coalition.WasRecorded:
			signed = e
		case e.What == coalition.WasWithdrawn || e.What == coalition.WasDeclined:
			signed = nil
		}
	}
	if row.Words.Text != "" {
		if got, _ := row.Words.Quote(q.Quote).Reads(info.Language); got != nil {
			row.Reading = got.Plain()
		}
		row.Count, row.Advice = row.Words.Count(), row.Words.Advice(q.Words)
	}
	if signed != nil {
		if got, _ := signed.Words.Quote(q.Quote).Reads(signed.Language); got != nil {
			row.Signed = got.Plain()
		}
		row.SignedBy = signed.Actor + ", " + d.room.Words().Clock(signed.At.In(info.Zone))
		if signed.What == coalition.WasRecorded {
			row.SignedBy = d.room.Words().Sayf("recorded by you: %s", signed.Detail)
		}
		if signed.Words.Text != row.Words.Text {
			row.Before, row.After = signed.Words.Text, row.Words.Text
		}
	} else if q.Proposal != nil && q.Draft.Text != "" && q.Draft.Text != q.Proposal.Text {
		row.Before, row.After = q.Draft.Text, q.Proposal.Text
	}
	row.Translated = strings.Join(info.AsTranslated(q.Quote), ", ")
	row.Editable = q.State != coalition.Declined && q.State != coalition.Revoked
	row.CanAccept = q.ToJudge()
	row.Styles = page.Styles(row.Words.Style)
	return row
}

var boardNotices = map[string]string{
	"accept": "Accepted.", "send-back": "Sent back. The partner gets a mail with your note.",
	"propose": "Proposed. The partner gets a mail; these words are not printed before they sign them off.",
	"record":  "Recorded. The words stand in the release, and the partner gets a mail that says so.",
	"remind":  "Reminded.", "revoke": "The links open nothing any more.",
	"photo":  "The photo is in the release, with what they wrote to it. Look at its description for who cannot see it.",
	"asked":  "Asked. Each person gets a mail with a link of their own.",
	"settle": "Settled. Your note is kept in the history.",
	"order":  "The order is written into the release; partners see it on their pages.",
}

// judge does what the lead decides about a quote.
func (d *Desk) judge(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 64<<10)
	if err := r.ParseForm(); err != nil {
		d.showBoard(w, r, http.StatusRequestEntityTooLarge, "", d.own("That was more than this page takes; nothing was changed."))
		return
	}
	slug, name, get, ctx := r.PathValue("slug"), r.PathValue("quote"), r.PostForm.Get, r.Context()
	version, err := strconv.ParseInt(get("version"), 10, 64)
	action := get("action")
	if err == nil && version < 1 || err != nil && slices.Contains([]string{"accept", "send-back", "propose"}, action) {
		d.answer(w, r, slug, name, action,
			coalition.Refuse(coalition.ErrState, "the form did not say which version of the quote it was made for; do it once more from here"))
		return
	}
	err = nil
	switch action {
	case "accept":
		_, err = d.Coalition.Accept(ctx, slug, name, version)
	case "send-back":
		_, err = d.Coalition.SendBack(ctx, slug, name, version, strings.TrimSpace(get("note")))
	case "record":
		if strings.TrimSpace(get("how")) == "" {
			err = coalition.Refuse(coalition.ErrState, "say how the sign-off was given, when, and by whom")
			break
		}
		_, err = d.Coalition.Record(ctx, slug, name, page.Line(get("how"), 200))
	case "remind":
		_, err = d.Coalition.Remind(ctx, slug, []string{get("org")})
	case "revoke":
		_, err = d.Coalition.Revoke(ctx, slug, name)
	case "settle":
		_, err = d.Coalition.Settle(ctx, slug, name, page.Line(get("note"), 500))
	case "photo":
		_, err = d.Coalition.PhotoInto(ctx, slug, name)
	case "propose":
		err = d.propose(r, slug, name, version)
	default:
		err = coalition.Refuse(coalition.ErrState, "this page does not know what to do")
	}
	d.answer(w, r, slug, name, action, err)
}

func (d *Desk) propose(r *http.Request, slug, name string, version int64) error {
	info := d.Coalition.Info(slug)
	cleaned, problems := submission.Clean(page.Words(r.PostForm.Get), language.Of(info.Language))
	for _, p := range problems {
		if !p.Advice {
			return coalition.Refuse(coalition.ErrState, "%s", p.Message)
		}
	}
	_, err := d.Coalition.Propose(r.Context(), slug, name, version, cleaned, strings.TrimSpace(r.PostForm.Get("note")))
	return err
}

// order sets the order of the quotes.
func (d *Desk) order(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 4<<10)
	err := r.ParseForm()
	slug := r.PathValue("slug")
	if err == nil {
		order := release.Order(r.PostForm.Get("order"))
		lot := ""
		if order == release.OrderLot {
			lot = coalition.NewLot()
		}
		err = d.Coalition.Order(r.Context(), slug, order, lot)
	}
	d.answer(w, r, slug, "", "order", err)
}

func (d *Desk) answer(w http.ResponseWriter, r *http.Request, slug, name, action string, err error) {
	if err == nil {
		http.Redirect(w, r, d.room.Base+"/quotes/"+slug+"?done="+url.QueryEscape(action)+"#"+url.PathEscape(name), http.StatusSeeOther)
		return
	}
	text := d.room.Words().Told(err)
	var missing *coalition.NotFoundError
	var refused *coalition.RefusedError
	switch {
	case errors.As(err, &missing):
		d.missing(w, r)
		return
	case errors.Is(err, coalition.ErrChanged):
		text = d.own("The partner changed this quote while you had the page open. What stands here now is theirs; nothing was changed.")
	case errors.As(err, &refused):
		text = d.room.Words().Told(refused.Message)
	}
	d.showBoard(w, r, http.StatusConflict, "", text)
}

// own is what the page says itself.
func (d *Desk) own(text string) template.HTML {
	return template.HTML(template.HTMLEscapeString(d.room.Words().Say(text)))
}

func (d *Desk) boardPhoto(w http.ResponseWriter, r *http.Request) {
	q, err := d.Coalition.Find(r.Context(), r.PathValue("slug"), r.PathValue("quote"))
	var data []byte
	if err == nil {
		data, err = d.Coalition.PhotoOf(r.Context(), q)
	}
	if err != nil || data == nil {
		d.missing(w, r)
		return
	}
	w.Header().Set("Content-Type", "image/jpeg")
	if r.URL.Query().Get("save") != "" {
		w.Header().Set("Content-Disposition", `attachment; filename="`+q.Slug+"-"+q.Org+`.jpg"`)
	}
	w.Write(data)
}
