package audience

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"pressroom/internal/contacts"
	"pressroom/internal/language"
	"pressroom/internal/release"
	"pressroom/internal/workspace"
)

// Recipient is a member of an audience and what they get.
type Recipient struct {
	Member
	Form       Form
	Suppressed bool // is written down, and not mailed
	Asked      bool // gets it once they agree to the embargo
	// Replaces is, for an advance copy in the place of an earlier one with other
	// words, the digest of the earlier text.
	Replaces string
	// Follow is, for an advance copy, the form in which they get the release if the
	// embargo ends before the copy could leave.
	Follow Form
}

// Mailed tells whether they get it without further ado.
func (r Recipient) Mailed() bool { return !r.Suppressed && !r.Asked }

// Recipients are members before it is known what they get.
func Recipients(members []Member) []Recipient {
	out := make([]Recipient, len(members))
	for i, m := range members {
		out[i].Member = m
	}
	return out
}

// Forms knows which form of a release each journalist gets, and with which cover
// notes.
type Forms struct {
	release *release.Release
	mail    workspace.Mail
	orgs    []release.Org
	notes   map[release.Phase]map[*contacts.Journalist][]string // ids of cover notes, in the release's order
}

// NewForms finds who gets which cover note of a release. orgs are the coalition, in
// whose regions a quote may come first.
func NewForms(book *contacts.Book, r *release.Release, orgs []release.Org, mail workspace.Mail) (*Forms, error) {
	f := &Forms{release: r, mail: mail, orgs: orgs, notes: make(map[release.Phase]map[*contacts.Journalist][]string)}
	for _, c := range r.Covers {
		picked, err := Pick(book, c.To)
		if err != nil {
			return nil, err
		}
		if f.notes[c.Phase] == nil {
			f.notes[c.Phase] = make(map[*contacts.Journalist][]string)
		}
		for _, m := range picked {
			f.notes[c.Phase][m.Journalist] = append(f.notes[c.Phase][m.Journalist], c.ID)
		}
	}
	return f, nil
}

// Of is the form that a journalist gets in a phase.
func (f *Forms) Of(j *contacts.Journalist, phase release.Phase) Form {
	return Form{
		Language: language.Lookup(j.Language, f.release.Languages()), TextOnly: j.Format == "text", Attach: f.mail.Attaches(j, phase),
		Covers: strings.Join(f.notes[phase][j], ","), Local: f.local(j),
	}
}

// Give gives each recipient the form of a phase, and of the release where follow says
// so; marks those who must not be mailed, whom it returns; and puts those of the
// highest priority first.
func (f *Forms) Give(to []Recipient, phase release.Phase, follow bool, people *People) (unmailed []*contacts.Journalist) {
	for i := range to {
		r := &to[i]
		r.Form = f.Of(r.Journalist, phase)
		if follow {
			r.Follow = f.Of(r.Journalist, release.PhaseRelease)
		}
		if r.Suppressed = people.Unmailed(r.Journalist.Key); r.Suppressed {
			unmailed = append(unmailed, r.Journalist)
		}
	}
	slices.SortStableFunc(to, func(a, b Recipient) int { return cmp.Compare(b.Journalist.Priority, a.Journalist.Priority) })
	return unmailed
}

// local is the organisation whose quote comes first for a journalist: the first
// quoted one of their region, if the release wants that.
func (f *Forms) local(j *contacts.Journalist) string {
	if !f.release.Local || j.Region == "" {
		return ""
	}
	for _, q := range f.release.Main().Quotes {
		for _, o := range f.orgs {
			if o.Region != "" && strings.EqualFold(o.Region, j.Region) && q.Of(o) {
				return o.ID
			}
		}
	}
	return ""
}

// MostForms bounds how many forms are stored that nobody on the list gets today.
const MostForms = 96

// Every is the forms of today's recipients and those that others may have who come to
// the mailing later: every language as HTML and as text, with and without the PDF,
// with each set of cover notes and each region's quote first that is in play. What
// goes beyond that, compiling from the snapshot gives.
func (f *Forms) Every(today map[Form]bool, phase release.Phase) []Form {
	out := maps.Clone(today)
	covers, locals := []string{""}, []string{""}
	for t := range today {
		covers = append(covers, t.Covers)
		locals = append(locals, t.Local)
	}
	covers = append(covers, f.release.CoverIDs(phase)...)
	if f.release.Local {
		for _, o := range f.orgs {
			if o.Region != "" && quoted(f.release, o) {
				locals = append(locals, o.ID)
			}
		}
	}
	more := 0
	add := func(cover, local string) {
		for _, l := range f.release.Languages() {
			for _, text := range []bool{false, true} {
				for _, attach := range []bool{false, true} {
					one := Form{Language: l, TextOnly: text, Attach: attach, Covers: cover, Local: local}
					if !out[one] && more < MostForms {
						out[one] = true
						more++
					}
				}
			}
		}
	}
	slices.Sort(covers)
	slices.Sort(locals)
	covers, locals = slices.Compact(covers), slices.Compact(locals)
	for _, c := range covers {
		add(c, "")
	}
	for _, l := range locals {
		for _, c := range covers {
			add(c, l)
		}
	}
	return slices.SortedFunc(maps.Keys(out), func(a, b Form) int { return strings.Compare(a.Name(), b.Name()) })
}

func quoted(r *release.Release, o release.Org) bool {
	return slices.ContainsFunc(r.Main().Quotes, func(q *release.Quote) bool { return q.Of(o) })
}
