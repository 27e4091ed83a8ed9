package lists

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"pressroom/internal/bounce"
	"pressroom/internal/ledger"
	"pressroom/internal/people"
)

// repliesView is what came back by mail.
type repliesView struct {
	view
	All     bool
	Replies []replyView
	Of      string // the reply that was settled just now
}

// replyView is a reply, with what can be done about it.
type replyView struct {
	people.Reply
	When  time.Time
	Asks  bool // says whether they agree to an embargo
	Stops bool // asks to be mailed no more, or cannot be reached
}

func (h *Pages) replies(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	v := repliesView{view: h.view(r), All: q.Get("all") != "", Of: q.Get("reply")}
	all, err := h.People.Replies(r.Context(), v.All)
	if err != nil {
		h.room.Broken(w, r, err)
		return
	}
	zone := h.Press.Zone()
	for i := len(all) - 1; i >= 0; i-- { // the newest first
		reply := all[i]
		v.Replies = append(v.Replies, replyView{
			Reply: reply, When: reply.At.In(zone), Asks: reply.Kind == bounce.Answer,
			Stops: reply.Kind != bounce.Answer && reply.Behind == "" && reply.Key != "",
		})
	}
	h.show(w, r, http.StatusOK, "Replies", "replies.html", v)
}

// settle does about a reply what its button says.
func (h *Pages) settle(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.ParseInt(r.PathValue("reply"), 10, 64)
	if err != nil {
		h.missing(w, r)
		return
	}
	ctx, done, reply := r.Context(), "", strconv.FormatInt(id, 10)
	switch r.PathValue("act") {
	case "replace":
		done = "replaced"
		_, _, err = h.People.ReplaceNamed(ctx, id, strings.TrimSpace(line(r, "address")))
	case "back":
		done, reply = "back", ""
		err = h.back(ctx, id)
	case "agree":
		done, reply = "agreed", ""
		_, _, err = h.People.Agrees(ctx, id)
	case "stop":
		done, reply = "stopped", ""
		err = h.stopFor(ctx, id)
	case "dismiss":
		done = "dismissed"
		var found bool
		if found, err = h.People.Dismiss(ctx, id); err == nil && !found {
			err = errors.New("this was settled already; look at the list again")
		}
	case "reopen":
		done, reply = "reopened", ""
		err = h.People.Reopen(ctx, id)
	default:
		err = errNothing
	}
	if err != nil {
		h.stop(w, r, "Nothing was done", err)
		return
	}
	h.there(w, r, "/replies", done, "reply", reply)
}

// back takes the replacement back that a reply has brought.
func (h *Pages) back(ctx context.Context, id int64) error {
	reply, err := h.People.Reply(ctx, id)
	if err != nil {
		return err
	}
	listed, err := h.listed()
	if err != nil {
		return err
	}
	_, err = h.People.TakeBack(ctx, reply.Key, id, listed)
	return err
}

// listed tells whether press lists, as they stand, name an address.
func (h *Pages) listed() (func(key string) bool, error) {
	book, _, err := h.Workspace.Contacts()
	if err != nil {
		return nil, err
	}
	named := make(map[string]bool, len(book.Journalists))
	for _, j := range book.Journalists {
		named[j.Key] = true
	}
	return func(key string) bool { return named[key] }, nil
}

// stopFor mails whoever a reply is about no more, for what it says. Who asks for it has
// said so themselves.
func (h *Pages) stopFor(ctx context.Context, id int64) error {
	reply, err := h.People.Reply(ctx, id)
	if err != nil {
		return err
	}
	reason := ledger.ByHand
	if reply.Kind == bounce.Unsubscribe || reply.Kind == bounce.Complaint {
		reason = ledger.Unsubscribed
	}
	if err := h.Ledger.Suppress(ctx, reply.Key, reason, string(reply.Kind)+": "+reply.Detail); err != nil {
		return err
	}
	_, err = h.People.Dismiss(ctx, id)
	return err
}
