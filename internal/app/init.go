package app

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	samplelists "pressroom/contacts"
	"pressroom/internal/audience"
	"pressroom/internal/draft"
	"pressroom/internal/frontmatter"
	"pressroom/internal/release"
	"pressroom/internal/saying"
	"pressroom/internal/workspace"
	samplereleases "pressroom/releases"
	"pressroom/templates"
)

// SampleSlug names the sample release.
const SampleSlug = "harbor-water-report"

// sampleIssuer is the id of the organization that the sample release is of.
const sampleIssuer = "open-harbor"

// sampleOrgs stands above the invented organizations in the settings of somebody else.
const sampleOrgs = "# Those below are invented, for the sample release. When you take releases/" + SampleSlug +
	".md and its other language\n# away, take them out too, from the first [[org]] to the end, and write down your own.\n"

// Beginning is what a new workspace begins with.
type Beginning struct {
	Empty   bool // without the sample release and press lists
	Who     Identity
	Embargo time.Time // of the sample release
}

// NextMorning is nine o'clock of the next day in the sample's zone.
func NextMorning(now time.Time) time.Time {
	zone := sampleZone()
	y, m, d := now.In(zone).Date()
	return time.Date(y, m, d+1, 9, 0, 0, 0, zone)
}

// sampleZone is the zone that the sample release is in: an instant is written into it on that clock, and not on the
// one of the machine.
func sampleZone() *time.Location {
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		return time.UTC
	}
	return zone
}

// Init writes a new workspace. It never writes over a file.
func Init(dir string, b Beginning) error {
	if err := Vacant(dir); err != nil {
		return err
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
	if !b.Empty {
		errs = append(errs, gather(samplereleases.Files, "releases"), gather(samplelists.Files, "contacts"))
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("reading the samples: %w", err)
	}
	settings, err := b.Who.Settings(files[workspace.SettingsFile], b.Empty)
	if err != nil {
		return err
	}
	if !b.Empty && !bytes.Contains(settings, []byte(`"`+sampleIssuer+`"`)) { // the sample speaks of it still
		settings = append(settings, "\n[[org]]\nid = \""+sampleIssuer+"\"\nname = \"Open Harbor Alliance\"\n"...)
		settings = bytes.Replace(settings, []byte("\n[[org]]"), []byte("\n"+sampleOrgs+"[[org]]"), 1)
	}
	files[workspace.SettingsFile] = settings
	name := filepath.Join("releases", SampleSlug+".md")
	if src, ok := files[name]; ok {
		dated, err := setEmbargo(src, b.Embargo)
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
	doc, diags := frontmatter.Split(SampleSlug+".md", src)
	if doc == nil {
		return nil, diags
	}
	return doc.Set("", "embargo", at.In(sampleZone()).Format("2006-01-02T15:04:05-07:00"))
}

// NewRelease begins a release from the skeleton, and returns its file.
func (a *App) NewRelease(slug string) (name string, err error) {
	return a.begin(slug, a.skeleton(), "choose another slug")
}

// skeleton is a release to begin with, dated today.
func (a *App) skeleton() []byte {
	today := a.world.Now().In(a.Zone())
	named := cmp.Or(a.Workspace.Settings.Organization.Timezone, "America/New_York")
	return []byte(templates.Skeleton(today.Format(time.DateOnly), today.AddDate(0, 0, 1).Format(time.DateOnly), named, a.mailable()))
}

// mailable names the workspace's press lists and segments; none where they cannot be read, which check says.
func (a *App) mailable() []string {
	book, _, err := audience.NewLists(a.Workspace).Book(nil)
	if err != nil {
		return nil
	}
	names := slices.Clone(book.Lists())
	for _, s := range book.Segments() {
		names = append(names, s.Name)
	}
	return names
}

// Begin begins a release of which something is known, and returns its file.
func (a *App) Begin(slug string, b draft.Beginning) (name string, err error) {
	if err := NameOf(slug); err != nil {
		return "", err
	}
	text, err := draft.Begin(a.skeleton(), b)
	if err != nil {
		return "", err
	}
	return a.begin(slug, text, "choose another name")
}

// NameOf is an error where a slug can name no release; it says what could, made of the same words.
func NameOf(slug string) error {
	if !release.ValidSlug(slug) {
		like := release.Slugify(slug)
		if !release.ValidSlug(like) {
			like = "river-report"
		}
		return saying.Errorf("%q cannot name a release: small letters, digits and hyphens, as in %s", slug, like)
	}
	if release.Reserved(slug) {
		return saying.Errorf("%q cannot name a release: it is the address of another page; add a word, as in %s-report", slug, slug)
	}
	return nil
}

// begin writes a release's file where there is none; else it says what to do.
func (a *App) begin(slug string, text []byte, other string) (name string, err error) {
	name = filepath.Join(a.Workspace.Dir, "releases", slug+".md")
	if _, err := os.Lstat(name); err == nil {
		return "", fmt.Errorf("%s exists already; %s", name, other)
	}
	return name, a.Workspace.Write("releases/"+slug+".md", text)
}

// Zone is the zone of the organization.
func (a *App) Zone() *time.Location {
	return a.Workspace.Settings.Zone()
}

// ZoneOf is the zone of a dispatch's release, the organization's where there is none.
func (a *App) ZoneOf(ctx context.Context, dispatch string) *time.Location {
	if d, err := a.Ledger.Dispatch(ctx, dispatch); err == nil {
		return d.Location()
	}
	return a.Zone()
}
