package sending

import (
	"context"
	"fmt"
	"net/http"

	"pressroom/internal/ledger"
	"pressroom/internal/saying"
	"pressroom/internal/status"
)

// steering is something that is done with a mailing: in which states, what is asked
// before it, if anything, and how it is done.
type steering struct {
	name   string
	states []ledger.State
	ask    func(ctx context.Context, h *Pages, m status.Mailing) (saying.Sentence, error)
	do     func(ctx context.Context, h *Pages, m status.Mailing) error
}

var steerings = map[string]steering{
	"pause": {
		"Pause it", ledger.UnderWay, nil,
		func(ctx context.Context, h *Pages, m status.Mailing) error { return h.Ledger.Pause(ctx, m.ID) },
	},
	"resume": {
		"Go on with it", ledger.StandingStill,
		func(ctx context.Context, h *Pages, m status.Mailing) (saying.Sentence, error) {
			after, err := m.Resumed(ctx, h.Ledger)
			return m.GoingOn(after, ""), err
		},
		func(ctx context.Context, h *Pages, m status.Mailing) error { return h.goOn(ctx, m) },
	},
	"retry": {
		"Try again what failed", ledger.CanRetry, nil,
		func(ctx context.Context, h *Pages, m status.Mailing) error {
			_, err := h.Ledger.Retry(ctx, m.ID)
			return err
		},
	},
	"doubt": {
		"Mail them once more", ledger.CanRetry,
		func(_ context.Context, _ *Pages, m status.Mailing) (saying.Sentence, error) { return m.Doubting(), nil },
		func(ctx context.Context, h *Pages, m status.Mailing) error {
			_, err := h.Ledger.RetryInDoubt(ctx, m.ID)
			return err
		},
	},
	"cancel": {
		"Cancel it", ledger.Unfinished,
		func(ctx context.Context, h *Pages, m status.Mailing) (saying.Sentence, error) {
			ask, _, err := m.Cancelling(ctx, h.Ledger, []status.Mailing{m})
			return ask, err
		},
		func(ctx context.Context, h *Pages, m status.Mailing) error {
			return h.Ledger.Cancel(ctx, m.ID, ledger.CancelledByHand)
		},
	},
}

// goOn resumes a mailing, and has those told who were asked to wait.
func (h *Pages) goOn(ctx context.Context, m status.Mailing) error {
	if err := h.Ledger.Resume(ctx, m.ID, ledger.MainRelay); err != nil || !m.HeldUp() {
		return err
	}
	return h.Embargo.FinishNow(ctx, m.Slug, func(string) {})
}

// steered finds what is to be done, and with what; an error where that cannot be.
func (h *Pages) steered(r *http.Request) (steering, status.Mailing, error) {
	s, known := steerings[r.PathValue("act")]
	if !known {
		return s, status.Mailing{}, errNothing
	}
	if _, err := h.Ledger.Dispatch(r.Context(), h.id(r)); err != nil {
		return s, status.Mailing{}, err
	}
	all, err := status.ThoseIn(r.Context(), h.Ledger, h.id(r), r.PathValue("act"), s.states)
	if err != nil {
		return s, status.Mailing{}, err
	}
	return s, all[0], nil
}

// confirm asks once, with what will happen and to how many.
func (h *Pages) confirm(w http.ResponseWriter, r *http.Request) {
	s, m, err := h.steered(r)
	if err != nil {
		h.refuse(w, r, "Nothing was done", err)
		return
	}
	v := askView{view: h.view(r), Title: s.name, Headline: m.Headline, Post: ofMailing(r) + "/" + r.PathValue("act"), Button: s.name}
	v.Sight = asSeen(m)
	if s.ask != nil {
		text, err := s.ask(r.Context(), h, m)
		if err != nil {
			h.refuse(w, r, "Nothing was done", err)
			return
		}
		v.Lines = saying.Lines{text}
	}
	h.show(w, r, http.StatusOK, v.Title, "ask.html", v)
}

// asSeen is what somebody saw of a mailing who was asked whether it is to be changed.
func asSeen(m status.Mailing) string { return fmt.Sprintf("%s.%d", m.State, m.InDoubt) }

func (h *Pages) steer(w http.ResponseWriter, r *http.Request) {
	ctx := r.Context()
	s, m, err := h.steered(r)
	if err == nil && s.ask != nil && r.PostForm.Get("sight") != asSeen(m) {
		err = said("it has gone on since you were asked; look at it again")
	}
	if err == nil {
		err = s.do(ctx, h, m)
	}
	if err != nil {
		h.refuse(w, r, "Nothing was done", err)
		return
	}
	h.there(w, r, ofMailing(r), r.PathValue("act"))
}

// approve writes down that whoever asks approves the words that they saw.
func (h *Pages) approve(w http.ResponseWriter, r *http.Request) {
	if _, err := h.Ledger.Approve(r.Context(), h.id(r), r.PostForm.Get("revision"), h.by(r)); err != nil {
		h.refuse(w, r, "Not approved", err)
		return
	}
	h.there(w, r, ofMailing(r), "approved")
}
