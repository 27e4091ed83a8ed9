package compile

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io/fs"
	"maps"
	"slices"
	"sort"
	"strings"
	"sync"
	"time"
	"unicode"

	"pressroom/internal/diagnostic"
	"pressroom/internal/release"
	"pressroom/internal/render/email"
	"pressroom/internal/render/pdf"
	"pressroom/internal/render/pdf/sfnt"
	"pressroom/internal/workspace"
	"pressroom/templates"
)

// Input is a release ready to be compiled: read, with its assets and templates.
// Sources, Settings, Without, Unsigned, Files, Patterns, Templates and Fonts are all that went into
// it; the rest is made of them.
type Input struct {
	Sources   []release.Source
	Settings  release.Settings
	Without   []string          // organisations and quotes that are left out, as they were named
	Unsigned  []string          // those that are left out since nobody signed them off (release.LeftOut)
	Files     map[string][]byte // pictures and documents as they were read, by name; logos by release.LogoKey
	Patterns  map[string][]byte // for the division of words, by language
	Templates templates.Set
	Fonts     []pdf.Font // for scripts that the built-in fonts lack

	// Day is that on which a release that waits for a word would go out, as in
	// 2026-07-26; "" for any other. It is no part of the revision.
	Day string

	Release  *release.Release
	plain    *release.Release // Release without what was said of it after it went out; nil where that is nothing
	Assets   release.Assets
	Hyphens  map[string]*pdf.Hyphens // by language, for justified text
	Revision string                  // names the content of all that goes in

	// Choice is what the buttons of a mail to look at say by which one of its cover notes is
	// chosen. It is no part of the revision.
	Choice email.Choice
	// Post is what the settings have a mail to look at say and carry beside the release. It is no
	// part of the revision: a mail that is sent takes it from the plan.
	Post Post

	doubtful []rune // characters that not every face can set
}

// Loader makes releases of a workspace ready to be compiled: what they share is read
// once. It may be
// used by several at once, and belongs to one run: it does not see what changes.
type Loader struct {
	w         *workspace.Workspace
	templates func() (templates.Set, error)
	live      bool // it sees what changes

	mu    sync.Mutex
	taken map[string]taken      // by file.key
	room  int                   // bytes that may still be kept in taken
	fonts map[string][]pdf.Font // by the characters that they are for
}

// taken is a picture or logo as it was read, and what it is shown as.
type taken struct {
	data   []byte
	assets release.Assets
	stamp  string // of the file, where the Loader sees what changes
	size   int    // how much of the room it takes
}

// roomForPictures is how many bytes of pictures a Loader keeps for releases to come.
const roomForPictures = 64 << 20

// NewLoader is a Loader of a workspace.
func NewLoader(w *workspace.Workspace) *Loader {
	return &Loader{
		w: w, templates: sync.OnceValues(w.Templates),
		taken: make(map[string]taken), room: roomForPictures, fonts: make(map[string][]pdf.Font),
	}
}

// NewLiveLoader is a Loader that sees what changes: for whoever writes a release and looks
// at it again and again. A picture is made ready once, and again when its file is another.
func NewLiveLoader(w *workspace.Workspace) *Loader {
	l := NewLoader(w)
	l.live, l.templates = true, w.Templates
	return l
}

// Load reads a release from its sources, with all that goes with it in the workspace;
// without names quotes that are left out, unsigned those that are since nobody signed
// them off. Findings about it come back beside it; the Input is nil if one of them is an
// error. The error is for what could not be read.
func (l *Loader) Load(slug string, sources []release.Source, without []string, unsigned ...string) (*Input, diagnostic.List, error) {
	in, diags, err := l.LoadInPart(slug, sources, without, unsigned...)
	if err != nil || diags.HasErrors() {
		return nil, diags, err
	}
	return in, diags, nil
}

// LoadInPart is Load that has an Input of a release with errors too, as far as it could be read:
// to look for all that is wrong, and nothing to be compiled. It is nil where nothing could.
func (l *Loader) LoadInPart(
	slug string, sources []release.Source, without []string, unsigned ...string,
) (*Input, diagnostic.List, error) {
	rel, diags := release.ReadInPart(slug, sources, l.w.Settings.Settings, slices.Concat(without, unsigned))
	if rel == nil {
		return nil, diags, nil
	}
	set, err := l.templates()
	if err != nil {
		return nil, diags, err
	}
	settings := l.w.Settings.Settings
	settings.Languages = settings.Languages.Only(rel.Languages())
	in := newInput(rel, sources, keptSettings{settings, without, unsigned}, set)
	in.Post = postOf(l.w.Settings)
	for _, f := range in.files() {
		l.fetch(in, f, &diags)
		diags = append(diags, small(f, in.Assets[f.key])...)
	}
	if diags.HasErrors() {
		return in, diags, nil
	}
	lacking, err := in.lacking()
	if err != nil {
		return nil, diags, err
	}
	in.Fonts = l.fontsFor(lacking, rel.Main().Language)
	if in.doubtful, err = pdf.Doubtful(in.Fonts, lacking); err != nil {
		return nil, diags, err
	}
	if rel.Print.Justify || in.hasLongWords() {
		in.findPatterns(l.w, &diags)
	}
	in.identify(in.settingsText())
	return in.Dated(time.Now()), diags, nil
}

// Dated is the input as it would be compiled at an instant: that of a release that
// waits for a word bears its day.
func (in *Input) Dated(now time.Time) *Input {
	if in.Release.Timing.Kind != release.OnWord {
		return in
	}
	out := *in
	out.Release = in.Release.Dated(now)
	out.Day = out.Release.Timing.At.Format(time.DateOnly)
	return &out
}

// fetch reads a file that goes with a release. Pictures and logos that several show
// are made ready once.
func (l *Loader) fetch(in *Input, f file, diags *diagnostic.List) {
	l.mu.Lock()
	known, ok := l.taken[f.key]
	l.mu.Unlock()
	stamp := ""
	if l.live {
		stamp = l.w.Stamp(f.path())
	}
	if ok && known.stamp == stamp {
		in.Files[f.key] = known.data
		maps.Copy(in.Assets, known.assets)
		return
	}
	data, err := f.read(l.w)
	if err != nil {
		said := unreadable(err)
		if large := (*workspace.FileError)(nil); errors.As(err, &large) && large.Large && (f.what == "document" || f.what == "video") {
			said += ", more than any mail carries; give its address with url instead of file"
		}
		diags.Errorf(f.at(), f.rule, "the %s %s cannot be read: %s", f.called(), f.name, said)
		return
	}
	if err := in.take(f, data); err != nil {
		diags.Errorf(f.at(), f.rule, "the %s %s cannot be used: %v", f.called(), f.name, err)
		return
	}
	*diags = append(*diags, hollow(f, data)...)
	if f.what == "picture" || f.what == "logo" {
		l.keep(in, f, data, stamp)
	}
}

// keep remembers what was made of a picture or logo, as long as there is room.
func (l *Loader) keep(in *Input, f file, data []byte, stamp string) {
	size := len(data)
	made := make(release.Assets)
	for _, key := range []string{f.key, release.LogoPixels(f.name), release.LogoSmall(f.name)} {
		if a, ok := in.Assets[key]; ok {
			made[key] = a
			size += len(a.Data)
		}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if old, ok := l.taken[f.key]; ok {
		if old.stamp == stamp {
			return
		}
		l.room += old.size
		delete(l.taken, f.key)
	}
	if size <= l.room {
		l.taken[f.key] = taken{data, made, stamp, size}
		l.room -= size
	}
}

// fontsFor finds the fonts for characters that the built-in ones lack.
func (l *Loader) fontsFor(lacking []rune, lang string) []pdf.Font {
	if len(lacking) == 0 {
		return nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	key := lang + ":" + string(slices.Sorted(slices.Values(lacking)))
	found, ok := l.fonts[key]
	if !ok {
		found = oneOfEach(l.w.Fonts(lacking, lang))
		l.fonts[key] = found
	}
	return found
}

// unreadable says why a file cannot be read, without the folder of this machine.
func unreadable(err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return "there is no such file; put it there, or mend the name (large and small letters count)"
	}
	var wrong *workspace.FileError
	if errors.As(err, &wrong) {
		return wrong.Reason
	}
	return err.Error()
}

func newInput(rel *release.Release, sources []release.Source, settings keptSettings, set templates.Set) *Input {
	return &Input{
		Sources: sources, Settings: settings.Settings, Without: settings.Without, Unsigned: settings.Unsigned, Files: make(map[string][]byte),
		Patterns: make(map[string][]byte), Templates: set,
		Release: rel, Assets: make(release.Assets), Hyphens: make(map[string]*pdf.Hyphens),
	}
}

// lacking lists the characters that the built-in fonts lack.
func (in *Input) lacking() ([]rune, error) {
	var text strings.Builder
	for _, s := range in.Sources {
		text.Write(s.Data)
		if bytes.IndexByte(s.Data, '&') >= 0 { // a character can be written as &#9731; or &hearts;
			text.WriteString(html.UnescapeString(string(s.Data)))
		}
	}
	for _, v := range in.Release.Versions {
		text.WriteString(v.Catalogue().Characters())
	}
	o := in.Release.Issuer
	text.WriteString(o.Name + o.URL + o.Boilerplate)
	for _, p := range in.Release.Partners {
		text.WriteString(p.Name)
	}
	for _, p := range in.WithEdition() {
		text.WriteString(p.Name + p.URL + p.Boilerplate)
		if c := p.Press; c != nil {
			text.WriteString(c.Name + c.Role + c.Phone + c.Email + c.Hours)
		}
	}
	return pdf.Lacking(text.String())
}

// oneOfEach makes fonts of the same file one and the same, so that a document
// embeds each once, wherever they were read from.
func oneOfEach(fonts []pdf.Font) []pdf.Font {
	type source struct {
		digest string
		face   int
	}
	known := make(map[source]*sfnt.Font)
	one := func(f *sfnt.Font) *sfnt.Font {
		_, face := f.Source()
		s := source{f.Digest(), face}
		if known[s] == nil {
			known[s] = f
		}
		return known[s]
	}
	for i, f := range fonts {
		fonts[i].Regular, fonts[i].Bold = one(f.Regular), one(f.Bold)
	}
	return fonts
}

// hasLongWords tells whether a word of the release may be too long for a line.
func (in *Input) hasLongWords() bool {
	for _, s := range in.Sources {
		letters := 0
		for _, r := range string(s.Data) {
			if !unicode.IsLetter(r) {
				letters = 0
			} else if letters++; letters >= longWord {
				return true
			}
		}
	}
	return false
}

// findPatterns finds the patterns that divide words in each language.
func (in *Input) findPatterns(w *workspace.Workspace, diags *diagnostic.List) {
	at := diagnostic.Position{File: settingsFile}
	for _, l := range in.Release.Languages() {
		data := w.Hyphens(l)
		if data == nil {
			if !in.Release.Print.Justify {
				continue // a word that no line can hold is divided without them
			}
			diags.Warnf(at, "hyphens", "no hyphenation patterns for %s were found, so that justified text may have wide gaps; "+
				"install hyphen-%s, or put hyph_%s.dic into templates/hyphenation", l, l, l)
			continue
		}
		if err := in.divide(l, data); err != nil {
			diags.Warnf(at, "hyphens", "the hyphenation patterns for %s cannot be used: %v", l, err)
		}
	}
}

// divide takes the patterns for the words of a language.
func (in *Input) divide(lang string, patterns []byte) error {
	h, err := pdf.ParseHyphens(patterns)
	if err != nil {
		return err
	}
	in.Hyphens[lang], in.Patterns[lang] = h, patterns
	return nil
}

// keptSettings is the settings as they are kept, with what was left out of this
// sending.
type keptSettings struct {
	release.Settings
	Without  []string
	Unsigned []string `json:",omitempty"`
}

// settingsText is the settings as they are kept.
func (in *Input) settingsText() []byte {
	text, err := json.Marshal(keptSettings{in.Settings, in.Without, in.Unsigned})
	if err != nil {
		panic(fmt.Sprintf("compile: settings do not marshal: %v", err)) // strings and numbers do
	}
	return text
}

// identify gives the input and its release their revision.
func (in *Input) identify(settings []byte) {
	in.Revision = in.revision(settings)
	for _, r := range []*release.Release{in.Release, in.plain} {
		if r != nil {
			r.Revision = in.Revision
		}
	}
}

// revision is a digest over sources, media, settings, templates, patterns and
// fonts. The settings come as text, so that what was kept by a program that knew
// other ones has the revision that it had.
func (in *Input) revision(settings []byte) string {
	h := sha256.New()
	put := func(name string, data []byte) { fmt.Fprintf(h, "%d:%s%d:", len(name), name, len(data)); h.Write(data) }
	for _, s := range in.Sources {
		put(s.Name, s.Data)
	}
	raw := make(map[string][]byte)
	for name, data := range in.Files {
		raw[name] = data
	}
	for lang, data := range in.Patterns {
		raw["hyphens:"+lang] = data
	}
	names := make([]string, 0, len(raw))
	for name := range raw {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		put(name, raw[name])
	}
	put("settings", settings)
	for _, n := range in.Templates.Names() {
		put(n, []byte(in.Templates[n]))
	}
	for _, f := range in.Fonts {
		put("font "+f.Script, []byte(f.Regular.Name+"\n"+f.Regular.Digest()+"\n"+f.Bold.Name+"\n"+f.Bold.Digest()))
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
}
