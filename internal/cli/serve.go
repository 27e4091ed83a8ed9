package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/spf13/cobra"

	"pressroom/internal/coalition"
	"pressroom/internal/contacts"
	"pressroom/internal/ledger"
	"pressroom/internal/listen"
	"pressroom/internal/people"
	"pressroom/internal/sandbox"
	webdesk "pressroom/internal/web/desk"
	"pressroom/internal/web/page"
	"pressroom/internal/web/person"
	"pressroom/internal/web/portal"
	"pressroom/internal/workspace"
)

func (e *env) serveCommand() *cobra.Command {
	var desk, public string
	c := &cobra.Command{
		Use: "serve", Short: "Deliver what is scheduled, and serve the desk and the public pages",
		Long: `Deliver what is scheduled, and show the desk in the browser: the mailings, the
sandbox's mailbox and the program's metrics. The desk listens on this machine
alone, behind the link that is printed.

With server.listen set, it also serves the pages on which journalists leave the
list and change their details, for the world to reach under server.public_url.
With [inbox] set, it reads bounces and answers. Ctrl-C ends it once what is in
flight has its answer.`,
		Args: args(cobra.NoArgs, "serve takes no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error { return e.serve(cmd.Context(), desk, public) },
	}
	c.Flags().StringVar(&desk, "desk", "", "address of the desk (default from pressroom.toml, 127.0.0.1:8025)")
	c.Flags().StringVar(&public, "listen", "", "address of the public pages (default from pressroom.toml; none)")
	e.log.flags(c)
	return c
}

func (e *env) serve(ctx context.Context, desk, public string) error {
	w, l, done, err := e.ledger(ctx)
	if err != nil {
		return err
	}
	defer done()
	if err := l.DB().Armed(ctx); err != nil {
		return err
	}
	files := listen.Files(listen.FileLimit(), w.Settings.Mail.Connections, w.Settings.Mail.SMTP == workspace.Sandbox)
	if files.Low() {
		fmt.Fprintf(e.stderr, "The limit on open files is low: %s. To let more readers in, %s.\n", files, files.Raise())
	}
	servers := &servers{files: files}
	// They end beside delivery, not after it: each has seconds for what is in hand.
	defer context.AfterFunc(ctx, func() { servers.stop(ctx) })()
	defer servers.stop(ctx)
	registry := prometheus.NewRegistry()
	registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}), ledger.NewCollector(l))
	if err := e.serveDesk(servers, w, l, registry, desk); err != nil {
		return err
	}
	if public == "" {
		public = w.Settings.Server.Listen
	}
	if public != "" {
		if err := e.servePublic(servers, w, l, public); err != nil {
			return err
		}
	}
	err = e.work(ctx, w, l, works{
		ready: func() { fmt.Fprintln(e.stderr, "Delivering. Ctrl-C ends it.") }, jobs: true,
		inbox: e.reader(w, l, nil), every: w.Settings.Inbox.Every, metrics: registry,
	})
	return errors.Join(err, servers.stop(ctx))
}

func (e *env) serveDesk(s *servers, w *workspace.Workspace, l *ledger.Ledger, metrics prometheus.Gatherer, address string) error {
	if address == "" {
		address = w.Settings.Server.Desk
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return fmt.Errorf("opening the desk: %w; choose another address with --desk 127.0.0.1:PORT", err)
	}
	if tcp, ok := listener.Addr().(*net.TCPAddr); !ok || !tcp.IP.IsLoopback() {
		listener.Close()
		return usageError{fmt.Errorf("the desk shows what only you may see; %s is not an address of this machine alone", address)}
	}
	quotes := coalition.New(l, w, e.now, w.Settings.Server.PublicURL)
	if err := quotes.Recover(context.Background()); err != nil {
		fmt.Fprintln(e.stderr, "error:", err)
	}
	handler, link := webdesk.Handler(l, quotes, sandbox.Mailbox{Dir: sandboxDir(w)}, metrics)
	s.start(listener, s.files.Desk, handler)
	fmt.Fprintf(e.stdout, "The desk: http://%s%s\n", listener.Addr(), link)
	return nil
}

func (e *env) servePublic(s *servers, w *workspace.Workspace, l *ledger.Ledger, address string) error {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return fmt.Errorf("opening the public pages: %w; choose another address with --listen", err)
	}
	settings := w.Settings
	if settings.Server.PublicURL == "" {
		fmt.Fprintln(e.stderr, "server.public_url is not set: mails carry no link to the public pages.")
	}
	desk := people.New(l, e.now, settings.Server.PublicURL)
	desk.Languages = settings.Languages
	lookup := func(key string) (*contacts.Journalist, error) {
		book, _, err := w.Contacts()
		if err != nil {
			return nil, err
		}
		changes, err := desk.Changes(context.Background())
		if err != nil {
			return nil, err
		}
		book.Apply(changes)
		for _, j := range book.Journalists {
			if j.Key == key {
				return j, nil
			}
		}
		return nil, nil
	}
	site := page.New(settings.Organization.Name, settings.Organization.Language, e.logger())
	site.Languages = settings.Languages
	site.PublicURL, site.Proxies = settings.Server.PublicURL, settings.Server.Proxies
	door := page.NewDoor(site, e.links(w, l))
	partners := portal.New(site, door, coalition.New(l, w, e.now, settings.Server.PublicURL))
	s.start(listener, s.files.Public, site.Handler(person.New(site, door, desk, lookup), partners))
	fmt.Fprintf(e.stdout, "Public pages: %s\n", listener.Addr())
	return nil
}

// servers are the HTTP servers of one process.
type servers struct {
	files listen.Budget
	all   []*http.Server
	ended []chan error
	once  sync.Once
	err   error
}

// start serves at most so many connections at once.
func (s *servers) start(l net.Listener, most int, h http.Handler) {
	limited := listen.Limit(l, most)
	srv := limited.Server(h)
	ended := make(chan error, 1)
	go func() { ended <- srv.Serve(limited) }()
	s.all, s.ended = append(s.all, srv), append(s.ended, ended)
}

// stop lets requests in hand end, for five seconds.
func (s *servers) stop(ctx context.Context) error {
	s.once.Do(func() {
		stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		for i, srv := range s.all {
			if err := srv.Shutdown(stop); err != nil {
				srv.Close()
			}
			if err := <-s.ended[i]; !errors.Is(err, http.ErrServerClosed) {
				s.err = errors.Join(s.err, err)
			}
		}
	})
	return s.err
}
