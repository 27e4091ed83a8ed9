package console

import (
	"context"
	"fmt"

	"pressroom/internal/app"
	"pressroom/internal/status"
	"pressroom/internal/wording"
)

// ListUsers shows who works in the press office from elsewhere.
func (t *Terminal) ListUsers(ctx context.Context, a *app.App) error {
	w := t.table()
	for _, u := range a.Workspace.Settings.Users {
		sessions, err := a.Office.Sessions(ctx, u.Email)
		if err != nil {
			return err
		}
		left, err := a.Office.Left(ctx, u.Email)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%s\t%s\t%s\tin %s\t%s\n", u.Email, u.Name, u.Role, wording.Count(len(sessions), "browser"),
			wording.Count(left, "printed code"))
	}
	if len(a.Workspace.Settings.Users) == 0 {
		fmt.Fprintln(t.Stderr, "There are no users: the press office is on this machine alone. [[user]] in pressroom.toml names them.")
	}
	return w.Flush()
}

// PrintCodes prints codes with which a user, by their address, comes in without mail.
func (t *Terminal) PrintCodes(ctx context.Context, a *app.App, user string) error {
	codes, err := a.Office.Print(ctx, user)
	for _, code := range codes {
		fmt.Fprintln(t.Stdout, code)
	}
	return err
}

// PutOut ends all sessions of a user.
func (t *Terminal) PutOut(ctx context.Context, a *app.App, user string) error {
	n, err := a.Office.PutOut(ctx, user)
	if err == nil {
		fmt.Fprintf(t.Stdout, "%s ended\n", wording.Count(int(n), "session"))
	}
	return err
}

// ShowTrail shows who did what in the press office: so many rows at most.
func (t *Terminal) ShowTrail(ctx context.Context, a *app.App, most int) error {
	all, err := a.Office.Trail(ctx, most)
	if err != nil {
		return err
	}
	w := t.table()
	for _, d := range all {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", status.Stamp(d.At, a.Zone()), d.Name, d.Act, d.Path, d.Came(), d.Origin)
	}
	return w.Flush()
}
