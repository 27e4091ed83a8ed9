package portal

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"pressroom/internal/coalition"
	"pressroom/internal/language"
	"pressroom/internal/submission"
	"pressroom/internal/web/page"
)

// act does what a button says.
func (q *Portal) act(w http.ResponseWriter, r *http.Request, v *coalition.Visit, who string) {
	form, pass, done, err := q.readAndDo(w, r, v, who)
	switch {
	case form == nil: // it has been answered
	case pass.Opened:
		q.show(w, r, http.StatusOK, v, pass, "")
	case err != nil:
		q.refuse(w, r, pass, form, err)
	default:
		q.shown(w, r, pass, done)
	}
}

// shown leads to the page as it is now or, where no cookie is kept, shows it.
func (q *Portal) shown(w http.ResponseWriter, r *http.Request, pass page.Pass, done string) {
	now, err := q.desk.Visit(r.Context(), r.PathValue("secret"))
	if err != nil {
		q.fail(w, r, err)
		return
	}
	if !pass.Cookie {
		q.show(w, r, http.StatusOK, now, pass, done)
		return
	}
	place := "#status"
	if strings.HasPrefix(done, "saved") {
		place = "#preview" // what comes next is to look at it, and to sign
	}
	query := doneKey + "=" + url.QueryEscape(done) + "&" + afterKey + "=" + after(now) + languageQuery(r, "&")
	http.Redirect(w, r, q.address(r)+"?"+query+place, http.StatusSeeOther)
}

// What was done stands in the address to which its form leads, with the event after which
// it was so: once there is a later one, in another tab or by somebody else, an old address
// says nothing any more.
const (
	doneKey  = "done"
	afterKey = "after"
)

// after names the last event about the quote.
func after(v *coalition.Visit) string {
	if v.Latest == nil {
		return "0"
	}
	return strconv.FormatInt(v.Latest.Number, 10)
}

// doneIn is what an address says was done, "" once that is past.
func doneIn(r *http.Request, v *coalition.Visit) string {
	if r.URL.Query().Get(afterKey) != after(v) {
		return ""
	}
	return r.URL.Query().Get(doneKey)
}

// readAndDo holds the form, and its place among those that are read, no longer than
// it takes. It returns no form where who sent it was answered at the door.
func (q *Portal) readAndDo(w http.ResponseWriter, r *http.Request, v *coalition.Visit, who string) (
	url.Values, page.Pass, string, error,
) {
	form, err := q.readForm(w, r, who)
	defer form.close()
	if form.Values == nil {
		form.Values = make(url.Values)
	}
	if err != nil && form.Get("action") == "" {
		form.Set("action", "unread") // what did not arrive presses no button
	}
	pass, ok := q.door.Admit(w, r, q.guest(r, v), form.Values)
	if !ok {
		return nil, pass, "", nil
	}
	if err != nil || pass.Opened {
		return form.Values, pass, "", err
	}
	done, err := q.do(r, form)
	return form.Values, pass, done, err
}

// do calls what an action is, and returns the name of its notice. Every form says
// which version of the quote it was made for; one that does not changes nothing.
func (q *Portal) do(r *http.Request, form *sent) (done string, err error) {
	ctx, secret, get := r.Context(), r.PathValue("secret"), form.Get
	version, verr := strconv.ParseInt(get("version"), 10, 64)
	if verr != nil || version < 1 {
		return "", errNoVersion
	}
	if !q.Posts.Enter(ctx) {
		return "", ctx.Err()
	}
	defer q.Posts.Leave()
	action := get("action")
	if (action == "withdraw" || action == "sign-on") && get("sure") != "yes" {
		return "", coalition.RefusePartner(coalition.ErrState, unsure[action])
	}
	switch action {
	case "save", "submit":
		return q.keep(ctx, secret, version, action, page.Words(get))
	case "sign":
		_, err = q.desk.Sign(ctx, secret, version, get("digest"))
		return "signed", err
	case "keep":
		_, err = q.desk.Keep(ctx, secret, version)
		return "kept", err
	case "sign-translation":
		_, err = q.desk.SignTranslation(ctx, secret, get("language"), get("digest"), get("original"))
		return "signed", err
	case "decline":
		_, err = q.desk.Decline(ctx, secret, version, page.Line(get("why"), 500))
		return "declined", err
	case "hand-on":
		_, err = q.desk.HandOn(ctx, secret, page.Line(get("to"), 200))
		return "handed-on", err
	case "withdraw":
		_, err = q.desk.Withdraw(ctx, secret, page.Line(get("why"), 500))
		return "withdrawn", err
	case "sign-on":
		_, err = q.desk.SignOn(ctx, secret)
		return "signed-on", err
	case "photo":
		done, err = q.takePhoto(r, secret, form)
		return done, err
	case "photo-away":
		_, err = q.desk.PhotoAway(ctx, secret)
		return "photo-away", err
	}
	return "", coalition.ErrState
}

// unsure is what is asked for before an act that is hard to take back.
var unsure = map[string]language.PortalPhrase{"withdraw": "refused_withdraw", "sign-on": "refused_sign_on"}

// keep saves words, or hands them in. Words that are not whole yet are kept, and the
// page says what is missing.
func (q *Portal) keep(ctx context.Context, secret string, version int64, action string, w submission.Words) (done string, err error) {
	visit, err := q.desk.Visit(ctx, secret)
	if err != nil {
		return "", err
	}
	cleaned, problems := submission.Clean(w, language.Of(visit.Language()))
	whole := !slices.ContainsFunc(problems, func(p submission.Problem) bool { return !p.Advice })
	if action == "submit" && whole {
		_, err = q.desk.Submit(ctx, secret, version, cleaned)
		return with("submitted", problems), err
	}
	_, err = q.desk.Save(ctx, secret, version, cleaned)
	return with("saved", problems), err
}

// with adds to the name of a notice what was done with the words.
func with(notice string, problems []submission.Problem) string {
	for _, p := range problems {
		if p.Done != "" {
			notice += "," + string(p.Done)
		}
	}
	return notice
}

// refuse says why an act was not done. What was typed is shown, so that it is not
// lost.
func (q *Portal) refuse(w http.ResponseWriter, r *http.Request, pass page.Pass, form url.Values, err error) {
	status, why := because(err)
	if errors.Is(err, coalition.ErrUnknown) || why.Phrase == "" {
		q.fail(w, r, err)
		return
	}
	now, err := q.desk.Visit(r.Context(), r.PathValue("secret"))
	if err != nil {
		q.fail(w, r, err)
		return
	}
	view, err := q.view(r, now, pass)
	if err != nil {
		q.fail(w, r, err)
		return
	}
	view.Bad = view.Put(why)
	if line := func(name string) string { return page.Line(form.Get(name), 200) }; form.Get("action") == "photo" {
		view.PhotoTyped = coalition.PhotoText{Caption: line("caption"), Credit: line("credit"), Rights: line("rights")}
	}
	if typed := form.Get("text"); typed != "" && len(typed) < 1<<16 {
		view.Lost = typed
	}
	q.render(w, status, view)
}

// because is how a page says why an act was not done, nothing if that is none of the
// reader's business.
func because(err error) (status int, why language.Said) {
	var conflict *coalition.ConflictError
	var refused *coalition.RefusedError
	switch {
	case errors.As(err, &conflict):
		return http.StatusConflict, language.Line("refused_conflict")
	case errors.As(err, &refused) && refused.Say.Phrase != "":
		return http.StatusConflict, refused.Say
	}
	for _, r := range reasons {
		if errors.Is(err, r.err) {
			return r.status, language.Line(r.say)
		}
	}
	return http.StatusConflict, language.Said{}
}

// reasons are the errors that a page tells of.
var reasons = []struct {
	err    error
	status int
	say    language.PortalPhrase
}{
	{coalition.ErrChanged, http.StatusConflict, "refused_changed"},
	{errNoVersion, http.StatusConflict, "refused_version"},
	{coalition.ErrWords, http.StatusConflict, "refused_words"},
	{coalition.ErrClosed, http.StatusForbidden, "refused_closed"},
	{coalition.ErrSent, http.StatusForbidden, "refused_sent"},
	{coalition.ErrState, http.StatusConflict, "refused_state"},
	{errLarge, http.StatusRequestEntityTooLarge, "refused_large"},
	{errForm, http.StatusBadRequest, "refused_form"},
	{errBusy, http.StatusServiceUnavailable, "refused_busy"},
}
