package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/spf13/cobra"

	"pressroom/internal/console"
	"pressroom/internal/language"
	"pressroom/internal/wording"
	"pressroom/internal/workspace"
)

func (e *env) languagesCommand() *cobra.Command {
	var file string
	var asJSON bool
	c := &cobra.Command{
		Use: "languages [--check FILE]", Annotations: anywhere, Short: "What languages there are, and what a language's file lacks",
		Long: language.Listing,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, a []string) error {
			w, err := e.workspace()
			if file != "" {
				var set *language.Set // a workspace whose languages are wrong checks their files all the same
				if err == nil {
					set = w.Settings.Languages
				}
				return e.checkLanguage(set, file)
			}
			if err != nil {
				return err
			}
			return e.listLanguages(w.Settings.Languages, asJSON)
		},
	}
	c.Flags().StringVar(&file, "check", "", "say what this file of a language lacks")
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

func (e *env) listLanguages(set *language.Set, asJSON bool) error {
	all := set.Rows()
	if asJSON {
		return e.JSON(map[string]any{"languages": all})
	}
	t := e.Table()
	fmt.Fprintln(t, "TAG\tNAME\tENGLISH\tFROM\tLACKS\tREAD\tON")
	for _, k := range all {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", k.Tag, k.Name, k.English, k.From, k.Missing(), k.ReadBy(),
			map[bool]string{true: "yes", false: "no"}[k.On])
	}
	if err := t.Flush(); err != nil {
		return fmt.Errorf("writing the languages: %w", err)
	}
	return nil
}

func (e *env) checkLanguage(set *language.Set, file string) error {
	path := file
	if !filepath.IsAbs(path) {
		path = filepath.Join(e.Dir, path)
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
		fmt.Fprintln(e.Stdout, d)
	}
	if c == nil {
		fmt.Fprintf(e.Stderr, "%s: %s\n", file, wording.Count(len(diags), "error"))
		return console.QuietError{}
	}
	for _, line := range c.Verdict() {
		fmt.Fprintf(e.Stdout, "%s: %s\n", file, line)
	}
	return nil
}
