package setter

import (
	"fmt"
	"strings"
	"testing"

	"github.com/go-text/typesetting/harfbuzz"
)

func TestLinesEndBetweenLettersInSomeScriptsOnly(t *testing.T) {
	for r, want := range map[rune]bool{
		'a': false, 'é': false, 0x2E7F: false, 0x2E80: true, 'か': true, '字': true, 0xA4CF: true, 0xA4D0: false, 0xABFF: false, 0x312F: true, 'ㄱ': false, 0x3190: true, '가': false, 0xD7AF: false,
		0xF8FF: false, 0xF900: true, 0xFAFF: true, 0xFB00: false, 0xFEFF: false, 0xFF00: true, '（': true, 0xFFEE: true, 0xFFEF: false, 0x1FFFF: false, 0x20000: true, 0x3347F: true, 0x33480: false,
		'ا': false, 'ก': false,
	} {
		if got := wide(r); got != want {
			t.Errorf("%U: %v, want %v", r, got, want)
		}
	}
}

func TestWhatNeedsNoGlyph(t *testing.T) {
	var invisible, spaces []string
	for r := rune(0); r < 0x10000; r++ {
		if Invisible(r) {
			invisible = append(invisible, fmt.Sprintf("%X", r))
		}
		if Space(r) {
			spaces = append(spaces, fmt.Sprintf("%X", r))
		}
	}
	if got, want := strings.Join(invisible, " "), "AD 200B 200C 200D 200E 200F 202A 202B 202C 202D 202E 2060 2061 2062 2063 2064 2065 2066 2067 2068 2069 206A 206B 206C 206D 206E 206F "+
		"FE00 FE01 FE02 FE03 FE04 FE05 FE06 FE07 FE08 FE09 FE0A FE0B FE0C FE0D FE0E FE0F FEFF"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if got := strings.Join(spaces, " "); got != "9 A B C D 85 2028 2029" {
		t.Errorf("%s\nwant other spaces", got)
	}
}

func TestGlyphsOfOneRunAscend(t *testing.T) {
	for name, c := range map[string]struct {
		clusters []int
		want     bool
	}{"none": {nil, true}, "one": {[]int{3}, true}, "ascending": {[]int{0, 1, 4}, true}, "a ligature's marks": {[]int{0, 1, 1, 2}, true}, "descending": {[]int{2, 1}, false}, "at the end": {[]int{0, 1, 0}, false}} {
		var infos []harfbuzz.GlyphInfo
		for _, n := range c.clusters {
			infos = append(infos, harfbuzz.GlyphInfo{Cluster: n})
		}
		if got := ascending(infos); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
