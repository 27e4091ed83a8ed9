package compile

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"pressroom/internal/release"
	"pressroom/internal/render/pdf"
	"pressroom/internal/render/pdf/sfnt"
	"pressroom/templates"
)

// Record is an Input as it is kept: from it, and from the blobs that it names by
// their digest, the same artefacts are compiled again, without the folder and
// without a font or a pattern of the machine.
type Record struct {
	Version   int               `json:"version"` // RecordVersion
	Slug      string            `json:"slug"`
	Day       string            `json:"day,omitempty"` // as Input.Day
	Revision  string            `json:"revision"`
	Sources   []release.Source  `json:"sources"`
	Settings  json.RawMessage   `json:"settings"`  // release.Settings
	Files     map[string]string `json:"files"`     // digests, by the names of Input.Files
	Patterns  map[string]string `json:"patterns"`  // by language
	Templates map[string]string `json:"templates"` // by their names
	Fonts     []RecordedFont    `json:"fonts"`
	// What was compiled of it: the artefacts' digests by name, and those of the
	// pictures and attachments that messages name. Whoever stores them writes it.
	Artefacts map[string]string `json:"artefacts,omitempty"`
	// Amended is what was said of the release after it went out.
	Amended *release.Amended `json:"amended,omitempty"`
	Parts   []string         `json:"parts,omitempty"`
}

// RecordVersion is that of the records that are written. What was kept before there
// were versions has 0: it holds sources and settings, and nothing else.
const RecordVersion = 1

// RecordedFont is the fonts for one script (ISO 15924).
type RecordedFont struct {
	Script  string       `json:"script"`
	Regular RecordedFace `json:"regular"`
	Bold    RecordedFace `json:"bold"`
}

// RecordedFace is a font in a file.
type RecordedFace struct {
	Digest string `json:"digest"`
	Face   int    `json:"face"` // which of a collection
}

// Without names what was left out of the sending that was kept, because somebody said so.
func (r *Record) Without() []string {
	var settings keptSettings
	if json.Unmarshal(r.Settings, &settings) != nil {
		return nil
	}
	return settings.Without
}

// Record is what is to be kept of the input. put keeps bytes and returns the digest
// that names them.
func (in *Input) Record(put func(data []byte) string) Record {
	r := Record{
		Version: RecordVersion, Slug: in.Release.Slug, Day: in.Day, Revision: in.Revision, Sources: in.Sources, Settings: in.settingsText(),
		Files: make(map[string]string), Patterns: make(map[string]string), Templates: make(map[string]string), Amended: in.Release.Amended,
	}
	for name, data := range in.Files {
		r.Files[name] = put(data)
	}
	for lang, data := range in.Patterns {
		r.Patterns[lang] = put(data)
	}
	for name, text := range in.Templates {
		r.Templates[name] = put([]byte(text))
	}
	face := func(f *sfnt.Font) RecordedFace {
		data, n := f.Source()
		return RecordedFace{put(data), n}
	}
	for _, f := range in.Fonts {
		r.Fonts = append(r.Fonts, RecordedFont{f.Script, face(f.Regular), face(f.Bold)})
	}
	return r
}

// Errors of records.
var (
	// ErrPartial is returned for what an earlier version of the program kept, which
	// is too little to compile the release again.
	ErrPartial = errors.New("an earlier version of the program kept sources and settings of this, and no pictures, fonts or templates")
	// ErrNoSource is returned for what has no source in it: it was damaged, or is kept of
	// letters, which are compiled from no release.
	ErrNoSource = errors.New("what was kept has no source in it")
	// ErrNewer is returned for what a later version of the program kept.
	ErrNewer = errors.New("a later version of the program kept this; use that one")
)

// ReadRecord reads what was kept.
func ReadRecord(data []byte) (*Record, error) {
	var r Record
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, fmt.Errorf("what was kept cannot be read: %w", err)
	}
	switch {
	case r.Version > RecordVersion:
		return nil, ErrNewer
	case len(r.Sources) == 0:
		return nil, ErrNoSource
	}
	return &r, nil
}

// Release reads the release alone, from its sources and settings. slug is for what
// was kept before a record named it.
func (r *Record) Release(slug string) (*release.Release, release.Settings, error) {
	rel, settings, err := r.read(slug)
	return rel, settings.Settings, err
}

func (r *Record) read(slug string) (*release.Release, keptSettings, error) {
	var settings keptSettings
	if err := json.Unmarshal(r.Settings, &settings); err != nil {
		return nil, settings, fmt.Errorf("the settings that were kept cannot be read: %w", err)
	}
	if r.Slug != "" {
		slug = r.Slug
	}
	rel, diags := release.ReadWithout(slug, r.Sources, settings.Settings, slices.Concat(settings.Without, settings.Unsigned))
	if rel == nil {
		return nil, settings, fmt.Errorf("the sources that were kept cannot be read any more: %w", diags)
	}
	if r.Day == "" {
		return rel, settings, nil
	}
	day, err := time.ParseInLocation(time.DateOnly, r.Day, rel.Zone)
	if err != nil {
		return nil, settings, fmt.Errorf("the day that was kept cannot be read: %w", err)
	}
	return rel.Dated(day.Add(12 * time.Hour)), settings, nil // noon: whatever the clocks do at midnight
}

// Input makes the input again. get returns the bytes that a digest names; what says
// which they are, for its errors.
func (r *Record) Input(get func(what, digest string) ([]byte, error)) (*Input, error) {
	if r.Version == 0 {
		return nil, ErrPartial
	}
	rel, settings, err := r.read(r.Slug)
	if err != nil {
		return nil, err
	}
	in := newInput(rel, r.Sources, settings, make(templates.Set))
	in.Day = r.Day
	for name, digest := range r.Templates {
		text, err := get("the template "+name, digest)
		if err != nil {
			return nil, err
		}
		in.Templates[name] = string(text)
	}
	for _, f := range in.files() {
		digest, ok := r.Files[f.key]
		if !ok && (f.what == "video" || notShown(f)) {
			continue // earlier versions of the program did not keep them
		}
		if !ok {
			return nil, fmt.Errorf("the %s %s was not kept", f.what, f.name)
		}
		data, err := get("the "+f.what+" "+f.name, digest)
		if err != nil {
			return nil, err
		}
		if err := in.take(f, data); err != nil {
			return nil, fmt.Errorf("the %s %s: %w", f.what, f.name, err)
		}
	}
	for lang, digest := range r.Patterns {
		data, err := get("the hyphenation patterns for "+lang, digest)
		if err != nil {
			return nil, err
		}
		if err := in.divide(lang, data); err != nil {
			return nil, fmt.Errorf("the hyphenation patterns for %s: %w", lang, err)
		}
	}
	if in.Fonts, err = r.fonts(get); err != nil {
		return nil, err
	}
	if in.identify(r.Settings); in.Revision != r.Revision {
		return nil, fmt.Errorf("what was kept is revision %s and not %s: it was changed", in.Revision, r.Revision)
	}
	return in.Amend(r.Amended), nil
}

func (r *Record) fonts(get func(what, digest string) ([]byte, error)) ([]pdf.Font, error) {
	known := make(map[RecordedFace]*sfnt.Font)
	one := func(script string, f RecordedFace) (*sfnt.Font, error) {
		if known[f] != nil {
			return known[f], nil
		}
		what := "the font for other characters"
		if script != "" {
			what = "the font for " + script
		}
		data, err := get(what, f.Digest)
		if err != nil {
			return nil, err
		}
		font, err := sfnt.ParseFace(data, f.Face)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", what, err)
		}
		known[f] = font
		return font, nil
	}
	var out []pdf.Font
	for _, f := range r.Fonts {
		regular, err := one(f.Script, f.Regular)
		if err != nil {
			return nil, err
		}
		bold, err := one(f.Script, f.Bold)
		if err != nil {
			return nil, err
		}
		out = append(out, pdf.Font{Script: f.Script, Regular: regular, Bold: bold})
	}
	return out, nil
}
