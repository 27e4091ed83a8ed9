package golden

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/compile"
	"pressroom/internal/language"
	"pressroom/internal/release"
)

// spoken is an element of a PDF's structure as pdf.js hands it to screen readers.
type spoken struct {
	Role, Alt, Text string
	Kids            []spoken
}

// aloud is a document as it is read aloud. Unread is text that no element has and that
// is no artifact either.
type aloud struct {
	Name   string
	Marked struct{ Marked bool }
	Pages  []struct {
		Tree   *spoken
		Unread string
	}
}

// words are what an element says.
func (s *spoken) words() string {
	text := s.Text
	for i := range s.Kids {
		text += s.Kids[i].words()
	}
	return text
}

// faults are what a listener would stumble over.
func (s *spoken) faults(parent string, level *int) (list []string) {
	say := func(format string, a ...any) { list = append(list, fmt.Sprintf(format, a...)) }
	bodies := 0
	for _, k := range s.Kids {
		if k.Role == "LBody" {
			bodies++
		}
	}
	switch s.Role {
	case "H1", "H2", "H3", "H4", "H5", "H6":
		n := int(s.Role[1] - '0')
		if n > *level+1 {
			say("%s %q follows a heading of level %d", s.Role, s.words(), *level)
		}
		*level = n
	case "Caption":
		if parent != "Figure" && parent != "Table" {
			say("the caption %q belongs to a %s", s.words(), parent)
		}
	case "Figure":
		if s.Alt == "" {
			say("a figure has no alternative text")
		}
	case "LI":
		if bodies > 1 || parent != "L" {
			say("an item of a %s has %d bodies: %q", parent, bodies, s.words())
		}
	}
	if s.Role != "LI" && bodies > 0 {
		say("a %s holds the body of an item", s.Role)
	}
	for i := range s.Kids {
		list = append(list, s.Kids[i].faults(s.Role, level)...)
	}
	return list
}

// coded are the texts of all that is code.
func (s *spoken) coded() (list []string) {
	if s.Role == "Code" {
		return []string{read(s.words())}
	}
	for i := range s.Kids {
		list = append(list, s.Kids[i].coded()...)
	}
	return list
}

// readAloud has pdf.js read PDFs.
func readAloud(t *testing.T, files []string) (list []aloud) {
	t.Helper()
	library := os.Getenv("PRESSROOM_PDFJS")
	outside(t, library != "", "pdf.js (PRESSROOM_PDFJS)")
	cmd := exec.Command("node", append([]string{"testdata/reader/aloud.mjs", library}, files...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("pdf.js: %v", err)
	}
	if err := json.Unmarshal(out, &list); err != nil || len(list) != len(files) {
		t.Fatalf("%d documents of %d: %v", len(list), len(files), err)
	}
	return list
}

// A second reader, pdf.js, finds in every document what ours does: all that is printed
// is read aloud, in the order of the text, as what it is.
func TestDocumentsAreReadAloudInOrder(t *testing.T) {
	dir := t.TempDir()
	var files []string
	var inputs []*compile.Input
	var read []release.Variant
	add := func(in *compile.Input, v release.Variant, data []byte) {
		name := filepath.Join(dir, fmt.Sprintf("%d.pdf", len(files)))
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
		files, inputs, read = append(files, name), append(inputs, in), append(read, v)
	}
	for _, v := range variants {
		add(input(t, v.layout), v.of(), one(t, v, compile.PDF))
	}
	for i, s := range stressList {
		in := stressWorkspace(t, s, settings()[i%len(settings())])
		v := release.Variant{Phase: release.PhaseAdvance, Language: in.Release.Main().Language}
		data, err := in.One(compile.PDF, v)
		if err != nil {
			t.Fatal(err)
		}
		add(in, v, data)
	}
	for i, doc := range readAloud(t, files) {
		name := read[i].Language
		if i >= len(variants) {
			name = stressList[i-len(variants)].name
		}
		t.Run(fmt.Sprintf("%s-%d", name, i), func(t *testing.T) { listen(t, doc, inputs[i], read[i]) })
	}
}

// listen compares what is read aloud with what was written.
func listen(t *testing.T, doc aloud, in *compile.Input, variant release.Variant) {
	if !doc.Marked.Marked {
		t.Error("it is not marked")
	}
	level := 0
	var all strings.Builder
	var code []string
	for n, p := range doc.Pages {
		if p.Tree == nil {
			t.Fatalf("page %d has no structure", n+1)
		}
		if read(p.Unread) != "" {
			t.Errorf("page %d: nobody hears %q", n+1, p.Unread)
		}
		all.WriteString(p.Tree.words())
		code = append(code, p.Tree.coded()...)
		for _, f := range p.Tree.faults("", &level) {
			t.Errorf("page %d: %s", n+1, f)
		}
	}
	v := in.Release.Version(variant.Language)
	for _, b := range v.Body {
		c, ok := b.(*release.Code)
		if !ok || slices.Contains(code, read(c.Text)) {
			continue
		}
		parts := []string{c.Text}
		if strings.ContainsFunc(c.Text, isHebrew) {
			parts = strings.Fields(c.Text) // its words are put into their order by each reader in its own way
		}
		for _, part := range parts {
			if !strings.Contains(strings.Join(code, ""), read(part)) {
				t.Errorf("%q of %q is not read as code: %q", part, c.Text, code)
			}
		}
	}
	if language.RightToLeft(variant.Language) {
		return // its words are put into their order again by each reader in its own way
	}
	texts := slices.Concat([]string{v.Headline}, sourceTexts(headless(v.Copy())), sourceTexts(v.Boilerplate), sourceTexts(v.Notes))
	spoken, at := read(all.String()), 0
	for _, text := range texts {
		if strings.ContainsFunc(text, isHebrew) || strings.Contains(text, "FENWICK") {
			continue
		}
		n := strings.Index(spoken[at:], read(text))
		if n < 0 {
			t.Errorf("not read aloud, or not in its place: %q", text)
			continue
		}
		at += n + len(read(text))
	}
}

// headless are blocks without the heads of their tables: these are repeated on every
// page, or before every value.
func headless(blocks []release.Block) []release.Block {
	out := slices.Clone(blocks)
	for i, b := range out {
		switch b := b.(type) {
		case *release.Table:
			out[i] = &release.Table{Rows: b.Rows}
		case *release.BlockQuote:
			out[i] = &release.BlockQuote{Blocks: headless(b.Blocks)}
		case *release.List:
			list := &release.List{}
			for _, item := range b.Items {
				list.Items = append(list.Items, headless(item))
			}
			out[i] = list
		}
	}
	return out
}

func isHebrew(r rune) bool { return r >= 0x590 && r < 0x600 }
