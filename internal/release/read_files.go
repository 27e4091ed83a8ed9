package release

import (
	"path"
	"strings"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
)

func (r *reader) documents(t *frontmatter.Table) {
	for _, d := range t.Tables("document") {
		expect(d, "document")
		doc := Document{File: filePath(d), URL: d.Line("url"), Title: d.Line("title")}
		fileOrURL(d, doc.File, doc.URL, false)
		if doc.Title == "" {
			d.Errorf("title", "document", "a document needs a title: what journalists read as its link")
		}
		r.rel.Documents = append(r.rel.Documents, doc)
	}
}

// fileOrURL checks that one of them is set, and what it may be. both tells that a
// file may have an address as well: where a picture is found in full size.
func fileOrURL(t *frontmatter.Table, file, address string, both bool) {
	switch {
	case file == "" && address == "":
		t.Errorf("file", "file", "neither file nor url is set")
	case file != "" && address != "" && !both:
		t.Errorf("url", "file", "file and url are both set; keep one")
	}
	switch base := path.Base(file); {
	case file == "" || InsideWorkspace(file):
	case strings.HasPrefix(base, ".") && InsideWorkspace(path.Join(path.Dir(file), "x"+base)):
		t.Errorf("file", "path", "%q begins with a dot, as what is hidden does; give the file another name", diagnostic.Word(base))
	default:
		t.Errorf("file", "path", "%q leaves the workspace; copy the file into it", diagnostic.Word(file))
	}
	if address != "" && (both || file == "") {
		msg := checkAddress(address)
		if scheme, _, _ := strings.Cut(strings.ToLower(address), ":"); msg == "" && scheme == "mailto" {
			msg = "is one of mail; write the address of a file, with https://"
		} else if msg == "" && scheme == "tel" {
			msg = "is a telephone number; write the address of a file, with https://"
		}
		if msg != "" {
			t.Errorf("url", "link", "the address %s %s", diagnostic.Word(address), msg)
		}
	}
}

// InsideWorkspace tells whether a path, relative to releases/, stays inside the
// workspace whatever it is joined to.
func InsideWorkspace(file string) bool {
	if file == "" || path.IsAbs(file) || strings.ContainsAny(file, "\\\x00") || len(file) > 400 {
		return false
	}
	return !hasHidden(path.Join("releases", file))
}

// hasHidden refuses what leads out of the workspace, and .pressroom, .git and the like.
func hasHidden(clean string) bool {
	for _, part := range strings.Split(clean, "/") {
		if strings.HasPrefix(part, ".") {
			return true
		}
	}
	return false
}
