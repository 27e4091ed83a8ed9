package dispatch

import (
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/saying"
	"pressroom/internal/wording"
)

// around is how many words that did not change are shown on either side of those that did.
const around = 6

// Describe says in words what changed and who is concerned.
func (a *Amendment) Describe(out io.Writer) {
	a.DescribeDifferences(out)
	r := a.Input.Release
	for i, m := range a.Said {
		fmt.Fprintf(out, "\nsaid before (%d, %s, %s): %s\n", i+1, m.Grade, m.At.In(r.Zone).Format("2006-01-02 15:04 MST"),
			sentencesOf(m.Sentences))
	}
	fmt.Fprintln(out)
	print(out, a.People())
	if len(a.Findings) > 0 {
		fmt.Fprintln(out)
		DescribeFindings(out, a.Findings)
	}
}

// DescribeDifferences says in words what changed, and nothing of who is concerned.
func (a *Amendment) DescribeDifferences(out io.Writer) {
	r := a.Input.Release
	fmt.Fprintf(out, "%s\n%s, revision %s; until now %s\n", r.Main().Headline, r.Slug, a.Input.Revision, a.base.Revision)
	for _, d := range a.Differences {
		a.describeDifference(out, d)
	}
}

// describePage says what becomes of the page.
func (a *Amendment) describePage(out *saying.Lines) {
	switch {
	case a.Public && a.NoRepeat:
		out.Add("page, its forms and feeds: changed at once; what stood there until now is shown no more")
	case a.Public:
		out.Add("page, its forms and feeds: changed at once; the earlier page stays under an address with its date, " +
			"and search engines are told to leave it out")
	}
}

func (a *Amendment) describeDifference(out io.Writer, d Difference) {
	name := d.Language
	v := a.Input.Release.Version(d.Language)
	switch {
	case d.New:
		fmt.Fprintf(out, "\n%s: new, it did not go out in this language\n", name)
		return
	case len(d.Changed) == 0:
		fmt.Fprintf(out, "\n%s: no word changed\n", name)
		return
	}
	fmt.Fprintf(out, "\n%s: what changed since it went out\n", name)
	for _, c := range d.Changed {
		fmt.Fprintf(out, "  %s: %s\n", a.place(v, c.Place), Shown(c.Stretches))
	}
	for _, r := range d.Remaining {
		fmt.Fprintf(out, "  “%s” still stands elsewhere: %s\n", r.Words, strings.Join(a.Places(d.Language, r.Places), ", "))
	}
}

// Places are what readers of a language call places, each once.
func (a *Amendment) Places(lang string, places []release.Place) (out []string) {
	for _, p := range places {
		if name := a.place(a.Input.Release.Version(lang), p); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

func (a *Amendment) place(v *release.Version, p release.Place) string {
	return p.Name(v.Catalogue(), a.Input.Release.Issuer.Name)
}

// Shown is what changed in a passage, in words: what was taken out and what was put in,
// with some words around.
func Shown(stretches []wording.Stretch) string {
	var parts []string
	for i, s := range stretches {
		switch {
		case s.Old:
			parts = append(parts, "[removed: "+s.Text+"]")
		case s.New:
			parts = append(parts, "[added: "+s.Text+"]")
		default:
			parts = append(parts, clipped(strings.Fields(s.Text), i > 0, i+1 < len(stretches)))
		}
	}
	return strings.Join(parts, " ")
}

// clipped are kept words, cut where they are far from a change.
func clipped(words []string, before, after bool) string {
	switch {
	case before && after && len(words) > 2*around:
		return strings.Join(words[:around], " ") + " … " + strings.Join(words[len(words)-around:], " ")
	case before && !after && len(words) > around:
		return strings.Join(words[:around], " ") + " …"
	case !before && after && len(words) > around:
		return "… " + strings.Join(words[len(words)-around:], " ")
	}
	return strings.Join(words, " ")
}

func (a *Amendment) describePeople(out *saying.Lines) {
	n := len(a.Holders)
	switch {
	case a.mails() && n > 0:
		byLanguage := make(map[string]int)
		for _, h := range a.Holders {
			byLanguage[h.Form.Language]++
		}
		out.Add("%v mailed, in the thread of what they have; by language %s", journalists(n), wording.Tally(byLanguage))
	case a.mails():
		out.Add("%v mailed, in the thread of what they have", journalists(n))
	case n > 0:
		out.Add("nobody is mailed; %v", saying.Count(n, "%d journalist has other words", "%d journalists have other words"))
	}
	switch {
	case a.stopped && a.base.State == ledger.Cancelled:
		out.Add("it was cancelled: nobody but those who have a copy gets anything; pressroom send %s sends it, with what stands here",
			a.base.Slug)
	case a.stopped:
		out.Add("its time, %v, has passed and it has not gone out: it is cancelled by this, and nobody but those who have a copy gets anything; "+
			"give it another time and pressroom send %s sends it", saying.Moment{Time: a.base.ReleaseAt.In(a.base.Location())}, a.base.Slug)
	}
	if a.Waiting > 0 {
		*out = append(*out, saying.Count(a.Waiting, "%d journalist gets it as it is now, as the release: nothing has left to them yet",
			"%d journalists get it as it is now, as the release: nothing has left to them yet"))
	}
	if a.WaitingAdvance > 0 {
		*out = append(*out, saying.Count(a.WaitingAdvance,
			"%d journalist gets it as it is now, as an advance copy: nothing has left to them yet",
			"%d journalists get it as it is now, as an advance copy: nothing has left to them yet"))
	}
	a.describeCalls(out)
}

// describeCalls lists who can only be called.
func (a *Amendment) describeCalls(out *saying.Lines) {
	if n := len(a.Calls); n > 0 {
		said := saying.Count(n, "%d journalist has other words and cannot be mailed; call these:",
			"%d journalists have other words and cannot be mailed; call these:")
		if a.any {
			said = saying.Count(n, "%d journalist has it and cannot be mailed; call these:",
				"%d journalists have it and cannot be mailed; call these:")
		}
		*out = append(*out, said)
		for _, c := range a.Calls {
			who := slices.DeleteFunc([]string{c.Name, c.Outlet, c.Address}, func(s string) bool { return s == "" })
			out.Add("  %s: %v", strings.Join(who, ", "), saying.Word(c.Reason))
		}
	}
	if a.Erased > 0 {
		*out = append(*out, saying.Count(a.Erased, "%d journalist has other words and was erased: nothing is known of them",
			"%d journalists have other words and was erased: nothing is known of them"))
	}
}

// journalists says how many there are.
func journalists(n int) saying.Sentence { return saying.Count(n, "%d journalist", "%d journalists") }

func sentencesOf(m map[string]string) string {
	var out []string
	for _, lang := range slices.Sorted(maps.Keys(m)) {
		out = append(out, m[lang])
	}
	return strings.Join(out, " / ")
}

// Proposed is where what changed in a language stands, as the sentence will begin; "" where
// it is in more than two places.
func (a *Amendment) Proposed(lang string) string {
	r := a.Input.Release
	if d := a.of(lang); a.Correction && len(d.Changed) > 0 {
		return strings.TrimSuffix(r.Sentence(r.Version(lang), d.Changed, "…"), "…")
	}
	return ""
}

// Begun is the sentence that somebody wrote behind what Proposed showed them.
func (a *Amendment) Begun(lang, written string) string {
	if a.Proposed(lang) == "" || strings.TrimSpace(written) == "" {
		return written
	}
	r := a.Input.Release
	return r.Sentence(r.Version(lang), a.of(lang).Changed, written)
}

// DescribeSentences prints the sentences as they will stand.
func (a *Amendment) DescribeSentences(out io.Writer) {
	for _, lang := range a.Input.Release.Languages() {
		if s := a.sentences[lang]; s != "" {
			fmt.Fprintf(out, "%s: %s\n", lang, s)
		}
	}
}

// Correcting says what correct does.
const Correcting = `Put right what has gone out, from the file as it is now.

It shows word by word what changed since, in each language, and who has other
words. --correction mails exactly them, in the language of their copy and in the
thread of it: CORRECTION before the subject, first the sentence that says what
was wrong and what is right, then the whole release with what changed marked.
The sentence is yours to write, in each language whose words changed, and stands
there as you wrote it: --sentence for the main one, --sentence-es and so on for
others, or a file (--sentences).
--update is for what is new, and mails with --mail; --note changes the page alone.

What has not left does not leave any more: those people get the release as it is
now. Who has other words and cannot be mailed is listed, to be called. The page
says what changed and when; the earlier one stays under an address with its date,
but with --no-repeat, which is for what must not be shown again: not in the
sentence, nor in what was said of the release before.

Other words of a quote that was signed off need a new sign-off: quotes edit asks
its partner for that. All partners of the release are told what was said of it.`

// ReadSentences are the sentences of a file, "" for none, and over them those that were
// given one by one, by language.
func ReadSentences(file string, given map[string]*string) (map[string]string, error) {
	out := make(map[string]string)
	if file != "" {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("reading the sentences: %w", err)
		}
		if err := toml.Unmarshal(data, &out); err != nil {
			return nil, fmt.Errorf("%s: %w; write a line for each language, as in es = \"…\"", file, err)
		}
	}
	for lang, s := range given {
		if *s != "" {
			out[lang] = *s
		}
	}
	return out, nil
}
