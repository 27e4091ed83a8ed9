package draft

import (
	"context"
	"fmt"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
	"pressroom/internal/release"
)

// Edit changes the front matter of a release's file in a language ("" for its own)
// and touches no other byte; in another one than its own that has no file, the main
// one. The release is read again before it is written: an edit that would make it one
// that cannot be read, where it could be before, is refused.
func (f *Folder) Edit(ctx context.Context, slug, lang string, edit func(doc *frontmatter.Document) ([]byte, error)) error {
	return f.change(ctx, slug, func(read reader) (c Change, err error) {
		if c.File, err = f.fileOf(slug, lang); err != nil {
			return c, err
		}
		if c.Before, err = read(c.File); err != nil {
			return c, fmt.Errorf("reading release: %w", err)
		}
		c.After, err = f.edited(slug, c.File, c.Before, edit)
		return c, err
	})
}

// Try does what Edit does, and writes nothing: its error is the one that Edit would
// have now.
func (f *Folder) Try(slug, lang string, edit func(doc *frontmatter.Document) ([]byte, error)) error {
	sources, err := f.Sources(slug)
	if err != nil {
		return err
	}
	of := sources[0]
	for _, s := range sources {
		if s.Language == lang {
			of = s
			break
		}
	}
	_, err = f.edited(slug, of.Name, of.Data, edit)
	return err
}

// edited is a file of a release with an edit.
func (f *Folder) edited(slug, name string, src []byte, edit func(doc *frontmatter.Document) ([]byte, error)) ([]byte, error) {
	doc, diags := frontmatter.Split(name, src)
	if doc == nil {
		return nil, diags
	}
	out, err := edit(doc)
	if err != nil {
		return nil, err
	}
	return out, f.stillReads(slug, map[string][]byte{name: out})
}

// UnreadableError says that a release could not be read any more with an edit.
type UnreadableError struct{ Findings diagnostic.List }

func (e *UnreadableError) Error() string {
	return "the release could not be read with it: " + e.Findings.Error()
}

// fileOf is the file that holds a release's words in a language.
func (f *Folder) fileOf(slug, lang string) (string, error) {
	sources, err := f.Sources(slug)
	if err != nil {
		return "", err
	}
	for _, s := range sources {
		if s.Language == lang {
			return s.Name, nil
		}
	}
	return sources[0].Name, nil
}

// stillReads checks that a release with files changed, by their names, can be read, if it
// could be before.
func (f *Folder) stillReads(slug string, now map[string][]byte) error {
	sources, err := f.Sources(slug)
	if err != nil {
		return err
	}
	if before, _ := f.parse(slug, sources, nil); before == nil {
		return nil // it is being written on, and is wrong for other reasons
	}
	changed := make([]release.Source, len(sources))
	for i, s := range sources {
		if data, is := now[s.Name]; is {
			s.Data = data
		}
		changed[i] = s
	}
	if after, found := f.parse(slug, changed, nil); after == nil {
		return &UnreadableError{found}
	}
	return nil
}
