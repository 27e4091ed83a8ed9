package compile

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"pressroom/internal/release"
)

// What was made from other words, files or settings has another name in its metadata.
func TestEachFileNamesItsRevision(t *testing.T) {
	in := sampleInput(t)
	moved, err := in.Moved(in.Release.Timing.At.AddDate(0, 0, 1))
	if err != nil {
		t.Fatal(err)
	}
	left, err := in.Leaving(in.Release.Main().Quotes[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]bool)
	for name, in := range map[string]*Input{"as it is": in, "moved": moved, "without a quote": left, "a copy": in.Referenced("K7PD-3WQX")} {
		seen[in.Revision] = true
		variant := release.Variant{Phase: release.PhaseRelease, Language: in.Release.Main().Language}
		for format, mark := range map[Format]string{
			PDF: "<xmpMM:VersionID>%</xmpMM:VersionID>", Web: `"version":"%"`, DOCX: "<cp:version>%</cp:version>",
		} {
			data, err := in.One(format, variant)
			if err != nil {
				t.Fatal(err)
			}
			if format == DOCX {
				data = part(t, data, "docProps/core.xml")
			}
			if want := strings.Replace(mark, "%", in.Revision, 1); len(in.Revision) != 16 || !bytes.Contains(data, []byte(want)) {
				t.Errorf("the %s %s does not say %s", format, name, want)
			}
		}
	}
	if len(seen) != 3 {
		t.Errorf("the revisions are %v", seen)
	}
}

// part is a file of a ZIP.
func part(t *testing.T, data []byte, name string) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := r.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
