package check

import (
	"strings"
	"testing"
)

// A text that says that something is attached, where nothing is.
func TestWhatIsAnnouncedComesAlong(t *testing.T) {
	const document = "[[document]]\ntitle = 'R'\nurl = 'https://port.example/r.pdf'\n"
	for _, c := range []struct {
		body, tables string
		told         string
	}{
		{"The full report is attached.", "", "report is attached."},
		{"The port agreed. Please see attached.", "", "see attached"},
		{"Le rapport complet figure ci-joint.", "", "ci-joint"},
		{"Der Bericht liegt anbei.", "", "anbei"},
		{"Se adjunta el informe.", "", "Se adjunta"},
		{"O relatório segue em anexo.", "", "em anexo"},
		{"详见附件。", "", "见附件"},
		{"The full report is attached.", document, ""},
		{"A lamp is attached to the pier, says the deputy, el director adjunto.", "", ""},
		{"Write `see attached` there.", "", ""},
	} {
		src := "+++\nheadline = 'Port of Marlow to publish'\ndateline = 'MARLOW'\ndate = 2026-07-20\ntimezone = 'America/New_York'\nto = ['press']\n" +
			"[[contact]]\nname = 'Dana Whitlock'\nphone = '+1 555 0142'\n" + c.tables + "+++\n" + c.body + "\n"
		got := look(t, src).Error()
		if c.told == "" && strings.Contains(got, "comes along") || c.told != "" && !strings.Contains(got, c.told+": nothing comes along") {
			t.Errorf("%s: %s", c.body, got)
		}
	}
}
