package draft

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"pressroom/internal/workspace"
)

func folderWith(t *testing.T, data string) (*Folder, string) {
	t.Helper()
	dir := t.TempDir()
	name := filepath.Join(dir, "releases", "x.md")
	if err := workspace.WriteFile(name, []byte(data)); err != nil {
		t.Fatal(err)
	}
	w, err := workspace.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return New(w), name
}

func TestWhatIsSavedIsWrittenAndNothingElse(t *testing.T) {
	ctx := context.Background()
	f, name := folderWith(t, "+++\r\nheadline = \"H\"\r\n+++\nOne.\rTwo.\n\nThree.")
	was, err := f.Open("x", "")
	if err != nil || was.Text != "+++\nheadline = \"H\"\n+++\nOne.\nTwo.\n\nThree." {
		t.Fatalf("%q, %v", was, err)
	}
	now, err := f.Save(ctx, "x", "", was.Version, strings.ReplaceAll(strings.Replace(was.Text, "Two.", "Two!\nAnd a half.", 1), "\n", "\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	const want = "+++\r\nheadline = \"H\"\r\n+++\nOne.\rTwo!\nAnd a half.\n\nThree."
	if got, err := os.ReadFile(name); err != nil || string(got) != want {
		t.Errorf("%q, %v", got, err)
	}
	if again, err := f.Open("x", ""); err != nil || *again != *now {
		t.Errorf("%+v is not %+v, %v", again, now, err)
	}
	var changed *ChangedError
	if _, err := f.Save(ctx, "x", "", was.Version, "Mine."); !errors.As(err, &changed) || *changed.Now != *now {
		t.Errorf("an older version is written over: %v", err)
	}
	if _, err := f.Save(ctx, "x", "", now.Version, "a\x00b"); err == nil {
		t.Error("what is no text is saved")
	}
	if _, err := f.Open("x", "es"); err == nil {
		t.Error("a language that there is not is opened")
	}
}

func TestWhatIsNoTextIsNotWrittenOn(t *testing.T) {
	f, _ := folderWith(t, "+++\n+++\nCaf\xe9.")
	var no *NotTextError
	if _, err := f.Open("x", ""); !errors.As(err, &no) {
		t.Error(err)
	}
}

// Whatever a file holds: with the same text it stays as it is, and with another one each
// line before and after what is another keeps its bytes.
func TestOtherLinesKeepTheirBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) string {
			return rapid.StringMatching(`[a-c ]{0,3}`).Draw(t, "line") + rapid.SampledFrom([]string{"\n", "\r\n", "\r"}).Draw(t, "end")
		}), 1, 12).Draw(t, "lines")
		data := []byte(strings.Join(lines, ""))
		if got := rewritten(data, plainEnds(string(data))); !bytes.Equal(got, data) {
			t.Fatalf("%q became %q", data, got)
		}
		at := rapid.IntRange(0, len(linesOf(string(data)))).Draw(t, "at")
		was := linesOf(string(data))
		text := plainEnds(strings.Join(was[:at], "")) + "NEW\n" + plainEnds(strings.Join(was[at:], ""))
		got := rewritten(data, text)
		if plainEnds(string(got)) != text {
			t.Fatalf("%q reads %q, want %q", got, plainEnds(string(got)), text)
		}
		if !bytes.HasPrefix(got, []byte(strings.Join(was[:at], ""))) || !bytes.HasSuffix(got, []byte(strings.Join(was[at:], ""))) {
			t.Fatalf("%q with a new line %d became %q", data, at, got)
		}
	})
}

// Browsers and an editor on the disk save at once: each either is in the file, or is told.
func TestOfManySavesNothingIsLost(t *testing.T) {
	ctx := context.Background()
	f, name := folderWith(t, "+++\n+++\n")
	var mu sync.Mutex
	var saved []string
	var all sync.WaitGroup
	for who := range 4 {
		all.Go(func() {
			for i := range 25 {
				mine := strings.Repeat("abcd"[who:who+1], i+1) + ";"
				for {
					was, err := f.Open("x", "")
					if err != nil {
						t.Error(err)
						return
					}
					_, err = f.Save(ctx, "x", "", was.Version, was.Text+mine+"\n")
					var changed *ChangedError
					if errors.As(err, &changed) {
						continue
					}
					if err != nil {
						t.Error(err)
						return
					}
					mu.Lock()
					saved = append(saved, mine)
					mu.Unlock()
					break
				}
			}
		})
	}
	all.Wait()
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, mine := range saved {
		if n := strings.Count("\n"+string(got), "\n"+mine+"\n"); n != 1 {
			t.Errorf("%q stands there %d times", mine, n)
		}
	}
	if len(saved) != 100 {
		t.Errorf("%d saves", len(saved))
	}
}
