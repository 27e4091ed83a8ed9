package bounce

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// want is what a shape is, besides what stands in its first lines.
type want struct {
	kind        Kind
	recipient   string
	status      string
	token       bool
	replacement string
}

const ours = "1a-abcdefghijklmnopqrstuvwxyz234567"

// TestShapes sorts the messages of testdata/shapes. The first line of each says
// what it is: kind, recipient, status, whether the delivery's token is found, and
// the address that is named instead ("-" for none).
func TestShapes(t *testing.T) {
	files, err := filepath.Glob("testdata/shapes/*.txt")
	if err != nil || len(files) < 30 {
		t.Fatalf("%d shapes, %v", len(files), err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			first, raw, _ := strings.Cut(string(src), "\n")
			f := strings.Fields(first)
			if len(f) != 5 {
				t.Fatalf("first line: %q", first)
			}
			for i := range f {
				if f[i] == "-" {
					f[i] = ""
				}
			}
			w := want{Kind(f[0]), f[1], f[2], f[3] == "token", f[4]}
			raw = strings.ReplaceAll(strings.ReplaceAll(raw, "TOKEN", ours), "\n", "\r\n")
			r := Read([]byte(raw)).Sort()
			got := want{r.Kind, r.Recipient, r.Status, r.Token == ours, r.Replacement}
			if got != w {
				t.Errorf("got  %+v\nwant %+v\ndetail: %s", got, w, r.Detail)
			}
			if r.Kind != Human && r.Kind != Delivered && r.Detail == "" {
				t.Error("no detail")
			}
		})
	}
	t.Logf("%d shapes", len(files))
}

func FuzzSort(f *testing.F) {
	files, err := filepath.Glob("testdata/shapes/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		_, raw, _ := strings.Cut(string(src), "\n")
		f.Add([]byte(raw))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		m := Read(raw)
		r := m.Sort("Unsubscribe", "Eleven groups ask the port for its records")
		if r.Kind == "" {
			t.Fatal("no kind")
		}
		if strings.ContainsAny(r.Detail, "\r\n") || strings.ContainsAny(r.Recipient, " \r\n<>") || strings.ContainsAny(r.Replacement, " \r\n<>") {
			t.Fatalf("%#v", r)
		}
		if r.Kind == Hard && m.m.find("message/delivery-status", "message/global-delivery-status") == nil &&
			m.m.header("X-Failed-Recipients") == "" && !m.m.byDaemon(r.From) {
			t.Fatal("an address is written off by what no server wrote")
		}
		if r.Kind == Hard && r.Recipient == "" && r.Status == "" && r.Code == 0 && r.Detail == "" {
			t.Fatal("an address is written off without a reason")
		}
	})
}

func FuzzUnquoted(f *testing.F) {
	for _, s := range []string{
		"unsubscribe\n\nOn Sunday 5 Ana <a@b.example>\nwrote:\n> x\n", "> a\nb\n> c",
		"Von: a\nGesendet: b\nc", "x\n____________\ny", ":\n\n：", "-- \n>",
		"Le 5 mai, Ana <a@b.example> a écrit :\nx", "-----Original Message-----\nx",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		left := strings.Split(text, "\n")
		for _, line := range strings.Split(unquoted(text), "\n") {
			if line == "" {
				continue
			}
			if isQuoted(line) {
				t.Fatalf("%q is quoted", line)
			}
			for len(left) > 0 && left[0] != line { // in the order of the text
				left = left[1:]
			}
			if len(left) == 0 {
				t.Fatalf("%q is not in the text", line)
			}
			left = left[1:]
		}
	})
}

// TestNumbersThatAreNoCodes: an address on the network is no enhanced code.
func TestNumbersThatAreNoCodes(t *testing.T) {
	for s, want := range map[string]string{
		"550 5.1.1 unknown": "5.1.1", "(#5.1.1)": "5.1.1",
		"5.7.26.": "5.7.26", "5.1.1: x": "5.1.1", "host 10.5.1.1 said": "", "5.1.1.9": "", "[192.5.1.1]": "",
		"v15.1.1": "", "": "",
		"from 10.5.1.1: 552 5.2.2 full": "5.2.2",
	} {
		if got := findStatus(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
