package draft

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"pressroom/internal/frontmatter"
	"pressroom/internal/workspace"
)

// Exchange puts another file in the place of one that a [[media]] or [[document]] of a release
// names, as in media/harbor.jpg: edit changes the table in the release's own file, and the text
// and the files of other languages name the new one wherever they named the old. No other byte
// is touched, and the old file stays where it is.
func (f *Folder) Exchange(ctx context.Context, slug, old, file string, edit func(doc *frontmatter.Document) ([]byte, error)) error {
	return f.changes(ctx, slug, func(read reader) (all []Change, err error) {
		sources, err := f.Sources(slug)
		if err != nil {
			return nil, err
		}
		now := make(map[string][]byte)
		for i, s := range sources {
			c := Change{File: s.Name}
			if c.Before, err = read(s.Name); err != nil {
				return nil, fmt.Errorf("reading release: %w", err)
			}
			doc, diags := frontmatter.Split(s.Name, c.Before)
			if doc == nil {
				return nil, diags
			}
			if i == 0 {
				if doc, err = changed(doc, edit); err != nil {
					return nil, err
				}
			}
			if i > 0 || !names(doc, old) {
				if doc, err = renamed(doc, old, file); err != nil {
					return nil, err
				}
			}
			c.After = doc.Src
			all, now[s.Name] = append(all, c), c.After
			if i == 0 && names(doc, old) { // another table still has it
				break
			}
		}
		return all, f.stillReads(slug, now)
	})
}

// changed is a file as it is read once it was edited.
func changed(doc *frontmatter.Document, edit func(doc *frontmatter.Document) ([]byte, error)) (*frontmatter.Document, error) {
	out, err := edit(doc)
	if err != nil {
		return nil, err
	}
	next, diags := frontmatter.Split(doc.Name, out)
	if next == nil {
		return nil, diags
	}
	return next, nil
}

// filed are the tables that name files.
var filed = []string{"media", "document"}

// names tells whether a table of a file names another file.
func names(doc *frontmatter.Document, file string) bool {
	return slices.ContainsFunc(filed, func(table string) bool {
		for i := range doc.Len(table) {
			if doc.Within(frontmatter.Index(table, i))["file"] == file {
				return true
			}
		}
		return false
	})
}

// renamed is a release's file in which another file has a new name, in its tables and where the
// text shows it.
func renamed(doc *frontmatter.Document, old, file string) (*frontmatter.Document, error) {
	var err error
	for _, table := range filed {
		for i := range doc.Len(table) {
			at := frontmatter.Index(table, i)
			if doc.Within(at)["file"] != old {
				continue
			}
			set := func(doc *frontmatter.Document) ([]byte, error) { return doc.Set(at, "file", frontmatter.Quote(file)) }
			if doc, err = changed(doc, set); err != nil {
				return nil, err
			}
		}
	}
	shown := regexp.MustCompile(`(\]\(\s*<?|\]:[ \t]*<?)` + regexp.QuoteMeta(old) + `([>)\s]|$)`)
	return changed(doc, func(doc *frontmatter.Document) ([]byte, error) {
		body := shown.ReplaceAll(doc.Src[doc.Body.Start:doc.Body.End], []byte("${1}"+strings.ReplaceAll(file, "$", "$$")+"${2}"))
		return slices.Concat(doc.Src[:doc.Body.Start], body, doc.Src[doc.Body.End:]), nil
	})
}

// Uses are the files of the workspace that name one beside the releases, as in media/harbor.jpg:
// those of releases, and the settings. Whatever holds its name counts.
func (f *Folder) Uses(file string) (out []string, err error) {
	name := []byte(path.Base(file))
	slugs, err := f.w.Releases()
	if err != nil {
		return nil, err
	}
	for _, slug := range slugs {
		sources, err := f.Sources(slug)
		if err != nil {
			return nil, err
		}
		for _, s := range sources {
			if bytes.Contains(s.Data, name) {
				out = append(out, s.Name)
			}
		}
	}
	settings, err := f.w.ReadOwn(workspace.SettingsFile)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if bytes.Contains(settings, name) {
		out = append(out, workspace.SettingsFile)
	}
	return out, nil
}

// UsedError says that a file is not deleted since others name it.
type UsedError struct {
	File string
	By   []string
}

func (e *UsedError) Error() string {
	return fmt.Sprintf("%s is used by %s; it stays", e.File, strings.Join(e.By, ", "))
}

// Discard deletes a file beside the releases which nothing in the workspace names.
func (f *Folder) Discard(ctx context.Context, file string) error {
	if path.Dir(file) != "media" || strings.HasPrefix(path.Base(file), ".") {
		return fmt.Errorf("%q is no file beside the releases, as media/harbor.jpg is", file)
	}
	used, err := f.Uses(file)
	if err != nil {
		return err
	}
	if len(used) > 0 {
		return &UsedError{file, used}
	}
	return f.w.EditFile(ctx, "releases/"+file, func(there []byte) ([]byte, error) {
		if there == nil {
			return nil, fmt.Errorf("there is no %s in the folder", file)
		}
		return nil, nil
	})
}
