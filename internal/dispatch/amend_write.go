package dispatch

import (
	"context"
	"slices"
	"strings"
	"time"

	"pressroom/internal/audience"
	"pressroom/internal/compile"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/publication"
	"pressroom/internal/release"
	"pressroom/internal/saying"
	"pressroom/internal/wording"
)

// SentenceError says that the sentence of a language is missing, or must not be there.
type SentenceError struct {
	Language string
	Why      saying.Sentence
}

func (e *SentenceError) Error() string { return e.Why.String() }

// Said is the error as a sentence.
func (e *SentenceError) Said() saying.Sentence { return e.Why }

// NeedsSentence tells whether a language needs the sentence that says what was wrong.
func (a *Amendment) NeedsSentence(lang string) bool {
	return a.Changed(lang) && a.mails()
}

// Asks are the languages that need a sentence which is not given.
func (a *Amendment) Asks(sentences map[string]string) []string {
	return slices.DeleteFunc(a.Input.Release.Languages(), func(lang string) bool {
		return sentences[lang] != "" || lang == a.Input.Release.Main().Language && sentences[""] != "" || !a.NeedsSentence(lang)
	})
}

// Say gives the amendment the sentences that say, by language, what was wrong and what is
// right: they stand first wherever it is said, as they were written. A correction needs one in
// each language whose words changed, and none in others. The main language's may stand under "".
func (a *Amendment) Say(sentences map[string]string) error {
	r := a.Input.Release
	said := make(map[string]string)
	if s := sentences[""]; s != "" {
		sentences[r.Main().Language] = s
		delete(sentences, "")
	}
	for _, lang := range r.Languages() {
		s := strings.Join(strings.Fields(sentences[lang]), " ")
		flag := "--sentence"
		if lang != r.Main().Language {
			flag += "-" + lang
		}
		switch {
		case s == "" && a.NeedsSentence(lang):
			return &SentenceError{lang, saying.Of("the sentence in %s is missing, which says what was wrong and what is right; write it with %s",
				lang, flag)}
		case s == "":
			continue
		case !a.Changed(lang) && !a.isNew(lang) && len(a.changedLanguages()) > 0:
			return &SentenceError{lang, saying.Of("no word changed in %s; who has it in %s is not written to, and needs no sentence (%s)", lang,
				lang, flag)}
		case clarifies(strings.TrimPrefix(s, a.Proposed(lang))):
			return &SentenceError{lang, saying.Of("a correction says what was wrong and what is right; it is no clarification: %s", s)}
		}
		if word := a.repeats(s); word != "" {
			return &SentenceError{lang, saying.Of("the sentence says %q, which was taken out and is not to be shown again (--no-repeat); "+
				"say what is right without it (%s)", word, flag)}
		}
		said[lang] = s
	}
	for lang := range sentences {
		if r.Version(lang) == nil {
			return &SentenceError{lang, saying.Of("%s is not written in %s; there are %s", r.Slug, lang, strings.Join(r.Languages(), ", "))}
		}
	}
	a.sentences = said
	return nil
}

// repeats is a word of a sentence that was taken out, where that is not to be shown again;
// "" for none. Words of a few letters, and those that the release still says, are none.
func (a *Amendment) repeats(sentence string) string {
	if !a.NoRepeat {
		return ""
	}
	out := make(map[string]bool)
	for _, d := range a.Differences {
		for _, c := range d.Changed {
			for _, s := range c.Stretches {
				if s.Old {
					for _, w := range wording.Split(s.Text) {
						out[bareWord(w.Text)] = true
					}
				}
			}
		}
	}
	for _, text := range a.words[""] {
		for _, w := range wording.Split(text) {
			delete(out, bareWord(w.Text))
		}
	}
	for _, w := range wording.Split(sentence) {
		word := bareWord(w.Text)
		if out[word] && (len([]rune(word)) > 3 || strings.ContainsAny(word, "0123456789")) {
			return strings.Trim(w.Text, marksAround)
		}
	}
	return ""
}

// marksAround are the marks that may stand before and after a word.
const marksAround = `.,;:!?()[]{}"'“”„‘’‚«»‹›…–—-`

func bareWord(s string) string { return strings.ToLower(strings.Trim(s, marksAround)) }

// clarifies tells whether a sentence hides behind the word that press offices use for
// what was wrong.
func clarifies(s string) bool {
	first := strings.ToLower(strings.Trim(strings.SplitN(s, " ", 2)[0], ".:,;–-"))
	return first == "clarification" || first == "clarifying"
}

func (a *Amendment) of(lang string) Difference {
	for _, d := range a.Differences {
		if d.Language == lang {
			return d
		}
	}
	return Difference{}
}

func (a *Amendment) isNew(lang string) bool { return a.of(lang).New }

// changedLanguages are those whose words are others, or that are new.
func (a *Amendment) changedLanguages() []string {
	var out []string
	for _, d := range a.Differences {
		if d.New || len(d.Changed) > 0 {
			out = append(out, d.Language)
		}
	}
	return out
}

// Sentences are those that were given, as they are printed.
func (a *Amendment) Sentences() map[string]string { return a.sentences }

// Scheduled are the dispatches of an amendment; "" for those that there are not.
type Scheduled struct {
	// Release brings what is so now to everybody who has nothing yet, and to the page;
	// Advance the same as advance copies; Mailing goes to those who have other words.
	Release, Advance, Mailing string
}

// IDs are the dispatches that there are.
func (s Scheduled) IDs() []string {
	return slices.DeleteFunc([]string{s.Release, s.Advance, s.Mailing}, func(id string) bool { return id == "" })
}

// Schedule stores all that the amendment needs and makes it, in one transaction at the
// end: from then on nobody is sent the words that do not hold any more.
func (a *Amendment) Schedule(ctx context.Context) (s Scheduled, err error) {
	by, approvers, err := approved(&a.settings, a.By)
	if err != nil {
		return s, err
	}
	if a.special != "" {
		approvers = 0 // its words were approved, and a hold waits for nobody
	}
	old, err := ReadSnapshot(ctx, a.ledger, a.base.ID)
	if err != nil {
		return s, err
	}
	first, err := a.first(ctx)
	if err != nil {
		return s, err
	}
	said := a.amended(old)
	said.Out = first
	said.Bare = a.special != ""
	in := a.Input.Amend(said)
	defer func() {
		if err != nil {
			for _, id := range s.IDs() {
				a.ledger.Discard(context.WithoutCancel(ctx), id)
			}
			s = Scheduled{}
		}
	}()
	if !a.stopped {
		if s.Release, err = a.writeRelease(ctx, in, old); err != nil {
			return s, err
		}
	}
	if !a.Public && !a.stopped { // with nobody on it, too: who comes to the advance copies later gets these
		if s.Advance, err = a.writeTo(ctx, a.Input, embargo.Advance, release.PhaseAdvance); err != nil {
			return s, err
		}
	}
	if a.mails() {
		if s.Mailing, err = a.writeTo(ctx, in, embargo.Correction, a.phase()); err != nil {
			return s, err
		}
	}
	if err := a.addAll(ctx, s); err != nil {
		return s, err
	}
	_, err = a.ledger.Amend(ctx, ledger.Amending{
		Amendment: ledger.Amendment{
			Slug: a.base.Slug, Grade: string(a.grade()), At: a.At, Sentences: a.sentences, NoRepeat: a.NoRepeat,
			Dispatch: s.Release, Mailing: s.Mailing,
		},
		By: by, Approvers: approvers, Revision: a.Input.Revision,
		Quotes: a.quotes(), AnyQuotes: a.special != "", Base: a.base.ID, Stopped: a.stopped, Advance: s.Advance, Became: a.became(),
		Waits: a.special == release.GradeHold, Holder: a.toHolder, Waiting: a.instead,
	})
	return s, err
}

func (a *Amendment) quotes() string {
	if a.known == nil {
		return ""
	}
	return a.known.Head
}

func (a *Amendment) became() publication.Became {
	if a.NoRepeat {
		return publication.Hidden
	}
	return publication.Earlier
}

// amended is what the release says of itself from now on. What differs from the words
// with which it first went out is marked.
func (a *Amendment) amended(old *Snapshot) *release.Amended {
	out := &release.Amended{}
	all := append(slices.Clone(a.Said), ledger.Amendment{Grade: string(a.grade()), At: a.At, Sentences: a.sentences, NoRepeat: a.NoRepeat})
	for _, m := range ledger.Told(all) {
		out.All = append(out.All, release.Amendment{Grade: release.Grade(m.Grade), At: m.At, Sentences: m.Sentences})
	}
	if before := old.Input.Release.Amended; before != nil {
		out.Before = before.Before
	} else {
		out.Before = passagesOf(old.Input.Release)
	}
	return out
}

// since is what was said of a release after an instant: of what was put right before it
// went out, nobody but those with an advance copy knows.
func since(a *release.Amended, first time.Time) *release.Amended {
	out := *a
	out.All = slices.DeleteFunc(slices.Clone(a.All), func(m release.Amendment) bool { return m.At.Before(first) })
	return &out
}

func passagesOf(r *release.Release) map[string][]string {
	out := make(map[string][]string)
	for _, v := range r.Versions {
		out[v.Language] = []string{}
		for _, p := range r.Passages(v) {
			out[v.Language] = append(out[v.Language], p.Text)
		}
	}
	return out
}

// composer is for one of the mailings.
func (a *Amendment) composer(in *compile.Input, kind embargo.Kind, phase release.Phase) *composer {
	return newComposer(in, kind, phase, a.settings)
}

// forms are those of everybody to whom something of the release was to go: whoever comes
// to a mailing while it is written is one of them.
func (a *Amendment) forms(kind embargo.Kind, phase release.Phase) []audience.Form {
	today := make(map[audience.Form]bool)
	for _, s := range a.standings {
		switch {
		case s.Erased:
		case kind.ToHolders():
			today[a.holder(s).Form] = true
		default:
			_, form := a.journalist(s, phase)
			today[form] = true
		}
	}
	return a.form.Every(today, phase)
}

// writeRelease stores what brings the release as it is now to everybody else.
func (a *Amendment) writeRelease(ctx context.Context, in *compile.Input, old *Snapshot) (string, error) {
	if !a.Public { // nobody has read it otherwise yet
		return a.writeTo(ctx, a.Input, embargo.Release, release.PhaseRelease)
	}
	listing, err := a.listing(ctx)
	if err != nil {
		return "", err
	}
	p := &prior{First: in.Release.Amended.Out}
	in = a.Input.Amend(since(in.Release.Amended, p.First))
	pages, err := a.earlierPages(ctx, old, in, listing, p)
	if err != nil {
		return "", err
	}
	return a.writeWith(ctx, in, embargo.Release, release.PhaseRelease, p, pages)
}

func (a *Amendment) writeTo(ctx context.Context, in *compile.Input, kind embargo.Kind, phase release.Phase) (string, error) {
	return a.writeWith(ctx, in, kind, phase, nil, nil)
}

func (a *Amendment) writeWith(
	ctx context.Context, in *compile.Input, kind embargo.Kind, phase release.Phase, p *prior, pages map[string][]byte,
) (string, error) {
	c := a.composer(in, kind, phase)
	c.prior = p
	artefacts, err := c.artefacts(ctx, a.forms(kind, phase))
	if err != nil {
		return "", err
	}
	for name, data := range pages {
		artefacts[name] = data
	}
	if artefacts[mail.OriginsName], err = a.origins(ctx); err != nil {
		return "", err
	}
	snapshot, err := c.keep(artefacts)
	if err != nil {
		return "", err
	}
	at, closes := a.times(kind)
	r := in.Release
	return a.ledger.Create(ctx, ledger.Draft{
		Slug: r.Slug, Revision: in.Revision, Headline: r.Main().Headline, Kind: kind, ReleaseAt: at, ClosesAt: closes,
		Grace: a.settings.Mail.Grace, Zone: r.Zone.String(), Sender: a.settings.Mail.From, Snapshot: snapshot, Artefacts: artefacts,
		Blobs: c.blobs,
	})
}

// noEnd is when mail about advance copies ends of a release that does not go out: there is
// nothing then that its readers would get instead.
var noEnd = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)

// times are when a mailing leaves, and when it has to be over; zero for never.
func (a *Amendment) times(kind embargo.Kind) (at, closes time.Time) {
	switch {
	case a.Public || kind == embargo.Withdrawal:
		return a.At, time.Time{}
	case a.stopped:
		return a.At, noEnd
	case kind == embargo.Release:
		return a.base.ReleaseAt, time.Time{}
	}
	return a.At, a.base.ReleaseAt
}

// origins keeps where each address comes from. Who has the release was written to before.
func (a *Amendment) origins(ctx context.Context) ([]byte, error) {
	before, err := a.ledger.EverMailed(ctx)
	if err != nil {
		return nil, err
	}
	var o mail.Origins
	for _, s := range a.standings {
		if s.Erased {
			continue
		}
		source := ""
		if j := a.byKey[s.Key]; j != nil {
			source = j.Source
		}
		o.Add(a.key, s.Key, source, !before[s.Key])
	}
	return o.Marshal()
}

// addAll writes the recipients as they are known now; the last transaction looks again.
func (a *Amendment) addAll(ctx context.Context, s Scheduled) error {
	var holders, waiting, advance []ledger.Recipient
	for _, st := range a.standings {
		if r, ok := a.toHolder(st); ok {
			holders = append(holders, r)
		}
		if r, ok := a.instead(st, embargo.Release); ok && st.Waits {
			waiting = append(waiting, r)
		}
		if r, ok := a.instead(st, embargo.Advance); ok && st.AdvanceWaits {
			advance = append(advance, r)
		}
	}
	for _, m := range []struct {
		id string
		to []ledger.Recipient
	}{{s.Mailing, holders}, {s.Release, waiting}, {s.Advance, advance}} {
		if m.id == "" {
			continue
		}
		if err := a.ledger.Add(ctx, m.id, m.to); err != nil {
			return err
		}
	}
	return nil
}
