package release

import (
	"strings"
	"testing"
)

const underEmbargo = "+++\nheadline = \"H\"\nembargo = 2026-07-26T09:00:00Z\nto = [\"all\"]\nadvance = [\"trusted\", \"radio\"]\n" + contact

func TestACoverNoteHasAPhase(t *testing.T) {
	for name, c := range map[string]struct {
		cover string
		want  Phase
	}{
		"for those who get advance copies": {"to = [\"trusted\"]\n", PhaseAdvance},
		"for some of them":                 {"to = [\"local\", \"radio\"]\n", PhaseAdvance},
		"for others":                       {"to = [\"all\"]\n", PhaseRelease},
		"as it is written":                 {"to = [\"trusted\"]\nphase = \"release\"\n", PhaseRelease},
		"as it is written, the other way":  {"to = [\"all\"]\nphase = \"advance\"\n", PhaseAdvance},
	} {
		t.Run(name, func(t *testing.T) {
			r, diags := read(t, underEmbargo+"[[cover]]\nid = \"note\"\ntext = \"N.\"\n"+c.cover+"+++\nx")
			if r == nil || diags != "" {
				t.Fatal(diags)
			}
			if got := r.Covers[0].Phase; got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
			if got := strings.Join(r.CoverIDs(c.want), " "); got != "note" {
				t.Errorf("notes of the phase %s: %q", c.want, got)
			}
		})
	}
}

func TestCoverNotesThatCannotBe(t *testing.T) {
	note := "[[cover]]\nid = \"note\"\nto = [\"trusted\"]\ntext = \"N.\"\n"
	plain := "+++\n" + head + contact
	for name, c := range map[string]struct{ src, want string }{
		"unknown phase": {
			underEmbargo + note + "phase = \"embargo\"\n",
			`x.md:13:9: error: phase is "advance" (above the copies under embargo) or "release" (above the release), not "embargo" [cover]`,
		},
		"empty phase": {
			underEmbargo + note + "phase = \"\"\n",
			`x.md:13:9: error: phase is "advance" or "release"; leave it out for "advance"`,
		},
		"no string":     {underEmbargo + note + "phase = 1\n", "x.md:13:9: error: phase must be"},
		"two of one id": {underEmbargo + note + note, "x.md:14:6: error: two cover notes have the id \"note\""},
		"a comma":       {underEmbargo + strings.Replace(note, "note", "a,b", 1), "x.md:10:6: error: the id of a cover note has no comma in it"},
		"nobody's":      {plain + note + "phase = \"advance\"\n", "x.md:12:9: warning: nobody gets this note: there are no advance copies"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, diags := read(t, c.src+"+++\nx"); !strings.Contains(diags, c.want) {
				t.Errorf("got %s\nwant %s", diags, c.want)
			}
		})
	}
}

func TestATranslatedCoverNoteHasIDAndTextOnly(t *testing.T) {
	main := underEmbargo + "[[cover]]\nid = \"note\"\nto = [\"trusted\"]\ntext = \"N.\"\n+++\nx"
	spanish := "+++\nheadline = \"T\"\n[[cover]]\nid = \"note\"\nto = [\"trusted\"]\nphase = \"release\"\ntext = \"Nota.\"\n+++\ny"
	_, diags := Read("x", []Source{{Name: "x.md", Data: []byte(main)}, {Name: "x.es.md", Language: "es", Data: []byte(spanish)}}, Settings{})
	for _, want := range []string{
		"x.es.md:5:1: error: unknown key to; to is the same in every language: set it in x.md",
		"x.es.md:6:1: error: unknown key phase; phase is the same in every language: set it in x.md",
	} {
		if !strings.Contains(diags.Error(), want) {
			t.Errorf("got %s\nwant %s", diags.Error(), want)
		}
	}
}
