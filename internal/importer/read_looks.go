package importer

import (
	"encoding/xml"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pressroom/internal/pattern"
)

// look is how a style shows words, as far as it changes what they say: to nobody,
// with a line through them, raised or lowered.
type look struct {
	gone  string // "struck" or "hidden"
	shift int    // above 0 raised, below 0 lowered
}

// change puts a look over what holds so far.
func (l look) change(st *state) {
	if l.gone != "" {
		st.gone = l.gone
	}
	if l.shift != 0 {
		st.shift = l.shift
	}
}

// over is a look over another.
func (l look) over(below look) look {
	if l.gone == "" {
		l.gone = below.gone
	}
	if l.shift == 0 {
		l.shift = below.shift
	}
	return l
}

var (
	noDisplay = pattern.New(`(?i)(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)`)
	struckOut = pattern.New(`(?i)(?:^|[;{\s])text-decoration(?:-line)?\s*:[^;]*line-through`)
	offLine   = pattern.New(`(?i)(?:^|[;{\s])vertical-align\s*:\s*(super|sub)\b`)
	// oneClass is a rule of a style sheet for one class.
	oneClass = pattern.New(`\.([\w-]+)\s*\{([^{}]*)\}`)
)

// cssLook is the look that declarations of CSS give.
func cssLook(css string) (l look) {
	switch {
	case noDisplay.MatchString(css):
		l.gone = "hidden"
	case struckOut.MatchString(css):
		l.gone = "struck"
	}
	if m := offLine.FindStringSubmatch(css); m != nil {
		l.shift = map[string]int{"super": 1, "sub": -1}[strings.ToLower(m[1])]
	}
	return l
}

// lookOf is the look that a page gives an element.
func (w *walker) lookOf(n *html.Node) (l look) {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			l.gone = "hidden"
		case "style":
			l = cssLook(a.Val).over(l)
		case "class":
			for _, c := range strings.Fields(a.Val) {
				l = l.over(w.looks[c])
			}
		}
	}
	return l
}

// classLooks are the looks that the style of a page gives classes, by rules before any
// condition: what is hidden on small screens alone is shown.
func classLooks(root *html.Node) map[string]look {
	out := make(map[string]look)
	for _, style := range all(root, atom.Style) {
		if style.FirstChild == nil {
			continue
		}
		css, _, _ := strings.Cut(style.FirstChild.Data, "@")
		for _, m := range oneClass.FindAllStringSubmatchIndex(css, 200) {
			before := strings.TrimSpace(css[:m[0]])
			if before != "" && !strings.ContainsRune("},/", rune(before[len(before)-1])) {
				continue
			}
			if l := cssLook(css[m[4]:m[5]]); l != (look{}) {
				name := css[m[2]:m[3]]
				out[name] = l.over(out[name])
			}
		}
	}
	return out
}

// wordStyle is a style of a Word document.
type wordStyle struct {
	ID   string `xml:"styleId,attr"`
	Name struct {
		Val string `xml:"val,attr"`
	} `xml:"name"`
	Based struct {
		Val string `xml:"val,attr"`
	} `xml:"basedOn"`
	Runs struct {
		Properties []struct {
			XMLName xml.Name
			Val     string `xml:"val,attr"`
		} `xml:",any"`
	} `xml:"rPr"`
}

// wordStyles are the names that Word has for a document's own ids of styles, and how
// they look, with what they are based on.
func wordStyles(data []byte) (names map[string]string, looks map[string]look) {
	var styles struct {
		Style []wordStyle `xml:"style"`
	}
	names, looks = make(map[string]string), make(map[string]look)
	if data == nil || xml.Unmarshal(data, &styles) != nil {
		return names, looks // a document without styles can be read all the same
	}
	byID := make(map[string]wordStyle)
	for _, s := range styles.Style {
		names[s.ID], byID[s.ID] = strings.ToLower(s.Name.Val), s
	}
	for _, s := range styles.Style {
		at, l := s, look{}
		for range 10 { // Word allows no more that means anything, and no ring
			var own state
			for _, p := range at.Runs.Properties {
				runLook(&own, p.XMLName.Local, p.Val)
			}
			l = l.over(look{own.gone, own.shift})
			below, ok := byID[at.Based.Val]
			if !ok {
				break
			}
			at = below
		}
		if l != (look{}) {
			looks[s.ID] = l
		}
	}
	return names, looks
}

// raisedBy is how far words stand above their line, in half points, that are raised and
// not only set a little higher.
const raisedBy = 4

// runLook takes a property of a run of text in a Word document that changes what it says.
func runLook(st *state, name, value string) {
	switch name {
	case "strike", "dstrike":
		st.turn("struck", onValue(value))
	case "vanish", "webHidden":
		st.turn("hidden", onValue(value))
	case "vertAlign":
		st.shift = map[string]int{"superscript": 1, "subscript": -1}[value]
	case "position":
		if n := halfPoints(value); n >= raisedBy || n <= -raisedBy {
			st.shift = n / max(n, -n)
		}
	}
}

// turn turns on, or off, that words are left out.
func (st *state) turn(gone string, on bool) {
	switch {
	case on:
		st.gone = gone
	case st.gone == gone:
		st.gone = ""
	}
}
