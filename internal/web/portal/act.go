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
	secret := r.PathValue("secret")
	form, pass, done, err := q.readAndDo(w, r, v, who)
	switch {
	case form == nil: // it has been answered
	case pass.Opened:
		q.show(w, r, http.StatusOK, v, pass, "")
	case err != nil:
		q.refuse(w, r, pass, form, err)
	case pass.Cookie:
		place := "#status"
		if strings.HasPrefix(done, "saved") {
			place = "#preview" // what comes next is to look at it, and to sign
		}
		http.Redirect(w, r, q.address(r)+"?done="+url.QueryEscape(done)+place, http.StatusSeeOther)
	default:
		now, err := q.desk.Visit(r.Context(), secret)
		if err != nil {
			q.fail(w, err)
			return
		}
		q.show(w, r, http.StatusOK, now, pass, done)
	}
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
	pass, ok := q.door.Admit(w, r, q.guest(v, r.PathValue("secret")), form.Values)
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
		return "", coalition.Refuse(coalition.ErrState, "%s", unsure[action])
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
		_, err = q.desk.SignTranslation(ctx, secret, get("language"), get("digest"))
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
		_, err = q.takePhoto(r, secret, form)
		return "photo", err
	}
	return "", coalition.Refuse(coalition.ErrState, "this page does not know what to do")
}

// unsure is what is asked for before an act that is hard to take back.
var unsure = map[string]string{
	"withdraw": "tick the box first, so that nothing is withdrawn by mistake",
	"sign-on":  "tick the box first: it says that you may sign for your organization",
}

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
	if errors.Is(err, coalition.ErrUnknown) || why == "" {
		q.fail(w, err)
		return
	}
	now, err := q.desk.Visit(r.Context(), r.PathValue("secret"))
	if err != nil {
		q.fail(w, err)
		return
	}
	view, err := q.view(r, now, pass)
	if err != nil {
		q.fail(w, err)
		return
	}
	view.Bad = why
	if typed := form.Get("text"); typed != "" && len(typed) < 1<<16 {
		view.Lost = typed
	}
	q.render(w, status, view)
}

// because is how a page says why an act was not done, "" if that is none of the
// reader's business.
func because(err error) (status int, why string) {
	status = http.StatusConflict
	var conflict *coalition.ConflictError
	var refused *coalition.RefusedError
	switch {
	case errors.As(err, &conflict):
		why = "The words in the release were changed meanwhile, so nothing was written. They are shown below: sign those, or write others."
	case errors.Is(err, coalition.ErrChanged):
		why = "Somebody else changed this quote while you had the page open. What stands here now is theirs; nothing of it was written over."
	case errors.Is(err, errNoVersion):
		why = "The form did not say which version of the quote it was made for, so nothing was changed. " +
			"What stands here now is the newest; please do it once more from here."
	case errors.As(err, &refused):
		why = sentence(refused.Message)
	case errors.Is(err, coalition.ErrWords):
		why = "The words changed after they were shown to you, so nothing was signed. Please look at them again."
	case errors.Is(err, coalition.ErrClosed):
		status, why = http.StatusForbidden, "The deadline has passed, so nothing was changed. Ask whoever wrote to you to open the link again."
	case errors.Is(err, coalition.ErrSent):
		status, why = http.StatusForbidden, "The release has gone out, so nothing can be handed in any more."
	case errors.Is(err, coalition.ErrState):
		why = "That is not possible now."
	case errors.Is(err, errLarge):
		status = http.StatusRequestEntityTooLarge
		why = "That was more than this page takes, so nothing was changed: a quote has at most 4,000 characters, a photo at most 12 MB."
	case errors.Is(err, errForm):
		status, why = http.StatusBadRequest, "What your browser sent did not arrive whole, so nothing was changed. Please try once more."
	case errors.Is(err, errBusy):
		status = http.StatusServiceUnavailable
		why = "Others are sending photos at this moment, so nothing was changed. Please try again in a minute."
	}
	return status, why
}

// sentence is a message as a sentence of its own.
func sentence(message string) string { return strings.ToUpper(message[:1]) + message[1:] + "." }
