package draft

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pressroom/internal/fields"
	"pressroom/internal/frontmatter"
)

const withPictures = "+++\r\nheadline = \"The dam\" # so far\r\ndate = 2026-07-26\r\ntimezone = \"UTC\"\r\n[[contact]]\r\nname = \"Dana\"\r\nphone = \"1\"\r\n" +
	"[[media]]\r\nfile = 'media/dam.jpg' # of spring\r\nalt = \"The dam\"\r\ncredit = \"Ana Ruiz\"\r\n" +
	"[[media]]\r\nfile = \"media/dam.jpg.jpg\"\r\nalt = \"Another\"\r\n+++\r\nLook: media/dam.jpg\r\n\r\n![](media/dam.jpg)\r\n\r\n![](media/dam.jpg.jpg)\r\n"

const inSpanish = "+++\nheadline = \"La presa\"\n\n# la foto\n[[media]]\nfile = \"media/dam.jpg\"\nalt = \"La presa\"\n+++\nMire.\n\n![](media/dam.jpg)\n"

// exchange puts media/new.jpg in the place of what the first [[media]] names.
func exchange(f *Folder) error {
	c := fields.Change{Table: "media", Was: map[string]string{"file": "media/dam.jpg"}, Now: map[string]string{"file": "media/new.jpg"}}
	return f.Exchange(context.Background(), "x", "media/dam.jpg", "media/new.jpg", c.Apply)
}

func TestAFileIsExchangedWhereverItIsNamed(t *testing.T) {
	f, name := folderWith(t, withPictures)
	es := strings.TrimSuffix(name, ".md") + ".es.md"
	if err := os.WriteFile(es, []byte(inSpanish), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := exchange(f); err != nil {
		t.Fatal(err)
	}
	want := strings.NewReplacer("file = 'media/dam.jpg'", "file = \"media/new.jpg\"", "](media/dam.jpg)", "](media/new.jpg)").Replace(withPictures)
	for file, want := range map[string]string{name: want, es: strings.ReplaceAll(inSpanish, "media/dam.jpg", "media/new.jpg")} {
		if got, err := os.ReadFile(file); err != nil || string(got) != want {
			t.Errorf("%v: %s has\n%q\nwant\n%q", err, file, got, want)
		}
	}
}

// What another table of the release has still is not renamed beneath it.
func TestAFileThatAnotherTableHasKeepsItsNameThere(t *testing.T) {
	twice := strings.Replace(withPictures, "media/dam.jpg.jpg\"", "media/dam.jpg\"", 1)
	twice = strings.Replace(twice, "![](media/dam.jpg.jpg)", "", 1)
	f, name := folderWith(t, twice)
	if err := exchange(f); err != nil {
		t.Fatal(err)
	}
	want := strings.Replace(twice, "'media/dam.jpg'", "\"media/new.jpg\"", 1)
	if got, err := os.ReadFile(name); err != nil || string(got) != want {
		t.Errorf("%v\n%q\nwant\n%q", err, got, want)
	}
}

func TestAnExchangeThatCannotBeReadIsNotWritten(t *testing.T) {
	f, name := folderWith(t, withPictures)
	var unread *UnreadableError
	err := f.Exchange(context.Background(), "x", "media/dam.jpg", "media/new.svg", func(doc *frontmatter.Document) ([]byte, error) {
		return doc.Set("media[0]", "file", `""`)
	})
	if got, _ := os.ReadFile(name); !errors.As(err, &unread) || string(got) != withPictures {
		t.Errorf("%v\n%q", err, got)
	}
}

func TestOnlyAFileThatNothingNamesIsDeleted(t *testing.T) {
	ctx := context.Background()
	f, name := folderWith(t, withPictures)
	media := filepath.Join(filepath.Dir(name), "media")
	if err := os.MkdirAll(media, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"dam.jpg", "old.jpg"} {
		if err := os.WriteFile(filepath.Join(media, file), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var used *UsedError
	if err := f.Discard(ctx, "media/dam.jpg"); !errors.As(err, &used) || err.Error() != "media/dam.jpg is used by releases/x.md; it stays" {
		t.Error(err)
	}
	for _, bad := range []string{"x.md", "../pressroom.toml", "media/../x.md", "media/.hidden", "media/none.jpg", ""} {
		if err := f.Discard(ctx, bad); err == nil {
			t.Errorf("%q is deleted", bad)
		}
	}
	if err := f.Discard(ctx, "media/old.jpg"); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadDir(media); err != nil || len(left) != 1 || left[0].Name() != "dam.jpg" {
		t.Errorf("%v, %v", left, err)
	}
}
