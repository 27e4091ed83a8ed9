// Package verifying is the public page on which everybody can see whether what they have
// in hand is what was sent: a file, or words that they paste.
//
// It knows what is public, and was: of everything else it says what it says of words that
// nobody ever sent.
package verifying

import (
	"context"
	"embed"
	"errors"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"time"

	"pressroom/internal/provenance"
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
	mux.HandleFunc("GET "+Path, func(w http.ResponseWriter, _ *http.Request) { v.show(w, http.StatusOK, view{}) })
	mux.HandleFunc("POST "+Path, v.ask)
}

// view is what the page shows.
type view struct {
	page.View
	Bad      string // what cannot be read
	Answered bool
	Found    *found
	Words    string // that were pasted
}

type found struct {
	Verdict, Release, Went, Language string
	Good                             bool
	Address                          string // of the page that holds now
	Changes                          []verify.Change
	More                             int // differences that are not shown
	Beside                           []string
	Since                            []since
}

type since struct{ At, What, Sentence string }

func (v *Verifying) show(w http.ResponseWriter, status int, shown view) {
	shown.View = page.View{Site: v.Site, Language: "en", Title: "Is it what was sent?"}
	v.Show(w, status, askPage, shown)
}

func (v *Verifying) ask(w http.ResponseWriter, r *http.Request) {
	who := v.Host(r)
	if !v.Limits.Allow(Path + " " + who) {
		v.TooMany(w)
		return
	}
	name, data, err := handedIn(w, r)
	if err != nil {
		v.show(w, http.StatusBadRequest, view{Bad: sentence(err)})
		return
	}
	if !v.places.Take(who) {
		v.TooMany(w)
		return
	}
	defer v.places.Free(who)
	ctx, cancel := context.WithTimeout(r.Context(), maxAnswer)
	defer cancel()
	if !v.turns.Enter(ctx) {
		v.TooMany(w)
		return
	}
	defer v.turns.Leave()
	shown := view{Answered: true, Words: r.FormValue("words")}
	f, err := v.finder.Find(ctx, name, data)
	if unread := (*provenance.UnreadableError)(nil); errors.As(err, &unread) {
		v.show(w, http.StatusUnprocessableEntity, view{Bad: sentence(unread), Words: shown.Words})
		return
	}
	if err != nil {
		v.Broken(w, err)
		return
	}
	if f != nil {
		shown.Found = told(f)
	}
	v.show(w, http.StatusOK, shown)
}

// errNothing is said where neither a file nor words were handed in.
var errNothing = errors.New("choose a file, or paste the words")

// handedIn reads the form: a file, or words.
func handedIn(w http.ResponseWriter, r *http.Request) (name string, data []byte, err error) {
	r.Body = http.MaxBytesReader(w, r.Body, maxBytes)
	if err := r.ParseMultipartForm(inMemory); err != nil {
		if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
			return "", nil, errors.New("that is larger than 12 MB; paste its words instead")
		}
		return "", nil, errors.New("the form could not be read; try it again")
	}
	defer r.MultipartForm.RemoveAll()
	if f, head, err := r.FormFile("file"); err == nil {
		defer f.Close()
		if head.Size > 0 {
			data, err := io.ReadAll(f)
			return filepath.Base(head.Filename), data, err
		}
	}
	if words := r.FormValue("words"); strings.TrimSpace(words) != "" {
		return "words.txt", []byte(words), nil
	}
	return "", nil, errNothing
}

const clock = "January 2, 2006, 15:04 UTC"

// told is a finding as the page shows it.
func told(f *provenance.Finding) *found {
	out := &found{
		Went: f.Sent().UTC().Format(clock), Language: f.Language, Address: f.Of.Slug,
		Good: f.Result.Verdict >= verify.Unchanged, Beside: f.Result.Beside[:min(len(f.Result.Beside), maxBeside)],
	}
	if !f.Hidden {
		out.Release = f.Of.Headline
	}
	out.Verdict = strings.ToUpper(f.Result.String()[:1]) + f.Result.String()[1:] + "."
	out.Changes = f.Result.Changes[:min(len(f.Result.Changes), maxShown)]
	out.More = len(f.Result.Changes) - len(out.Changes)
	for i := range out.Changes {
		out.Changes[i].Ours, out.Changes[i].Theirs = short(out.Changes[i].Ours), short(out.Changes[i].Theirs)
	}
	for _, a := range f.Since {
		out.Since = append(out.Since, since{a.At.UTC().Format(clock), provenance.Graded(a.Grade), a.Sentences[f.Language]})
	}
	return out
}

// sentence is an error as a page says it.
func sentence(err error) string {
	r := []rune(err.Error())
	return strings.ToUpper(string(r[:1])) + string(r[1:]) + "."
}

func short(s string) string {
	if r := []rune(s); len(r) > maxOfShown {
		return string(r[:maxOfShown]) + " …"
	}
	return s
}
