package release

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// The vectors were made by another program, from the description on top of their
// file, not by this package.
func TestSignoffDigestVectors(t *testing.T) {
	data, err := os.ReadFile("testdata/signoff.toml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Vector []struct{ About, Slug, Language, ID, Org, Speaker, Title, Attribution, Text, Canonical, Digest string }
	}
	if _, err := toml.Decode(string(data), &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Vector) < 6 {
		t.Fatalf("%d vectors", len(file.Vector))
	}
	for _, v := range file.Vector {
		sum := sha256.Sum256([]byte(v.Canonical))
		if v.Digest != "sha256:"+hex.EncodeToString(sum[:]) {
			t.Errorf("%s: the vector contradicts itself", v.About)
		}
		q := &Quote{ID: v.ID, Org: v.Org, Speaker: v.Speaker, Title: v.Title, Attribution: v.Attribution, Text: v.Text}
		if got := SignoffDigest(v.Slug, v.Language, q); got != v.Digest {
			t.Errorf("%s: %s, not %s", v.About, got, v.Digest)
		}
	}
}

// FuzzSignoffDigest holds the digest to what it promises: it does not depend on
// the form of marks, dashes, spaces and line ends, nor on the place of {said}, and
// words moved from one field to the next do not have the same one.
func FuzzSignoffDigest(f *testing.F) {
	f.Add("Ana Ruiz", "director", "We asked. “Nothing” – yet.", 3)
	f.Add("", "a", "é\r\n{said}", 0)
	f.Fuzz(func(t *testing.T, speaker, title, text string, at int) {
		if !utf8.ValidString(speaker) || !utf8.ValidString(title) || !utf8.ValidString(text) {
			return
		}
		q := Quote{ID: "i", Org: "O", Speaker: speaker, Title: title, Text: text}
		digest := SignoffDigest("s", "en", &q)
		other := q
		other.Text = " " + strings.NewReplacer(`"`, "“", "-", "—", "\n", "\r\n").Replace(strings.ReplaceAll(text, "\r\n", "\n")) + "\n"
		if !strings.Contains(text, "\r\n") && SignoffDigest("s", "en", &other) != digest {
			t.Fatalf("%q and %q differ", q.Text, other.Text)
		}
		if !strings.Contains(text, "{said") && at >= 0 && at < len(text) && utf8.RuneStart(text[at]) && text[at] == ' ' && at > 0 && text[at-1] != ' ' {
			other.Text = text[:at] + " {said}" + text[at:]
			if SignoffDigest("s", "en", &other) != digest {
				t.Fatalf("{said} counts in %q", other.Text)
			}
		}
		other = q
		other.Speaker, other.Title = speaker+"1", title
		if SignoffDigest("s", "en", &other) == digest {
			t.Fatal("another speaker has the same digest")
		}
		if n := strconv.Itoa(len(title)); speaker != n+":" {
			other.Speaker, other.Title = speaker+n+":"+title, ""
			if title != "" && strings.TrimSpace(title) != "" && SignoffDigest("s", "en", &other) == digest {
				t.Fatal("two fields and one have the same digest")
			}
		}
	})
}
