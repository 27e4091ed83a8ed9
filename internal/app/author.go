package app

import (
	"context"
	"time"

	"pressroom/internal/assist"
	"pressroom/internal/diagnostic"
	"pressroom/internal/dispatch"
	"pressroom/internal/draft"
	"pressroom/internal/proof"
)

// Author is the program for whoever is writing a release: what is said of a text that an
// editor holds, by the checks that send makes, and what helps to write it.
type Author struct {
	*App
	live   *draft.Live
	proofs *proof.Desk
}

// Author is the program for whoever is writing.
func (a *App) Author() *Author {
	live := draft.NewLive(a.Workspace)
	return &Author{a, live, &proof.Desk{Workspace: a.Workspace, Live: live, Known: a.Known, Book: a.Book, Now: a.now}}
}

// Proof is a release in the forms in which it will be read.
func (s *Author) Proof(ctx context.Context, w proof.Wish) (*proof.Proof, error) {
	return s.proofs.Make(ctx, w)
}

// Dir is the workspace's folder.
func (s *Author) Dir() string { return s.Workspace.Dir }

// Read reads a file of the workspace.
func (s *Author) Read(name string) ([]byte, error) { return s.Workspace.ReadOwn(name) }

// Facts are what is known beside a text.
func (s *Author) Facts(ctx context.Context) (assist.Facts, error) {
	book, _, err := s.Book(ctx)
	if err != nil {
		return assist.Facts{}, err
	}
	return assist.Facts{
		Settings: s.Workspace.Settings.Settings, Book: book, Files: s.Workspace.Assets(), Now: s.world.Now().In(s.Zone()),
	}, nil
}

// Findings are what the checks say of a release, with what an editor holds in the place of
// files of the workspace, by their names.
func (s *Author) Findings(ctx context.Context, slug string, memory map[string][]byte) (diagnostic.List, error) {
	text, err := s.live.Over(memory).Read(slug)
	if err != nil {
		return nil, err
	}
	checked, err := s.said(ctx, text, memory)
	return checked.Findings, err
}

// said is what the checks say of a text.
func (s *Author) said(ctx context.Context, text *draft.Text, memory map[string][]byte) (dispatch.Checked, error) {
	book, lists, err := s.Book(ctx)
	if err != nil {
		return dispatch.Checked{}, err
	}
	now, err := s.now(ctx)
	if err != nil {
		return dispatch.Checked{}, err
	}
	look := draft.Look{Book: book, Lists: lists, Now: now, Mail: s.Workspace.Settings.Mail, Users: s.Workspace.Settings.Users}
	checker, err := dispatch.CheckerOf(ctx, s.Workspace.Settings, s.Ledger, s.live.Over(memory), look)
	if err != nil {
		return dispatch.Checked{}, err
	}
	checker.Known = s.Known
	return checker.Text(ctx, text)
}

// now is the database's time, or the machine's where there is none.
func (a *App) now(ctx context.Context) (time.Time, error) {
	if a.Ledger == nil {
		return a.world.Now(), nil
	}
	return a.Ledger.Now(ctx)
}
