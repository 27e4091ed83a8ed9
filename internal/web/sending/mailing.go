package sending

import (
	"fmt"
	"html/template"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"pressroom/internal/ledger"
	"pressroom/internal/status"
	"pressroom/internal/web/room"
	"pressroom/internal/workspace"
)

// mailingView is one mailing: how far it is, and each journalist's row.
type mailingView struct {
	view
	status.Mailing
	Path      string
	Pace      status.Pace
	Detail    *status.Detail
	Failures  []*status.Failure
	Rows      []ledger.Entry
	Filter    string
	Filters   []filter
	More      int
	Acts      []button
	Approvals []ledger.Approval
	Left      int // how many have yet to approve
	Own       bool
}

// filter is one state of rows, with how many have it.
type filter struct {
	State, Name string
	N           int
	On          bool
}

// button is something that can be done with a mailing. Ask tells that it asks first.
type button struct {
	Act, Name string
	Ask       bool
}

func (h *Pages) id(r *http.Request) string { return r.PathValue("slug") + "/" + r.PathValue("name") }

func ofMailing(r *http.Request) string {
	return "/dispatches/" + url.PathEscape(r.PathValue("slug")) + "/" + url.PathEscape(r.PathValue("name"))
}

func (h *Pages) mailing(w http.ResponseWriter, r *http.Request) {
	v := mailingView{view: h.view(r), Path: ofMailing(r), Filter: r.URL.Query().Get("state")}
	if err := h.readMailing(r, &v); err != nil {
		h.refuse(w, r, h.id(r), err)
		return
	}
	h.show(w, r, http.StatusOK, v.ID, "mailing.html", v)
}

func (h *Pages) readMailing(r *http.Request, v *mailingView) (err error) {
	ctx := r.Context()
	d, err := h.Ledger.Dispatch(ctx, h.id(r))
	if err != nil {
		return err
	}
	all, err := status.Of(ctx, h.Ledger, []*ledger.Dispatch{d})
	if err != nil {
		return err
	}
	if err := status.Compare(ctx, h.Workspace, h.Ledger, all, h.Press.Known); err != nil {
		h.Log.Error("whether files differ from what is scheduled cannot be told", "error", err)
	}
	v.Mailing = all[0]
	h.watch.knows(v.Mailing) // what is told from now on is no older
	if v.Detail, err = status.Look(ctx, h.Ledger, h.People, d.ID); err != nil {
		return err
	}
	v.Failures = v.Detail.Failures()
	now, err := h.Ledger.Now(ctx)
	if err != nil {
		return err
	}
	v.Pace = v.Mailing.PaceAt(now)
	v.Acts = h.buttons(r, v.Mailing)
	v.Filters = filters(v.Mailing, v.Filter)
	if v.Rows, err = h.Ledger.Entries(ctx, d.ID, v.Filter); err != nil {
		return err
	}
	if v.More = max(0, len(v.Rows)-shownRows); v.More > 0 && r.URL.Query().Get("all") == "" {
		v.Rows = v.Rows[:shownRows]
	} else {
		v.More = 0
	}
	if v.Approvals, err = h.Ledger.Approvals(ctx, d.ID); err != nil {
		return err
	}
	v.Left, v.Own = max(0, d.Approvers-len(v.Approvals)), d.ScheduledBy == h.by(r)
	return nil
}

func filters(m status.Mailing, on string) []filter {
	out := []filter{{"", "all", m.Total, on == ""}}
	for _, f := range []filter{
		{"sent", "sent", m.Sent, false},
		{"queued", "waiting", m.Queued, false},
		{"deferred", "to be tried again", m.Deferred, false},
		{"in_doubt", "in doubt", m.InDoubt, false},
		{"failed", "failed", m.Failed, false},
		{"asked", "asked first", m.Asked, false},
		{"suppressed", "not mailed", m.Suppressed, false},
		{"cancelled", "cancelled", m.Cancelled, false},
	} {
		if f.N > 0 || f.State == on {
			f.On = f.State == on
			out = append(out, f)
		}
	}
	return out
}

// buttons are what whoever asks can do with a mailing as it stands.
func (h *Pages) buttons(r *http.Request, m status.Mailing) []button {
	var out []button
	if !room.Of(r.Context()).Can(workspace.Lead) {
		return nil
	}
	add := func(states []ledger.State, act, name string, ask bool) {
		if slices.Contains(states, m.State) {
			out = append(out, button{act, name, ask})
		}
	}
	if !m.AwaitsApproval() {
		add(ledger.StandingStill, "resume", "Go on", true)
	}
	add(ledger.UnderWay, "pause", "Pause", false)
	if m.Failed+m.Deferred > 0 {
		add(ledger.CanRetry, "retry", "Try again what failed", false)
	}
	if m.InDoubt > 0 {
		add(ledger.CanRetry, "doubt", "Mail those in doubt once more", true)
	}
	add(ledger.Unfinished, "cancel", "Cancel", true)
	return out
}

// liveView is what of a mailing changes by itself, and what can be done with it then.
type liveView struct {
	status.Mailing
	Pace       status.Pace
	Base, Path string
	Acts       []button
}

// live tells, as long as somebody watches, how far a mailing is: the same words that the
// page has, as a piece of it.
func (h *Pages) live(w http.ResponseWriter, r *http.Request) {
	ctx := r.Context()
	switch m, err := h.watch.see(ctx, h.id(r)); {
	case err != nil:
		http.Error(w, sentence(err), http.StatusNotFound)
		return
	case m.State.Finished():
		w.WriteHeader(http.StatusNoContent) // so that nobody asks again
		return
	}
	head := w.Header()
	head.Set("Content-Type", "text/event-stream")
	head.Set("X-Accel-Buffering", "no")
	out := http.NewResponseController(w)
	out.SetWriteDeadline(time.Time{})
	ticker := time.NewTicker(h.watch.every)
	defer ticker.Stop()
	last, before := template.HTML(""), ledger.State("")
	for {
		// Who was put out, or has another role by now, is told nothing more.
		if who, err := h.room.Who(r); err != nil || who == nil || who.Role != room.Of(ctx).Role {
			return
		}
		m, err := h.watch.see(ctx, h.id(r))
		if err != nil {
			return
		}
		now, err := h.Ledger.Now(ctx)
		if err != nil {
			return
		}
		text, err := h.room.Render(templates, "progress", liveView{m, m.PaceAt(now), h.room.Base, ofMailing(r), h.buttons(r, m)})
		if err != nil {
			h.Log.Error("what is under way", "error", err)
			return
		}
		if text != last {
			last = text
			event(w, "show", string(text))
		} else {
			fmt.Fprint(w, ": nothing new\n\n")
		}
		if before != "" && before != m.State {
			event(w, "say", m.ID+": "+h.words().Say(string(m.State)))
		}
		before = m.State
		if out.Flush() != nil {
			return
		}
		if m.State.Finished() {
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// event tells something of a page to its script.
func event(w io.Writer, name, text string) {
	fmt.Fprintf(w, "event: %s\ndata: %s\n\n", name, strings.ReplaceAll(text, "\n", "\ndata: "))
}

func (h *Pages) csv(w http.ResponseWriter, r *http.Request) {
	ctx := r.Context()
	if _, err := h.Ledger.Dispatch(ctx, h.id(r)); err != nil {
		h.refuse(w, r, h.id(r), err)
		return
	}
	rows, err := h.Ledger.Entries(ctx, h.id(r), r.URL.Query().Get("state"))
	if err != nil {
		h.refuse(w, r, h.id(r), err)
		return
	}
	w.Header().Set("Content-Type", "text/csv; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="`+r.PathValue("slug")+"-"+r.PathValue("name")+`.csv"`)
	if err := status.EntriesCSV(w, rows); err != nil {
		h.Log.Error("a table for a spreadsheet", "error", err)
	}
}
