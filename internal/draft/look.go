package draft

import (
	"time"

	"pressroom/internal/check"
	"pressroom/internal/compile"
	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/release"
	"pressroom/internal/workspace"
)

// Look is all that is known when a release is looked at before it is sent. check and
// send look through the same one, so that what one passes the other sends.
type Look struct {
	Book  *contacts.Book
	Lists diagnostic.List // what is wrong with the press lists
	Known *release.Known  // what the database knows of the release's quotes; nil without one
	Now   time.Time
	// Public tells that the release has gone out: its time is settled.
	Public bool
	// Unmailed tells by address key who must not be mailed; nil if that is nobody.
	Unmailed func(key string) bool
	// Mail is how mail leaves, and how much may go with it.
	Mail workspace.Mail
	// Users are those of the settings.
	Users []workspace.User
}

// at is what is found in a release that could be read.
func (l Look) at(in *compile.Input, pending []release.Pending) check.Verdict {
	v := l.words(in, pending)
	v.Findings = append(v.Findings, in.Unset()...)
	v.Findings = append(v.Findings, in.Broken()...)
	v.Findings = append(v.Findings, l.tooMuch(in)...)
	return v
}

// words is what is found in the words of a release, whatever became of its files.
func (l Look) words(in *compile.Input, pending []release.Pending) check.Verdict {
	v := check.Release(check.Subject{
		Release: in.Release, Book: l.Book, Known: l.Known, Pending: pending, Now: l.Now, Public: l.Public, Unmailed: l.Unmailed,
		Users: workspace.Addresses(l.Users),
	})
	v.Findings = append(v.Findings, l.Touching(in.Release)...)
	return v
}

// Touching are the faults of press lists that could touch a release's audience.
func (l Look) Touching(r *release.Release) diagnostic.List {
	var names []string
	add := func(list []release.Audience) {
		for _, a := range list {
			names = append(names, a.Name)
		}
	}
	add(r.To)
	add(r.Advance)
	for _, c := range r.Covers {
		add(c.To)
	}
	return l.Book.Touching(l.Lists, names, len(r.Advance) > 0)
}
