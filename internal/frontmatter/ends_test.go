package frontmatter

import "testing"

// A text that nothing closes, at the very end of a file, is read to that end.
func TestTextsThatEndWithTheFile(t *testing.T) {
	for src, want := range map[string]string{
		"a = 'b": "b", "a = 'b\\c": `b\c`, "a = 'b\"": `b"`, "a = '": "", "a = \"b": "b", "a = “b": "b", "a = \"\"\"b": "b", "a = b": "b", "a = 'b'": "b",
		"a = 'b' ": "b", "a = \"\"\"\"\"b\"\"\"": `""b`, "a = \"\"\"\"\"": "", "a = \"\"b\"\"\"": "b", "a = '''b'''": "b",
	} {
		d, diags := Recover("x.md", []byte("+++\n"+src+"\n+++\n"))
		if d == nil {
			t.Errorf("%s in a file: %v", src, diags)
		} else if got := d.Tree()["a"]; got != want {
			t.Errorf("%s is read as %q, want %q", src, got, want)
		}
		if d, _ = Parse("x.toml", []byte(src)); d != nil && d.Tree()["a"] != want {
			t.Errorf("%s alone is read as %q, want %q", src, d.Tree()["a"], want)
		}
	}
}
