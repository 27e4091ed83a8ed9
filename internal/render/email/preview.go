package email

import (
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"

	"pressroom/internal/release"
	"pressroom/internal/render/html"
)

// Foot is what stands under a mail to look at in the place of PersonalLine.
type Foot struct{ HTML, Text string }

// Preview is a mail as a page to look at in a browser: its pictures are in it, it is
// addressed to somebody, and above it is chosen which cover note stands there.
func Preview(
	r *release.Release, v *release.Version, phase release.Phase, above Above, foot Foot, assets release.Assets, divide html.Divide,
	tpl Templates,
) ([]byte, error) {
	bodies, err := compose(r, v, phase, above, assets, divide, tpl, func(i int, cover template.HTML) template.HTML {
		return template.HTML(fmt.Sprintf(`<div class="note-%d">`, i+1)) + cover + "</div>"
	})
	if err != nil {
		return nil, err
	}
	page := bodies.page(foot)
	if len(bodies.covers) > 0 {
		page = choice(page, r, bodies.covers, above.Choice)
	}
	return []byte(page), nil
}

// PreviewTo is the mail to one address to look at: its HTML as a page in a browser, with its
// pictures in it, and its text.
func PreviewTo(
	r *release.Release, v *release.Version, phase release.Phase, above Above, foot Foot, assets release.Assets, divide html.Divide,
	tpl Templates,
) (page, text []byte, err error) {
	bodies, err := Render(r, v, phase, above, assets, divide, tpl)
	if err != nil {
		return nil, nil, err
	}
	plain := strings.ReplaceAll(string(bodies.Text), PersonalLine, foot.Text)
	return []byte(bodies.page(foot)), []byte(plain), nil
}

// page is the HTML as a page that is complete in itself.
func (b *Bodies) page(foot Foot) string {
	pairs := []string{PersonalLine, foot.HTML}
	for _, p := range b.Pictures {
		data := "data:" + p.Asset.Type + ";base64," + base64.StdEncoding.EncodeToString(p.Asset.Data)
		pairs = append(pairs, `src="cid:`+p.ID+`"`, `src="`+data+`"`)
	}
	return strings.NewReplacer(pairs...).Replace(string(b.HTML))
}

const choiceStyle = `
.choice { display: block; overflow: hidden; font: 14px/1.5 Helvetica, Arial, sans-serif; padding: 8px 20px 8px 0; }
.choice-at { float: left; clear: left; margin: 12px 8px 0 20px; }
#choice-0:checked ~ * .cover { display: none !important; }
`

// choice puts a button for each cover note above the mail. They work without a
// script: the one that is pressed hides the other notes.
func choice(page string, r *release.Release, covers []string, said Choice) string {
	if said == (Choice{}) {
		said = English
	}
	var style, bar strings.Builder
	style.WriteString(choiceStyle)
	button := func(i int, label string) {
		checked := ""
		if i == 1 {
			checked = " checked"
		}
		fmt.Fprintf(&bar, `<input class="choice-at" type="radio" name="choice" id="choice-%d"%s><label class="choice" for="choice-%d">`+
			`%s</label>`+"\n",
			i, checked, i, template.HTMLEscapeString(label))
	}
	button(0, said.Without)
	for i, id := range covers {
		label := fmt.Sprintf(said.With, id)
		if names := to(r, id); names != "" {
			label = fmt.Sprintf(said.WithTo, id, names)
		}
		button(i+1, label)
		for other := range covers {
			if other != i {
				fmt.Fprintf(&style, "#choice-%d:checked ~ * .note-%d { display: none !important; }\n", i+1, other+1)
			}
		}
	}
	page = strings.Replace(page, "</head>", "<style>"+style.String()+"</style></head>", 1)
	before, body, opens := strings.Cut(page, "<body")
	attributes, body, closes := strings.Cut(body, ">")
	if !opens || !closes {
		return page
	}
	return before + "<body" + attributes + ">\n" + bar.String() + body
}

// to are the lists and segments that get a cover note.
func to(r *release.Release, id string) string {
	for _, c := range r.Covers {
		if c.ID != id || len(c.To) == 0 {
			continue
		}
		names := make([]string, len(c.To))
		for i, a := range c.To {
			names[i] = a.Name
		}
		return strings.Join(names, ", ")
	}
	return ""
}
