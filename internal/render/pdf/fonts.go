package pdf

import (
	"fmt"
	"sync"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansitalic"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-fonts/stix/stix2textbold"
	"codeberg.org/go-fonts/stix/stix2textbolditalic"
	"codeberg.org/go-fonts/stix/stix2textitalic"
	"codeberg.org/go-fonts/stix/stix2textregular"

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
)

// library reads the fonts once: STIX Two Text and Liberation Sans, both under the
// SIL Open Font License 1.1.
var library = sync.OnceValues(func() (*setter.Library, error) {
	files := [][]byte{
		stix2textregular.TTF, stix2textitalic.TTF, stix2textbold.TTF, stix2textbolditalic.TTF,
		liberationsansregular.TTF, liberationsansitalic.TTF, liberationsansbold.TTF,
	}
	lib := &setter.Library{Fonts: make([]*sfnt.Font, len(files))}
	errs := make([]error, len(files))
	var wg sync.WaitGroup
	for i, data := range files {
		wg.Go(func() { lib.Fonts[i], errs[i] = sfnt.Parse(data) })
	}
	wg.Wait()
	for i, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("reading font %d: %w", i, err)
		}
	}
	// What one family lacks, the other may have.
	lib.Fallbacks = [][]setter.Face{{sans}, {sansItalic}, {sansBold}, {sansBold}, {serif}, {serifItalic}, {serifBold}}
	return lib, nil
})

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
