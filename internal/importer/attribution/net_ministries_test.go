package attribution

import (
	"strings"
	"testing"
)

// TestMinistriesOfMinisters gives a minister the one ministry over the same field that the text names.
func TestMinistriesOfMinisters(t *testing.T) {
	t.Parallel()
	for _, c := range [][5]string{ // language, the office, the organisation read, the text, and the ministry
		{"es", "ministra de Puertos", "", "Ayer llegó el Ministerio de Puertos.", "Ministerio de Puertos"},
		{"es", "ministra de Puertos", "?", "Ayer llegó el Ministerio de Puertos.", "Ministerio de Puertos"},
		{"es", "ministra de Puertos", "Faros", "Ayer llegó el Ministerio de Puertos.", "Faros"},
		{"es", "pintora de Puertos", "", "Ayer llegó el Ministerio de Puertos.", ""},
		{"en", "minister van Havens", "", "Het ministerie van Havens.", ""},
		{"nl", "minister van Havens", "", "Het ministerie van Havens.", "ministerie van Havens"},
		{"de", "minister van Havens", "", "Het ministerie van Havens.", ""},
		{"es", "ministra de Puertos", "", "El Ministerio de Puertos y el ministerio de Puertos.", "Ministerio de Puertos"},
		{"es", "ministra de Puertos", "", "El Ministerio de Puertos y el Ministerio de los Puertos.", ""},
		{"es", "ministra de Puertos", "", "El Ministerio de Faros.", ""},
		{"es", "ministra", "", "La ministra de Puertos, Ana Ruiz. El Ministerio de Puertos.", "Ministerio de Puertos"},
		{"es", "ministra", "", "El Ministerio de Puertos.", ""},
		{"es", "ministra de Puertos", "", "Fuentes de Puertos lo dicen.", "Puertos"},
	} {
		who := paragraphsIn(c[0], c[3]).ofOwnMinistry(Speaker{Name: "Ana Ruiz", Title: c[1], Org: c[2], Ok: true, Unsure: "perhaps"})
		if who.Org != c[4] || (who.Unsure == "perhaps") != (who.Org == c[2]) {
			t.Errorf("%s %s: %s: %q, %q", c[0], c[1], c[3], who.Org, who.Unsure)
		}
	}
	who := paragraphsIn("es", "El Ministerio de Puertos.").ofOwnMinistry(Speaker{Name: "Ruiz", Title: "ministra de Puertos", Ok: true})
	if who.Org != "" {
		t.Errorf("a surname alone: %q", who.Org)
	}
}

// TestFieldsOfAMinister finds what the text says somebody is minister of.
func TestFieldsOfAMinister(t *testing.T) {
	t.Parallel()
	ninetyEight := strings.Repeat("x", 98)
	for _, c := range [][2]string{
		{"La ministra de Puertos, Ana Ruiz, llegó.", "Puertos"},
		{"La ministra de Puertos Ana Ruiz llegó.", "Puertos"},
		{"Ana Ruiz, la ministra de Puertos, llegó.", "Puertos"},
		{"Ana Ruiz, ministra de Puertos.", "Puertos"},
		{"Ana Ruiz, la ministra de Puertos y Faros Ana Ruiz.", "Puertos y Faros"},
		{"Ana Ruiz fue la ministra de Puertos.", ""},
		{"La ministra de Puertos. Ana Ruiz llegó.", ""},
		{"La ministra de Puertos; Ana Ruiz llegó.", ""},
		{"La ministra de Puertos: Ana Ruiz llegó.", ""},
		{"La ministra de Puertos (Ana Ruiz) llegó.", ""},
		{"La ministra de Puertos) Ana Ruiz llegó.", ""},
		{"La ministra de Puertos “Ana Ruiz” llegó.", ""},
		{"La ministra de Puertos” Ana Ruiz llegó.", ""},
		{"La ministra de Puertos «Ana Ruiz» llegó.", ""},
		{"La ministra de Puertos» Ana Ruiz llegó.", ""},
		{"La ministra de Puertos \"Ana Ruiz\" llegó.", ""},
		{"La ministra de P" + ninetyEight + "x, Ana Ruiz, llegó.", "P" + ninetyEight + "x"},
		{"La ministra de P" + ninetyEight + "xx, Ana Ruiz, llegó.", ""},
		{"La ministra de Puertos, Faros y Lagos, Ana Ruiz, llegó.", "Puertos, Faros y Lagos"},
		{"La ministra de Puertos, la ministra de Faros, Ana Ruiz, llegó.", "Faros"},
		{"La ministra de Puertos y la ministra de Faros, Ana Ruiz, llegó.", ""},
		{"La ministra de puertos Eva Vale y la alcaldesa Ana Ruiz llegaron.", ""},
		{"La ministra de Puertos, Ana Ruiz. La ministra de Puertos, Ana Ruiz.", "Puertos"},
		{"La ministra de Puertos, Ana Ruiz. La ministra de Faros, Ana Ruiz.", ""},
		{"La ministra de Puertos, Ana Ruiz. La ministra de Faros llegó.", "Puertos"},
		{"La ministra de Puertos llegó. Tom Reed no.", ""},
		{"Ana Ruiz, la ministra de P" + strings.Repeat("x", 59) + ", llegó.", "P" + strings.Repeat("x", 59)},
		{"Ana Ruiz, la ministra de P" + strings.Repeat("x", 60) + ", llegó.", "P" + strings.Repeat("x", 59)},
		{"Ana Ruiz, la ministra de IA, llegó.", ""},
		{"Ana Ruiz, la ministra de Mar, llegó.", "Mar"},
	} {
		if got := paragraphsIn("es", c[0]).fieldOf("Ana Ruiz"); got != c[1] {
			t.Errorf("%.120s: %q", c[0], got)
		}
	}
	for _, article := range []string{" el ", " la ", " il ", " le ", " o ", " a ", " de ", " lo ", " l’", " l'", " "} {
		if !nameAndComma("Llegó Ana Ruiz,"+article, "Ana Ruiz") || nameAndComma("Llegó Ana Ruiz"+article, "Ana Ruiz") ||
			nameAndComma("Llegó Ana Ruiz, x"+article, "Ana Ruiz") || nameAndComma("Llegó Eva Ruiz,"+article, "Ana Ruiz") {
			t.Errorf("%q", article)
		}
	}
	if !nameAndComma("Ana Ruiz, la ", "Ana Ruiz") {
		t.Errorf("a text begins with the name")
	}
}

// TestSameFieldOfAMinistry tells how much of a text is the field of a minister.
func TestSameFieldOfAMinistry(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ field, text, same string }{
		{"Puertos", "Puertos.", "Puertos"},
		{"Puertos", "Puertos", "Puertos"},
		{"Puertos", "puertos llegó", "puertos"},
		{"Puertos", "Puertas", ""},
		{"Puertos", "Puertas y Faros", ""},
		{"Puertos", "Puerto", ""},
		{"Puerto", "Puertos", ""},
		{"Puertos", "", ""},
		{"", "Puertos", ""},
		{"Puertos", "1 Puertos", ""},
		{"Puertos y Faros", "Puertos y Faros", "Puertos y Faros"},
		{"Puertos y Faros", "Puertos e Faros", "Puertos"},
		{"Puertos y Faros", "Puertos y Lagos", "Puertos"},
		{"Puertos y Faros", "Puertos", "Puertos"},
		{"Puertos, Faros", "Puertos, Faros.", "Puertos, Faros"},
		{"Puertos", "Puertos y Faros", "Puertos y Faros"},
		{"Puertos", "Puertos y Faros, dijo", "Puertos y Faros"},
		{"Puertos", "Puertos y Faros llegó", "Puertos y Faros"},
		{"Puertos", "Puertos y Faros Altos", "Puertos"},
		{"Puertos", "Puertos y faros", "Puertos"},
		{"Puertos y Lagos", "Puertos y Faros", "Puertos"},
		{"Puertos", "Puertos e Faros", "Puertos e Faros"},
		{"Puertos", "Puertos et Faros", "Puertos et Faros"},
		{"Puertos", "Puertos en Faros", "Puertos en Faros"},
		{"Puertos", "Puertos Altos", ""},
		{"Puertos Altos", "Puertos", ""},
		{"Puertos Altos", "Puertos Altos", "Puertos Altos"},
		{"Puertos altos", "Puertos altos", "Puertos altos"},
		{"Puertos bajos", "Puertos altos", ""},
		{"Puertos de la Nación", "Puertos", "Puertos"},
		{"Puertos de la Provincia", "Puertos", "Puertos"},
		{"Puertos de la Marlow", "Puertos", ""},
		{"Puertos", "Puertos de la Nación", "Puertos"},
		{"Puertos", "Puertos de la Provincia", "Puertos"},
		{"Puertos", "Puertos de Marlow", ""},
		{"Puertos", "Puertos del Marlow", ""},
		{"Puertos", "Puertos de la villa", "Puertos"},
		{"Puertos yFaros", "Puertos y Faros", ""},
		{"Puertos,Faros", "Puertos, Faros", "Puertos"},
		{"Puertos, Faros", "Puertos,Faros", "Puertos"},
		{"Puertos,Faros", "Puertos,Faros", "Puertos"},
	} {
		if n := sameField(c.field, c.text); n != len(c.same) {
			t.Errorf("%q of %q: %d", c.text, c.field, n)
		}
	}
	for _, land := range strings.Split("de la Provincia, de la Nación, del Estado, della Regione, da Generalitat, do Estado, "+
		"della Repubblica", ", ") {
		if n := sameField("Puertos", "Puertos "+land); n != len("Puertos") {
			t.Errorf("%s: %d", land, n)
		}
		if n := sameField("Puertos "+land, "Puertos"); n != len("Puertos") {
			t.Errorf("%s: %d", land, n)
		}
	}
	for _, land := range strings.Split("de la, del, de, di, della, du, da, do, van", ", ") {
		if n := sameField("Puertos", "Puertos "+land+" Marlow"); n != 0 {
			t.Errorf("%s: %d", land, n)
		}
	}
}

// TestFieldsUsedAsAName gives a minister the field, where a Spanish text uses its name as that of the ministry.
func TestFieldsUsedAsAName(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"es", "Puertos", "Lo dicen fuentes de Puertos.", "Puertos"},
		{"it", "Puertos", "Lo dicen fuentes de Puertos.", ""},
		{"es", "puertos", "Lo dicen fuentes de puertos.", ""},
		{"es", "Puertos", "Lo dicen fuentes de Faros.", ""},
		{"es", "Puertos", "Lo dicen fuentes de Faros. Lo dicen desde Puertos.", "Puertos"},
		{"es", "Puertos de la Nación", "Lo dicen fuentes de Puertos.", "Puertos"},
		{"es", "Puertos de Marlow", "Lo dicen fuentes de Puertos.", ""},
	} {
		who := paragraphsIn(c[0], c[2]).ofFieldAlone(Speaker{}, c[1])
		if who.Org != c[3] || strings.Contains(who.Unsure, "to be Puertos, as") != (c[3] != "") {
			t.Errorf("%s %s: %q, %q", c[1], c[2], who.Org, who.Unsure)
		}
	}
	for _, c := range []struct {
		office, field string
		want          bool
	}{
		{"ministre de la Culture et des Communications", "Culture et des Communications", true},
		{"maire de la Culture et des Communications", "Culture et des Communications", true},
		{"maire des Ports Communications", "Ports Communications", false},
		{"ministre des Ports Communications", "Ports Communications", true},
		{"ministre de la Culture", "Culture", false},
		{"ministre des Communications", "Communications et Culture", false},
		{"ministre de la Culture et des Communications", "Culture", false},
	} {
		if got := overFirm(c.office, c.field); got != c.want {
			t.Errorf("%s, %s: %t", c.office, c.field, got)
		}
	}
}
