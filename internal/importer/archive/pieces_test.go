package archive

import (
	"testing"
)

// TestAFolderOfWhichNothingIsLeft says of each file why, in one line.
func TestAFolderOfWhichNothingIsLeft(t *testing.T) {
	t.Parallel()
	_, err := MoveFolder([]File{
		{"a.md", []byte("---\ntitle: Lamps\ndraft: true\n---\nThe lamps burn.\n")},
		{"b.md", []byte("---\ntitle:\n---\n")},
		{"c.md", []byte("---\ntitle: Quays\npublished: false\n---\nThe quays.\n")},
	}, options)
	const want = "2 drafts; 1 × text that could not be read (importing b.md: there is no text in it)"
	if err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}
