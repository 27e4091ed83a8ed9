// Package assist is what an editor tells whoever writes a release: what can stand at a
// place, what stands there, where it is set, what the file holds, and what to write in
// the place of what is wrong.
//
// A Text is the file as it is being written, whole or not; every function takes it with
// an offset in bytes. The language server and the editor in the browser both ask here.
package assist

import (
	"time"

	"pressroom/internal/contacts"
	"pressroom/internal/frontmatter"
	"pressroom/internal/release"
)

// Text is a release's file as an editor holds it.
type Text struct {
	Name string // in the workspace, as in releases/river.md
	// Translation tells that it is not the release's own file; Main is that one then.
	Translation bool
	Main        []byte
	Src         []byte
}

// Facts are what is known beside the text.
type Facts struct {
	Settings release.Settings
	Book     *contacts.Book
	// Files are the names that a release can give to pictures and documents, as in media/photo.jpg.
	Files []string
	Now   time.Time
}

// Completion is something that can stand at a place.
type Completion struct {
	Label  string
	Detail string // what it is, in a few words
	// Insert is written in the place of Span; Caret is how many bytes of it stand before the
	// cursor then.
	Insert string
	Caret  int
	Span   frontmatter.Span
	Kind   Kind
}

// Kind is what a completion stands for.
type Kind string

// The kinds of completions.
const (
	Key   Kind = "key"
	Value Kind = "value"
	Block Kind = "block" // a table, or a marker of the text
)

// Place is somewhere in a file of the workspace.
type Place struct {
	File string
	// Line counts from 1, Column in characters from 1.
	Line, Column int
}

// Symbol is a part of a file.
type Symbol struct {
	Name, Detail string
	Span         frontmatter.Span // all of it
	At           frontmatter.Span // its name
	Heading      bool             // of the text, not of the front matter
	Within       []Symbol
}
