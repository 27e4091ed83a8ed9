package dispatch

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"pressroom/internal/audience"
	"pressroom/internal/contacts"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/saying"
	"pressroom/internal/workspace"
)

// Checking is a release that is out and has to be checked, or has been: everybody who has
// it is asked to wait, or told that it stands as it was.
type Checking struct {
	Amendment
}

// PrepareChecking plans to ask everybody who has a release to wait with it, or, with end,
// to tell them that it may be used as it was sent. sentences may say more, by language;
// the main one's may stand under "". The folder's file is not read.
func PrepareChecking(
	ctx context.Context, w *workspace.Workspace, l *ledger.Ledger, slug string, end bool, sentences map[string]string,
	changes map[string]contacts.Change, now time.Time,
) (*Checking, error) {
	c := &Checking{Amendment{At: now, settings: w.Settings, ledger: l, special: release.GradeHold, any: true}}
	if end {
		c.special = release.GradeHoldEnd
	}
	if err := c.reads(ctx, slug); err != nil {
		return nil, err
	}
	held := Held(c.Said)
	switch {
	case end && held == nil:
		return nil, saying.Errorf("%s is not on hold", slug)
	case !end && held != nil:
		return nil, saying.Errorf("%s has been on hold since %s; pressroom resume %s ends that, pressroom correct or withdraw says what is wrong",
			slug, held.At.UTC().Format(Instant), slug)
	}
	book, _, err := audience.Book(w, changes)
	if err != nil {
		return nil, err
	}
	c.byKey = make(map[string]*contacts.Journalist, len(book.Journalists))
	for _, j := range book.Journalists {
		c.byKey[j.Key] = j
	}
	old, err := ReadSnapshot(ctx, l, c.base.ID)
	if err != nil {
		return nil, err
	}
	c.Input = old.Input.Plain()
	if c.form, err = audience.NewForms(book, c.Input.Release, c.Input.Settings.Orgs, w.Settings.Mail); err != nil {
		return nil, err
	}
	c.sentences = make(map[string]string)
	for lang, s := range sentences {
		if lang == "" {
			lang = c.Input.Release.Main().Language
		}
		if s = strings.Join(strings.Fields(s), " "); s != "" {
			c.sentences[lang] = s
		}
	}
	return c, c.who(ctx)
}

// Held is what put a release on hold after it had gone out; nil where it is not.
func Held(said []ledger.Amendment) *ledger.Amendment {
	if n := len(said); n > 0 && said[n-1].Grade == string(release.GradeHold) {
		return &said[n-1]
	}
	return nil
}

// notChecked is an error for a release that is on hold since it is out: nobody is sent what
// others are asked to wait with.
func notChecked(ctx context.Context, l *ledger.Ledger, slug string) error {
	said, err := l.Amendments(ctx, slug)
	if held := Held(said); held != nil {
		return saying.Errorf("%s has been on hold since %s, and nobody is sent it; pressroom resume %s ends that", slug,
			held.At.UTC().Format(Instant), slug)
	}
	return err
}

// Concerned says in lines who is concerned, without what they are told.
func (c *Checking) Concerned() saying.Lines {
	var out saying.Lines
	n, more := len(c.Holders), c.Waiting+c.WaitingAdvance
	if c.special == release.GradeHoldEnd {
		out = append(out, saying.Count(n, "%d journalist is told that it may be used as it was sent, in the thread of what they have",
			"%d journalists are told that it may be used as it was sent, in the thread of what they have"))
	} else {
		out = append(out, saying.Count(n, "%d journalist is asked to wait while it is checked, in the thread of what they have",
			"%d journalists are asked to wait while it is checked, in the thread of what they have"))
	}
	switch {
	case more > 0 && c.special == release.GradeHoldEnd:
		out.Add("nothing has left to %d more: they get it now", more)
	case more > 0:
		out.Add("nothing has left to %d more: they wait as well, and get it once the hold has ended", more)
	}
	c.describeCalls(&out)
	out.Add("the page, its forms and feeds say so, at once")
	return out
}

// Letters writes the mails as they would be read, one for each language in which somebody
// gets it, below who they are. It stores nothing.
func (c *Checking) Letters(ctx context.Context, out io.Writer) error {
	old, err := ReadSnapshot(ctx, c.ledger, c.base.ID)
	if err != nil {
		return err
	}
	said := c.amended(old)
	said.Bare = true
	return c.read(c.composer(c.Input.Amend(said), embargo.Correction, c.phase()), out)
}

// Describe says in words who is concerned.
func (c *Checking) Describe(out io.Writer) {
	fmt.Fprintln(out, c.Input.Release.Main().Headline)
	print(out, c.Concerned())
	c.DescribeSentences(out)
}
