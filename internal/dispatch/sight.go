package dispatch

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/saying"
	"pressroom/internal/wording"
	"pressroom/internal/workspace"
)

// Sight is what somebody saw of a plan, short enough for a form to carry: parts with
// their names. What is planned again when they confirm it is held against it, so that what
// they saw is what is done.
type Sight []sightPart

type sightPart struct{ name, value string }

// add appends a part whose value is told to nobody, only compared.
func (s *Sight) add(name string, of ...any) {
	h := sha256.New()
	for _, v := range of {
		text := fmt.Sprint(v)
		fmt.Fprintf(h, "%d:%s", len(text), text)
	}
	*s = append(*s, sightPart{name, hex.EncodeToString(h.Sum(nil))[:16]})
}

// count appends a part of so many, who are told by a digest of their keys.
func (s *Sight) count(name string, n int, of ...any) {
	s.add(name, of...)
	last := &(*s)[len(*s)-1]
	last.value = fmt.Sprintf("%d.%s", n, last.value)
}

// String is what a form carries.
func (s Sight) String() string {
	parts := make([]string, len(s))
	for i, p := range s {
		parts[i] = p.name + "=" + p.value
	}
	return strings.Join(parts, ";")
}

// Since tells, in words, what is another than in what was seen before, as String gave it;
// nothing where all is as it was.
func (s Sight) Since(before string) saying.Lines {
	if before == s.String() {
		return nil
	}
	was := make(map[string]string)
	for _, part := range strings.Split(before, ";") {
		name, value, _ := strings.Cut(part, "=")
		was[name] = value
	}
	var out saying.Lines
	for _, p := range s {
		if old, ok := was[p.name]; !ok || old != p.value {
			out = append(out, changedPart(p.name, old, p.value))
		}
		delete(was, p.name)
	}
	for name := range was {
		if name != "" {
			out = append(out, changedPart(name, was[name], ""))
		}
	}
	if len(out) == 0 {
		out.Add("what is planned")
	}
	slices.SortFunc(out, func(a, b saying.Sentence) int { return strings.Compare(a.String(), b.String()) })
	return slices.CompactFunc(out, func(a, b saying.Sentence) bool { return a.String() == b.String() })
}

// sightNames are the parts as people read them.
var sightNames = map[string]string{
	"words": "the words, or the files and settings that go with them", "quotes": "what is known of its quotes",
	"found": "what the checks say", "busy": "what is scheduled of it", "out": "whether it has gone out",
	"armed": "whether it waits for your word",
	"moved": "the embargo", "day": "the day that it bears", "group": "the other releases of its group", "difference": "what is put right",
	"said": "what was said of it before", "holders": "who has it", "calls": "who can only be called", "waiting": "who waits for it",
}

// mailingParts are the parts of a mailing: when it leaves, who does not get it, who gets it.
var mailingParts = map[string][3]string{
	string(embargo.Advance): {"when the advance copy leaves", "who does not get the advance copy", "who gets the advance copy"},
	string(embargo.Release): {"when the release leaves", "who does not get the release", "who gets the release"},
	string(embargo.Notice):  {"when the notice leaves", "who does not get the notice", "who gets the notice"},
}

func changedPart(name, old, now string) saying.Sentence {
	before, _, counted := strings.Cut(old, ".")
	after, _, still := strings.Cut(now, ".")
	what, known := sightNames[name]
	part, kind, _ := strings.Cut(name, "/")
	switch of, mailing := mailingParts[kind]; {
	case known:
	case !mailing:
		return saying.Of("what is planned")
	case part == "at":
		return saying.Word(of[0]).Said()
	case part == "not":
		what = of[1]
	default:
		what = of[2]
	}
	if counted && still && before != after {
		return saying.Of("%v: %s before, %s now", saying.Word(what), before, after)
	}
	return saying.Word(what).Said()
}

// Sight is what the plan shows.
func (p *Plan) Sight() Sight {
	var s Sight
	s.add("found", p.Findings.Error())
	if p.Input == nil {
		return s
	}
	s.add("words", p.Input.Revision, strings.Join(p.Input.Without, ","))
	s.add("quotes", p.quotes(), fmt.Sprint(p.Pending))
	s.add("busy", p.Busy, p.BusyIn)
	s.add("out", p.Out)
	s.add("armed", p.Armed)
	s.add("moved", len(p.turns))
	for _, m := range p.Mailings {
		at := "at once"
		if !p.AtOnce(m) {
			at = m.At.UTC().Format(time.RFC3339)
		}
		s.add("at/"+string(m.Kind), at)
		var to []string
		for _, r := range m.Recipients {
			to = append(to, fmt.Sprint(r.Journalist.Key, " ", r.Form, r.Suppressed, r.Asked, r.Replaces))
		}
		slices.Sort(to)
		s.count("to/"+string(m.Kind), m.Mailed(), strings.Join(to, "\n"))
		var not []string
		for _, k := range m.Skipped {
			not = append(not, k.Journalist.Key+" "+k.Reason)
		}
		slices.Sort(not)
		s.count("not/"+string(m.Kind), len(not), strings.Join(not, "\n"))
	}
	return s
}

// AtOnce tells whether a mailing leaves as soon as it is scheduled.
func (p *Plan) AtOnce(m *Mailing) bool {
	r := p.Input.Release
	if m.Kind == embargo.Release {
		return !p.Armed && !m.At.Equal(r.Timing.At)
	}
	return p.more || !m.At.Equal(r.AdvanceAt)
}

// Sight is what a release that waits for a word shows.
func (w *Word) Sight() Sight {
	var s Sight
	s.add("words", w.Of.ID, w.Of.Revision)
	s.add("day", w.Day)
	s.count("to/release", w.Mailed())
	var others []string
	for _, o := range w.Others {
		others = append(others, o.ID)
	}
	s.add("group", strings.Join(others, " "))
	return s
}

// Sight is what an amendment, or a withdrawal, shows before its sentences.
func (a *Amendment) Sight() Sight {
	var s Sight
	s.add("words", a.Input.Revision, a.base.ID)
	s.add("difference", fmt.Sprint(a.Wish), fmt.Sprint(a.Differences))
	s.count("said", len(a.Said))
	s.add("out", a.Public, a.stopped)
	keys := func(n int, key func(i int) string) string {
		all := make([]string, n)
		for i := range all {
			all[i] = key(i)
		}
		slices.Sort(all)
		return strings.Join(all, "\n")
	}
	s.count("holders", len(a.Holders), keys(len(a.Holders), func(i int) string { return a.Holders[i].Key }))
	s.count("calls", len(a.Calls), keys(len(a.Calls), func(i int) string { return a.Calls[i].Key }))
	s.count("waiting", a.Waiting+a.WaitingAdvance, a.Waiting)
	return s
}

// Sight is what moving or lifting an embargo shows.
func (m *Move) Sight() Sight {
	var s Sight
	s.add("words", m.Of.ID, m.Of.Snapshot)
	s.add("moved", m.Of.ReleaseAt.UTC(), m.Now)
	s.count("to/release", m.Mailed)
	s.count("holders", m.Holding, m.Told)
	return s
}

// ErrNobodyNamed says that it is not known who schedules a mailing that others approve.
var ErrNobodyNamed = saying.Errorf(
	"with approvers set in [dispatch], it is kept who schedules a mailing: set PRESSROOM_USER to your address")

// approved is what the ledger has to know of who scheduled something.
func approved(s *workspace.Settings, by string) (string, int, error) {
	n := s.Dispatch.Approvers
	if n == 0 {
		return by, 0, nil
	}
	if by == "" {
		return "", 0, ErrNobodyNamed
	}
	if u, known := s.User(by); len(s.Users) > 0 && (!known || !u.Role.Has(workspace.Lead)) {
		return "", 0, saying.Errorf("%s is no lead among the users of pressroom.toml; others approve what a lead schedules", by)
	}
	return by, n, nil
}

// Approvers says how many others have to approve the plan before it leaves; "" for nobody.
func (p *Plan) Approvers() string {
	if n := p.settings.Dispatch.Approvers; n > 0 {
		return wording.Count(n, "other")
	}
	return ""
}
