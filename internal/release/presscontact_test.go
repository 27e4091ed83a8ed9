package release

import (
	"testing"

	"pressroom/internal/language"
)

func TestAPressContactIsJoinedByTheLanguage(t *testing.T) {
	whole := PressContact{Name: "Ana Ruiz", Role: "editor", Org: "River", Phone: "+1 (555) 010-0", Email: "a@r.example", Hours: "9–5"}
	for _, c := range []struct {
		of             PressContact
		tag, line, ask string
	}{
		{whole, "en", "Ana Ruiz, editor, River, +1 (555) 010-0, a@r.example, " + whole.HoursLine(language.Of("en")), "Ana Ruiz, a@r.example"},
		{PressContact{Name: "Ana", Phone: "1"}, "en", "Ana, 1", "Ana, 1"},
		{PressContact{Name: "Ana", Org: "River", Email: "a@r.example"}, "ja", "Ana、River、a@r.example", "Ana、a@r.example"},
	} {
		cat := language.Of(c.tag)
		if got := c.of.Line(cat); got != c.line {
			t.Errorf("%s: %s, want %s", c.tag, got, c.line)
		}
		if got := c.of.Ask(cat); got != c.ask {
			t.Errorf("%s: %s, want %s", c.tag, got, c.ask)
		}
	}
	var leads []string
	for _, p := range whole.Parts(language.Of("en")) {
		if p.Href != "" {
			leads = append(leads, p.Text+" "+p.Href)
		}
	}
	if len(leads) != 2 || leads[0] != "+1 (555) 010-0 tel:+15550100" || leads[1] != "a@r.example mailto:a@r.example" {
		t.Errorf("%q", leads)
	}
	if got := (PressContact{Phone: "+1 98/76:54-32.10 x"}).Dial(); got != "tel:+19876543210" {
		t.Error(got)
	}
}
