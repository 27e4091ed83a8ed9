package compile

import (
	"strings"
	"testing"

	"pressroom/templates"
)

func TestABrokenTemplateOfTheWorkspaceIsToldAtItsPlace(t *testing.T) {
	for name, c := range map[string]struct{ file, text, want string }{
		"the own ones of the program": {"", "", ""},
		"one that works":              {"web/page.html", "{{.Headline}}", ""},
		"no end":                      {"web/page.html", "<p>\n{{if .Headline}}\n", "templates/web/page.html:3:1: error: unexpected EOF"},
		"a field that is not there": {
			"web/page.html", "<p>\n  {{.Headlines}}", "templates/web/page.html:2:5: error: executing \"page.html\" at <.Headlines>: can't evaluate field Headlines",
		},
		"a mail of nothing": {"email/mail.html", "{{.Headline}}", "templates/email/mail.html:1:1: error: it must print what {{.Note}} holds"},
		"in one phase":      {"email/mail.html", "{{range .Note}}{{.}}{{end}}{{if .Embargoed}}{{.No}}{{end}}", "templates/email/mail.html:1:47: error: executing"},
	} {
		in := input(t, us, strings.Replace(front, "date = 2026-07-26", "embargo = 2026-07-26T09:00:00Z", 1)+"+++\nWords.\n")
		in.Templates = templates.Defaults(map[string]string{c.file: c.text})
		got := in.Broken().Error()
		if c.want == "" && got != "" || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
		if strings.Count(got, "[template]") > 1 {
			t.Errorf("%s: told more than once:\n%s", name, got)
		}
	}
}
