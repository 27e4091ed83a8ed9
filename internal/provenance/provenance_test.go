package provenance_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressroom/internal/app"
	"pressroom/internal/compile"
	"pressroom/internal/provenance"
	"pressroom/internal/testdb"
	"pressroom/internal/verify"
)

// The sample release, scheduled and built: each file is what was sent, and copied out of
// it the words are.
func TestEachFormIsRecognized(t *testing.T) {
	dir := t.TempDir()
	if err := app.Init(dir, app.Beginning{Embargo: time.Now().Add(time.Hour).Truncate(time.Second)}); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	testdb.Migrated(t, filepath.Join(dir, ".pressroom"))
	a, err := app.Open(ctx, dir, app.World{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	p, err := a.Plan(ctx, app.SampleSlug, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Schedule(ctx, false, nil); err != nil {
		t.Fatal(err)
	}
	built, err := a.Build(ctx, app.SampleSlug, app.Building{Out: filepath.Join(dir, "build"), Formats: compile.Formats})
	if err != nil {
		t.Fatal(err)
	}
	if len(built.Files) < 16 {
		t.Fatalf("only %d files", len(built.Files))
	}
	files, err := filepath.Glob(filepath.Join(dir, "build", app.SampleSlug, "*.*"))
	if err != nil {
		t.Fatal(err)
	}
	fewWords(t, a, filepath.Join(dir, "build", app.SampleSlug, app.SampleSlug+".txt"))
	looked := 0
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains("pdf html txt docx", strings.TrimPrefix(filepath.Ext(name), ".")) {
			continue
		}
		looked++
		least := verify.Genuine
		if strings.HasSuffix(name, ".html") { // of mails it is a view, and pages are stored where they are public
			least = verify.Unchanged
		}
		verdict(t, a, name, data, least)
		if filepath.Ext(name) != ".pdf" {
			continue
		}
		for _, layout := range [][]string{{"-layout"}, {"-raw"}, nil} {
			text, err := exec.Command("pdftotext", append(layout, name, "-")...).Output()
			if err != nil {
				if os.Getenv("PRESSROOM_PEERS") == "1" {
					t.Fatalf("pdftotext: %v", err)
				}
				t.Skip("SKIPPED, NOT TESTED: pdftotext is not installed")
			}
			verdict(t, a, "copied.txt", text, verify.Unchanged)
			changed := bytes.Replace(text, []byte("2022"), []byte("2021"), 1)
			if f, err := a.Verify(ctx, "copied.txt", changed); err != nil || f != nil && f.Result.Verdict != verify.Differs {
				t.Errorf("%s with another year: %v %+v", name, err, f)
			}
		}
	}
	if looked < 16 {
		t.Errorf("only %d files were looked at", looked)
	}
}

// fewWords looks for twelve words out of each paragraph, as somebody quotes them.
func fewWords(t *testing.T, a *app.App, name string) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, paragraph := range strings.Split(string(text), "\n\n") {
		words := strings.Fields(paragraph)
		if len(words) < 20 || tried == 6 || strings.Contains(paragraph, "- ") || strings.ContainsAny(paragraph, "|_=") {
			continue
		}
		tried++
		for _, from := range []int{3, len(words) - provenance.LeastWords} {
			verdict(t, a, "quoted.txt", []byte(strings.Join(words[from:from+provenance.LeastWords], " ")), verify.Unchanged)
		}
	}
	if tried < 5 {
		t.Errorf("only %d paragraphs were tried", tried)
	}
}

func verdict(t *testing.T, a *app.App, name string, data []byte, least verify.Verdict) {
	t.Helper()
	f, err := a.Verify(context.Background(), filepath.Base(name), data)
	if err != nil {
		t.Errorf("%s: %v", filepath.Base(name), err)
		return
	}
	if f == nil || f.Result.Verdict < least || f.Of.Slug != app.SampleSlug {
		t.Errorf("%s: %+v", filepath.Base(name), f)
		if f != nil {
			t.Logf("%s %#v %q", f.Form, f.Result.Changes, f.Result.Beside)
		}
	}
}
