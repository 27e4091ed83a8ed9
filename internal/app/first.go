package app

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"strings"
	"time"

	"pressroom/internal/listen"
	"pressroom/internal/notices"
	"pressroom/internal/store"
	"pressroom/internal/web/desk"
	"pressroom/internal/web/room"
	"pressroom/internal/web/setup"
	"pressroom/internal/workspace"
)

// Front is where the desk listens, and the link that opens it. Both outlive what stands
// behind them: a browser that is in stays in when serving begins anew.
type Front struct {
	listener *net.TCPListener
	link     string // the secret part of it
}

// open listens at an address, unless it does already.
func (f *Front) open(address string) (net.Listener, error) {
	if f.listener == nil {
		l, err := listen.Open(address)
		if err != nil {
			return nil, fmt.Errorf("opening the desk: %w; --desk 127.0.0.1:PORT chooses another address", err)
		}
		tcp, ok := l.Addr().(*net.TCPAddr)
		if !ok || !tcp.IP.IsLoopback() {
			l.Close()
			return nil, &NotLocalError{address}
		}
		f.listener, f.link = l.(*net.TCPListener), desk.NewLink()
	}
	return kept{f.listener}, f.listener.SetDeadline(time.Time{})
}

// Close closes the address.
func (f *Front) Close() {
	if f.listener != nil {
		f.listener.Close()
	}
}

// kept is a listener that stays open when a server is done with it: who comes meanwhile
// waits until the next one accepts.
type kept struct{ *net.TCPListener }

// Close ends waiting for connections.
func (k kept) Close() error { return k.SetDeadline(time.Unix(1, 0)) }

// Unbegun tells whether a folder holds nothing that a workspace is made of, so that one
// can be begun in it.
func Unbegun(dir string) bool {
	if os.Getenv("PRESSROOM_DATABASE_URL") != "" || Vacant(dir) != nil {
		return false
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return false
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			return false
		}
	}
	return true
}

// First shows the page on which a workspace is begun in a folder that is none, until it
// is one, or ctx ends.
func First(ctx context.Context, dir string, world World, s Serving) error {
	world = world.whole()
	address := s.Desk
	if address == "" {
		address = workspace.DefaultDesk
	}
	listener, err := s.Front.open(address)
	if err != nil {
		return err
	}
	begun, begin := context.WithCancel(ctx)
	defer begin()
	pages := func(m *room.Room) []room.Route {
		return setup.First(m, func(a setup.Answers) error {
			who := Identity{Name: a.Name, Zone: a.Zone, From: a.From, Language: a.Language}
			wrong := (*IdentityError)(nil)
			if err := who.Look(); errors.As(err, &wrong) {
				return wrong.Err
			}
			if err := Init(dir, Beginning{Empty: !a.Sample, Who: who, Embargo: NextMorning(world.Now())}); err != nil {
				return err
			}
			begin()
			return nil
		})
	}
	h, path := desk.First(s.Front.link, world.Log, pages)
	fmt.Fprintln(world.Say, "This folder is no workspace yet: open the link, and answer five questions.")
	s.AtDesk(fmt.Sprintf("http://%s%s", listener.Addr(), path))
	servers := new(servers)
	servers.start(listener, firstConnections, h)
	select {
	case err := <-servers.ended[0]: // for stop, which tells it
		servers.ended[0] <- err
	case <-begun.Done():
	}
	return errors.Join(servers.stop(ctx), ctx.Err())
}

// firstConnections is how many connections the first page takes at once.
const firstConnections = 16

// ErrAgain is why serving ends that is to begin anew, with the settings as they are now.
var ErrAgain = errors.New("serving is to begin anew")

// soon is how near an instant may not be when serving begins anew.
const soon = 3 * time.Minute

// Again ends serving with ErrAgain, once what is in hand has its answer. It is an error
// while a mailing is on its way, and shortly before one.
func (a *App) Again(ctx context.Context) error {
	day, err := a.pages().Today.Read(ctx)
	if err != nil {
		return err
	}
	if len(day.Going) > 0 {
		return errors.New("a mailing is on its way; begin anew once it is done")
	}
	for _, m := range day.Next {
		if !m.ReleaseAt.IsZero() && m.ReleaseAt.Sub(a.world.Now()) < soon {
			return errors.New(m.ID + " goes out in a moment; begin anew once it is out")
		}
	}
	if a.again == nil {
		return errors.New("only pressroom serve can begin anew")
	}
	a.again()
	return nil
}

// TestMail mails somebody a few words, as mail leaves from here. It goes when a worker
// runs.
func (a *App) TestMail(ctx context.Context, to string) error {
	if err := a.ReadyToSend(ctx); err != nil {
		return err
	}
	return a.DB().Tx(ctx, func(tx *store.Tx) error {
		return notices.Notice{
			To: to, Language: "en", Subject: "A test mail from " + a.Workspace.Settings.Organization.Name,
			Text: "This mail shows that mail leaves from here. It was asked for on the settings page.\n",
			Name: fmt.Sprintf("settings/test/%d", a.world.Now().UnixMicro()),
		}.Insert(ctx, a.DB(), tx)
	})
}
