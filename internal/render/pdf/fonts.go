package pdf

import (
	"fmt"
	"sync"

	"codeberg.org/go-fonts/liberation/liberationmonoregular"
	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansitalic"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-fonts/stix/stix2textbold"
	"codeberg.org/go-fonts/stix/stix2textbolditalic"
	"codeberg.org/go-fonts/stix/stix2textitalic"
	"codeberg.org/go-fonts/stix/stix2textregular"

	"pressroom/internal/pattern"
	"pressroom/internal/render/pdf/setter"
	"pressroom/internal/render/pdf/sfnt"
)

// The faces, in the order of the library.
const (
	serif setter.Face = iota
	serifItalic
	serifBold
	serifBoldItalic
	sans
	sansItalic
	sansBold
	mono
)

// library reads the fonts once: STIX Two Text, Liberation Sans and Mono, all under the
// SIL Open Font License 1.1.
var library = sync.OnceValues(func() (*setter.Library, error) {
	files := [][]byte{
		stix2textregular.TTF, stix2textitalic.TTF, stix2textbold.TTF, stix2textbolditalic.TTF,
		liberationsansregular.TTF, liberationsansitalic.TTF, liberationsansbold.TTF,
		liberationmonoregular.TTF,
	}
	fonts, err := parsed(files)
	// What one family lacks, the other may have.
	fallbacks := [][]setter.Face{{sans}, {sansItalic}, {sansBold}, {sansBold}, {serif}, {serifItalic}, {serifBold}, {sans, serif}}
	return &setter.Library{Fonts: fonts, Fallbacks: fallbacks}, err
})

// parsed reads fonts, all at the same time.
func parsed(files [][]byte) ([]*sfnt.Font, error) {
	fonts := make([]*sfnt.Font, len(files))
	errs := make([]error, len(files))
	var wg sync.WaitGroup
	for i, data := range files {
		wg.Go(func() { fonts[i], errs[i] = sfnt.Parse(data) })
	}
	wg.Wait()
	for i, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("reading font %d: %w", i, err)
		}
	}
	return fonts, nil
}

// Font is the fonts for one script (ISO 15924) that the built-in ones lack; "" is
// for whatever else they have. Bold may be the same as Regular.
type Font struct {
	Script        string
	Regular, Bold *sfnt.Font
}

// libraryWith is the built-in fonts and those of a release.
func libraryWith(fonts []Font) (*setter.Library, error) {
	base, err := library()
	if err != nil || len(fonts) == 0 {
		return base, err
	}
	lib := &setter.Library{Fonts: append([]*sfnt.Font{}, base.Fonts...), Fallbacks: base.Fallbacks}
	known := make(map[*sfnt.Font]setter.Face)
	face := func(f *sfnt.Font) setter.Face {
		i, ok := known[f]
		if !ok {
			i = setter.Face(len(lib.Fonts))
			known[f] = i
			lib.Fonts = append(lib.Fonts, f)
			lib.Fallbacks = append(lib.Fallbacks[:len(lib.Fallbacks):len(lib.Fallbacks)], nil)
		}
		return i
	}
	for _, f := range fonts {
		lib.Scripts = append(lib.Scripts, setter.ScriptFont{Script: f.Script, Regular: face(f.Regular), Bold: face(f.Bold)})
	}
	return lib, nil
}

// latin matches what has nothing but Latin letters and the marks of print, which are in
// every built-in font.
var latin = pattern.New(`^[\t-\r -~\x{a0}-\x{24f}\x{2010}-\x{2022}\x{2026}€™]*$`)

// Lacking lists the characters of a text that no built-in font has, each once, in
// the order in which they stand.
func Lacking(text string) ([]rune, error) {
	if latin.MatchString(text) {
		return nil, nil
	}
	lib, err := library()
	if err != nil {
		return nil, err
	}
	var out []rune
	seen := make(map[rune]bool)
	for _, c := range text {
		if setter.Space(c) || seen[c] {
			continue
		}
		seen[c] = true
		if !setter.Invisible(c) && !lib.Fonts[serif].Has(c) && !lib.Fonts[sans].Has(c) {
			out = append(out, c)
		}
	}
	return out, nil
}

// Doubtful are those of the characters that not every face can set, with the built-in
// fonts and these: whether one is missing depends on where it stands.
func Doubtful(fonts []Font, chars []rune) ([]rune, error) {
	if len(chars) == 0 {
		return nil, nil
	}
	lib, err := libraryWith(fonts)
	if err != nil {
		return nil, err
	}
	var out []rune
	for _, c := range chars {
		for face := serif; face <= mono; face++ {
			if !lib.Sets(face, c) {
				out = append(out, c)
				break
			}
		}
	}
	return out, nil
}

// emphasised is the face for emphasis within text of a face.
func emphasised(f setter.Face, strong bool) setter.Face {
	switch {
	case f == serif && strong:
		return serifBold
	case f == serif:
		return serifItalic
	case f == serifBold && !strong, f == serifItalic && strong:
		return serifBoldItalic
	case f == sans && strong:
		return sansBold
	case f == sans:
		return sansItalic
	}
	return f
}
