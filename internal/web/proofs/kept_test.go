package proofs

import (
	"bytes"
	"testing"

	"pressroom/internal/release"
)

func TestWhatWasUsedLastIsKept(t *testing.T) {
	k := newKept(10)
	a, b := k.put("text/plain", []byte("aaaa")), k.put("text/plain", []byte("bbbb"))
	if _, _, ok := k.get(a); !ok || a == b {
		t.Fatal(a, b)
	}
	if again := k.put("text/plain", []byte("aaaa")); again != a {
		t.Errorf("the same bytes have two names: %s, %s", a, again)
	}
	k.put("text/plain", []byte("cccc"))
	if _, _, ok := k.get(b); ok {
		t.Error("what was used least lately is kept")
	}
	if kind, data, ok := k.get(a); !ok || kind != "text/plain" || string(data) != "aaaa" {
		t.Error("what was used last is gone")
	}
	if large := k.put("x", make([]byte, 100)); k.recent.Len() != 1 || k.room != -90 {
		t.Errorf("%s: %d kept, %d left", large, k.recent.Len(), k.room)
	}
	if newKept(10).name([]byte("aaaa")) == a {
		t.Error("its names can be guessed")
	}
}

func TestAPictureIsNamedOnce(t *testing.T) {
	k := newKept(10)
	data := []byte("aaaaaaaa")
	name := k.picture(release.Asset{Data: data, Type: "image/png"})
	if kind, got, ok := k.get(name); !ok || kind != "image/png" || !bytes.Equal(got, data) || k.names[&data[0]] != name {
		t.Errorf("%s, %q, %v", kind, got, ok)
	}
	// The same bytes at another place are the same picture, whose place is not remembered:
	// something else may come to stand there.
	other := bytes.Clone(data)
	if k.picture(release.Asset{Data: other, Type: "image/png"}) != name || len(k.names) != 1 {
		t.Errorf("%d places", len(k.names))
	}
	k.put("x", []byte("bbbb"))
	if _, ok := k.names[&data[0]]; ok {
		t.Error("the place of what is kept no longer is remembered")
	}
	if k.picture(release.Asset{}) != "none" {
		t.Error("no picture is one")
	}
}
