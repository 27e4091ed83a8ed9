package dispatch

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"pressroom/internal/workspace"
	"pressroom/releases"
)

// BenchmarkCheck looks at a hundred copies of the sample release, each in two
// languages, as check does without a database.
func BenchmarkCheck(b *testing.B) {
	dir := b.TempDir()
	put := func(name string, data []byte) {
		if err := workspace.WriteFile(filepath.Join(dir, name), data); err != nil {
			b.Fatal(err)
		}
	}
	read := func(name string) []byte {
		data, err := releases.Files.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		return data
	}
	put("contacts/press.csv", []byte(press))
	put("contacts/segments.toml", []byte(segments))
	put("releases/media/piers.png", read("media/piers.png"))
	var slugs []string
	for i := range 100 {
		slug := fmt.Sprintf("report-%d", i)
		slugs = append(slugs, slug)
		for _, ending := range []string{".md", ".es.md"} {
			put("releases/"+slug+ending, []byte(strings.Replace(string(read("harbor-water-report"+ending)), "1,204", fmt.Sprint(1204+i), 1)))
		}
	}
	w, err := workspace.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		c, err := NewChecker(context.Background(), w, nil, nil, now)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := c.All(context.Background(), slugs); err != nil {
			b.Fatal(err)
		}
	}
}
