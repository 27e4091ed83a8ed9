// Package app is the program put together once: workspace, database, services,
// servers, workers and jobs. Commands open it and call one function of a service;
// a test starts it as main does.
package app

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"time"

	"pressroom/internal/agreement"
	"pressroom/internal/audience"
	"pressroom/internal/certificate"
	"pressroom/internal/coalition"
	"pressroom/internal/dispatch"
	"pressroom/internal/fetches"
	"pressroom/internal/ledger"
	"pressroom/internal/links"
	"pressroom/internal/lists"
	"pressroom/internal/office"
	"pressroom/internal/people"
	"pressroom/internal/publication"
	"pressroom/internal/revisions"
	"pressroom/internal/search"
	"pressroom/internal/store"
	"pressroom/internal/transport"
	"pressroom/internal/workspace"
)

// World is what the program has of the world. Its zero value is the machine's own
// clock, and silence.
type World struct {
	Now func() time.Time
	// User is who works with it, by their address, "" where that is not known.
	User string
	Log  *slog.Logger
	// Say is where it is printed what whoever started the program wants to know;
	// nil for nowhere.
	Say io.Writer
}

// App is the program on one workspace. Close must be called.
type App struct {
	Workspace *workspace.Workspace
	Ledger    *ledger.Ledger
	People    *people.Desk
	// Agreements are what journalists have said of embargoes.
	Agreements *agreement.Desk
	// Revisions is what the files of releases held.
	Revisions *revisions.Desk
	Coalition *coalition.Desk
	Links     *links.Desk
	// Office is who comes in to the press office from elsewhere.
	Office *office.Desk
	// Embargo is what can be done with an embargo while it runs.
	Embargo *dispatch.Embargo
	// Desk is the press lists, changed by hand.
	Desk *lists.Desk
	// Public is what everybody can read. It keeps up with the database while Serve runs.
	Public *publication.Reader
	// Searched is what can be found in it. It keeps up with that while Serve runs.
	Searched *search.Index
	// Fetched counts how often what is public is fetched. It is written down while Serve
	// runs.
	Fetched *fetches.Counter
	lists   *audience.Lists
	world   World
	// again has Serve end and say that it is to begin anew; nil where it does not run.
	again func()
	// certificate is that of the public pages once Serve has opened them over TLS; nil
	// before, and where it does not.
	certificate *certificate.Keeper
}

// Open opens the workspace in a folder, and its database, which is made if there
// is none.
func Open(ctx context.Context, dir string, world World) (*App, error) {
	w, err := workspace.Open(dir)
	if err != nil {
		return nil, err
	}
	return On(ctx, w, world)
}

// Look opens a workspace for what only reads. Without a database there are no
// services: all but Workspace is nil.
func Look(ctx context.Context, dir string, world World) (*App, error) {
	w, err := workspace.Open(dir)
	if err != nil {
		return nil, err
	}
	if !store.Exists(w.StateDir(), w.DatabaseURL()) {
		world = world.whole()
		return &App{Workspace: w, lists: audience.NewLists(w), Desk: lists.NewDesk(w, world.Now), world: world}, nil
	}
	return On(ctx, w, world)
}

// On is the program on a workspace that is open.
func On(ctx context.Context, w *workspace.Workspace, world World) (*App, error) {
	if w.DatabaseURL() == "" || w.Settings.Mail.SMTP == workspace.Sandbox {
		if err := w.MakeStateDir(); err != nil {
			return nil, err
		}
	}
	db, err := store.Open(ctx, w.StateDir(), w.DatabaseURL())
	if err != nil {
		return nil, err
	}
	world = world.whole()
	l := ledger.New(db, world.Now)
	world.Log = hushed(world.Log, w, l)
	a := &App{
		lists: audience.NewLists(w), Desk: lists.NewDesk(w, world.Now),
		Workspace: w, Ledger: l, world: world,
		People:    people.New(l, world.Now, w.Settings.Server.PublicURL),
		Coalition: coalition.New(l, w, world.Now, w.Settings.Server.PublicURL),
	}
	a.Revisions = revisions.New(db, w, world.Now)
	a.Embargo = &dispatch.Embargo{Ledger: l, Folder: w}
	l.WentOut = func(ctx context.Context, tx *store.Tx, slug string) error {
		if err := l.Free(ctx, tx, slug); err != nil {
			return err
		}
		return a.Coalition.WentOut(ctx, tx, slug)
	}
	l.Amended = a.Coalition.WasAmended
	a.Coalition.Log = world.Log
	a.Public = publication.New(db, l, world.Log)
	l.OnLift = a.Public.Wake
	a.Searched = search.New(db, a.Public, world.Log)
	a.Fetched = fetches.New(db, world.Now, world.Log)
	a.People.Languages = w.Settings.Languages
	a.Agreements = agreement.New(l, world.Now, w.Settings)
	a.Agreements.Honour = a.People.HonourIn
	a.People.Agreements = a.Agreements
	a.Agreements.Fresh = func(ctx context.Context, id, artefact, reference string) ([]byte, error) {
		return dispatch.Fresh(ctx, l, id, artefact, reference)
	}
	a.Embargo.Close = a.Agreements.Close
	a.Office = office.New(l, world.Now, &w.Settings)
	a.Links = links.New(l, world.Now, w.Settings.Organization.Name, map[string]links.Issuer{
		coalition.LinkPurpose: a.Coalition, people.LinkPurpose: a.People,
		agreement.LinkPurpose: a.Agreements, office.LinkPurpose: a.Office,
	})
	a.Office.Mail(a.Links)
	a.Office.ProvidedBy(w.OIDCSecret)
	a.Links.Languages = w.Settings.Languages
	return a, nil
}

func (w World) whole() World {
	if w.Now == nil {
		w.Now = time.Now
	}
	if w.Log == nil {
		w.Log = slog.New(slog.DiscardHandler)
	}
	if w.Say == nil {
		w.Say = io.Discard
	}
	return w
}

// Close closes the database.
func (a *App) Close() error {
	if a.Ledger == nil {
		return nil
	}
	return a.Ledger.DB().Close()
}

// DB is the database below the services.
func (a *App) DB() *store.DB { return a.Ledger.DB() }

// ReadyToSend is an error where nothing may be sent from this database; it also
// leaves for workers without a folder how mail leaves.
func (a *App) ReadyToSend(ctx context.Context) error {
	if err := a.DB().Armed(ctx); err != nil {
		return err
	}
	return transport.Share(ctx, a.Workspace, a.Ledger)
}

// Moved is an error if the workspace was moved to another database: what this one
// holds is old.
func (a *App) Moved(ctx context.Context) error {
	if err := a.DB().Armed(ctx); errors.Is(err, store.ErrMoved) {
		return err
	}
	return nil
}

// SecondRelay is the address of the second relay, transport.ErrNoSecond where the
// settings name none.
func (a *App) SecondRelay(ctx context.Context) (string, error) {
	t, err := transport.Load(ctx, a.Workspace, a.Ledger)
	if err != nil {
		return "", err
	}
	d, err := t.Fallback()
	if err == nil && d == nil {
		err = transport.ErrNoSecond
	}
	if err != nil {
		return "", err
	}
	return d.Address, nil
}
