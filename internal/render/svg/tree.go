package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
	"golang.org/x/net/html/charset"
)

// element is an element of a drawing.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []*element `xml:",any"`
	Text     string     `xml:",chardata"`
}

const (
	namespace = "http://www.w3.org/2000/svg"
	maxDepth  = 60
	maxRules  = 1000
)

// readTree reads the elements of a drawing.
func readTree(data []byte) (*element, error) {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.CharsetReader = charset.NewReaderLabel
	root := new(element)
	if err := dec.Decode(root); err != nil {
		return nil, err
	}
	if root.name() != "svg" {
		return nil, fmt.Errorf("it begins with <%s> and not with <svg>", root.XMLName.Local)
	}
	return root, nil
}

// name is what an element is; "" where it is none of SVG.
func (e *element) name() string {
	if e.XMLName.Space != namespace && e.XMLName.Space != "" {
		return ""
	}
	return e.XMLName.Local
}

// attr is an attribute without the space around it; "" where there is none.
func (e *element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name && (a.Name.Space == "" || name == "href") {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// each gives an element and all within it, outermost first.
func (e *element) each(depth int, yield func(*element)) error {
	if depth > maxDepth {
		return fmt.Errorf("its groups are more than %d deep", maxDepth)
	}
	yield(e)
	for _, c := range e.Children {
		if err := c.each(depth+1, yield); err != nil {
			return err
		}
	}
	return nil
}

// rule is what a style sheet says of some elements.
type rule struct {
	element, class, id string // which an element has to have, where they are not ""
	strength           int    // by how much is asked (CSS 2.1, 6.4.3)
	says               []declaration
}

func (r rule) holds(element, id string, classes []string) bool {
	return (r.element == "" || r.element == element) && (r.id == "" || r.id == id) && (r.class == "" || slices.Contains(classes, r.class))
}

// readRules reads the rules of a style sheet for the plain selectors with which drawing
// programs write: of an element, a class, an id, or of two of them. What is for another
// medium, or for the dark, is none of them.
func readRules(text string) ([]rule, error) {
	var out []rule
	var selectors []string
	var says []declaration
	depth := 0 // of what is for another medium
	p := css.NewParser(parse.NewInputString(text), false)
	for { // which ends: after each error less of it is left
		kind, _, name := p.Next()
		switch kind {
		case css.ErrorGrammar:
			if !errors.Is(p.Err(), io.EOF) {
				continue // what cannot be read is passed over (CSS 2.1, 4.2)
			}
			slices.SortStableFunc(out, func(a, b rule) int { return a.strength - b.strength })
			return out, nil
		case css.BeginAtRuleGrammar:
			depth++
		case css.EndAtRuleGrammar:
			depth--
		case css.BeginRulesetGrammar:
			selectors, says = strings.Split(joinTokens(p.Values()), ","), nil
		case css.DeclarationGrammar:
			says = append(says, declared(name, p.Values()))
		case css.EndRulesetGrammar:
			for _, selector := range selectors {
				if depth > 0 {
					break
				}
				one, ok := plainSelector(selector)
				if !ok {
					return nil, fmt.Errorf("its style sheet says “%s”, which is not read here; save it with presentation attributes "+
						"(in Inkscape: Plain SVG; in Illustrator: Styling, Presentation Attributes)", selector)
				}
				one.says = says
				if out = append(out, one); len(out) > maxRules {
					return nil, errTooMany
				}
			}
		}
	}
}

// declaration is what CSS says of one property.
type declaration struct {
	name, value string
	important   bool
}

func joinTokens(list []css.Token) string {
	var b strings.Builder
	for _, t := range list {
		b.Write(t.Data)
	}
	return b.String()
}

func declared(name []byte, values []css.Token) declaration {
	value, important := joinTokens(values), false
	if at := strings.LastIndexByte(value, '!'); at >= 0 && strings.EqualFold(strings.TrimSpace(value[at+1:]), "important") {
		value, important = value[:at], true
	}
	return declaration{strings.ToLower(string(name)), value, important}
}

// readStyle reads the style of one element.
func readStyle(text string) (list []declaration) {
	p := css.NewParser(parse.NewInputString(text), true)
	for range len(text) + 1 {
		switch kind, _, name := p.Next(); kind {
		case css.ErrorGrammar: // what cannot be read is passed over (CSS 2.1, 4.2)
			if errors.Is(p.Err(), io.EOF) {
				return list
			}
		case css.DeclarationGrammar:
			list = append(list, declared(name, p.Values()))
		}
	}
	return list
}

func plainSelector(s string) (r rule, ok bool) {
	at := strings.IndexAny(s, ".#")
	if at < 0 {
		at = len(s)
	}
	if r.element = s[:at]; r.element == "*" {
		r.element = ""
	} else if r.element != "" {
		r.strength = 1
	}
	switch rest := s[at:]; {
	case rest == "":
	case rest[0] == '.':
		r.class, r.strength = rest[1:], r.strength+10
	default:
		r.id, r.strength = rest[1:], r.strength+100
	}
	return r, s != "" && !strings.ContainsAny(r.element+r.class+r.id, " .#>+~:[(*")
}

// style is what is said of how elements are painted, by the names of CSS.
type style map[string]string

// inherited are what an element has from the one around it.
var inherited = []string{
	"color", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-opacity", "stroke-width", "stroke-linecap", "stroke-linejoin",
	"stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "visibility",
}

// initial is what holds where nothing is said (SVG 1.1, Appendix N).
func initial() style {
	return style{
		"color": "black", "fill": "black", "fill-opacity": "1", "stroke": "none", "stroke-opacity": "1",
		"stroke-width": "1", "stroke-miterlimit": "4",
		"stroke-dasharray": "none", "stroke-dashoffset": "0", "visibility": "visible",
	}
}

// own are those that an element has for itself.
var own = []string{"opacity", "display", "clip-path", "mask", "transform", "stop-color", "stop-opacity"}

// styled is how an element within one so painted is painted: its attributes are weakest,
// then the rules of style sheets, then its own style, then what is important.
func styled(e *element, rules []rule, around style) style {
	out := make(style)
	for _, name := range inherited {
		out[name] = around[name]
	}
	say := func(name, value string) {
		switch value = strings.TrimSpace(value); {
		case value == "" || !slices.Contains(inherited, name) && !slices.Contains(own, name):
		case value == "inherit" || name == "color" && strings.EqualFold(value, "currentcolor"):
			out[name] = around[name]
		default:
			out[name] = value
		}
	}
	for _, a := range e.Attrs {
		if a.Name.Space == "" {
			say(a.Name.Local, a.Value)
		}
	}
	var important []declaration
	declare := func(list []declaration) {
		for _, d := range list {
			if d.important {
				important = append(important, d)
				continue
			}
			say(d.name, d.value)
		}
	}
	id, classes := e.attr("id"), strings.Fields(e.attr("class"))
	for _, r := range rules {
		if r.holds(e.XMLName.Local, id, classes) {
			declare(r.says)
		}
	}
	declare(readStyle(e.attr("style")))
	for _, d := range important {
		say(d.name, d.value)
	}
	return out
}
