package attribution

import (
	"regexp"
	"strings"

	"pressroom/internal/importer/prose"
)

// IsTitle tells words with a title among them.
func (d *Copy) IsTitle(s string) bool {
	for _, w := range strings.Fields(strings.ToLower(s)) {
		w = strings.Trim(w, ".,()")
		if prose.TitleWords[w] || prose.TwoInOne(w) || prose.ForThePress[w] || strings.HasSuffix(w, "ologist") || d.officeNoun(w) {
			return true
		}
		first, second, ok := strings.Cut(w, "-")
		// "diretor-presidente", "diretor-executivo"
		if ok && prose.TitleWords[first] && (prose.TitleWords[second] || prose.BehindOffice[second]) {
			return true
		}
	}
	return false
}

// Some languages join nouns, and an office is told by the last part of one: "Hafenministerin",
// "afdelingshoofd", "generalsekreterare".

// officeNoun tells a noun that is an office by its last part.
func (d *Copy) officeNoun(w string) bool {
	switch d.Base() {
	case "de":
		return prose.GermanOffices.MatchString(w)
	case "nl":
		return prose.DutchOffices.MatchString(w)
	case "sv", "da", "nb":
		return prose.NordicOffices.MatchString(w)
	case "es", "pt":
		return prose.IberianOffices[w]
	}
	return false
}

// phrasing compiles an expression of the draft's language.
func (d *Copy) phrasing(source string) *regexp.Regexp { return prose.Phrasing(d.Base(), source) }

// ours reads somebody with such an office: "our CEO Ana Ruiz", "the company’s CEO, Ana Ruiz".
func (d *Copy) ours(phrase string) (Speaker, bool) {
	m := prose.OurOwn.FindStringSubmatch(phrase)
	if m == nil {
		return Speaker{}, false
	}
	m[1] = prose.NewOrFellow.ReplaceAllString(m[1], "")
	head, rest, comma := strings.Cut(m[1], ",")
	if comma && prose.TitleWords[strings.ToLower(prose.LastWord(head))] {
		name, _, _ := strings.Cut(rest, ",")
		if name = strings.Trim(strings.TrimSpace(name), "."); prose.LooksLikeName(name) && !prose.IsOrganisation(name) {
			return Speaker{Name: name, Title: strings.TrimSpace(head), Ok: true}, true
		}
		return Speaker{}, false
	}
	who := d.named(head)
	if !who.Ok || who.Name == "" || who.Title == "" {
		return Speaker{}, false
	}
	return who, true
}
