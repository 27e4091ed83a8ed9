package app

import (
	"cmp"
	"fmt"
	"net/mail"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"

	"pressroom/internal/importer"
	"pressroom/internal/importer/archive"
	"pressroom/internal/release"
	"pressroom/internal/workspace"
)

// Understand reads an existing release, in whatever form it comes. lang is its
// language, "" where its words tell it.
func (a *App) Understand(name string, data []byte, lang, issuer string) (*importer.Result, error) {
	return one(name, data, a.importing(Known{Language: lang, Issuer: issuer}))
}

// one reads one release: with the front matter of another system, or in any other form.
func one(name string, data []byte, o importer.Options) (*importer.Result, error) {
	r, ok, err := archive.One(name, data, o)
	if !ok {
		r, err = importer.Import(name, data, o)
	}
	if err == nil {
		r.Slug = slugOf(name, r.Slug)
	}
	return r, err
}

// slugOf is the headline's, or where that has no letter that a slug may have, as a Japanese
// one, the file's.
func slugOf(name, headline string) string {
	slug := cmp.Or(headline, importer.Slug(strings.TrimSuffix(name, filepath.Ext(name))), "release")
	if !release.ValidSlug(slug) {
		slug = "release-" + slug
	}
	return slug
}

// UnderstandFile reads an existing release that lies in a folder, with the pictures that lie
// there beside it or below.
func (a *App) UnderstandFile(file string, data []byte, known Known) (*importer.Result, error) {
	o := a.importing(known)
	o.Beside = func(address string) string { return lyingBeside(filepath.Dir(file), address) }
	return one(filepath.Base(file), data, o)
}

// lyingBeside is the picture of a folder that an address names, "" where there is none: by
// a path that leads nowhere else, and no link.
func lyingBeside(dir, address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "" || u.Host != "" || !filepath.IsLocal(u.Path) || !importer.IsPicture(u.Path) {
		return ""
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return ""
	}
	defer root.Close()
	if info, err := root.Lstat(u.Path); err != nil || !info.Mode().IsRegular() || info.Size() > importer.MaxBytes {
		return ""
	}
	return path.Clean(u.Path)
}

// TakePictures copies the pictures that lay beside a source in dir to where its releases
// have them, and returns how many. What is there already stays.
func (a *App) TakePictures(dir string, list []importer.Media) (taken int, err error) {
	if len(list) == 0 {
		return 0, nil
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return 0, err
	}
	defer root.Close()
	for _, m := range list {
		name := "releases/" + m.To
		if _, err := os.Lstat(filepath.Join(a.Workspace.Dir, filepath.FromSlash(name))); err == nil {
			continue
		}
		data, err := root.ReadFile(filepath.FromSlash(m.From))
		if err != nil {
			return taken, fmt.Errorf("taking the picture %s: %w", m.From, err)
		}
		if err := a.Workspace.Write(name, data); err != nil {
			return taken, err
		}
		taken++
	}
	return taken, nil
}

// HasRelease tells whether the folder holds a release of a slug.
func (a *App) HasRelease(slug string) bool {
	_, err := os.Lstat(filepath.Join(a.Workspace.Dir, "releases", slug+".md"))
	return err == nil && release.ValidSlug(slug)
}

// TakeIn writes what was understood into the workspace, under a slug, and returns
// the file.
func (a *App) TakeIn(slug string, r *importer.Result) (name string, err error) {
	if !release.ValidSlug(slug) {
		return "", fmt.Errorf("%q is no slug; name one of small letters, digits and hyphens with --slug", slug)
	}
	return a.begin(slug, r.Markdown, "choose another slug with --slug")
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
