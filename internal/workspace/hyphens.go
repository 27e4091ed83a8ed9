package workspace

import (
	"path/filepath"
	"strings"
)

// Hyphens finds hyphenation patterns for a language: in templates/hyphenation, then
// where Debian's hyphen-… packages put them. It is nil where there are none.
func (w *Workspace) Hyphens(lang string) []byte {
	tag := strings.ReplaceAll(lang, "-", "_")
	base, _, _ := strings.Cut(tag, "_")
	names := []string{"hyph_" + tag + ".dic", "hyph_" + base + ".dic"}
	if base == "en" {
		names = append(names, "hyph_en_US.dic")
	}
	if base != tag || len(base) == 2 {
		names = append(names, "hyph_"+base+"_"+strings.ToUpper(base)+".dic")
	}
	for _, dir := range []string{filepath.Join(w.Dir, "templates", "hyphenation"), "/usr/share/hyphen", "/usr/local/share/hyphen"} {
		for _, n := range names {
			if data, err := readLimited(filepath.Join(dir, n), 4<<20); err == nil {
				return data
			}
		}
	}
	return nil
}
