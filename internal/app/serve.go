package app

import (
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	netmail "net/mail"
	"slices"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"pressroom/internal/compile"
	"pressroom/internal/contacts"
	"pressroom/internal/ledger"
	"pressroom/internal/listen"
	"pressroom/internal/people"
	"pressroom/internal/provenance"
	"pressroom/internal/sandbox"
	"pressroom/internal/seal"
	"pressroom/internal/status"
	"pressroom/internal/today"
	"pressroom/internal/transport"
	"pressroom/internal/web/advance"
	"pressroom/internal/web/board"
	"pressroom/internal/web/desk"
	weblists "pressroom/internal/web/lists"
	"pressroom/internal/web/newsroom"
	weboffice "pressroom/internal/web/office"
	"pressroom/internal/web/outcome"
	"pressroom/internal/web/page"
	"pressroom/internal/web/person"
	"pressroom/internal/web/portal"
	"pressroom/internal/web/room"
	"pressroom/internal/web/sending"
	"pressroom/internal/web/setup"
	"pressroom/internal/web/verifying"
	"pressroom/internal/workspace"
)

// Serving says where a process listens, and whom it tells.
type Serving struct {
	Desk   string // "" for the address that the settings name
	Public string // "" for the address that the settings name, if they do
	// AtDesk and AtPublic are called with the addresses once they are open: the
	// desk's with the link that opens it.
	AtDesk, AtPublic func(address string)
	// AtPlain is called with the address from which whoever comes without TLS is sent
	// on to the public pages, where the program ends TLS itself.
	AtPlain func(address string)
	// Front is where the desk listens, kept open by whoever serves again and again; nil
	// for an address that is closed with the rest.
	Front *Front
	Ready func()            // called once the process delivers
	Tell  func(line string) // called when a mailing begins and when it ends
}

// NotLocalError is an address for the desk that others could reach.
type NotLocalError struct{ Address string }

func (e *NotLocalError) Error() string {
	return "the desk shows what only you may see; " + e.Address + " is not an address of this machine alone"
}

// Serve delivers, does jobs, and serves the desk and the public pages, until ctx
// ends. What it says on the way names nothing that is not public.
//
// Where somebody asks for it in the browser it ends with ErrAgain, to be called anew on what
// the settings are then.
func (a *App) Serve(ctx context.Context, s Serving) error {
	err := a.serve(ctx, s)
	if errors.Is(err, ErrAgain) { // which names nothing
		return err
	}
	return a.quiet(err)
}

func (a *App) serve(ctx context.Context, s Serving) error {
	if err := a.DB().Armed(ctx); err != nil {
		return err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	a.again = func() { cancel(ErrAgain) }
	settings := a.Workspace.Settings
	files := listen.Files(listen.FileLimit(), settings.Mail.Connections, settings.Mail.SMTP == workspace.Sandbox)
	if files.Low() {
		fmt.Fprintf(a.world.Say, "The limit on open files is low: %s. To let more readers in, %s.\n", files, files.Raise())
	}
	servers := &servers{}
	// They end beside delivery, not after it: each has seconds for what is in hand.
	defer context.AfterFunc(ctx, func() { servers.stop() })()
	defer servers.stop()
	registry := prometheus.NewRegistry()
	registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		ledger.NewCollector(a.Ledger), people.NewCollector(a.People))
	if s.Front == nil {
		s.Front = new(Front)
		defer s.Front.Close()
	}
	home, path, err := a.openDesk(ctx, s.Front, s.Desk, registry)
	if err != nil {
		return err
	}
	servers.leave = s.Front.show(home, files.Desk)
	s.AtDesk(s.Front.at(path))
	if s.Public == "" {
		s.Public = settings.Server.Listen
	}
	if s.Public != "" {
		public, err := a.openPublic(ctx, s.Public)
		if err != nil {
			return err
		}
		defer a.keepUp(ctx)()
		if err := a.answer(servers, public, files, s.AtPlain); err != nil {
			return err
		}
		s.AtPublic(a.publicLink(public.listener.Addr()))
	}
	defer a.follow(ctx, func(line string) { s.Tell(a.hush(line)) })()
	err = a.Work(ctx, Work{Ready: s.Ready, Jobs: true, Inbox: true, Metrics: registry})
	err = errors.Join(err, servers.stop())
	if err == nil && errors.Is(context.Cause(ctx), ErrAgain) {
		return ErrAgain
	}
	return err
}

// publicLink is where the public pages are, for whoever sits at this machine; over TLS they
// have but their own name.
func (a *App) publicLink(at net.Addr) string {
	if a.certificate != nil {
		return a.Workspace.Settings.Server.PublicURL
	}
	if tcp, ok := at.(*net.TCPAddr); ok && tcp.IP.IsUnspecified() {
		return fmt.Sprintf("http://localhost:%d", tcp.Port)
	}
	return "http://" + at.String()
}

// follow has it told when mailings begin and end, until what it returns is called.
func (a *App) follow(ctx context.Context, tell func(string)) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	ticker := time.NewTicker(watchEvery)
	var following sync.WaitGroup
	following.Go(func() {
		if err := status.Follow(ctx, a.Ledger, ticker.C, tell); err != nil {
			a.world.Log.Error("following the mailings", "error", err)
		}
	})
	return func() {
		cancel()
		following.Wait()
		ticker.Stop()
	}
}

// site is what answers at an address that is open.
type site struct {
	listener net.Listener
	handler  http.Handler
}

// openDesk opens the desk's address, and is what answers there, with the path of the link that lets in.
func (a *App) openDesk(
	ctx context.Context, front *Front, address string, metrics prometheus.Gatherer,
) (h http.Handler, path string, err error) {
	if err := front.open(cmp.Or(address, a.Workspace.Settings.Server.Desk)); err != nil {
		return nil, "", err
	}
	if err := a.Coalition.Recover(ctx); err != nil {
		fmt.Fprintln(a.world.Say, "error:", err)
	}
	pages := a.pages()
	pages.Link = front.link
	h, path = desk.Handler(pages, weboffice.Trail{Desk: a.Office}, metrics, a.rooms)
	return h, path, nil
}

// pages are what the pages of the press office ask.
func (a *App) pages() desk.Services {
	return desk.Services{
		Workspace: a.Workspace, Ledger: a.Ledger, Coalition: a.Coalition, Log: a.world.Log,
		Box: sandbox.Mailbox{Dir: transport.SandboxDir(a.Workspace)},
		Today: &today.Desk{
			Ledger: a.Ledger, Workspace: a.Workspace, Coalition: a.Coalition, People: a.People, Rows: a.rows, Log: a.world.Log,
		},
	}
}

// office is the press office under the public address.
func (a *App) office(site *page.Site) (*weboffice.Office, error) {
	zone, err := time.LoadLocation(a.Workspace.Settings.Organization.Timezone)
	if err != nil {
		zone = time.UTC
	}
	return weboffice.New(site, a.Office, zone, func(m *room.Room) []room.Route { return desk.New(a.pages(), m).Routes() }, a.rooms)
}

// rooms are the pages that a press office has beside the first, wherever it is.
func (a *App) rooms(m *room.Room) []room.Route {
	return slices.Concat(a.sending(m), a.pressLists(m), a.board(m), a.setup(m), a.outcome(m))
}

// rows is how many rows of the press lists something is said of.
func (a *App) rows(ctx context.Context) (int, error) {
	_, said, err := a.Book(ctx)
	return len(said), err
}

// sending are the pages of planning and sending, in a room of the press office.
func (a *App) sending(m *room.Room) []room.Route {
	return sending.New(sending.Services{
		Press: a, Workspace: a.Workspace, Ledger: a.Ledger, Embargo: a.Embargo, People: a.People,
		Agreements: a.Agreements, Revisions: a.Revisions, Author: a.Author(), User: a.world.User, Log: a.world.Log,
	}, m, lookEvery).Routes()
}

// board are the pages of the quotes over all releases, in a room of the press office.
func (a *App) board(m *room.Room) []room.Route {
	return board.New(board.Services{Coalition: a.Coalition, Workspace: a.Workspace, Log: a.world.Log}, m).Routes()
}

// outcome are the pages of what became of releases, in a room of the press office.
func (a *App) outcome(m *room.Room) []room.Route {
	return outcome.New(outcome.Services{
		Press: a, Archive: a.Archive(), Ledger: a.Ledger, Languages: a.Workspace.Settings.Languages, Log: a.world.Log,
	}, m).Routes()
}

// setup are the pages of the settings, in a room of the press office.
func (a *App) setup(m *room.Room) []room.Route { return setup.New(a, a.Workspace, m).Routes() }

// pressLists are the pages of the press lists, in a room of the press office.
func (a *App) pressLists(m *room.Room) []room.Route {
	return weblists.New(weblists.Services{Press: a, Workspace: a.Workspace, Lists: a.Desk, People: a.People, Ledger: a.Ledger}, m).Routes()
}

// lookEvery is how often what is under way is looked at for those who watch it.
const lookEvery = time.Second

// keepUp has the newsroom see what becomes public and find it, and what is fetched there written down,
// until what it returns is called.
func (a *App) keepUp(ctx context.Context) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	// What is fetched while the servers end is counted too.
	last, write := context.WithCancel(context.WithoutCancel(ctx))
	var reader sync.WaitGroup
	reader.Go(func() { a.Public.Run(ctx) })
	reader.Go(func() { a.Searched.Run(ctx) })
	reader.Go(func() { a.Fetched.Run(last) })
	return func() {
		cancel()
		write()
		reader.Wait()
	}
}

func (a *App) openPublic(ctx context.Context, address string) (s site, err error) {
	// Before anybody is answered it is known what is public.
	if err := a.Public.Refresh(ctx); err != nil {
		a.world.Log.Error("looking for what is public", "error", err)
	}
	set, err := a.Workspace.Templates()
	if err != nil {
		return s, err
	}
	list, err := a.Workspace.NewsroomTemplates()
	if err != nil {
		return s, err
	}
	if s.listener, err = listen.Open(address); err != nil {
		return s, fmt.Errorf("opening the public pages: %w; --listen 127.0.0.1:PORT chooses another address", err)
	}
	settings := a.Workspace.Settings
	if settings.Server.PublicURL == "" {
		fmt.Fprintln(a.world.Say, "server.public_url is not set: mails carry no link to the public pages.")
	}
	pages := page.New(settings.Organization.Name, settings.Organization.Language, a.world.Log)
	pages.Languages, pages.PublicURL, pages.Proxies = settings.Languages, settings.Server.PublicURL, settings.Server.Proxies
	pages.WriteTo = mailbox(cmp.Or(settings.Mail.ReplyTo, settings.Mail.From))
	door := page.NewDoor(pages, a.Links)
	news, err := newsroom.New(pages, a.Public, settings.Organization, set["web/page.css"], list)
	if err != nil {
		return s, err
	}
	if news.Mark, err = compile.Mark(a.Workspace); err != nil { // the name stands in its place
		a.world.Log.Warn("reading the logo above the newsroom", "logo", settings.Organization.Logo, "error", err)
	}
	news.Searched = a.Searched
	news.Now = a.world.Now
	news.Moved = a.moved()
	news.Counted = a.Fetched.Add
	if news.Key, err = a.publicKey(ctx); err != nil { // what goes out at an instant goes out without it
		a.world.Log.Error("opening the public pages", "error", err)
	}
	readers := []page.Pages{
		person.New(pages, door, a.People, a.journalist), portal.New(pages, door, a.Coalition),
		advance.New(pages, door, a.Agreements, a.Public),
		verifying.New(pages, &provenance.Desk{Ledger: a.Ledger, Open: a.Public.Once, Languages: a.Workspace.Settings.Languages}), news,
	}
	if a.Office.Open() {
		press, err := a.office(pages)
		if err != nil {
			return s, err
		}
		readers = append(readers, press)
	}
	s.handler = pages.Handler(readers...)
	return s, nil
}

// publicKey is the key with which others check what this press office has signed.
func (a *App) publicKey(ctx context.Context) ([]byte, error) {
	key, err := seal.Own(ctx, a.DB())
	if err != nil {
		return nil, err
	}
	return key.Public().MarshalText()
}

// journalist is the entry of an address, nil if no list has it.
func (a *App) journalist(ctx context.Context, key string) (*contacts.Journalist, error) {
	changes, err := a.Changes(ctx)
	if err != nil {
		return nil, err
	}
	return a.lists.Find(key, changes)
}

// servers are the HTTP servers of the public pages, and the desk's turn at its own.
type servers struct {
	leave func() // ends that turn; nil before it
	all   []*http.Server
	ended []chan error
	once  sync.Once
	err   error
}

// start serves at most so many connections at once.
func (s *servers) start(l net.Listener, most int, h http.Handler) {
	limited := listen.Limit(l, most)
	s.run(limited.Server(h), func(srv *http.Server) error { return srv.Serve(limited) })
}

// startTLS is start, with TLS. What programs say that break off a handshake, as every
// open port of 443 hears it all day, is no matter for the log.
func (s *servers) startTLS(l net.Listener, most int, h http.Handler, with *tls.Config, log *slog.Logger) {
	limited := listen.Limit(l, most)
	srv := limited.Server(h)
	srv.TLSConfig, srv.ErrorLog = with, slog.NewLogLogger(log.Handler(), slog.LevelDebug)
	s.run(srv, func(srv *http.Server) error { return srv.ServeTLS(limited, "", "") })
}

func (s *servers) run(srv *http.Server, serve func(*http.Server) error) {
	ended := make(chan error, 1)
	go func() { ended <- serve(srv) }()
	s.all, s.ended = append(s.all, srv), append(s.ended, ended)
}

// stop lets requests in hand end, all at once, for as long as they have.
func (s *servers) stop() error {
	s.once.Do(func() {
		var desk sync.WaitGroup
		if s.leave != nil {
			desk.Go(s.leave)
		}
		for i, srv := range s.all {
			s.err = errors.Join(s.err, shutdown(srv, s.ended[i]))
		}
		desk.Wait()
	})
	return s.err
}

// mailbox is the address alone, "" where there is none.
func mailbox(person string) string {
	a, err := netmail.ParseAddress(person)
	if err != nil {
		return ""
	}
	return a.Address
}

// WhatServeDoes says what serve does.
const WhatServeDoes = `Deliver what is scheduled, and show the desk in the browser: the mailings, the
sandbox's mailbox and the program's metrics. The desk listens on this machine
alone, behind the link that is printed.

With server.listen set, it also serves the pages on which journalists leave the
list and change their details, for the world to reach under server.public_url.
With server.acme = "press.example.org" it ends TLS itself, at :443, with a
certificate that it gets and renews; :80 then leads there, and every other name
is turned away.

In an empty folder it begins with a page on which a workspace is made. What is changed
on the page of the settings holds once it begins anew, which that page offers.

With [inbox] set, it reads bounces and answers. Ctrl-C ends it once what is in
flight has its answer. When a mailing begins, and when it ends, a line says so.

GOGC, GOMEMLIMIT and GOMAXPROCS hold as for pressroom worker.`
