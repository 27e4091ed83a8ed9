package console

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"pressroom/internal/app"
	"pressroom/internal/contacts"
	"pressroom/internal/ledger"
)

// ShowBars shows who is barred.
func (t *Terminal) ShowBars(ctx context.Context, a *app.App) error {
	all, err := a.Ledger.Bars(ctx)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		fmt.Fprintln(t.Stderr, "Nobody is barred.")
		return nil
	}
	zone := a.ZoneOf(ctx, "")
	w := t.table()
	for _, b := range all {
		fmt.Fprintf(w, "%s\tuntil the end of %s\t%s\n", b.Subject, b.LastDay(zone), b.Reason)
	}
	return w.Flush()
}

// Bar lets an address, or everybody at a @domain, get nothing before an embargo ends, until a day
// has passed. The day is as it was typed, as in 2027-05-31, in the zone of the workspace.
func (t *Terminal) Bar(ctx context.Context, a *app.App, arg, reason, until string) error {
	subject, err := barred(arg)
	if err != nil {
		return err
	}
	zone := a.ZoneOf(ctx, "")
	day, err := time.ParseInLocation(time.DateOnly, until, zone)
	if err != nil || strings.TrimSpace(reason) == "" {
		return Usage(errors.New(`say why, and until when, as in --reason "broke the embargo of 3 May" --until 2027-05-31`))
	}
	day = day.AddDate(0, 0, 1)
	if !day.After(t.Now()) {
		return Usage(fmt.Errorf("%s has passed; write the last day on which it is to hold", until))
	}
	stopped, err := a.Ledger.Bar(ctx, ledger.Bar{Subject: subject, Reason: reason, Until: day})
	if err != nil {
		return err
	}
	fmt.Fprintf(t.Stdout, "%s gets nothing before an embargo ends, until %s has passed; mails that waited and do not leave: %d\n", subject,
		until, stopped)
	return nil
}

// Unbar ends that for an address or a @domain. It is an error where they are not barred.
func (t *Terminal) Unbar(ctx context.Context, a *app.App, arg string) error {
	subject, err := barred(arg)
	if err != nil {
		return err
	}
	found, err := a.Ledger.Unbar(ctx, subject)
	if err == nil && !found {
		err = fmt.Errorf("%s is not barred; pressroom agreements bar lists who is", subject)
	}
	if err == nil {
		fmt.Fprintf(t.Stdout, "%s is not barred any more; what was cancelled meanwhile stays so.\n", subject)
	}
	return err
}

// barred is whom an argument bars: an address key, or @domain.
func barred(arg string) (string, error) {
	domain, all := strings.CutPrefix(arg, "@")
	if !all {
		return Address(arg)
	}
	key, err := contacts.AddressKey("x@" + domain)
	if err != nil {
		return "", Usage(fmt.Errorf("%q is no domain; write it as in @paper.example", arg))
	}
	return strings.TrimPrefix(key, "x"), nil
}
