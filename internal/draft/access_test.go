package draft

import (
	"slices"
	"testing"

	"pressroom/internal/workspace"
)

func TestWhoMayReadBeforeIsWhomTheFileNames(t *testing.T) {
	dir := t.TempDir()
	if err := workspace.WriteFile(dir+"/"+workspace.SettingsFile, nil); err != nil {
		t.Fatal(err)
	}
	w, err := workspace.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	const words = "headline = \"It holds\"\ndate = 2026-07-26\n"
	f := New(w).Over(map[string][]byte{
		"releases/named.md":   []byte("+++\n" + words + "access = [\"Vic@office.example\", \"ana@office.example\"]\n+++\nIt holds.\n"),
		"releases/plain.md":   []byte("+++\n" + words + "+++\nIt holds.\n"),
		"releases/quoted.md":  []byte("+++\n" + words + "notes = \"\"\"\naccess = [\\\"vic@office.example\\\"]\n\"\"\"\n+++\nIt holds.\n"),
		"releases/broken.md":  []byte("+++\n" + words + "access = [\"vic@office.example\"\n+++\nIt holds.\n"),
		"releases/no-list.md": []byte("+++\n" + words + "access = \"vic@office.example\"\n+++\nIt holds.\n"),
		"pressroom.md":        []byte("+++\naccess = [\"vic@office.example\"]\n+++\n"),
	})
	for slug, want := range map[string][]string{
		"named": {"vic@office.example", "ana@office.example"}, "plain": nil, "quoted": nil, "broken": nil, "no-list": nil, "none": nil,
		"../pressroom": nil, "": nil,
	} {
		if got := f.Access(slug); !slices.Equal(got, want) {
			t.Errorf("%q: %q, not %q", slug, got, want)
		}
	}
}
