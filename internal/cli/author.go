package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	samplelists "pressroom/contacts"
	"pressroom/internal/compile"
	"pressroom/internal/draft"
	"pressroom/internal/frontmatter"
	"pressroom/internal/release"
	"pressroom/internal/workspace"
	samplereleases "pressroom/releases"
	"pressroom/templates"
)

// sampleSlug names the sample release.
const sampleSlug = "harbor-water-report"

func (e *env) initCommand() *cobra.Command {
	var empty bool
	c := &cobra.Command{
		Use: "init [DIR]", Short: "Make a workspace, with a sample release and press lists to change",
		Args: args(cobra.MaximumNArgs(1), "init takes one folder"),
		RunE: func(_ *cobra.Command, a []string) error {
			dir := e.dir
			switch {
			case len(a) == 1 && filepath.IsAbs(a[0]):
				dir = a[0]
			case len(a) == 1:
				dir = filepath.Join(e.dir, a[0])
			}
			if err := e.makeWorkspace(dir, empty, nextMorning(e.now())); err != nil {
				return err
			}
			fmt.Fprintf(e.stdout, "%s is a workspace.\n", dir)
			if empty {
				fmt.Fprintf(e.stdout, "Next: pressroom -C %s new my-release\n", dir)
				return nil
			}
			fmt.Fprintf(e.stdout, "Next: pressroom -C %s check\n      pressroom -C %s build\n      pressroom -C %s send %s --dry-run\n", dir, dir, dir, sampleSlug)
			return nil
		},
	}
	c.Flags().BoolVar(&empty, "empty", false, "without the sample release and press lists")
	return c
}

// nextMorning is nine o'clock of the next day in the sample's zone.
func nextMorning(now time.Time) time.Time {
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		zone = time.UTC
	}
	y, m, d := now.In(zone).Date()
	return time.Date(y, m, d+1, 9, 0, 0, 0, zone)
}

// makeWorkspace writes a new workspace. It never writes over a file.
func (e *env) makeWorkspace(dir string, empty bool, embargo time.Time) error {
	if _, err := os.Stat(filepath.Join(dir, workspace.SettingsFile)); err == nil {
		return fmt.Errorf("%s is a workspace already: there is a %s", dir, workspace.SettingsFile)
	}
	files := map[string][]byte{}
	gather := func(fsys fs.FS, prefix string) error {
		return fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(fsys, name)
			files[filepath.Join(prefix, filepath.FromSlash(strings.Replace(name, "gitignore", ".gitignore", 1)))] = data
			return err
		})
	}
	errs := []error{gather(templates.Initial(), "")}
	if !empty {
		errs = append(errs, gather(samplereleases.Files, "releases"), gather(samplelists.Files, "contacts"))
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("reading the samples: %w", err)
	}
	name := filepath.Join("releases", sampleSlug+".md")
	if src, ok := files[name]; ok {
		dated, err := setEmbargo(src, embargo)
		if err != nil {
			return err
		}
		files[name] = dated
	}
	for name := range files {
		if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
			return fmt.Errorf("%s exists already; init writes over nothing", filepath.Join(dir, name))
		}
	}
	for name, data := range files {
		if err := workspace.WriteFile(filepath.Join(dir, name), data); err != nil {
			return err
		}
	}
	for _, d := range []string{"releases", "contacts"} {
		if err := os.MkdirAll(filepath.Join(dir, d), 0o755); err != nil {
			return fmt.Errorf("making %s: %w", d, err)
		}
	}
	return nil
}

// setEmbargo gives a release's source another embargo.
func setEmbargo(src []byte, at time.Time) ([]byte, error) {
	doc, diags := frontmatter.Split(sampleSlug+".md", src)
	if doc == nil {
		return nil, diags
	}
	return doc.Set("", "embargo", at.Format("2006-01-02T15:04:05-07:00"))
}

func (e *env) newCommand() *cobra.Command {
	return &cobra.Command{
		Use: "new SLUG", Short: "Begin a release from a skeleton",
		Args: args(cobra.ExactArgs(1), "new takes the release's slug, as in river-report"),
		RunE: func(_ *cobra.Command, a []string) error {
			slug := strings.TrimSuffix(filepath.Base(a[0]), ".md")
			if !release.ValidSlug(slug) {
				return usageError{fmt.Errorf("%q cannot name a release: small letters, digits and hyphens, as in river-report", slug)}
			}
			w, err := e.workspace()
			if err != nil {
				return err
			}
			name := filepath.Join(w.Dir, "releases", slug+".md")
			if _, err := os.Lstat(name); err == nil {
				return fmt.Errorf("%s exists already; choose another slug", name)
			}
			zone, err := time.LoadLocation(w.Settings.Organization.Timezone)
			if err != nil {
				zone = time.UTC
			}
			skeleton := templates.Skeleton(e.now().In(zone).Format(time.DateOnly))
			if err := w.Write("releases/"+slug+".md", []byte(skeleton)); err != nil {
				return err
			}
			fmt.Fprintln(e.stdout, name)
			return nil
		},
	}
}

// slugs turns arguments into slugs; without any, it lists all releases.
func slugs(w *workspace.Workspace, a []string) ([]string, error) {
	if len(a) == 0 {
		all, err := w.Releases()
		if err == nil && len(all) == 0 {
			err = errors.New("there are no releases here yet; pressroom new SLUG begins one, pressroom init makes a workspace")
		}
		return all, err
	}
	var out []string
	for _, arg := range a {
		slug, err := w.SlugOf(arg)
		if err != nil {
			return nil, err
		}
		out = append(out, slug)
	}
	return out, nil
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	if stem, ok := strings.CutSuffix(what, "ry"); ok {
		return fmt.Sprintf("%d %sries", n, stem)
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func (e *env) buildCommand() *cobra.Command {
	var out, org string
	var formats []string
	c := &cobra.Command{
		Use: "build [FILE…]", Short: "Compile releases to web page, email, text and PDF",
		Long: `Compile releases into OUT/<slug>/: <slug>.html (web page), .email.html, .txt and
.pdf, and <slug>.<language>.… for its other languages. A release with an embargo
is built twice: as it goes out, and as advance copy (<slug>.embargoed.…).
--format docx makes a Word document, for desks that paste from Word; --format card
the picture that social networks show beside a link, 1200 by 630 pixels.
--for ORG makes a partner's own edition of the same release (<slug>.for-<org>.…).`,
		RunE: func(cmd *cobra.Command, a []string) error {
			chosen, err := parseFormats(formats)
			if err != nil {
				return err
			}
			w, err := e.workspace()
			if err != nil {
				return err
			}
			list, err := slugs(w, a)
			if err != nil {
				return err
			}
			failed := false
			for _, slug := range list {
				if err := e.build(cmd.Context(), w, slug, out, org, chosen); err != nil {
					failed = true
					e.report(err)
				}
			}
			if failed {
				return quietError{}
			}
			return nil
		},
	}
	c.Flags().StringVar(&out, "out", "build", "the folder to write to, relative to the workspace")
	c.Flags().StringVar(&org, "for", "", "a partner's own edition: its contact, quote, logo and boilerplate first; the id of an [[org]]")
	c.Flags().StringSliceVar(&formats, "format", nil, "web, email, text, pdf, docx, card; several with commas (default the first four)")
	return c
}

func parseFormats(names []string) ([]compile.Format, error) {
	if len(names) == 0 {
		return compile.Formats, nil
	}
	var out []compile.Format
	for _, n := range names {
		known := false
		for _, f := range compile.AllFormats {
			if string(f) == strings.TrimSpace(n) {
				out, known = append(out, f), true
			}
		}
		if !known {
			return nil, usageError{fmt.Errorf("no format is called %q; there are web, email, text, pdf, docx and card", n)}
		}
	}
	return out, nil
}

func (e *env) build(ctx context.Context, w *workspace.Workspace, slug, out, org string, formats []compile.Format) error {
	text, err := draft.New(w).Read(slug)
	if err != nil {
		return err
	}
	in := text.Input
	if in == nil {
		return text.Findings
	}
	for _, d := range text.Findings {
		fmt.Fprintln(e.stderr, d)
	}
	if org != "" {
		if in, err = in.Edition(org); err != nil {
			return err
		}
	}
	all, err := in.All(ctx, formats, in.Variants())
	if err != nil {
		return err
	}
	dir := out
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(w.Dir, out)
	}
	for _, a := range all {
		path := filepath.Join(dir, slug, a.FileName(in.Release))
		if old, err := workspace.ReadFile(path, int64(len(a.Data))); err != nil || !bytes.Equal(old, a.Data) {
			if err := workspace.WriteFile(path, a.Data); err != nil {
				return err
			}
		}
		fmt.Fprintln(e.stdout, path)
	}
	return nil
}
