package cli

import (
	"fmt"
	"io"
	"net/mail"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"pressroom/internal/importer"
	"pressroom/internal/release"
	"pressroom/internal/workspace"
)

func (e *env) importCommand() *cobra.Command {
	var slug, lang string
	var show bool
	c := &cobra.Command{
		Use: "import FILE", Short: "Bring an existing release in, as Markdown with front matter",
		Long: `Bring an existing release in: plain text, Markdown, HTML, a Word document (.docx), a mail
(.eml), or the text that pdftotext takes out of a PDF; - reads from standard input.
It writes releases/<slug>.md with the release or embargo line, press contacts,
headline, dateline, body, boilerplates, and each quote with its speaker, title and
organisation. What is not sure is marked with a comment in the file and told here.
An embargo or an hour of release of which no single instant is sure (no zone, two
readings, two that differ) is written as embargo = "?", which check, build and send
refuse until you write what is right.
Nothing is written over.`,
		Args: args(cobra.ExactArgs(1), "import takes one file"),
		RunE: func(_ *cobra.Command, a []string) error {
			if slug != "" && !release.ValidSlug(slug) {
				return usageError{fmt.Errorf("%q cannot name a release: small letters, digits and hyphens, as in river-report", slug)}
			}
			w, err := e.workspace()
			if err != nil {
				return err
			}
			data, err := e.readImport(a[0])
			if err != nil {
				return err
			}
			zone, err := time.LoadLocation(w.Settings.Organization.Timezone)
			if err != nil {
				zone = time.UTC
			}
			r, err := importer.Import(filepath.Base(a[0]), data, importer.Options{Today: e.now().In(zone), Language: lang, Email: pressAddress(w)})
			if err != nil {
				return err
			}
			if show {
				_, err := e.stdout.Write(r.Markdown)
				return err
			}
			if slug == "" {
				slug = r.Slug
			}
			return e.writeImport(w, slug, r)
		},
	}
	c.Flags().StringVar(&slug, "slug", "", "the release's slug (default: from the headline)")
	c.Flags().StringVar(&lang, "language", "", "the language of the source, as in es (default: told by its words)")
	c.Flags().BoolVar(&show, "stdout", false, "show the file instead of writing it")
	return c
}

// pressAddress is where the workspace's mail comes from.
func pressAddress(w *workspace.Workspace) string {
	for _, s := range []string{w.Settings.Mail.ReplyTo, w.Settings.Mail.From} {
		if a, err := mail.ParseAddress(s); err == nil {
			return a.Address
		}
	}
	return "press@pressroom.invalid"
}

// readImport reads a file, or standard input, up to what can be imported.
func (e *env) readImport(name string) ([]byte, error) {
	in := io.Reader(os.Stdin)
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("importing: %w", err)
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, importer.MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("importing %s: %w", name, err)
	}
	return data, nil
}

func (e *env) writeImport(w *workspace.Workspace, slug string, r *importer.Result) error {
	if !release.ValidSlug(slug) {
		return fmt.Errorf("the headline makes no slug; name one with --slug")
	}
	name := filepath.Join(w.Dir, "releases", slug+".md")
	if _, err := os.Lstat(name); err == nil {
		return fmt.Errorf("%s exists already; choose another slug with --slug", name)
	}
	if err := w.Write("releases/"+slug+".md", r.Markdown); err != nil {
		return err
	}
	for _, q := range r.Quotes {
		who := q.Speaker
		if who == "" {
			who = "unnamed"
		}
		fmt.Fprintf(e.stderr, "quote %s: %s, %s\n", q.ID, who, q.Org)
	}
	for _, u := range r.Unsure {
		fmt.Fprintf(e.stderr, "please look: %s\n", u)
	}
	fmt.Fprintf(e.stderr, "%s; pressroom check %s says what is left to do\n", count(len(r.Quotes), "quote"), slug)
	fmt.Fprintln(e.stdout, name)
	return nil
}
