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
		t.Fatalf("%+v, %v", was, err)
	}
	now, err := f.Save(ctx, "x", "", was.Text, strings.ReplaceAll(strings.Replace(was.Text, "Two.", "Two!\nAnd a half.", 1), "\n", "\r\n"))
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
	if _, err := f.Save(ctx, "x", "", was.Text, "Mine."); !errors.As(err, &changed) || *changed.Now != *now {
		t.Errorf("what somebody else wrote is written over: %v", err)
	}
	both, err := f.Save(ctx, "x", "", was.Text, strings.Replace(was.Text, `"H"`, `"Head"`, 1))
	if err != nil || !both.Merged {
		t.Fatalf("%+v, %v", both, err)
	}
	const merged = "+++\r\nheadline = \"Head\"\n+++\nOne.\rTwo!\nAnd a half.\n\nThree."
	if got, err := os.ReadFile(name); err != nil || string(got) != merged {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := f.Save(ctx, "x", "", both.Text, "a\x00b"); err == nil {
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
					_, err = f.Save(ctx, "x", "", was.Text, was.Text+mine+"\n")
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

// Two browsers and an editor on the machine write on a file, each on what it has open: what
// each of them put in is in the file at the end, or it was told, and nothing else is gone.
func TestTwoBrowsersAndAnEditorLoseNothing(t *testing.T) {
	f, name := folderWith(t, "x\n")
	runs := 0
	rapid.Check(t, func(t *rapid.T) {
		runs++
		ctx := context.Background()
		var lines []string
		for i := range 20 {
			lines = append(lines, strings.Repeat("x", i+1)+"\n")
		}
		if err := os.WriteFile(name, []byte(strings.Join(lines, "")), 0o600); err != nil {
			t.Fatal(err)
		}
		open := make(map[string]string) // what each browser has before it
		var kept []string
		told := 0
		for i := range rapid.IntRange(2, 12).Draw(t, "saves") {
			who := rapid.SampledFrom([]string{"one", "other", "disk"}).Draw(t, "who")
			base, ok := open[who]
			if !ok || who == "disk" || rapid.Bool().Draw(t, "opens it anew") {
				now, err := f.Open("x", "")
				if err != nil {
					t.Fatal(err)
				}
				base = now.Text
			}
			open[who] = base
			at := rapid.IntRange(0, strings.Count(base, "\n")).Draw(t, "at")
			was := strings.SplitAfter(base, "\n")
			mine := who + strings.Repeat("y", i+1) + "\n"
			text := strings.Join(was[:at], "") + mine + strings.Join(was[at:], "")
			if who == "disk" {
				if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
				kept = append(kept, mine)
				continue
			}
			saved, err := f.Save(ctx, "x", "", base, text)
			var changed *ChangedError
			switch {
			case errors.As(err, &changed):
				told++
				open[who] = changed.Now.Text
			case err != nil:
				t.Fatal(err)
			default:
				kept, open[who] = append(kept, mine), saved.Text
			}
		}
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range append(kept, lines...) {
			if strings.Count("\n"+string(got), "\n"+line) != 1 {
				t.Fatalf("%q is lost, or stands twice, in\n%s", line, got)
			}
		}
	})
	if runs < 100 {
		t.Errorf("%d runs", runs)
	}
}
