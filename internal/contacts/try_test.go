package contacts

import (
	"errors"
	"strings"
	"testing"
)

// Whom a rule would pick, before it is a segment, and what is wrong with it.
func TestARuleIsTriedBeforeItIsASegment(t *testing.T) {
	book, diags := Read([]File{{Name: "contacts/a.csv", Data: []byte("email,region,beats\na@b.example,west,tech\nc@d.example,east,law\n")}})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for rule, want := range map[string]string{
		`region == "west"`: "a@b.example", `"LAW" in beats`: "c@d.example", `true`: "a@b.example c@d.example", `false`: "",
	} {
		list, err := book.Try(rule)
		if err != nil {
			t.Errorf("%s: %v", rule, err)
		}
		var got []string
		for _, j := range list {
			got = append(got, j.Email)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s picks %q, want %s", rule, got, want)
		}
	}
	long := `region == "west" || ` + strings.Repeat(" ", mostRule)
	for rule, want := range map[string]struct {
		offset int
		says   string
	}{
		"":                             {0, `a segment needs a rule, as in "technology" in beats`},
		" \n":                          {0, `a segment needs a rule, as in "technology" in beats`},
		long:                           {mostRule, "it is longer than 16 KiB; divide it into several segments"},
		"region == \"west\" &&\n lede": {21, "unknown name lede"},
		`region + 1 == 2`:              {7, "invalid operation"},
	} {
		list, err := book.Try(rule)
		var wrong *RuleError
		if !errors.As(err, &wrong) || list != nil {
			t.Errorf("%.30q picks %d, %v", rule, len(list), err)
			continue
		}
		if wrong.Offset != want.offset || !strings.HasPrefix(wrong.Error(), want.says) {
			t.Errorf("%.30q: at %d, %s; want at %d, %s", rule, wrong.Offset, wrong.Message, want.offset, want.says)
		}
	}
	if rule := strings.Repeat(" ", mostRule-4) + "true"; len(rule) == mostRule {
		if _, err := book.Try(rule); err != nil {
			t.Errorf("as long as it may be: %v", err)
		}
	}
}
