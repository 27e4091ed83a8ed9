package app_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"pressroom/internal/app"
	"pressroom/internal/coalition"
	"pressroom/internal/jobs"
	"pressroom/internal/sandbox"
	"pressroom/internal/testdb"
	"pressroom/internal/transport"
	"pressroom/internal/workspace"
)

// The partners of one release are written to; what waits for those of another is left to
// whoever asks for it, or to serve.
func TestLettersOfAnotherReleaseAreLeftAlone(t *testing.T) {
	t.Parallel()
	ctx, dir, now := context.Background(), t.TempDir(), time.Now()
	files := map[string]string{
		"pressroom.toml": "[organization]\nname = \"Harbor\"\ntimezone = \"UTC\"\n[mail]\nfrom = \"Press <press@harbor.example>\"\n" +
			"[server]\npublic_url = \"https://press.harbor.example\"\nlisten = \"127.0.0.1:0\"\n" +
			"[[org]]\nid = \"river\"\nname = \"River Alliance\"\ncontact = \"Ana Ruiz <ana@river.example>\"\n" +
			"[[org]]\nid = \"coast\"\nname = \"Quiet Coast\"\ncontact = \"Bo <bo@coast.example>\"\n",
		"contacts/press.csv": "email\ncy@radio.example\n",
	}
	for _, slug := range []string{"dam", "levee"} {
		files["releases/"+slug+".md"] = fmt.Sprintf("+++\nheadline = \"The %s holds\"\nembargo = %s\ntimezone = \"UTC\"\nto = [\"press\"]\n"+
			"dateline = \"CITY\"\n[[contact]]\nname = \"Dana\"\nphone = \"1\"\n+++\nIt held.\n", slug, now.Add(72*time.Hour).UTC().Format(time.RFC3339))
	}
	for name, data := range files {
		if err := workspace.WriteFile(filepath.Join(dir, name), []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	testdb.Migrated(t, filepath.Join(dir, ".pressroom"))
	a, err := app.Open(ctx, dir, app.World{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	for slug, org := range map[string]string{"dam": "river", "levee": "coast"} {
		_, _, err := a.Coalition.Ask(ctx, coalition.Call{
			Slug: slug, Orgs: []string{org}, Soft: now.Add(24 * time.Hour), Hard: now.Add(48 * time.Hour), Words: 40, Show: coalition.ShowHeadline,
			Asker: "Lea <lea@harbor.example>",
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	before, err := jobs.Waiting(ctx, a.DB())
	if err != nil {
		t.Fatal(err)
	}
	if unsent, err := a.SendLetters(ctx, "levee"); err != nil || unsent > 0 {
		t.Fatal(unsent, err)
	}
	box, err := sandbox.Mailbox{Dir: transport.SandboxDir(a.Workspace)}.List(0)
	if err != nil || len(box) != 1 || box[0].To != "bo@coast.example" {
		t.Errorf("mailed: %+v, %v", box, err)
	}
	if after, err := jobs.Waiting(ctx, a.DB()); err != nil || after != before-1 {
		t.Errorf("of %d letters %d wait, %v", before, after, err)
	}
}
