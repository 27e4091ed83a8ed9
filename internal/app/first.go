package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"pressroom/internal/notices"
	"pressroom/internal/store"
	"pressroom/internal/web/desk"
	"pressroom/internal/web/room"
	"pressroom/internal/web/setup"
	"pressroom/internal/workspace"
)

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
	if err := s.Front.open(address); err != nil {
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
	leave := s.Front.show(h, firstConnections)
	defer leave()
	s.AtDesk(s.Front.at(path))
	select {
	case err := <-s.Front.ended:
		s.Front.ended <- err // for Close, which tells it too
		return err
	case <-begun.Done():
		return ctx.Err()
	}
}

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
