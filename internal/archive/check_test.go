package archive

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"pressroom/internal/blob"
	"pressroom/internal/seal"
	"pressroom/internal/store"
)

// packed is a small archive with every kind of part, signed by a key.
func packed(t testing.TB, key *seal.Key, parts ...Part) []byte {
	t.Helper()
	var out tape
	x := &exporter{Office: &Office{Now: func() time.Time { return time.Unix(1_790_000_000, 0) }}, out: packer{w: &out}}
	public, err := key.Public().MarshalText()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range append([]Part{{"README.txt", []byte(readme)}, {keyName, public}}, parts...) {
		if err := x.add(p.Name, p.Data); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.sign("ferries", key); err != nil {
		t.Fatal(err)
	}
	return out.data
}

// tape is a file in memory.
type tape struct {
	data []byte
	at   int64
}

func (t *tape) Write(b []byte) (int, error) {
	t.data = append(t.data, make([]byte, max(0, int(t.at)+len(b)-len(t.data)))...)
	t.at += int64(copy(t.data[t.at:], b))
	return len(b), nil
}

// Seek goes to a place counted from the beginning, the only one that is asked for.
func (t *tape) Seek(at int64, whence int) (int64, error) {
	if whence != io.SeekStart {
		return 0, errors.ErrUnsupported
	}
	t.at = at
	return at, nil
}

// sealKey is a key of its own.
func sealKey(t testing.TB) *seal.Key {
	t.Helper()
	db, err := store.Open(context.Background(), t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	key, err := seal.Own(context.Background(), db)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

var sample = []Part{
	{"quotes.json", []byte("{}\n")},
	{"empty", nil},
	{"dispatches/release-1/sources/ferries.md", []byte("+++\n+++\nFull.\n")},
	{"blobs/" + blob.Digest([]byte("x")), []byte("x")},
}

func faults(t testing.TB, data []byte, trusted *seal.Public) []string {
	t.Helper()
	c, err := Check(bytes.NewReader(data), trusted)
	if err != nil {
		t.Fatal(err)
	}
	return c.Faults
}

func TestAnArchiveIsWhole(t *testing.T) {
	key := sealKey(t)
	data := packed(t, key, sample...)
	public := key.Public()
	c, err := Check(bytes.NewReader(data), &public)
	if err != nil || len(c.Faults) > 0 {
		t.Fatal(err, c.Faults)
	}
	if c.Release != "ferries" || c.Files != len(sample)+2 || c.Key != public.Fingerprint() || c.Made.Unix() != 1_790_000_000 {
		t.Errorf("%+v", c)
	}
	// Others read it too.
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if len(z.File) != len(sample)+4 {
		t.Errorf("another program finds %d files", len(z.File))
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, r); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

// Each byte of an archive, changed in each of its bits at once and in one, is found.
func TestOneByteThatWasChangedIsFoundAndNamed(t *testing.T) {
	key := sealKey(t)
	public := key.Public()
	data := packed(t, key, sample...)
	names := []string{"README.txt", keyName, "quotes.json", "empty", "dispatches/release-1/sources/ferries.md", "blobs/", manifestName, signatureName, "directory", "byte "}
	for i := range data {
		for _, by := range []byte{1, 0x20, 0xff} {
			data[i] ^= by
			got := faults(t, data, &public)
			data[i] ^= by
			if len(got) == 0 {
				t.Fatalf("byte %d changed by %#x is not found", i, by)
			}
			if text := strings.Join(got, "\n"); !containsAny(text, names) {
				t.Fatalf("byte %d changed by %#x: nothing names where: %s", i, by, text)
			}
		}
	}
}

func containsAny(s string, of []string) bool {
	for _, o := range of {
		if strings.Contains(s, o) {
			return true
		}
	}
	return false
}

// A byte of a part is told with the part's name.
func TestThePartIsNamed(t *testing.T) {
	key := sealKey(t)
	data := packed(t, key, sample...)
	at := bytes.Index(data, []byte("Full."))
	data[at]++
	got := strings.Join(faults(t, data, nil), "\n")
	if !strings.Contains(got, "dispatches/release-1/sources/ferries.md is not what was signed") {
		t.Error(got)
	}
}

// Random bytes of a large one.
func TestAByteOfALargeArchive(t *testing.T) {
	key := sealKey(t)
	random := rand.New(rand.NewPCG(1, 2))
	var parts []Part
	for i := range 300 {
		b := make([]byte, random.IntN(9000))
		for j := range b {
			b[j] = byte(random.Uint32())
		}
		parts = append(parts, Part{fmt.Sprintf("dispatches/release-1/artefacts/a%d", i), b})
	}
	data := packed(t, key, parts...)
	for range 200 {
		i, by := random.IntN(len(data)), byte(1+random.IntN(255))
		data[i] ^= by
		if len(faults(t, data, nil)) == 0 {
			t.Fatalf("byte %d changed by %#x is not found", i, by)
		}
		data[i] ^= by
	}
	if got := faults(t, data, nil); len(got) > 0 {
		t.Error(got)
	}
}

func TestWhatIsCutOffOrAddedIsFound(t *testing.T) {
	key := sealKey(t)
	data := packed(t, key, sample...)
	for n := range data {
		if len(faults(t, data[:n], nil)) == 0 {
			t.Fatalf("%d of %d bytes are taken for the whole", n, len(data))
		}
	}
	for what, changed := range map[string][]byte{
		"behind it":   append(bytes.Clone(data), 0),
		"before it":   append([]byte{0}, data...),
		"twice":       append(bytes.Clone(data), data...),
		"of a server": []byte("<html>not found</html>"),
		"nothing":     nil,
	} {
		if len(faults(t, changed, nil)) == 0 {
			t.Errorf("what is %s is not found", what)
		}
	}
}

// What somebody else signed, or put in without signing, is not the press office's.
func TestAnArchiveOfSomebodyElse(t *testing.T) {
	ours, theirs := sealKey(t), sealKey(t)
	public := ours.Public()
	if got := strings.Join(faults(t, packed(t, theirs, sample...), &public), "\n"); !strings.Contains(got, "another key than yours") {
		t.Error(got)
	}
	for what, make := range map[string]func(x *exporter, p *packer) error{
		"that was not signed": func(_ *exporter, p *packer) error { return p.add(Part{"more.txt", []byte("more")}) },
		"twice":               func(_ *exporter, p *packer) error { return p.add(Part{"quotes.json", []byte("{}\n")}) },
	} {
		var out tape
		x := &exporter{Office: &Office{Now: time.Now}, out: packer{w: &out}}
		key, _ := ours.Public().MarshalText()
		for _, p := range append([]Part{{keyName, key}}, sample...) {
			if err := x.add(p.Name, p.Data); err != nil {
				t.Fatal(err)
			}
		}
		if err := make(x, &x.out); err != nil {
			t.Fatal(err)
		}
		if err := x.sign("ferries", ours); err != nil {
			t.Fatal(err)
		}
		if len(faults(t, out.data, &public)) == 0 {
			t.Errorf("a part %s is not found", what)
		}
	}
	// Signed again over a manifest that names less.
	var m manifest
	m.Format, m.Release = format, "ferries"
	document, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	var out tape
	p := packer{w: &out}
	key, _ := theirs.Public().MarshalText()
	for _, part := range []Part{{keyName, key}, {"quotes.json", []byte("{}")}, {manifestName, document}, {signatureName, []byte(theirs.Sign(document) + "\n")}} {
		if err := p.add(part); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.close(); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(faults(t, out.data, nil), "\n"); !strings.Contains(got, "quotes.json is in the archive, and was not signed") {
		t.Error(got)
	}
}

func TestWhatCannotBeInAnArchive(t *testing.T) {
	for _, name := range []string{"", "/etc/passwd", "a//b", "../a", "a/../b", "a/.", "a\\b", "a b", "a\x00", strings.Repeat("a", mostName+1), "ä"} {
		p := packer{w: &tape{}}
		if err := p.add(Part{Name: name}); err == nil {
			t.Errorf("%q can name a part", name)
		}
	}
	for in, want := range map[string]string{"mail/en.pdf": "mail/en.pdf", ".hidden/..": "%2Ehidden/%2E.", "ä b": "%C3%A4%20b", "100%": "100%25"} {
		if got := escaped(in); got != want || !validName(got) {
			t.Errorf("%q is escaped as %q, want %q", in, got, want)
		}
	}
}

// FuzzCheck: whatever is read, nothing breaks, and only what was signed is whole.
func FuzzCheck(f *testing.F) {
	key := sealKey(f)
	whole := packed(f, key, sample...)
	public := key.Public()
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Check(bytes.NewReader(data), &public)
		if err != nil {
			t.Fatal(err)
		}
		if len(c.Faults) == 0 && !bytes.Equal(data, whole) {
			t.Fatal("another archive than was signed is whole")
		}
		if len(c.Faults) > mostFaults+1 {
			t.Fatalf("%d faults are told", len(c.Faults))
		}
	})
}
