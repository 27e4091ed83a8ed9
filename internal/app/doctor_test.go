package app_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/app"
	"pressroom/internal/doctor"
	"pressroom/internal/store"
	"pressroom/internal/testdb"
)

// A release that went out when there was no newsroom yet has no page: the doctor names it.
func TestTheDoctorNamesWhatWentOutAndHasNoPage(t *testing.T) {
	dir, ctx := t.TempDir(), context.Background()
	for name, data := range map[string]string{
		"pressroom.toml":     "[organization]\nname = \"Harbour Office\"\n[mail]\nfrom = \"press@harbour.example\"\n[server]\nlisten = \"127.0.0.1:0\"\n",
		"contacts/press.csv": "email\nana@a.example\n",
		"releases/fares.md": fmt.Sprintf("+++\nheadline = \"Fares fall\"\ndate = %s\ndateline = \"PORT\"\ntimezone = \"UTC\"\nto = [\"press\"]\n"+
			"[[contact]]\nname = \"Dana\"\nphone = \"+44 20 7946 0142\"\n+++\nThe fares fall.\n", time.Now().UTC().Format(time.DateOnly)),
	} {
		name = filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o700), os.WriteFile(name, []byte(data), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	testdb.Migrated(t, filepath.Join(dir, ".pressroom"))
	a, err := app.Open(ctx, dir, app.World{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	p, err := a.Plan(ctx, "fares", nil)
	if err == nil {
		_, err = p.Schedule(ctx, false, nil)
	}
	if err == nil {
		err = a.ReadyToSend(ctx)
	}
	if err != nil {
		t.Fatal(err)
	}
	work, stop := context.WithTimeout(ctx, time.Minute)
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- a.Work(work, app.Work{}) }()
	for {
		d, err := a.Ledger.Dispatch(ctx, "fares/release-1")
		if err != nil || work.Err() != nil {
			t.Fatal(err, work.Err())
		}
		if !d.LiftedAt.IsZero() {
			break
		}
	}
	stop()
	<-ended
	found := func() string {
		all, err := a.Examine(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if i := slices.IndexFunc(all, func(f doctor.Finding) bool { return f.Subject == "newsroom" }); i >= 0 {
			return all[i].Text
		}
		return ""
	}
	if got := found(); got != "" {
		t.Errorf("of what has a page: %s", got)
	}
	err = a.DB().Tx(ctx, func(tx *store.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM publication`)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := found(); !strings.Contains(got, "1 release went out before there were public pages, and has none: fares") {
		t.Errorf("of what has none: %q", got)
	}
}
