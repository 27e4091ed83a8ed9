package ledger

import (
	"context"
	"errors"
	"strings"
	"testing"

	"pressroom/internal/blob"
	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// stored is a dispatch with a snapshot and a message.
func stored(t *testing.T) (*Ledger, string) {
	t.Helper()
	l := open(t, t.TempDir(), &clock{t0})
	id, err := l.Create(context.Background(), Draft{
		Slug: "x", Revision: "r", Headline: "H", Kind: embargo.Release, ReleaseAt: t0, Zone: "UTC", Sender: "p@x.example",
		Snapshot: []byte(`{"revision":"r"}`), Artefacts: map[string][]byte{"mail/en": []byte("what was sent")},
	})
	if err != nil {
		t.Fatal(err)
	}
	return l, id
}

func tamper(t *testing.T, l *Ledger, query string, args ...any) {
	t.Helper()
	err := l.DB().Tx(context.Background(), func(tx *store.Tx) error {
		_, err := tx.ExecContext(context.Background(), query, args...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestOtherBytesThanWereStoredAreNeverRead(t *testing.T) {
	ctx := context.Background()
	for name, c := range map[string]struct {
		query, want string
		gone        bool
	}{
		"changed": {`UPDATE blob SET data = ? WHERE digest = ?`, " is not what was stored (sha256:", false},
		"gone":    {`DELETE FROM blob WHERE data <> ? AND digest = ?`, " is gone from the database (sha256:", true},
	} {
		t.Run(name, func(t *testing.T) {
			l, id := stored(t)
			d, err := l.Dispatch(ctx, id)
			if err != nil {
				t.Fatal(err)
			}
			message := blob.Digest([]byte("what was sent"))
			if l.DB().Postgres() {
				tamper(t, l, `ALTER TABLE artefact DROP CONSTRAINT artefact_digest_fkey`)
			}
			tamper(t, l, c.query, []byte("something else"), message)
			tamper(t, l, c.query, []byte("something else"), d.Snapshot)
			for what, read := range map[string]func() ([]byte, error){
				"mail/en of x/release-1":      func() ([]byte, error) { return l.Artefact(ctx, id, "mail/en") },
				"the snapshot of x/release-1": func() ([]byte, error) { return l.Snapshot(ctx, id) },
				"a stored file":               func() ([]byte, error) { return blob.Get(ctx, l.DB().Reader(), "", "a stored file", message) },
			} {
				data, err := read()
				var damaged *blob.DamagedError
				if data != nil || !errors.As(err, &damaged) || damaged.Gone != c.gone || !strings.Contains(err.Error(), what+c.want) {
					t.Errorf("%s: %q, %v", what, data, err)
				}
			}
		})
	}
}

func TestWhatIsStoredAgainIsRightAgain(t *testing.T) {
	ctx := context.Background()
	l, id := stored(t)
	tamper(t, l, `UPDATE blob SET data = ? WHERE digest = ?`, []byte("something else"), blob.Digest([]byte("what was sent")))
	if err := l.DB().Tx(ctx, func(tx *store.Tx) error {
		_, err := blob.Put(ctx, tx, []byte("what was sent"))
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if data, err := l.Artefact(ctx, id, "mail/en"); err != nil || string(data) != "what was sent" {
		t.Errorf("%q, %v", data, err)
	}
	if _, err := l.Artefact(ctx, id, "mail/fr"); !errors.Is(err, ErrNoArtefact) {
		t.Errorf("a form that was never stored: %v", err)
	}
}
