package importer

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pressroom/internal/pattern"
)

// maxPictures bounds those of one release.
const maxPictures = 100

// picture keeps a picture of the page, where pictures are kept. What is one pixel wide
// counts readers, and is none.
func (w *walker) picture(n *html.Node) {
	if !w.keep || len(w.pictures) >= maxPictures {
		return
	}
	var p Picture
	for _, a := range n.Attr {
		switch a.Key {
		case "src":
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
	if p.URL != "" {
		w.pictures = append(w.pictures, p)
	}
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
		words = append(words, p.text)
	}
	for i := w.figure - 1; i < len(w.pictures); i++ {
		w.pictures[i].Caption, w.pictures[i].Credit = Credited(strings.Join(words, " "))
	}
	return true
}

// hidden tells an element that a page shows to nobody.
func (w *walker) hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			if noDisplay.MatchString(a.Val) {
				return true
			}
		case "class":
			for _, c := range strings.Fields(a.Val) {
				if w.hides[c] {
					return true
				}
			}
		}
	}
	return false
}

var (
	noDisplay = pattern.New(`(?i)(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)`)
	// oneClass is a rule of a style sheet for one class.
	oneClass = pattern.New(`\.([\w-]+)\s*\{([^{}]*)\}`)
)

// hiddenClasses are the classes that the style of a page hides, by rules before any
// condition: what is hidden on small screens alone is shown.
func hiddenClasses(root *html.Node) map[string]bool {
	out := make(map[string]bool)
	for _, style := range all(root, atom.Style) {
		if style.FirstChild == nil {
			continue
		}
		css, _, _ := strings.Cut(style.FirstChild.Data, "@")
		for _, m := range oneClass.FindAllStringSubmatchIndex(css, 200) {
			before := strings.TrimSpace(css[:m[0]])
			alone := before == "" || strings.ContainsRune("},/", rune(before[len(before)-1]))
			if alone && noDisplay.MatchString(css[m[4]:m[5]]) {
				out[css[m[2]:m[3]]] = true
			}
		}
	}
	return out
}
