// Package check looks at a release that could be read and says what would
// embarrass its sender, and why it would not be sent: lists that do not exist or
// pick nobody, times that have passed, quotes without sign-off, words that changed
// after it, headlines that mail clients cut, and what is surely a slip and would be
// printed as it stands.
//
// Release is the one recipe of the command check and of send: what it passes, is
// sent.
package check

import (
	"slices"
	"time"
	"unicode/utf8"

	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/release"
	"pressroom/internal/saying"
)

// settingsFile is how the workspace's settings are named.
const settingsFile = "pressroom.toml"

// Subject is a release and all that is known when it is looked at.
type Subject struct {
	Release *release.Release
	Book    *contacts.Book
	Known   *release.Known // what the database knows of its quotes; nil where there is no database yet
	// Pending are the quotes without sign-off, of the release with those that are left
	// out; nil to look for them in Release.
	Pending []release.Pending
	Now     time.Time
	// Public tells that it has gone out: its time is settled, and its audience has it.
	Public bool
	// Unmailed tells by address key who must not be mailed; nil if that is nobody.
	Unmailed func(key string) bool
	// Users are the addresses of those who work in the press office from elsewhere.
	Users []string
}

// Verdict is what was found.
type Verdict struct {
	// Findings are errors and warnings, whoever asks.
	Findings diagnostic.List
	// Refusals are why send would send nothing now, though the release is in order.
	Refusals diagnostic.List
}

// Warned is all findings as check tells them: what send refuses today may be sent
// tomorrow, and is a warning that says so.
func (v Verdict) Warned() diagnostic.List {
	out := slices.Clone(v.Findings)
	for _, r := range v.Refusals {
		r.Severity = diagnostic.Warning
		r.Say(saying.Of("%v; send will refuse this", r.Said()))
		out = append(out, r)
	}
	return out.Sort()
}

// Refused is all findings as send tells them: what it refuses is an error.
func (v Verdict) Refused() diagnostic.List {
	return append(slices.Clone(v.Findings), v.Refusals...).Sort()
}

// Release checks a release.
func Release(s Subject) Verdict {
	c := &checker{Subject: s, files: files(s.Release.Files)}
	c.slug()
	c.time()
	c.audience()
	c.access()
	for _, v := range s.Release.Versions {
		c.words(v)
	}
	for i := range c.files {
		c.files[i].slips(&c.diags, s.Release.Versions[i])
		c.files[i].twiceMarked(&c.diags, s.Release.Versions[i])
	}
	c.untold()
	c.announced()
	if s.Pending == nil {
		s.Pending = s.Release.Pending(s.Known)
	}
	c.diags = append(c.diags, quotesOf(s.Release, s.Known, s.Pending)...)
	return Verdict{c.diags.Sort(), c.refusals.Sort()}
}

// slug refuses a name under which the release would have no page.
func (c *checker) slug() {
	if r := c.Release; release.Reserved(r.Slug) {
		c.diags.Errorf(diagnostic.Position{File: r.File, Line: 1, Column: 1}, "slug",
			"%q cannot name a release: it is the address of another page; call the file releases/%s-report.md", r.Slug, r.Slug)
	}
}

// access warns of readers who are no users: nobody comes in by their address.
func (c *checker) access() {
	for _, a := range c.Release.Access {
		if slices.Contains(c.Users, a.Email) {
			continue
		}
		instead := "add them there with role = \"viewer\", or take it out"
		if near := diagnostic.Nearest(a.Email, c.Users); near != "" {
			instead = "did you mean " + near + "?"
		}
		c.diags.Warnf(a.At, "access", "no [[user]] of pressroom.toml has the address %s, so it lets nobody read this; %s", a.Email, instead)
	}
}

// untold refuses quotes of which an import could not tell whose words they are.
func (c *checker) untold() {
	for _, q := range c.Release.Main().Quotes {
		for _, k := range []struct{ name, value string }{{"org", q.Org}, {"speaker", q.Speaker}} {
			if k.value == release.Unknown {
				c.diags.Errorf(q.At, "unknown", "%s = \"?\" of the quote %q stands for what an import could not tell; write whose words these are",
					k.name, q.ID)
			}
		}
	}
}

type checker struct {
	Subject
	files    []file
	diags    diagnostic.List
	refusals diagnostic.List
}

func (c *checker) refuse(at diagnostic.Position, rule, format string, args ...any) {
	c.refusals.Errorf(at, rule, format, args...)
}

// slips looks for what is surely one, in every text of a file.
func (f *file) slips(diags *diagnostic.List, v *release.Version) {
	masked := make([]masks, len(f.texts))
	for i := range f.texts {
		t := &f.texts[i]
		masked[i] = t.mask()
		t.slips(diags, masked[i])
		if t.kind&(bodyText|blockText) != 0 {
			t.layout(diags, masked[i].words)
			t.unclosed(diags, masked[i].words)
			t.brokenOff(diags, masked[i].words)
		}
		if t.kind&anyMarkdown != 0 {
			t.emphasis(diags, masked[i].prose)
			t.undefined(diags, masked[i].words)
		}
	}
	f.marks(diags, masked, v)
	f.setForYou(diags)
}

// longSubject is where common mail clients cut a subject in their lists.
const longSubject = 110

func (c *checker) words(v *release.Version) {
	if n := utf8.RuneCountInString(v.Subject); n > longSubject {
		c.diags.Warnf(v.HeadlineAt, "subject",
			"the subject has %d characters and mail clients cut it at about %d; add a shorter subject = \"…\"", n, longSubject)
	}
	if v.Dateline == "" {
		c.diags.Warnf(v.HeadlineAt, "dateline", "no dateline; add dateline = \"CITY\"")
	}
}
