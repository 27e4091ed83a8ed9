package importer

import (
	"testing"

	"pressroom/internal/importer/prose"
)

// A place and its day may stand in brackets before the copy.
func TestAPlaceWithItsDayMayStandInBrackets(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"(MARLOW, 4 May 2026) – Ninety lamps were lit.":          "(MARLOW, 4 May 2026) – ",
		"(Marlow, May 4, 2026) Ninety lamps were lit.":           "(Marlow, May 4, 2026) ",
		"(Marlow, May 4 2026): Ninety lamps were lit.":           "(Marlow, May 4 2026): ",
		"(Marlow, 4. Mai 2026) - Neunzig Lampen brennen.":        "(Marlow, 4. Mai 2026) - ",
		"(Puerto Claro, 4 de mayo de 2026).- Lucen 90 farolas.":  "(Puerto Claro, 4 de mayo de 2026).- ",
		"(Puerto Claro, 4 de mayo de 2026) — Lucen 90 farolas.":  "(Puerto Claro, 4 de mayo de 2026) — ",
		"(Port-Clair, le 1er mai 2026) -- Les lampes brillent.":  "(Port-Clair, le 1er mai 2026) -- ",
		"(Marlow, Nov. 4, 2026) – Ninety lamps were lit.":        "(Marlow, Nov. 4, 2026) – ",
		"(Figure 3) – Ninety lamps were lit.":                    "",
		"(Lamps of 2026) – Ninety lamps were lit.":               "",
		"(marlow, 4 May 2026) – Ninety lamps were lit.":          "",
		"(MARLOW) – Ninety lamps were lit.":                      "(MARLOW) – ",
		"Ninety lamps (Marlow, 4 May 2026) – those on the quay.": "",
	} {
		end, ok := prose.DatelineEnd(text)
		if ok != (want != "") || text[:end] != want {
			t.Errorf("%q ends at %q, %v; want %q", text, text[:end], ok, want)
		}
	}
	read, err := Import("release.txt", []byte("Harbour lamps are lit\n\n(MARLOW, 4 May 2026) – Ninety lamps along the quay were lit on Monday.\n"),
		Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	const want = "+++\nheadline = \"Harbour lamps are lit\"\ndate = 2026-05-04\ndateline = \"MARLOW, 4 May 2026\"\nlanguage = \"en\"\n\n" +
		"# Please look: the source names no press contact, and a release needs one; this is the workspace's own address.\n" +
		"[[contact]]\nname = \"Press office\"\nemail = \"\"\n+++\n\nNinety lamps along the quay were lit on Monday.\n\n"
	if string(read.Markdown) != want {
		t.Errorf("%q\nwant\n%q", read.Markdown, want)
	}
}
