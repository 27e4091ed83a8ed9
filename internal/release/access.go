package release

import (
	"net/mail"
	"strings"

	"pressroom/internal/frontmatter"
)

// access reads who may read the release in the press office before it is public. Whether
// they are users stands in the settings, which are held against it elsewhere.
func (r *reader) access(t *frontmatter.Table) {
	for i, address := range t.Strings("access") {
		a, err := mail.ParseAddress(address)
		if err != nil || a.Name != "" || a.Address != address {
			t.Report().Errorf(t.ElementAt("access", i), "access",
				`%q is no address alone; write those of [[user]] in pressroom.toml, as in access = ["ana@office.example"]`, address)
			continue
		}
		r.rel.Access = append(r.rel.Access, Reader{strings.ToLower(address), t.ElementAt("access", i)})
	}
}
