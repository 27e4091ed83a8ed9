package dispatch

import (
	"bytes"
	"context"
	"errors"
	"time"

	"pressroom/internal/diagnostic"
	"pressroom/internal/draft"
	"pressroom/internal/frontmatter"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
)

// FileState is what became of the key in a release's file.
type FileState string

// The states.
const (
	FileWritten FileState = "written"   // or it was so already
	FileDiffers FileState = "differs"   // it differs otherwise too, and was left as it is
	FileGone    FileState = "gone"      // there is none
	FileLater   FileState = "later"     // what is stored does not bear the instant yet
	FileNotHere FileState = "elsewhere" // the folder is on another machine
)

// File has the key in the release's file be as what is scheduled has it, where nothing
// else in it differs from that: it is the last that is done.
func (e *Embargo) File(ctx context.Context, t ledger.Turn) (FileState, error) {
	if e.Folder == nil || e.Folder.Bare {
		return FileNotHere, nil
	}
	d, err := ledger.Current(ctx, e.Ledger.DB().Reader(), t.Slug)
	if err != nil {
		return "", err
	}
	state := FileGone
	switch {
	case d == nil: // it was cancelled since
	case d.Moved:
		return FileLater, nil
	default:
		if state, err = e.file(ctx, d); err != nil {
			return "", err
		}
	}
	if err := e.at("filed"); err != nil {
		return "", err
	}
	return state, e.Ledger.SetFiled(ctx, t)
}

// errDiffers is returned by an edit that is not made.
var errDiffers = errors.New("the file differs")

func (e *Embargo) file(ctx context.Context, d *ledger.Dispatch) (FileState, error) {
	s, err := ReadSnapshot(ctx, e.Ledger, d.ID)
	if err != nil {
		return "", err
	}
	texts := draft.New(e.Folder)
	if sources, err := texts.Sources(d.Slug); err != nil || len(sources) == 0 {
		return FileGone, nil // there is none, or none that can be read: check says so
	}
	want := s.Input.Sources[0].Data
	err = texts.Edit(ctx, d.Slug, "", retimed(s.Input.Release.Timing.At, want))
	if err == nil {
		return FileWritten, nil
	}
	if found := diagnostic.List(nil); errors.Is(err, errDiffers) || errors.As(err, &found) {
		return FileDiffers, nil
	}
	return "", err
}

// retimed is the edit that makes a file what is scheduled, where the key of its instant
// is all that is another.
func retimed(at time.Time, want []byte) func(doc *frontmatter.Document) ([]byte, error) {
	return func(doc *frontmatter.Document) ([]byte, error) {
		if bytes.Equal(doc.Src, want) {
			return doc.Src, nil
		}
		out, err := release.Retime(doc, at)
		if err != nil || !bytes.Equal(out, want) {
			return nil, errDiffers
		}
		return out, nil
	}
}
