package compile_test

import (
	"path/filepath"
	"strings"
	"testing"

	"pressroom/internal/compile"
	"pressroom/internal/workspace"
)

// Above an organization's pages stands its logo; its name, where there is none or it is no picture.
func TestTheMarkAboveAnOrganizationsPages(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ logo, drawing, want, wrong string }{
		{"", "", "Reeds &amp; Co", ""},
		{"r.svg", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M1 1h9v9z"/></svg>`, `<span class="logo"><img src="data:image/svg+xml;base64,`, ""},
		{"r.svg", "no drawing", "Reeds &amp; Co", "drawing"},
		{"gone.svg", "no drawing", "Reeds &amp; Co", "gone.svg"},
	} {
		dir := t.TempDir()
		settings := "[organization]\nname = \"Reeds & Co\"\n"
		if c.logo != "" {
			settings += "logo = \"" + c.logo + "\"\n"
		}
		for name, data := range map[string]string{"pressroom.toml": settings, "r.svg": c.drawing} {
			if err := workspace.WriteFile(filepath.Join(dir, name), []byte(data)); err != nil {
				t.Fatal(err)
			}
		}
		w, err := workspace.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		got, err := compile.Mark(w)
		if !strings.HasPrefix(string(got), c.want) || (err == nil) != (c.wrong == "") || err != nil && !strings.Contains(err.Error(), c.wrong) {
			t.Errorf("%s: %.80s, %v", c.logo, got, err)
		}
	}
}
