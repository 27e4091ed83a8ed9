// Package draft is text being written: from the folder, or from an editor's memory
// over it, to what is said about it, to its artefacts, and back into its file.
//
// It is the one way for all that show, check, build or plan a release which
// somebody is writing. What is known of its quotes is given to it (release.Known).
// What was sent is compiled from its snapshot instead.
package draft

import (
	"errors"

	"pressroom/internal/check"
	"pressroom/internal/compile"
	"pressroom/internal/diagnostic"
	"pressroom/internal/release"
	"pressroom/internal/workspace"
)

// Folder is the releases of a workspace as they are being written.
type Folder struct {
	w      *workspace.Workspace
	memory map[string][]byte // what an editor holds, by the file's name
	keeper Keeper            // who keeps what is written; nil for nobody
	recent recent
}

// New is the folder of a workspace, as it lies on the disk.
func New(w *workspace.Workspace) *Folder { return &Folder{w: w} }

// Over is the folder with what an editor holds in memory in the place of its files,
// or beside them: by their names in the workspace, as in "releases/river.md". The
// disk is not touched.
func (f *Folder) Over(memory map[string][]byte) *Folder { return &Folder{w: f.w, memory: memory} }

// Reader reads many releases at one moment: templates, pictures and the list of
// files are read once. It may be used by several at once, and does not see what
// changes later.
type Reader struct {
	shelf  *workspace.Shelf
	loader *compile.Loader
}

// Reader is one that reads at this moment.
func (f *Folder) Reader() *Reader {
	return &Reader{f.w.Shelf().Over(f.memory), compile.NewLoader(f.w)}
}

// Live reads the folder again and again for whoever writes in it: it sees what changes, and
// keeps what was made of pictures that did not. It may be used by several at once.
type Live struct {
	w      *workspace.Workspace
	loader *compile.Loader
}

// NewLive is a Live of a workspace.
func NewLive(w *workspace.Workspace) *Live { return &Live{w, compile.NewLiveLoader(w)} }

// Over is a reader of the folder at this moment, with what an editor holds in the place of
// its files, by their names in the workspace.
func (l *Live) Over(memory map[string][]byte) *Reader {
	return &Reader{l.w.Shelf().Over(memory), l.loader}
}

// Text is a release as it was read.
type Text struct {
	Slug string
	// Findings are those of reading it.
	Findings diagnostic.List
	// Input is what its artefacts are compiled from; nil if a finding is an error.
	Input *compile.Input
	// Pending are the quotes without sign-off, of the release with those that are left out
	// because of that; nil before With.
	Pending []release.Pending

	reader  *Reader
	sources []release.Source
	part    *compile.Input // where Input is nil, what could be read of it; nil for nothing
}

// Read reads one release, whole. without names quotes that are left out, by their
// organisation or id. The error is for what cannot be read at all; what is wrong
// with a file is among the findings.
func (f *Folder) Read(slug string, without ...string) (*Text, error) {
	return f.Reader().Read(slug, without...)
}

// Read reads a release, as the method of the Folder does.
func (r *Reader) Read(slug string, without ...string) (*Text, error) {
	t := &Text{Slug: slug, reader: r}
	sources, err := r.shelf.Sources(slug)
	if errors.As(err, &t.Findings) {
		return t, nil
	}
	if err != nil {
		return nil, err
	}
	t.sources = sources
	in, found, err := r.loader.LoadInPart(slug, sources, without)
	if err != nil {
		return nil, err
	}
	if t.Findings = found; found.HasErrors() {
		t.part = in
	} else {
		t.Input = in
	}
	return t, nil
}

// With is the text as it is printed, with what is known of its quotes (nil for
// nothing): without those that nobody signed off, where the release leaves them out.
func (t *Text) With(known *release.Known) (*Text, error) {
	if t.Input == nil || len(t.Input.Unsigned) > 0 {
		return t, nil
	}
	out := *t
	out.Pending = t.Input.Release.Pending(known)
	left := release.LeftOut(out.Pending, t.Input.Release.Main().Language)
	if len(left) == 0 {
		return &out, nil
	}
	var err error
	if out.Input, out.Findings, err = t.reader.loader.Load(t.Slug, t.sources, t.Input.Without, left...); err != nil {
		return nil, err
	}
	return &out, nil
}

// Look is what is found in the text, with all that is known beside it. Of a text that
// could not be read it is what keeps it from that, and what else can be seen of it.
func (t *Text) Look(l Look) check.Verdict {
	if t.Input == nil {
		return check.Verdict{Findings: append(t.Findings, t.beside(l)...).Sort()}
	}
	v := l.at(t.Input, t.Pending)
	v.Findings = append(v.Findings, t.Findings...)
	return v
}

// beside is what is found in a text that could not be read whole, beside what keeps it from
// that: of its time nothing, where that may be what could not be read.
func (t *Text) beside(l Look) (out diagnostic.List) {
	if t.part == nil {
		return nil
	}
	told := make(map[string]bool)
	for _, d := range t.Findings {
		told[d.Rule] = true
	}
	for _, d := range l.words(t.part, nil).Findings {
		if !told[d.Rule] {
			out = append(out, d)
		}
	}
	return out
}

// Release reads the words of a release alone, without pictures and templates: what a
// page asks for at every click. What was read last is kept as long as the files stay
// as they are; it is shared, and not to be changed. The release is nil where a
// finding is an error.
func (f *Folder) Release(slug string, without ...string) (*release.Release, diagnostic.List, error) {
	sources, err := f.Sources(slug)
	if found := diagnostic.List(nil); errors.As(err, &found) {
		return nil, found, nil
	}
	if err != nil {
		return nil, nil, err
	}
	r, found := f.parse(slug, sources, without)
	return r, found, nil
}

// Sources are a release's files, the main language first.
func (f *Folder) Sources(slug string) ([]release.Source, error) {
	return f.w.Shelf().Over(f.memory).Sources(slug)
}
