package app

import (
	"bytes"
	"context"
	"path/filepath"

	"pressroom/internal/compile"
	"pressroom/internal/diagnostic"
	"pressroom/internal/draft"
	"pressroom/internal/workspace"
)

// Folder is the program on a workspace's folder alone, without a database.
func Folder(dir string, world World) (*App, error) {
	w, err := workspace.Open(dir)
	return &App{Workspace: w, world: world.whole()}, err
}

// Building says what is built of a release.
type Building struct {
	Out     string // the folder, relative to the workspace
	Org     string // whose edition; "" for the release itself
	Formats []compile.Format
}

// Built is what was built, and what is to be said of the release.
type Built struct {
	Findings diagnostic.List
	Files    []string // paths, in the order of the artefacts
}

// Build compiles a release into files. What is there already with the same bytes is
// not touched. What was done is returned also with an error; that of a release that
// cannot be read is all that Check finds in it.
func (a *App) Build(ctx context.Context, slug string, b Building) (built Built, err error) {
	text, err := draft.New(a.Workspace).Read(slug)
	if err != nil {
		return built, err
	}
	known, err := a.Known(ctx, slug)
	if err != nil {
		return built, err
	}
	if text, err = text.With(known); err != nil {
		return built, err
	}
	in := text.Input
	if in == nil {
		checked, _, err := a.Check(ctx, []string{slug})
		if err != nil {
			return built, err
		}
		return built, checked[0].Findings
	}
	in = in.Dated(a.world.Now())
	built.Findings = text.Findings
	if b.Org != "" {
		if in, err = in.Edition(b.Org); err != nil {
			return built, err
		}
	}
	all, err := in.All(ctx, b.Formats, in.Variants())
	if err != nil {
		return built, err
	}
	dir := b.Out
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(a.Workspace.Dir, dir)
	}
	for _, artefact := range all {
		path := filepath.Join(dir, slug, artefact.FileName(in.Release))
		if old, err := workspace.ReadFile(path, int64(len(artefact.Data))); err != nil || !bytes.Equal(old, artefact.Data) {
			if err := workspace.WriteFile(path, artefact.Data); err != nil {
				return built, err
			}
		}
		built.Files = append(built.Files, path)
	}
	return built, nil
}
