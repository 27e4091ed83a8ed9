package release

import (
	"fmt"
	"strings"
	"testing"
)

// coalition is a release with three quotes; quotes is what stands in [quotes].
func coalition(t *testing.T, quotes string, settings Settings, without ...string) *Release {
	t.Helper()
	var b strings.Builder
	b.WriteString("+++\nheadline = \"H\"\ndate = 2026-07-26\nsignatories = [\"river\", \"Zebra\"]\n[quotes]\n" + quotes + "\n[[contact]]\nname = \"Desk\"\nemail = \"desk@o.example\"\n[[contact]]\nname = \"Rita\"\nemail = \"rita@river.example\"\norg = \"river\"\n")
	for _, id := range []string{"öland", "river", "abbey"} {
		fmt.Fprintf(&b, "[[quote]]\nid = %q\norg = %q\nspeaker = \"S\"\ntext = \"Words of %s.\"\n", Slugify(id), id, id)
	}
	b.WriteString("+++\nBody.\n\n{{quotes}}\n\nEnd.\n")
	r, diags := ReadWithout("x", []Source{{Name: "x.md", Data: []byte(b.String())}}, settings, without)
	if r == nil {
		t.Fatal(diags)
	}
	return r
}

func quoted(r *Release) string {
	var out []string
	for _, b := range r.Main().Body {
		if q, ok := b.(*Quotation); ok {
			out = append(out, q.ID)
		}
	}
	return strings.Join(out, " ")
}

var withRiver = Settings{Orgs: []Org{{ID: "river", Name: "River Alliance", Boilerplate: "**About River.** It flows.", Press: &PressContact{Name: "Ana", Email: "ana@river.example"}}}}

func TestQuotesStandInTheChosenOrder(t *testing.T) {
	for quotes, want := range map[string]string{"": "oland river abbey", `order = "placed"`: "oland river abbey", `order = "alphabetical"`: "abbey oland river"} {
		if got := quoted(coalition(t, quotes, withRiver)); got != want {
			t.Errorf("%s: %s", quotes, got)
		}
	}
	seen := make(map[string]bool)
	for lot := range 40 {
		quotes := fmt.Sprintf("order = \"lot\"\nlot = \"%d\"", lot)
		got := quoted(coalition(t, quotes, withRiver))
		if got != quoted(coalition(t, quotes, withRiver)) {
			t.Fatal("the same lot gives another order")
		}
		seen[got] = true
	}
	if len(seen) != 6 {
		t.Errorf("40 lots gave %d of 6 orders", len(seen))
	}
	if got := coalition(t, `order = "alphabetical"`, withRiver).Signatories; fmt.Sprint(got) != "[River Alliance Zebra]" {
		t.Errorf("%v", got)
	}
}

func TestOneOrganisationCanBeLeftOut(t *testing.T) {
	for _, name := range []string{"river", "River Alliance", "river alliance"} {
		if got := quoted(coalition(t, "", withRiver, name)); got != "oland abbey" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestAPartnersEdition(t *testing.T) {
	r := coalition(t, "", withRiver)
	before := quoted(r)
	e := r.Edition(withRiver.Orgs[0])
	if got := quoted(e); got != "river oland abbey" {
		t.Errorf("quotes: %s", got)
	}
	if e.Contacts[0].Name != "Ana" || e.Contacts[1].Name != "Rita" || len(e.Contacts) != 3 || e.Issuer.Name != "River Alliance" {
		t.Errorf("%+v", e.Contacts)
	}
	if p, ok := e.Main().Boilerplate[0].(*Paragraph); !ok || !strings.Contains(PlainText(p.Inlines), "It flows") {
		t.Errorf("boilerplate %v", e.Main().Boilerplate)
	}
	if quoted(r) != before || len(r.Contacts) != 2 || r.Contacts[0].Name != "Desk" || len(r.Main().Boilerplate) != 0 {
		t.Error("the release itself was changed")
	}
	if got := quoted(r.LocalTo(withRiver.Orgs[0])); got != "river oland abbey" {
		t.Errorf("local: %s", got)
	}
}
