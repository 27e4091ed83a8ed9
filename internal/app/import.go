package app

import (
	"errors"
	"net/mail"
	"os"
	"path/filepath"

	"pressroom/internal/importer"
	"pressroom/internal/release"
	"pressroom/internal/workspace"
)

// Understand reads an existing release, in whatever form it comes. lang is its
// language, "" where its words tell it.
func (a *App) Understand(name string, data []byte, lang string) (*importer.Result, error) {
	return importer.Import(name, data, importer.Options{Today: a.world.Now().In(a.Zone()), Language: lang, Email: pressAddress(a.Workspace)})
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
		return "", errors.New("the headline makes no slug; name one with --slug")
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
