package ledger

import (
	"context"
	"slices"
	"testing"

	"pressroom/internal/hush"
	"pressroom/internal/store"
)

// What has not gone out, and what never will, is called by a number, and found by it.
func TestASecretHasANumberUntilItIsPublic(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0}
	l := open(t, t.TempDir(), c)
	yes, no := armedAs(t, l, "yes", "vote"), armedAs(t, l, "no", "vote")
	key, err := l.Key(ctx)
	if err != nil {
		t.Fatal(err)
	}
	named := func(slugs ...string) (all hush.Words) {
		for _, slug := range slugs {
			all = append(all, hush.Secret{Word: slug + "/release-1", Number: Number(key, slug+"/release-1")},
				hush.Secret{Word: slug, Number: Number(key, slug)}, hush.Secret{Word: slug, Number: Number(key, slug)})
		}
		return all
	}
	secrets := func() hush.Words {
		t.Helper()
		got, err := l.Secrets(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	if got := secrets(); !slices.Equal(got, named("yes", "no")) && !slices.Equal(got, named("no", "yes")) {
		t.Errorf("secret are %v", got)
	}
	if got, err := l.Secrets(ctx, "draft"); err != nil || !slices.Contains(got, hush.Secret{Word: "draft", Number: Number(key, "draft")}) {
		t.Errorf("with a draft: %v, %v", got, err)
	}
	for _, name := range []string{yes.ID, "yes", no.ID, "draft"} {
		if got, err := l.Numbered(ctx, Number(key, name), "draft"); err != nil || got != name {
			t.Errorf("the number of %s is that of %q, %v", name, got, err)
		}
	}
	for _, number := range []string{"", "yes", "0000-000", "12345678", "0000/0000"} {
		if got, err := l.Numbered(ctx, number); err != nil || got != "" {
			t.Errorf("%q is the number of %q, %v", number, got, err)
		}
	}
	hidden := func(slug string) (number string) {
		t.Helper()
		err := l.db.Tx(ctx, func(tx *store.Tx) (err error) {
			number, err = l.HiddenAs(ctx, tx, slug)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return number
	}
	if hidden("yes") != Number(key, "yes") || Number(key, "yes") == Number([]byte("another"), "yes") {
		t.Errorf("it is called %s", hidden("yes"))
	}
	if _, _, err := l.Go(ctx, yes.ID, yes.Snapshot, c.t.Format("2006-01-02")); err != nil {
		t.Fatal(err)
	}
	lift(t, l, yes.ID)
	if got := secrets(); !slices.Equal(got, named("no")) || hidden("yes") != "" || hidden("no") == "" {
		t.Errorf("once one is out, secret are %v", got)
	}
}
