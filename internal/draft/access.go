package draft

import (
	"strings"

	"pressroom/internal/frontmatter"
	"pressroom/internal/release"
)

// Access are the addresses of those whom a release names to read it before it is public,
// beside leads and approvers, as its own file says now. Where that is not here, or cannot
// be read, they are nobody.
func (f *Folder) Access(slug string) []string {
	if !release.ValidSlug(slug) {
		return nil
	}
	name := "releases/" + slug + ".md"
	data, ok := f.memory[name]
	if !ok {
		var err error
		if data, err = f.w.ReadOwn(name); err != nil {
			return nil
		}
	}
	doc, found := frontmatter.Split(name, data)
	if doc == nil || found.HasErrors() {
		return nil
	}
	named := doc.Root().Strings("access")
	for i, address := range named {
		named[i] = strings.ToLower(address)
	}
	return named
}
