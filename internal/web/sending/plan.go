package sending

import (
	"errors"
	"html/template"
	"net/http"
	"slices"
	"strings"

	"pressroom/internal/dispatch"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/saying"
)

// planView is a plan: who gets what when, why others do not, and the button.
type planView struct {
	view
	Title    string
	Told     *dispatch.Told
	Findings []finding
	Sight    string
	// Why says why it cannot be scheduled, "" where it can.
	Why template.HTML
	// Replaces names what is scheduled and would be swapped.
	Replaces  string
	Button    string
	Wait      int // seconds in which it can be undone, 0 where it does not leave at once
	Armed     bool
	Approvers int
	Quotes    []leavable
	Languages []string
	Rows      []planRow
	More      int // rows that are not shown
	Post      string
	Given     string // addresses, as they were typed
	Name      string
	Outlet    string
}

// leavable is an organization whose quote can be left out.
type leavable struct {
	Org  string
	Left bool
}

// planRow is somebody on the plan.
type planRow struct {
	Kind, Name, Outlet, Address, Language, Via, What string
	Why                                              saying.Word
}

// errWrong stands where the checks say what is wrong.
const errWrong = said("what is wrong has to be put right first")

// shownRows is how many people a plan lists, as long as nobody asks for all.
const shownRows = 200

// prepare plans what the request asks for.
func (h *Pages) prepare(r *http.Request) (*dispatch.Plan, error) {
	p, err := h.Press.Plan(r.Context(), r.PathValue("slug"), without(r))
	if err != nil {
		return nil, err
	}
	return p, h.mine(r, p)
}

// mine gives a plan to whoever asks for it.
func (h *Pages) mine(r *http.Request, p *dispatch.Plan) error {
	p.By, p.Wait = h.by(r), h.Workspace.Settings.Dispatch.Undo
	return nil
}

func without(r *http.Request) []string {
	return slices.DeleteFunc(slices.Clone(r.Form["without"]), func(s string) bool { return strings.TrimSpace(s) == "" })
}

func (h *Pages) plan(w http.ResponseWriter, r *http.Request) {
	r.ParseForm()
	p, err := h.prepare(r)
	if err != nil {
		h.refuse(w, r, "No plan", err)
		return
	}
	h.showPlan(w, r, http.StatusOK, p, nil)
}

// showPlan shows the plan of a whole release, with what is wrong with what was asked.
func (h *Pages) showPlan(w http.ResponseWriter, r *http.Request, code int, p *dispatch.Plan, news saying.Lines) {
	v := planView{view: h.view(r), Title: "Plan", Post: ofRelease(r) + "/plan"}
	if len(news) > 0 {
		v.Bad = h.another(news)
	}
	if err := h.fill(r, &v, p); err != nil {
		h.refuse(w, r, "No plan", err)
		return
	}
	if p.Input != nil {
		rel := p.Input.Release
		v.Languages = rel.Languages()
		v.Quotes = quotesOf(rel, p.Input.Without, without(r))
	}
	switch {
	case p.Findings.HasErrors():
		v.Why = h.fault(errWrong)
	case p.Out != nil:
		v.Why = h.fault(p.Out)
	case p.Empty():
		v.Why = h.fault(p.Nobody())
	case p.Busy != "":
		v.Replaces = h.words().Sayf("%s is %s. This swaps what is still scheduled of it; who has it already keeps what they have.",
			p.Busy, h.words().Say(string(p.BusyIn)))
		v.Button = "Replace it"
	}
	h.show(w, r, code, v.Title, "plan.html", v)
}

// fill tells what a plan would do.
func (h *Pages) fill(r *http.Request, v *planView, p *dispatch.Plan) error {
	v.Sight, v.Armed, v.Approvers = p.Sight().String(), p.Armed, h.Workspace.Settings.Dispatch.Approvers
	v.Findings = findings(p.Findings)
	if p.Input == nil || p.Findings.HasErrors() {
		return nil
	}
	var err error
	if v.Told, err = p.Tell(r.Context()); err != nil {
		return err
	}
	mailed := 0
	for _, m := range p.Mailings {
		mailed += m.Mailed()
		if p.AtOnce(m) && m.Mailed() > 0 {
			v.Wait = int(p.Wait.Seconds())
		}
		v.Rows = append(v.Rows, h.rowsOf(m)...)
	}
	if v.More = max(0, len(v.Rows)-shownRows); v.More > 0 && r.FormValue("all") == "" {
		v.Rows = v.Rows[:shownRows]
	} else {
		v.More = 0
	}
	v.Button = h.words().Count(mailed, "Schedule it, for %d mail", "Schedule it, for %d mails")
	if v.Armed {
		v.Button = "Arm it"
	}
	return nil
}

// rowsOf lists who is on a mailing, and who is not, and why.
func (h *Pages) rowsOf(m *dispatch.Mailing) []planRow {
	var out []planRow
	say := h.words().Say
	for _, r := range m.Recipients {
		what := say("gets it")
		switch {
		case r.Suppressed:
			continue // is among those who are left out
		case r.Asked:
			what = say("is asked first")
		case r.Replaces != "":
			what = say("gets it, in the place of an earlier copy")
		}
		if r.Form.Covers != "" {
			what += ", " + h.words().Sayf("under %s", r.Form.Covers)
		}
		if r.Form.Attach {
			what += ", " + say("with attachments")
		}
		j := r.Journalist
		out = append(out, planRow{string(m.Kind), j.Name, j.Outlet, j.Email, r.Form.Language, r.Via, what, ""})
	}
	for _, s := range m.Skipped {
		j := s.Journalist
		out = append(out, planRow{string(m.Kind), j.Name, j.Outlet, j.Email, j.Language, "", say("not mailed"), saying.Word(s.Reason)})
	}
	return out
}

// quotesOf are those who are quoted, and whether they were left out by hand.
func quotesOf(rel *release.Release, gone, asked []string) []leavable {
	var out []leavable
	add := func(org string, left bool) {
		if org != "" && !slices.ContainsFunc(out, func(q leavable) bool { return q.Org == org }) {
			out = append(out, leavable{org, left})
		}
	}
	for _, q := range rel.Main().Quotes {
		add(q.Org, false)
	}
	for _, org := range asked {
		if slices.Contains(gone, org) || len(gone) > 0 {
			add(org, true)
		}
	}
	return out
}

// schedule does what the plan that was shown says, or shows what is another by now.
func (h *Pages) schedule(w http.ResponseWriter, r *http.Request) {
	p, err := h.prepare(r)
	if err != nil {
		h.refuse(w, r, "Nothing was scheduled", err)
		return
	}
	if news := seen(r, p.Sight()); news != nil {
		if p.Busy != "" && r.PostForm.Get("replace") == "" { // the same form, posted twice
			h.there(w, r, ofRelease(r), "same")
			return
		}
		h.showPlan(w, r, http.StatusConflict, p, news)
		return
	}
	h.carryOut(w, r, p, r.PostForm.Get("replace") != "", "scheduled")
}

// carryOut schedules a plan.
func (h *Pages) carryOut(w http.ResponseWriter, r *http.Request, p *dispatch.Plan, replace bool, what string) {
	ctx := r.Context()
	if err := h.Press.ReadyToSend(ctx); err != nil {
		h.refuse(w, r, "Nothing was scheduled", err)
		return
	}
	_, err := p.Schedule(ctx, replace, nil)
	var busy *ledger.BusyError
	switch {
	case errors.As(err, &busy):
		h.refuse(w, r, "Nothing was scheduled", p.InTheWay())
		return
	case err != nil:
		h.refuse(w, r, "Nothing was scheduled", err)
		return
	}
	switch {
	case p.Approvers() != "":
		what = "approval"
	case p.Armed:
		what = "armed"
	}
	h.there(w, r, ofRelease(r), what)
}

// test mails the release to one address, marked as a test.
func (h *Pages) test(w http.ResponseWriter, r *http.Request) {
	ctx := r.Context()
	p, err := h.prepare(r)
	if err == nil {
		err = h.Press.ReadyToSend(ctx)
	}
	if err != nil {
		h.refuse(w, r, "No test was sent", err)
		return
	}
	now, err := h.Ledger.Now(ctx)
	if err == nil {
		_, err = p.Test(ctx, line(r, "address"), line(r, "language"), now)
	}
	if err != nil {
		h.refuse(w, r, "No test was sent", err)
		return
	}
	h.there(w, r, ofRelease(r), "test")
}
