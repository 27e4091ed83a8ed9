package workspace

import (
	"path/filepath"
	"strings"
)

const maxHyphens = 4 << 20

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
	for _, n := range names {
		if data, err := w.read("templates/hyphenation/"+n, maxHyphens); err == nil {
			return data
		}
	}
	for _, dir := range []string{"/usr/share/hyphen", "/usr/local/share/hyphen"} {
		for _, n := range names {
			if data, err := ReadFile(filepath.Join(dir, n), maxHyphens); err == nil {
				return data
			}
		}
	}
	return nil
}
