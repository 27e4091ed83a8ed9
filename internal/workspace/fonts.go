package workspace

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"pressroom/internal/render/pdf"
	"pressroom/internal/render/pdf/setter"
	"pressroom/internal/render/pdf/sfnt"
)

// scriptNames are the names under which the Noto fonts know scripts (ISO 15924).
var scriptNames = map[string][]string{
	"Arab": {"NaskhArabic", "SansArabic"}, "Hebr": {"SerifHebrew", "SansHebrew"}, "Deva": {"SerifDevanagari", "SansDevanagari"},
	"Beng": {"SerifBengali", "SansBengali"}, "Guru": {"SerifGurmukhi", "SansGurmukhi"}, "Gujr": {"SerifGujarati", "SansGujarati"},
	"Taml": {"SerifTamil", "SansTamil"}, "Telu": {"SerifTelugu", "SansTelugu"}, "Knda": {"SerifKannada", "SansKannada"},
	"Mlym": {"SerifMalayalam", "SansMalayalam"}, "Sinh": {"SerifSinhala", "SansSinhala"}, "Thai": {"SerifThai", "SansThai"},
	"Laoo": {"SerifLao", "SansLao"}, "Mymr": {"SerifMyanmar", "SansMyanmar"}, "Khmr": {"SerifKhmer", "SansKhmer"},
	"Geor": {"SerifGeorgian", "SansGeorgian"}, "Armn": {"SerifArmenian", "SansArmenian"}, "Ethi": {"SerifEthiopic", "SansEthiopic"},
	"Tibt": {"SerifTibetan"}, eastAsian: {"SerifCJK", "SansCJK"}, "": {"SansSymbols2", "SansSymbols", "SansMath", "Music"},
}

// eastAsian stands for the scripts that one font sets together.
const eastAsian = "CJK"

// scriptGroup is the scripts whose fonts are asked for a character. The wide letters of East
// Asian keyboards and numbers that are one sign are Latin letters as well, but no reason to set
// all Latin text in a font that has them.
func scriptGroup(c rune) string {
	switch s := setter.Script(c); s {
	case "Latn":
		switch {
		case c >= 0xFF00 && c <= 0xFFEF:
			return eastAsian
		case c >= 0x2100 && c <= 0x218F, c >= 0xFB00 && c <= 0xFB06:
			return ""
		}
		return s
	case "Hani", "Hira", "Kana", "Hang", "Bopo":
		return eastAsian
	case "Zyyy", "Zinh", "Zzzz":
		return ""
	default:
		return s
	}
}

// ownFonts is the folder of the workspace's own fonts.
const ownFonts = "templates/fonts"

// fontDirs are the folders of the system's fonts.
func fontDirs() []string {
	var dirs []string
	if home, err := os.UserHomeDir(); err == nil {
		dirs = append(dirs, filepath.Join(home, ".local/share/fonts"), filepath.Join(home, ".fonts"), filepath.Join(home, "Library/Fonts"))
	}
	return append(dirs, "/usr/local/share/fonts", "/usr/share/fonts", "/System/Library/Fonts", "/Library/Fonts", `C:\Windows\Fonts`)
}

// fontFile is a font on the disk; own ones lie in the workspace, and their path is
// relative to it.
type fontFile struct {
	path string
	own  bool
}

// Fonts finds fonts for characters that the built-in ones lack, in the workspace's
// templates/fonts and on the system, for text whose main language is lang. What
// none has is left to be named where it stands.
func (w *Workspace) Fonts(lacking []rune, lang string) []pdf.Font {
	if len(lacking) == 0 {
		return nil
	}
	groups := make(map[string][]rune)
	for _, c := range lacking {
		g := scriptGroup(c)
		groups[g] = append(groups[g], c)
	}
	names := make([]string, 0, len(groups))
	for g := range groups {
		names = append(names, g)
	}
	sort.Strings(names)
	files := w.fontFiles()
	var out []pdf.Font
	for _, g := range names {
		out = append(out, w.findFont(files, g, groups[g], lang)...)
	}
	return out
}

func (w *Workspace) fontFiles() []fontFile {
	var out []fontFile
	seen := 0
	walk := func(fsys fs.FS, prefix string, own bool) {
		fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil // an unreadable folder has no fonts for us
			}
			if seen++; seen > 20_000 {
				return fs.SkipAll
			}
			switch strings.ToLower(path.Ext(name)) {
			case ".ttf", ".otf", ".ttc", ".otc":
				out = append(out, fontFile{prefix + name, own})
			}
			return nil
		})
	}
	if root, inside, err := w.resolve(ownFonts); err == nil {
		defer root.Close()
		if fsys, err := fs.Sub(root.FS(), filepath.ToSlash(inside)); err == nil {
			walk(fsys, ownFonts+"/", true)
		}
	}
	for _, dir := range fontDirs() {
		walk(os.DirFS(dir), dir+string(filepath.Separator), false)
	}
	return out
}

// findFont picks the font that has most of the characters: the workspace's first,
// then those known for the script, then any. Others set what that lacks.
func (w *Workspace) findFont(files []fontFile, group string, chars []rune, lang string) []pdf.Font {
	if len(chars) == 0 {
		return nil
	}
	const tries = 200
	var best *sfnt.Font
	var bestFile fontFile
	most, tried := 0, 0
	for _, f := range ranked(files, group) {
		if tried++; tried > tries {
			break
		}
		font, err := w.openFont(f, lang)
		if err != nil {
			continue // variable, damaged or not to be embedded: another may do
		}
		has := 0
		for _, c := range chars {
			if font.Has(c) {
				has++
			}
		}
		if has > most {
			best, bestFile, most = font, f, has
		}
		if has == len(chars) {
			break
		}
	}
	if best == nil {
		return nil
	}
	bold := best
	if name := boldName(bestFile.path); name != "" {
		if f, err := w.openFont(fontFile{name, bestFile.own}, lang); err == nil {
			bold = f
		}
	}
	scripts := []string{group}
	if group == eastAsian {
		scripts = []string{"Hani", "Hira", "Kana", "Hang", "Bopo"}
	}
	var out []pdf.Font
	for _, s := range scripts {
		out = append(out, pdf.Font{Script: s, Regular: best, Bold: bold})
	}
	rest := slices.DeleteFunc(slices.Clone(chars), best.Has)
	return append(out, w.findFont(files, group, rest, lang)...) // signs of many kinds are in no font together
}

// otherStyles are parts of the names of fonts that are not upright and of ordinary
// weight.
var otherStyles = []string{"Bold", "Italic", "Oblique", "Mono", "Emoji"}

// ranked sorts the files by how likely they have a script. Of the system's it keeps
// only upright ones of ordinary weight; of the workspace's own these come first.
func ranked(files []fontFile, group string) []fontFile {
	rank := func(f fontFile) int {
		name := filepath.Base(f.path)
		other := slices.ContainsFunc(otherStyles, func(s string) bool { return strings.Contains(name, s) })
		switch {
		case f.own && !other:
			return 0
		case f.own:
			return 1
		case other:
			return -1
		}
		for i, n := range scriptNames[group] {
			if strings.HasPrefix(name, "Noto"+n+"-Regular") {
				return 2 + i
			}
		}
		return 100
	}
	var out []fontFile
	for _, f := range files {
		if rank(f) >= 0 {
			out = append(out, f)
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := rank(out[i]), rank(out[j])
		if a != b {
			return a < b
		}
		return out[i].path < out[j].path
	})
	return out
}

// boldName is the file of a font's bold, "" if its name tells none.
func boldName(file string) string {
	dir, name := filepath.Split(file)
	bold := strings.Replace(name, "Regular", "Bold", 1)
	if bold == name {
		return ""
	}
	return filepath.Join(dir, bold)
}

// openFont reads a font; of a collection the one for the language.
func (w *Workspace) openFont(f fontFile, lang string) (*sfnt.Font, error) {
	read := ReadFile
	if f.own {
		read = w.read
	}
	data, err := read(f.path, 64<<20)
	if err != nil {
		return nil, err
	}
	names, err := sfnt.FaceNames(data)
	if err != nil {
		return nil, err
	}
	if len(names) == 1 {
		return sfnt.ParseFace(data, 0)
	}
	want := "jp"
	switch {
	case strings.HasPrefix(lang, "ko"):
		want = "kr"
	case strings.HasPrefix(lang, "zh-Hant"), strings.HasPrefix(lang, "zh-TW"):
		want = "tc"
	case strings.HasPrefix(lang, "zh-HK"):
		want = "hk"
	case strings.HasPrefix(lang, "zh"):
		want = "sc"
	}
	for i, n := range names {
		family, _, _ := strings.Cut(n, "-")
		if strings.HasSuffix(strings.ToLower(family), want) && !strings.Contains(n, "Mono") {
			return sfnt.ParseFace(data, i)
		}
	}
	return sfnt.ParseFace(data, 0)
}
