package golden

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"pressroom/internal/compile"
	"pressroom/internal/release"
	"pressroom/internal/render/ninjs"
)

// newsSchema is what is used of ninjs 2.1 (https://iptc.org/standards/ninjs/).
func newsSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	source, err := os.ReadFile("testdata/ninjs.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("https://schemas.example/ninjs.json", document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("https://schemas.example/ninjs.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// newsItem is a version as News in JSON, with addresses as the newsroom has them.
func newsItem(t *testing.T, in *compile.Input, lang string) []byte {
	t.Helper()
	const below = "https://press.lantern.example/news/"
	at := ninjs.Addresses{URI: below + in.Address(compile.Web, lang), Versions: make(map[string]string)}
	for _, l := range in.Release.Languages() {
		at.Versions[l] = below + in.Address(compile.Web, l)
	}
	linked := in.Enclosures(false, true)
	in.Link(&linked, below)
	for i, f := range in.PublicFiles() {
		at.Files = append(at.Files, ninjs.File{Enclosure: linked.Files[i], Type: f.Type})
	}
	data, err := ninjs.Render(in.Release, in.Release.Version(lang), at)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestNewsInJSONKeepsToItsSchema(t *testing.T) {
	s := newsSchema(t)
	holds := func(data []byte) error {
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		return s.Validate(value)
	}
	for _, layout := range []release.Layout{release.LayoutUS, release.LayoutUK} {
		in := input(t, layout)
		for _, l := range in.Release.Languages() {
			data := newsItem(t, in, l)
			if err := holds(data); err != nil {
				t.Errorf("%s, %s: %v", layout, l, err)
			}
			if v := in.Release.Version(l); v.Subhead != "" && !strings.Contains(string(data), `"role": "sub"`) {
				t.Errorf("%s: the subhead is missing", l)
			}
		}
	}
	// What has gone wrong is seen.
	good := string(newsItem(t, input(t, release.LayoutUS), "en"))
	for what, change := range map[string][2]string{
		"a property that there is not": {`"type": "text",`, `"type": "text", "subheadlines": [],`},
		"another status":               {`"usable"`, `"cancelled"`},
		"an instant without its zone":  {`"firstcreated": "2027`, `"firstcreated": "x2027`},
		"an address that is none":      {`"uri": "https://press`, `"uri": "press office`},
		"a headline without words":     {`"role": "main",`, `"role": "main", "charcount": 3,`},
	} {
		bad := strings.Replace(good, change[0], change[1], 1)
		if bad == good {
			t.Errorf("%s: nothing was changed", what)
		} else if holds([]byte(bad)) == nil {
			t.Errorf("%s is not seen", what)
		}
	}
}
