package blob_test

import (
	"context"
	"errors"
	"testing"

	"pressroom/internal/blob"
	"pressroom/internal/chain"
	"pressroom/internal/setting"
	"pressroom/internal/store"
)

func database(t *testing.T) *store.DB {
	t.Helper()
	db, err := store.Open(context.Background(), t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func TestBytesAreKeptUnderTheirDigestAndOthersAreNeverRead(t *testing.T) {
	ctx := context.Background()
	db := database(t)
	words := []byte("what was sent")
	var digest string
	put := func() {
		t.Helper()
		err := db.Tx(ctx, func(tx *store.Tx) (err error) {
			digest, err = blob.Put(ctx, tx, words)
			return err
		})
		if err != nil || digest != blob.Digest(words) {
			t.Fatal(digest, err)
		}
	}
	put()
	put() // once more is once
	if got, err := blob.Get(ctx, db.Reader(), "", "a file", digest); err != nil || string(got) != string(words) {
		t.Errorf("%q, %v", got, err)
	}
	if err := db.Tx(ctx, func(tx *store.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE blob SET data = ?`, []byte("other"))
		return err
	}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		digest, want string
		gone         bool
	}{
		{digest, "the page of x/release-1 is not what was stored (sha256:" + digest[:12] + "…): the database was damaged or changed; take it from a backup", false},
		{blob.Digest(nil), "the page of x/release-1 is gone from the database (sha256:" + blob.Digest(nil)[:12] + "…); take it from a backup", true},
	} {
		_, err := blob.Get(ctx, db.Reader(), "x/release-1", "the page", c.digest)
		var damaged *blob.DamagedError
		if !errors.As(err, &damaged) || damaged.Gone != c.gone || err.Error() != c.want {
			t.Errorf("%v, not %s", err, c.want)
		}
	}
	put()
	if _, err := blob.Get(ctx, db.Reader(), "", "a file", digest); err != nil {
		t.Errorf("what was put again is right again: %v", err)
	}
}

// A template of one's own may print nothing: that is kept as nothing, and not as unknown.
func TestNothingIsKeptAsNothing(t *testing.T) {
	ctx := context.Background()
	db := database(t)
	var digest string
	err := db.Tx(ctx, func(tx *store.Tx) (err error) {
		digest, err = blob.Put(ctx, tx, nil)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := blob.Get(ctx, db.Reader(), "", "a page", digest); err != nil || len(got) > 0 {
		t.Errorf("%q, %v", got, err)
	}
}

func TestASettingAndTheEndOfAHistory(t *testing.T) {
	ctx := context.Background()
	db := database(t)
	err := db.Tx(ctx, func(tx *store.Tx) error {
		return errors.Join(setting.Set(ctx, tx, "a", "1"), setting.Set(ctx, tx, "a", "2"), setting.Set(ctx, tx, "b", "3"),
			chain.SetHead(ctx, tx, "x", "7 sha256:00"), setting.Drop(ctx, tx, "b"), setting.Drop(ctx, tx, "none"))
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"a": "2", "b": "", "none": ""} {
		if got, err := setting.Get(ctx, db.Reader(), name); err != nil || got != want {
			t.Errorf("%s is %q (%v)", name, got, err)
		}
	}
	for slug, want := range map[string]string{"x": "7 sha256:00", "y": ""} {
		if got, err := chain.Head(ctx, db.Reader(), slug); err != nil || got != want {
			t.Errorf("the end of %s is %q (%v)", slug, got, err)
		}
	}
}
