package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"pressroom/internal/sandbox"
	"pressroom/internal/web"
)

func (e *env) serveCommand() *cobra.Command {
	var desk string
	c := &cobra.Command{
		Use: "serve", Short: "Deliver what is scheduled, and show the desk in the browser",
		Long: `Deliver what is scheduled, and show the desk in the browser: the mailings, and
the sandbox's mailbox. The desk listens on this machine alone, behind the link
that is printed. Ctrl-C ends it once what is in flight has its answer.`,
		Args: args(cobra.NoArgs, "serve takes no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error { return e.serve(cmd.Context(), desk) },
	}
	c.Flags().StringVar(&desk, "desk", "", "address of the desk (default from pressroom.toml, 127.0.0.1:8025)")
	return c
}

func (e *env) serve(ctx context.Context, address string) error {
	w, l, done, err := e.ledger(ctx)
	if err != nil {
		return err
	}
	defer done()
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
	handler, link := web.Desk(l, sandbox.Mailbox{Dir: sandboxDir(w)})
	srv := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute}
	served := make(chan error, 1)
	go func() { served <- srv.Serve(listener) }()
	fmt.Fprintf(e.stdout, "The desk: http://%s%s\n", listener.Addr(), link)
	err = e.runWorker(ctx, w, l, func() { fmt.Fprintln(e.stderr, "Delivering. Ctrl-C ends it.") })
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	if serr := srv.Shutdown(stop); serr != nil {
		srv.Close()
	}
	if serr := <-served; !errors.Is(serr, http.ErrServerClosed) {
		err = errors.Join(err, serr)
	}
	return err
}
