package console

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"pressroom/internal/language"
	"pressroom/internal/wording"
	"pressroom/internal/workspace"
)

// Languages shows which languages there are or, of a file, what it lacks.
func (t *Terminal) Languages(file string, asJSON bool) error {
	w, err := workspace.Open(t.Dir)
	if file != "" {
		var set *language.Set // a workspace whose languages are wrong checks their files all the same
		if err == nil {
			set = w.Settings.Languages
		}
		return t.checkLanguage(set, file)
	}
	if err != nil {
		return err
	}
	return t.listLanguages(w.Settings.Languages, asJSON)
}

func (t *Terminal) listLanguages(set *language.Set, asJSON bool) error {
	all := set.Rows()
	if asJSON {
		return t.json(map[string]any{"languages": all})
	}
	w := t.table()
	fmt.Fprintln(w, "TAG\tNAME\tENGLISH\tFROM\tLACKS\tREAD\tON")
	for _, k := range all {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", k.Tag, k.Name, k.English, k.From, k.Missing(), k.ReadBy(),
			map[bool]string{true: "yes", false: "no"}[k.On])
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("writing the languages: %w", err)
	}
	return nil
}

func (t *Terminal) checkLanguage(set *language.Set, file string) error {
	path := file
	if !filepath.IsAbs(path) {
		path = filepath.Join(t.Dir, path)
	}
	data, err := workspace.ReadFile(path, 1<<20)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no file %s", file)
	}
	if err != nil {
		return err
	}
	c, diags := set.Check(language.File{Name: file, Data: data})
	for _, d := range diags {
		fmt.Fprintln(t.Stdout, d)
	}
	if c == nil {
		fmt.Fprintf(t.Stderr, "%s: %s\n", file, wording.Count(len(diags), "error"))
		return QuietError{}
	}
	for _, line := range c.Verdict() {
		fmt.Fprintf(t.Stdout, "%s: %s\n", file, line)
	}
	return nil
}
