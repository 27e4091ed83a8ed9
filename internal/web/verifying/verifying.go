// Package verifying is the public page on which everybody can see whether what they have
// in hand is what was sent: a file, or words that they paste.
//
// It knows what is public, and was: of everything else it says what it says of words that
// nobody ever sent.
package verifying

import (
	"cmp"
	"context"
	"embed"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"path/filepath"
	"strings"
	"time"

	"pressroom/internal/language"
	"pressroom/internal/provenance"
	"pressroom/internal/release"
	"pressroom/internal/verify"
	"pressroom/internal/web/page"
)

//go:embed pages
var files embed.FS

var askPage = page.Parse(files, "pages/verifying.html")

// Path is where the page is.
const Path = "/verify"

// Finder looks words up.
type Finder interface {
	Find(ctx context.Context, name string, data []byte) (*provenance.Finding, error)
}

// Verifying is the page.
type Verifying struct {
	*page.Site
	finder Finder
	turns  page.Queue // of what is compared at once
	places *page.Places
}

// Limits of what a stranger hands in.
const (
	maxBytes   = 12 << 20
	inMemory   = 1 << 20
	atOnce     = 2
	waiting    = 20 // that wait for their turn, all together
	ofOne      = 2  // and of one address
	maxShown   = 12 // differences
	maxBeside  = 12 // lines
	maxAnswer  = 20 * time.Second
	maxOfShown = 400 // characters
)

// New returns the page.
func New(site *page.Site, finder Finder) *Verifying {
	return &Verifying{Site: site, finder: finder, turns: page.NewQueue(atOnce), places: page.NewPlaces(waiting, ofOne)}
}

// Routes adds its address.
func (v *Verifying) Routes(mux *http.ServeMux) {
	mux.HandleFunc("GET "+Path, func(w http.ResponseWriter, r *http.Request) { v.show(w, r, http.StatusOK, view{}) })
	mux.HandleFunc("POST "+Path, v.ask)
}

// view is what the page shows.
type view struct {
	page.View
	Say      map[string]string
	Bad      string // what cannot be read
	Answered bool
	Found    *found
	Words    string // that were pasted
}

type found struct {
	Verdict, Sent string
	Language      string // of the release
	Good          bool
	Address       string // of the page that holds now
	Changes       []verify.Change
	More          string   // how many differences are not shown
	Left          []string // out
	Beside        []string
	Since         []string
}

// catalogue is that of the language in which the page is asked for, or of the newsroom's.
func (v *Verifying) catalogue(r *http.Request) *language.Catalogue {
	return v.Languages.ForReader(cmp.Or(r.URL.Query().Get("language"), v.Language))
}

// phrases are those that the page itself has, by their names there.
var phrases = map[string]language.VerifyPhrase{
	"text": language.VerifyText, "file": language.VerifyFile, "words": language.VerifyWords, "button": language.VerifyButton,
	"nothingSince": language.VerifyNothingSaid, "where": language.VerifyWhere, "paragraph": language.VerifyParagraph,
	"ours": language.VerifyOurs, "theirs": language.VerifyTheirs, "nothing": language.VerifyNothing, "left": language.VerifyLeft,
	"beside": language.VerifyBeside, "now": language.VerifyNow, "unknown": language.VerifyUnknown,
	"unknownText": language.VerifyUnknownText,
}

func (v *Verifying) show(w http.ResponseWriter, r *http.Request, status int, shown view) {
	cat := v.catalogue(r)
	shown.View = page.View{Site: v.Site, Language: cat.Tag, Title: cat.Verify(language.VerifyTitle)}
	shown.Say = make(map[string]string)
	for name, p := range phrases {
		shown.Say[name] = cat.Verify(p)
	}
	v.Show(w, status, askPage, shown)
}

func (v *Verifying) ask(w http.ResponseWriter, r *http.Request) {
	who, cat := v.Host(r), v.catalogue(r)
	if !v.Limits.Allow(Path + " " + who) {
		v.TooManyIn(w, cat.Tag)
		return
	}
	if !v.places.Take(who) {
		v.TooManyIn(w, cat.Tag)
		return
	}
	defer v.places.Free(who)
	ctx, cancel := context.WithTimeout(r.Context(), maxAnswer)
	defer cancel()
	name, data, err := handedIn(w, r)
	if r.MultipartForm != nil {
		defer r.MultipartForm.RemoveAll()
	}
	if bad := (*badForm)(nil); errors.As(err, &bad) {
		v.show(w, r, http.StatusBadRequest, view{Bad: cat.Verify(bad.say)})
		return
	}
	if !v.turns.Enter(ctx) {
		v.TooManyIn(w, cat.Tag)
		return
	}
	defer v.turns.Leave()
	shown := view{Answered: true, Words: r.FormValue("words")}
	f, err := v.finder.Find(ctx, name, data)
	if unread := (*provenance.UnreadableError)(nil); errors.As(err, &unread) {
		say := language.VerifyUnread
		if errors.Is(err, provenance.ErrNoWords) {
			say = language.VerifyNoWords
		}
		v.show(w, r, http.StatusUnprocessableEntity, view{Bad: cat.Verify(say), Words: shown.Words})
		return
	}
	if err != nil {
		v.Broken(w, err)
		return
	}
	if f != nil {
		shown.Found = told(f, cat)
	}
	v.show(w, r, http.StatusOK, shown)
}

// badForm is what was handed in that is no file and no words.
type badForm struct{ say language.VerifyPhrase }

func (e *badForm) Error() string { return string(e.say) }

// handedIn reads the form: a file, or words. What is wrong with it is a *badForm.
func handedIn(w http.ResponseWriter, r *http.Request) (name string, data []byte, err error) {
	r.Body = http.MaxBytesReader(w, r.Body, maxBytes)
	if err := r.ParseMultipartForm(inMemory); err != nil {
		if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) || errors.Is(err, multipart.ErrMessageTooLarge) {
			return "", nil, &badForm{language.VerifyLarge}
		}
		return "", nil, &badForm{language.VerifyAgain}
	}
	if f, head, err := r.FormFile("file"); err == nil {
		defer f.Close()
		if head.Size > 0 {
			if data, err = io.ReadAll(f); err != nil {
				return "", nil, &badForm{language.VerifyAgain}
			}
			return filepath.Base(head.Filename), data, nil
		}
	}
	if words := r.FormValue("words"); strings.TrimSpace(words) != "" {
		return "words.txt", []byte(words), nil
	}
	return "", nil, &badForm{language.VerifyChoose}
}

// told is a finding as the page shows it.
func told(f *provenance.Finding, cat *language.Catalogue) *found {
	zone := f.Of.Location()
	sent := cat.Instant(f.Sent().In(zone))
	out := &found{
		Sent: cat.Verify(language.VerifySentHidden, sent), Language: f.Language, Address: f.Of.Slug,
		Good: f.Result.Verdict >= verify.Unchanged, Beside: shortened(f.Result.Beside), Left: shortened(f.Result.Left),
	}
	if !f.Hidden {
		out.Sent = cat.Verify(language.VerifySent, sent, f.Of.Headline)
	}
	switch f.Result.Verdict {
	case verify.Genuine:
		out.Verdict = cat.Verify(language.VerifyGenuine)
	case verify.Unchanged:
		out.Verdict = cat.Verify(language.VerifyUnchanged, f.Result.Whole, f.Result.Of)
		if f.Result.Cut {
			out.Verdict += cat.Gap() + cat.Verify(language.VerifyCut)
		}
	case verify.Differs, verify.Unknown:
		out.Verdict = cat.Verify(language.VerifyDiffers)
	}
	out.Changes = f.Result.Changes[:min(len(f.Result.Changes), maxShown)]
	if more := len(f.Result.Changes) - len(out.Changes); more > 0 {
		out.More = cat.Verify(language.VerifyMore, more)
	}
	for i := range out.Changes {
		out.Changes[i].Ours, out.Changes[i].Theirs = short(out.Changes[i].Ours), short(out.Changes[i].Theirs)
	}
	for _, a := range f.Since {
		said := release.Amendment{Grade: release.Grade(a.Grade), At: a.At, Sentences: a.Sentences}
		out.Since = append(out.Since, said.Line(cat, f.Language, zone))
	}
	return out
}

func shortened(lines []string) (out []string) {
	for _, l := range lines[:min(len(lines), maxBeside)] {
		out = append(out, short(l))
	}
	return out
}

func short(s string) string {
	if r := []rune(s); len(r) > maxOfShown {
		return string(r[:maxOfShown]) + " …"
	}
	return s
}
