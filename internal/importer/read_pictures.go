package importer

import (
	"fmt"
	"path"
	"strings"

	"golang.org/x/net/html"

	"pressroom/internal/importer/prose"
)

// maxPictures bounds those of one release.
const maxPictures = 100

// given are pictures of which another system tells the address.
func given(list []Picture) []prose.PagePicture {
	out := make([]prose.PagePicture, len(list))
	for i, p := range list {
		out[i] = prose.PagePicture{Picture: p, Source: p.URL}
	}
	return out
}

// picture keeps a picture of the page, where pictures are kept. What is one pixel wide
// counts readers, and is none.
func (w *walker) picture(n *html.Node) {
	if !w.keep || len(w.pictures) >= maxPictures {
		return
	}
	var p prose.PagePicture
	for _, a := range n.Attr {
		switch a.Key {
		case "src":
			p.Source = strings.TrimSpace(a.Val)
			p.URL = address(a.Val)
		case "alt":
			p.Alt = strings.Join(strings.Fields(clean(a.Val)), " ")
		case "title":
			p.Caption, p.Credit = Credited(clean(a.Val))
		case "width", "height":
			if a.Val == "1" || a.Val == "0" {
				return
			}
		}
	}
	if p.Source == "" {
		return
	}
	before := w.cur.Text
	if before == "" && len(w.out) > 0 {
		before = w.out[len(w.out)-1].Text
	}
	words := strings.Fields(before)
	p.Behind = strings.Join(words[max(0, len(words)-wordsBehind):], " ")
	w.pictures = append(w.pictures, p)
}

// wordsBehind are as many as say where a picture stood.
const wordsBehind = 6

// withPictures adds a page's pictures to its paragraphs.
func withPictures(list []prose.Para, pictures []prose.PagePicture) []prose.Para {
	if len(pictures) == 0 {
		return list
	}
	return append(list, prose.Para{Pictures: pictures, Aside: true})
}

// taken are the pictures that a release can have: those with a whole address, and those
// that lie beside the source. The others are told, with their words and their place. page:
// of a page's own decoration, which says nothing of what it shows, only how many there are is told.
func (o Options) taken(list []prose.PagePicture, page bool) (kept []Picture, told []string) {
	bare, first := 0, ""
	for _, p := range list {
		whole := strings.HasPrefix(strings.ToLower(p.URL), "http")
		if !whole && o.Beside != nil {
			p.URL, p.File = "", o.Beside(p.Source)
		}
		switch {
		case page && p.File == "" && p.Alt == "" && p.Caption == "":
			if bare++; first == "" {
				first = shortAddress(p.Source)
			}
		case whole || p.File != "":
			kept = append(kept, p.Picture)
		default:
			told = append(told, pictureLeftOut(p))
		}
	}
	switch {
	case bare == 1:
		told = append(told, "a picture of the page was left out, of which nothing says what it shows: "+first)
	case bare != 0:
		told = append(told, fmt.Sprintf("%d pictures of the page were left out, of which nothing says what they show: %s and others", bare,
			first))
	}
	return kept, told
}

// IsPicture tells by its name whether a file is a picture that a release can have.
func IsPicture(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg":
		return true
	}
	return false
}

// mediaName is where a release has a picture that lay beside its source: the path is in the
// name, so that two of one name do not meet.
func mediaName(file string) string {
	dir, name := path.Split(strings.ToLower(file))
	ext := path.Ext(name)
	out := Slug(strings.ReplaceAll(dir, "/", " ") + " " + strings.TrimSuffix(name, ext))
	if out == "" {
		out = "picture"
	}
	return "media/" + out + ext
}

// caption takes the words under the pictures of a figure to them.
func (w *walker) caption(n *html.Node) bool {
	if !w.keep || w.figure == 0 || w.figure > len(w.pictures) {
		return false
	}
	inner := &walker{sum: w.sum}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		inner.walk(c, state{})
	}
	inner.end()
	var words []string
	for _, p := range inner.out {
		words = append(words, p.Text)
	}
	for i := w.figure - 1; i < len(w.pictures); i++ {
		w.pictures[i].Caption, w.pictures[i].Credit = Credited(strings.Join(words, " "))
	}
	return true
}

// pictureLeftOut tells a picture that no address leads to.
func pictureLeftOut(p prose.PagePicture) string {
	var b strings.Builder
	fmt.Fprintf(&b, "a picture was left out, since “%s” is no whole address and no file beside the source", shortAddress(p.Source))
	for _, f := range []struct{ what, words string }{
		{"it shows", p.Alt},
		{"its caption is", p.Caption},
		{"its credit is", p.Credit},
		{"it stood behind", p.Behind},
	} {
		if f.words != "" {
			fmt.Fprintf(&b, "; %s “%s”", f.what, f.words)
		}
	}
	return b.String()
}

// shortAddress is an address as far as it says something: some hold the picture itself.
func shortAddress(s string) string {
	s = clean(s)
	if r := []rune(s); len(r) > 100 {
		return string(r[:60]) + "…"
	}
	return s
}
