package web

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"pressroom/internal/release"
)

var routed = regexp.MustCompile("(?:(?:GET|POST) |Path += )\"?/([a-z-]+)|Path += \"/([a-z-]+)/\"")

// A release whose slug is the first word of an address would have no page.
func TestNoReleaseIsCalledLikeAnAddress(t *testing.T) {
	words := 0
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		src, err := os.ReadFile(name)
		for _, m := range routed.FindAllStringSubmatch(string(src), -1) {
			word := m[1] + m[2]
			words++
			if !release.Reserved(word) {
				t.Errorf("%s: /%s is an address, and a release may be called so", name, word)
			}
		}
		return err
	})
	if err != nil || words < 8 {
		t.Errorf("%d addresses were found, %v", words, err)
	}
	if release.Reserved("harbor-report") {
		t.Error("an ordinary slug is reserved")
	}
}
