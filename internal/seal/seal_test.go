package seal_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pressroom/internal/seal"
	"pressroom/internal/setting"
	"pressroom/internal/store"
	"pressroom/internal/testdb"
)

func TestMain(m *testing.M) { os.Exit(testdb.Both(m)) }

func own(t testing.TB, db *store.DB) *seal.Key {
	t.Helper()
	k, err := seal.Own(context.Background(), db)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestADatabaseHasOneKey(t *testing.T) {
	dir := t.TempDir()
	first, second := own(t, testdb.Open(t, dir)), own(t, testdb.Open(t, dir))
	if first.Public().Fingerprint() != second.Public().Fingerprint() {
		t.Error("the same database has two keys")
	}
	if other := own(t, testdb.Open(t, t.TempDir())); other.Public().Fingerprint() == first.Public().Fingerprint() {
		t.Error("two databases have one key")
	}
}

func TestADamagedKeyIsNotMadeAnew(t *testing.T) {
	ctx := context.Background()
	db := testdb.Open(t, t.TempDir())
	before := own(t, db)
	for _, damage := range []string{"zz", "00"} {
		if err := db.Tx(ctx, func(tx *store.Tx) error { return setting.Set(ctx, tx, "seal", damage) }); err != nil {
			t.Fatal(err)
		}
		if k, err := seal.Own(ctx, db); err == nil {
			t.Errorf("%q is the key %s; it was %s", damage, k.Public().Fingerprint(), before.Public().Fingerprint())
		}
	}
}

func TestWhatIsSignedIsChecked(t *testing.T) {
	k := own(t, testdb.Open(t, t.TempDir()))
	document := []byte("a report\nof two lines\n")
	signature := k.Sign(document)
	text, err := k.Public().MarshalText()
	if err != nil {
		t.Fatal(err)
	}
	public, err := seal.ReadPublic(text)
	if err != nil || public.Fingerprint() != k.Public().Fingerprint() {
		t.Fatalf("%v, and %s read back as %s", err, k.Public().Fingerprint(), public.Fingerprint())
	}
	if err := public.Verify(document, signature); err != nil {
		t.Error(err)
	}
	other := own(t, testdb.Open(t, t.TempDir()))
	for name, err := range map[string]error{
		"another document":   public.Verify(append(document, ' '), signature),
		"another key":        other.Public().Verify(document, signature),
		"no signature":       public.Verify(document, ""),
		"half of one":        public.Verify(document, signature[:44]),
		"no base64":          public.Verify(document, "?"),
		"another's":          public.Verify(document, other.Sign(document)),
		"no key":             seal.Public{}.Verify(document, signature),
		"one that was moved": public.Verify(document, k.Sign(append([]byte("\n"), document...))),
	} {
		if !errors.Is(err, seal.ErrForged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWhatIsNoPublicKey(t *testing.T) {
	k := own(t, testdb.Open(t, t.TempDir()))
	good, err := k.Public().MarshalText()
	if err != nil {
		t.Fatal(err)
	}
	rsaKey, err := rsa.GenerateKey(rand.Reader, 1024)
	if err != nil {
		t.Fatal(err)
	}
	der, err := x509.MarshalPKIXPublicKey(rsaKey.Public())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string][]byte{
		"nothing":          nil,
		"a page":           []byte("<!doctype html><title>Not found</title>"),
		"another kind":     pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der}),
		"a private key":    bytes.ReplaceAll(good, []byte("PUBLIC"), []byte("PRIVATE")),
		"half of one":      pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der[:20]}),
		"one that is long": append(good, strings.Repeat("\n", 5000)...),
	} {
		if _, err := seal.ReadPublic(text); !errors.Is(err, seal.ErrNoKey) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Whoever does not have this program checks a signature all the same.
func TestOpenSSLChecksASignature(t *testing.T) {
	openssl, err := exec.LookPath("openssl")
	if err != nil {
		if os.Getenv("PRESSROOM_PEERS") != "" {
			t.Fatal(err)
		}
		t.Skip("SKIPPED, NOT TESTED: openssl is not here")
	}
	k := own(t, testdb.Open(t, t.TempDir()))
	dir, document := t.TempDir(), []byte("a report\n")
	text, err := k.Public().MarshalText()
	if err != nil {
		t.Fatal(err)
	}
	raw, err := base64.StdEncoding.DecodeString(k.Sign(document))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"key.pem": text, "report.txt": document, "report.sig": raw, "other.txt": []byte("another\n")} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, good := range map[string]bool{"report.txt": true, "other.txt": false} {
		cmd := exec.Command(openssl, "pkeyutl", "-verify", "-pubin", "-inkey", "key.pem", "-rawin", "-in", name, "-sigfile", "report.sig")
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); (err == nil) != good {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}

func FuzzReadPublic(f *testing.F) {
	text, err := own(f, testdb.Open(f, f.TempDir())).Public().MarshalText()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Add([]byte("-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := seal.ReadPublic(text)
		if err != nil {
			return
		}
		again, err := p.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		if q, err := seal.ReadPublic(again); err != nil || q.Fingerprint() != p.Fingerprint() {
			t.Errorf("%s read back as %s, %v", p.Fingerprint(), q.Fingerprint(), err)
		}
	})
}
