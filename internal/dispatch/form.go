package dispatch

import (
	"maps"
	"slices"
	"strings"

	"pressroom/internal/compile"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
)

// Form is one of the messages of a mailing.
type Form struct {
	Language string
	TextOnly bool
	Attach   bool
	Covers   string // ids, joined by commas
	Local    string // id of the organisation whose quote comes first
	// Note names what is said about this copy above all else: noteAgain, or the
	// beginning of the digest of the text that it replaces.
	Note string
}

// noteAgain is the Note of a copy that somebody asked for once more.
const noteAgain = "again"

// Name is what the form's template is called among the artefacts.
func (f Form) Name() string {
	name := "mail/" + f.Language
	if f.TextOnly {
		name += ".text"
	}
	if f.Attach {
		name += ".pdf"
	}
	if f.Local != "" {
		name += "@" + f.Local
	}
	if f.Covers != "" {
		name += "+" + f.Covers
	}
	if f.Note != "" {
		name += ledger.CopyMark + f.Note
	}
	return name
}

// ParseForm reads what Name wrote.
func ParseForm(name string) (f Form, ok bool) {
	name, ok = strings.CutPrefix(name, "mail/")
	name, f.Note, _ = strings.Cut(name, ledger.CopyMark)
	name, f.Covers, _ = strings.Cut(name, "+")
	name, f.Local, _ = strings.Cut(name, "@")
	name, f.Attach = strings.CutSuffix(name, ".pdf")
	f.Language, f.TextOnly = strings.CutSuffix(name, ".text")
	return f, ok && f.Language != ""
}

// mostForms bounds how many forms are stored that nobody on the list gets today.
const mostForms = 96

// everyForm is the forms of today's recipients and those that others may have who
// come to the mailing later: every language as HTML and as text, with and without
// the PDF, with each set of cover notes and each region's quote first that is in
// play. What goes beyond that, compiling from the snapshot gives.
func everyForm(in *compile.Input, today map[Form]bool, phase release.Phase) []Form {
	out := maps.Clone(today)
	covers, locals := []string{""}, []string{""}
	for f := range today {
		covers = append(covers, f.Covers)
		locals = append(locals, f.Local)
	}
	covers = append(covers, in.Release.CoverIDs(phase)...)
	if in.Release.Local {
		for _, o := range in.Settings.Orgs {
			if o.Region != "" && quoted(in.Release, o) {
				locals = append(locals, o.ID)
			}
		}
	}
	more := 0
	add := func(cover, local string) {
		for _, l := range in.Release.Languages() {
			for _, text := range []bool{false, true} {
				for _, attach := range []bool{false, true} {
					f := Form{Language: l, TextOnly: text, Attach: attach, Covers: cover, Local: local}
					if !out[f] && more < mostForms {
						out[f] = true
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
