package importer

import (
	"strings"
	"testing"
	"time"
)

// A subject before what somebody is, is no organisation, unless the release has it as one.
func TestSubjectsAreNoOrganisations(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	for _, c := range [][2]string{
		{"Privacy expert Dr Mona Quill", "Dr Mona Quill | Privacy expert | ?"},
		{"Water campaigner Mona Quill", "Mona Quill | Water campaigner | ?"},
		{"Digital rights advocate Mona Quill", "Mona Quill | Digital rights advocate | ?"},
		{"Housing activist Mona Quill", "Mona Quill | Housing activist | ?"},
		{"Tidewell director Mona Quill", "Mona Quill | director | Tidewell"},
		{"Harbour Trust expert Mona Quill", "Mona Quill | expert | Harbour Trust"},
		{"HRA expert Mona Quill", "Mona Quill | expert | HRA"},
		{"Norhaven specialist Mona Quill", "Mona Quill | specialist | Norhaven"},
		{"Mona Quill, an expert at Kelso", "Mona Quill | expert | Kelso"},
	} {
		if got := kept.speakersIn(t, "", "The port is told to publish\n\nMARLOW, 3 December 2026 - Norhaven announced on Thursday that the port was told.\n\n"+
			"“The water is not clean, and the port has known it for years,” said "+c[0]+".\n"); got != c[1] {
			t.Errorf("%s:\n%s, want %s", c[0], got, c[1])
		}
	}
}

// In German and Dutch the subject, or whom an office is of, is joined to it by a hyphen.
func TestOfficesJoinedToWhomTheyAreOf(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	for _, c := range [][3]string{
		{"de", "sagt Klima-Expertin Ana Ruiz.", "Ana Ruiz | Klima-Expertin | ?"},
		{"de", "sagt Tidewerk-Expertin Ana Ruiz.\n\nÜber Tidewerk\n\nTidewerk baut Labore.", "Ana Ruiz | Expertin | Tidewerk"},
		{"de", "sagt Volker Osten, Experte bei Tidewerk. „Der Fluss ist heute wieder schön“, so Tidewerk-Experte Osten.", "Volker Osten | Experte | Tidewerk; Volker Osten | Experte | Tidewerk"},
		{"de", "sagt Volker Osten, Sprecher von Tidewerk. „Der Fluss ist heute wieder schön“, so Tidewerk-Sprecher Osten.", "Volker Osten | Sprecher | Tidewerk; Volker Osten | Sprecher | Tidewerk"},
		{"nl", "zegt Jan Osten, directeur van Tidewerk. “De rivier is vandaag weer mooi”, zegt Tidewerk-directeur Osten.", "Jan Osten | directeur | Tidewerk; Jan Osten | directeur | Tidewerk"},
	} {
		head := map[string]string{
			"de": "Marlow baut ein Labor\n\nMarlow, 3. Dezember 2026 - Tidewerk baut ein Labor, und der Fluss ist sauber.\n\n„Das Wasser ist nach vielen Jahren wieder sauber“, ",
			"nl": "Marlow bouwt een lab\n\nMarlow, 3 december 2026 - Tidewerk bouwt een lab, en de rivier is schoon.\n\n“Het water is na vele jaren weer schoon”, ",
		}[c[0]]
		if got := kept.speakersIn(t, c[0], head+c[1]+"\n"); got != c[2] {
			t.Errorf("%s:\n%s, want %s", c[1], got, c[2])
		}
	}
}

// speakersIn are who is quoted in a text of that language, "" to tell it by the words.
func (h *held) speakersIn(t *testing.T, language, text string) string {
	t.Helper()
	r, err := h.Import("in.txt", []byte(text), Options{
		Today: time.Date(2026, 12, 3, 0, 0, 0, 0, time.UTC), Email: "press@lead.example", Language: language,
	})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, q := range r.Quotes {
		out = append(out, q.Speaker+" | "+q.Title+" | "+q.Org)
	}
	return strings.Join(out, "; ")
}

// saidAround holds who says the words of a language with what stands around them: language, text with {Q} for the words
// with their stop, {q} for them without, {r} with a small letter, {w} without marks, and who.
func (h *held) saidAround(t *testing.T, c [3]string) {
	t.Helper()
	w := tongueWords[c[0]]
	small := strings.ToLower(w[0][:1]) + w[0][1:]
	body := strings.NewReplacer("{q}", w[1]+w[0]+w[2], "{Q}", w[1]+w[0]+"."+w[2], "{r}", w[1]+small+w[2]+".", "{w}", w[0]).Replace(c[1])
	if got := h.speakersIn(t, c[0], "Marlow\n\n"+strings.Repeat(w[0]+" ", 3)+".\n\n"+body+"\n"); got != c[2] {
		t.Errorf("%s %s:\n%s, want %s", c[0], c[1], got, c[2])
	}
}
