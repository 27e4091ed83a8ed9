package sending

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"pressroom/internal/diagnostic"
	"pressroom/internal/draft"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/saying"
	"pressroom/internal/status"
	"pressroom/internal/web/room"
	"pressroom/internal/workspace"
)

// releaseView is a release: what its file says, how its mailings stand, and what can be
// done now.
type releaseView struct {
	view
	Headline  string
	Written   bool // there is a file that can be read
	Languages string
	Instants  []time.Time     // when it goes out, in its zone and in UTC
	Goes      saying.Sentence // or why nothing goes out
	Findings  []finding
	Pending   saying.Lines
	Asked     bool // some of them were asked for
	Mailings  []status.Mailing
	Ways      status.Ways
	Undoable  []*ledger.Dispatch
	Until     time.Time // then what can be undone leaves
}

// finding is what the checks say.
type finding struct {
	Bad  bool
	Text saying.Sentence
	Line int
	File string
}

func (h *Pages) release(w http.ResponseWriter, r *http.Request) {
	if !room.Of(r.Context()).Can(workspace.Approver) {
		h.glance(w, r)
		return
	}
	v := releaseView{view: h.view(r)}
	if err := h.readRelease(r, &v); err != nil {
		h.refuse(w, r, v.Slug, err)
		return
	}
	h.show(w, r, http.StatusOK, v.Headline, "release.html", v)
}

// readRelease reads all that its page shows.
func (h *Pages) readRelease(r *http.Request, v *releaseView) error {
	ctx := r.Context()
	all, err := h.Ledger.Dispatches(ctx, v.Slug)
	if err != nil {
		return err
	}
	written, err := h.Workspace.Releases()
	if err != nil {
		return err
	}
	v.Written = slices.Contains(written, v.Slug)
	if len(all) == 0 && !v.Written {
		return errNothing
	}
	v.Headline = v.Slug
	if len(all) > 0 {
		v.Headline = all[len(all)-1].Headline
	}
	if v.Written {
		if err := h.readFile(r, v); err != nil {
			return err
		}
	}
	if v.Mailings, err = status.Of(ctx, h.Ledger, all); err != nil {
		return err
	}
	if err := status.Compare(ctx, h.Workspace, h.Ledger, v.Mailings, h.Press.Known); err != nil {
		h.Log.Error("whether files differ from what is scheduled cannot be told", "error", err)
	}
	slices.Reverse(v.Mailings)
	if v.Ways, err = status.WaysOn(ctx, h.Ledger, v.Slug); err != nil {
		return err
	}
	if v.Undoable, err = h.Ledger.Undoable(ctx, v.Slug); err != nil || len(v.Undoable) == 0 {
		return err
	}
	v.Until = v.Undoable[0].Leaves().In(v.Undoable[0].Location())
	return nil
}

// readFile reads what the release's file says.
func (h *Pages) readFile(r *http.Request, v *releaseView) error {
	checked, _, err := h.Press.Check(r.Context(), []string{v.Slug})
	if err != nil {
		return err
	}
	for _, c := range checked {
		v.Goes = c.Goes
		v.Findings = append(v.Findings, findings(c.Findings)...)
	}
	rel, _, err := draft.New(h.Workspace).Release(v.Slug)
	if err != nil || rel == nil {
		return err
	}
	v.Headline, v.Languages = rel.Main().Headline, strings.Join(rel.Languages(), ", ")
	v.Instants = instants(rel)
	known, err := h.Press.Known(r.Context(), v.Slug)
	if err != nil {
		return err
	}
	for _, p := range rel.Pending(known) {
		v.Pending = append(v.Pending, p.Brief())
		v.Asked = v.Asked || p.OrgID != ""
	}
	return nil
}

func findings(list diagnostic.List) []finding {
	var out []finding
	for _, d := range list {
		out = append(out, finding{Bad: d.Severity == diagnostic.Error, Text: d.Said(), Line: d.Line, File: d.File})
	}
	return out
}

// instants are that at which a release goes out, in its zone and, where that has another
// clock, in UTC; none where it has no instant of its own.
func instants(rel *release.Release) []time.Time {
	if rel.Timing.Kind == release.Immediate || rel.Timing.Kind == release.OnWord || rel.Timing.At.IsZero() {
		return nil
	}
	return both(rel.Timing.At)
}

// both are an instant by the clock of its zone and, where that is another, in UTC.
func both(at time.Time) []time.Time {
	if _, offset := at.Zone(); offset == 0 {
		return []time.Time{at}
	}
	return []time.Time{at, at.UTC()}
}

// undo takes back what was sent at once and has not left.
func (h *Pages) undo(w http.ResponseWriter, r *http.Request) {
	if _, err := h.Ledger.Undo(r.Context(), r.PathValue("slug")); err != nil {
		h.refuse(w, r, "Too late", err)
		return
	}
	h.there(w, r, ofRelease(r), "undone")
}

// now has it leave without waiting longer.
func (h *Pages) now(w http.ResponseWriter, r *http.Request) {
	if _, err := h.Ledger.NoWait(r.Context(), r.PathValue("slug")); err != nil {
		h.refuse(w, r, "Not sent", err)
		return
	}
	h.there(w, r, ofRelease(r), "now")
}
