package dispatch

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"pressroom/internal/audience"
	"pressroom/internal/compile"
	"pressroom/internal/contacts"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/publication"
	"pressroom/internal/release"
	"pressroom/internal/saying"
	"pressroom/internal/workspace"
)

// Withdrawal is what taking a release back would do.
type Withdrawal struct {
	Amendment
	instead string
}

// PrepareWithdrawal plans to take a release back: who has it, whichever words, is told not
// to use it, and a notice stands in the place of its page. reasons say why, by language; the
// main one's, which has to be there, may stand under "". instead is the slug of a release
// that stands in its place, "" for none. The folder's file is not read.
func PrepareWithdrawal(
	ctx context.Context, w *workspace.Workspace, l *ledger.Ledger, slug, instead string, reasons map[string]string,
	changes map[string]contacts.Change, now time.Time,
) (*Withdrawal, error) {
	a := &Withdrawal{Amendment{At: now, settings: w.Settings, ledger: l}, instead}
	if err := a.reads(ctx, slug); err != nil {
		return nil, err
	}
	if instead != "" {
		if public, err := l.IsPublic(ctx, instead); err != nil {
			return nil, err
		} else if !public || instead == slug {
			return nil, saying.Errorf("%s is not public, so that it cannot stand in the place of %s; send it first", instead, slug)
		}
	}
	book, _, err := audience.Book(w, changes)
	if err != nil {
		return nil, err
	}
	a.byKey = make(map[string]*contacts.Journalist, len(book.Journalists))
	for _, j := range book.Journalists {
		a.byKey[j.Key] = j
	}
	old, err := ReadSnapshot(ctx, l, a.base.ID)
	if err != nil {
		return nil, err
	}
	a.Input = old.Input.Plain()
	if a.form, err = audience.NewForms(book, a.Input.Release, a.Input.Settings.Orgs, w.Settings.Mail); err != nil {
		return nil, err
	}
	if err := a.why(reasons); err != nil {
		return nil, err
	}
	a.any = true
	return a, a.who(ctx)
}

// why takes the reasons.
func (a *Withdrawal) why(reasons map[string]string) error {
	r := a.Input.Release
	a.sentences = make(map[string]string)
	for lang, s := range reasons {
		if lang == "" {
			lang = r.Main().Language
		}
		if r.Version(lang) == nil {
			return &SentenceError{lang, saying.Of("%s is not written in %s; there are %s", r.Slug, lang, strings.Join(r.Languages(), ", "))}
		}
		a.sentences[lang] = strings.Join(strings.Fields(s), " ")
	}
	if main := r.Main().Language; a.sentences[main] == "" {
		return &SentenceError{main, saying.Of("why is it withdrawn? Say so with --reason, as those who have it will read it")}
	}
	return nil
}

// Describe says in words who is concerned.
func (a *Withdrawal) Describe(out io.Writer) {
	lines := a.Concerned()
	fmt.Fprintf(out, "%s\n%s\n\n", a.Input.Release.Main().Headline, lines[0])
	print(out, lines[1:])
	a.DescribeSentences(out)
	print(out, a.Unexplained())
}

// Unexplained names the languages in which somebody is told of it without a reason.
func (a *Withdrawal) Unexplained() saying.Lines {
	var out saying.Lines
	main := a.Input.Release.Main().Language
	for _, lang := range a.Input.Release.Languages() {
		reads := func(h Holder) bool { return h.Form.Language == lang }
		if lang != main && a.sentences[lang] == "" && slices.ContainsFunc(a.Holders, reads) {
			out.Add("%s: without a reason; --reason-%s says it", lang, lang)
		}
	}
	return out
}

// Concerned says in lines what a withdrawal does and to whom, without its reasons.
func (a *Withdrawal) Concerned() saying.Lines {
	var out saying.Lines
	out.Add("%s is withdrawn, and cannot be sent again", a.Input.Release.Slug)
	out = append(out, saying.Count(len(a.Holders), "%d journalist is told not to use it, in the thread of what they have",
		"%d journalists are told not to use it, in the thread of what they have"))
	if n := a.Waiting + a.WaitingAdvance; n > 0 {
		out.Add("nothing has left to %d more: they get nothing", n)
	}
	a.describeCalls(&out)
	if a.Public {
		out.Add("the page, its forms and its files: a notice in their place, at once; the words are gone from lists and feeds")
	}
	return out
}

// notice is what stands in the place of the release.
func (a *Withdrawal) notice() *compile.Input {
	said := &release.Amended{All: []release.Amendment{{Grade: release.GradeWithdrawal, At: a.At, Sentences: a.sentences}}}
	if a.instead != "" {
		said.Instead = a.instead
		if base := a.settings.Server.PublicURL; base != "" {
			said.Instead = base + "/" + a.instead
		}
	}
	return a.Input.Amend(said)
}

// prior is what was public of the release; nil for nothing.
func (a *Withdrawal) prior(ctx context.Context) (*prior, error) {
	if !a.Public {
		return nil, nil
	}
	first, err := a.first(ctx)
	return &prior{First: first}, err
}

// Letters writes the mails as they would be read, one for each language in which somebody
// gets it, below who they are. It stores nothing.
func (a *Withdrawal) Letters(ctx context.Context, out io.Writer) error {
	p, err := a.prior(ctx)
	if err != nil {
		return err
	}
	c := a.composer(a.notice(), embargo.Withdrawal, release.PhaseRelease)
	c.prior = p
	return a.read(c, out)
}

// Schedule stores the notice and takes the release back, in one transaction at the end.
// It returns the id of the mailing.
func (a *Withdrawal) Schedule(ctx context.Context) (id string, err error) {
	p, err := a.prior(ctx)
	if err != nil {
		return "", err
	}
	if id, err = a.writeWith(ctx, a.notice(), embargo.Withdrawal, release.PhaseRelease, p, nil); err != nil {
		return "", err
	}
	defer func() {
		if err != nil {
			a.ledger.Discard(context.WithoutCancel(ctx), id)
		}
	}()
	if err := a.addAll(ctx, Scheduled{Mailing: id}); err != nil {
		return "", err
	}
	_, err = a.ledger.Amend(ctx, ledger.Amending{
		Amendment: ledger.Amendment{
			Slug: a.base.Slug, Grade: string(release.GradeWithdrawal), At: a.At, Sentences: a.sentences, Instead: a.instead, Mailing: id,
		},
		AnyQuotes: true, Base: a.base.ID, Became: publication.Withdrawn, Holder: a.toHolder,
		Waiting: func(*ledger.Standing, embargo.Kind) (ledger.Recipient, bool) { return ledger.Recipient{}, false },
	})
	return id, err
}

// Withdrawing says what withdraw does.
const Withdrawing = `Take back a release that is out: everybody who has it, in whichever words, is told
WITHDRAWN – please do not use, with the reason. What has not left does not leave
any more. A notice stands in the place of its page and forms; the words are gone
from lists and feeds, and stay in the database. --replace-with names a public
release that stands in its place.

--hold is for the moment: those who have a copy are written to: PLEASE HOLD –
checking. Of a release that is not out nothing leaves at its instant; of one that is
out page and feeds say so, and nothing more leaves. pressroom resume SLUG ends it,
and tells them that the copy they have may be used as it was sent; pressroom send
SLUG --replace, or pressroom correct where it is out, sends other words.`
