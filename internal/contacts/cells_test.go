package contacts

import (
	"fmt"
	"strings"
	"testing"
)

// What each column takes of a cell.
func TestWhatEachColumnTakes(t *testing.T) {
	long := strings.Repeat("x", 70)
	for _, c := range []struct{ column, value, want string }{
		{"email", "Ana@Paper.example", "{Key:ana@paper.example Email:Ana@Paper.example"},
		{"name", "Ana\n Ruiz\t\r\nB ", "Name:Ana Ruiz B"},
		{"outlet", "The\nPaper", "Outlet:The Paper"},
		{"region", "a\nb", "Region:a b"},
		{"source", "a\nb", "Source:a b"},
		{"basis", "a\nb", "Basis:a b"},
		{"added", "a\nb", "Added:a b"},
		{"own", "a\nb", "Extra:map[own:a b]"},
		{"email", "a\nb", "email has a line break or control character in it"},
		{"beats", "a\nb", "beats has a line break or control character in it"},
		{"format", "html\r", "format has a line break or control character in it"},
		{"name", "a\x00b", "name has a line break or control character in it"},
		{"name", "a\x1fb", "name has a line break or control character in it"},
		{"name", "a\x7fb", "name has a line break or control character in it"},
		{"name", "~ b", "Name:~ b"},
		{"beats", "a;\tb", "Beats:[a b]"},
		{"beats", " water ; Law;;water;WATER ", "Beats:[water Law]"},
		{"tags", "a;b;A", "Tags:[a b]"},
		{"language", "EN_us", `Language:en-US`},
		{"language", "klingon!", "error"},
		{"timezone", "Europe/Madrid", "Timezone:Europe/Madrid"},
		{"format", "HTML", "Format:html"},
		{"format", "Text", "Format:text"},
		{"format", long, `format is html or text, not "` + long[:60] + `…"`},
		{"embargo", "Yes", "Embargo:true NoEmbargo:false"},
		{"embargo", "y", "Embargo:true NoEmbargo:false"},
		{"embargo", "TRUE", "Embargo:true NoEmbargo:false"},
		{"embargo", "1", "Embargo:true NoEmbargo:false"},
		{"embargo", "no", "Embargo:false NoEmbargo:true"},
		{"embargo", "N", "Embargo:false NoEmbargo:true"},
		{"embargo", "false", "Embargo:false NoEmbargo:true"},
		{"embargo", "0", "Embargo:false NoEmbargo:true"},
		{"embargo", "ye", `embargo is yes or no, not "ye"`},
		{"attachments", "perhaps", `attachments is yes or no, not "perhaps"`},
		{"priority", "-1e9", "Priority:-1e+09"},
		{"priority", "1000000000", "Priority:1e+09"},
		{"priority", "1000000001", `priority is a number, not "1000000001"`},
		{"priority", "-1000000001", `priority is a number, not "-1000000001"`},
		{"priority", "NaN", `priority is a number, not "NaN"`},
		{"priority", "1,5", `priority is a number, not "1,5"`},
		{"priority", "2.5", "Priority:2.5"},
	} {
		var j Journalist
		err := j.set(c.column, c.value)
		if c.want == "error" && err != nil {
			continue
		}
		got := fmt.Sprintf("%+v", j)
		if err != nil {
			got = err.Error()
		}
		if got != c.want && (!strings.HasPrefix(got, "{") || !strings.Contains(got, c.want)) {
			t.Errorf("%s %q: %s, want %s", c.column, c.value, got, c.want)
		}
	}
	for _, c := range []struct {
		v    any
		want string
	}{
		{" a ", "a true"}, {true, "yes true"}, {false, "no true"}, {int64(7), "7 true"}, {2.5, "2.5 true"}, {[]any{"a", "b"}, "a;b true"}, {[]any{"a", 7}, " false"}, {[]any{}, " true"}, {nil, " false"},
	} {
		text, ok := tomlCell(c.v)
		if got := fmt.Sprintf("%s %t", text, ok); got != c.want {
			t.Errorf("%v: %s, want %s", c.v, got, c.want)
		}
	}
}

// Where a rule goes wrong is told by its byte.
func TestWhereARuleGoesWrong(t *testing.T) {
	for _, c := range [][3]int{{1, 0, 0}, {1, 1, 1}, {1, 2, 3}, {1, 3, 4}, {1, 9, 9}, {2, 0, 5}, {2, 1, 7}, {2, 3, 9}, {3, 0, 5}, {9, 0, 5}} {
		if got := byteOffset("aéb\nñcd", c[0], c[1]); got != c[2] {
			t.Errorf("%d:%d is byte %d, want %d", c[0], c[1], got, c[2])
		}
	}
	if got := byteOffset("\na", 2, 0); got != 1 {
		t.Errorf("behind an empty line it is byte %d", got)
	}
	book, _ := Read([]File{{Name: "contacts/a.csv", Data: []byte("email,outlet,own\na@b.example,Tide,x\n")}})
	for rule, want := range map[string]string{
		"outlet == “Tide”":               `; a text stands between quotation marks as on the keyboard: "es"`,
		`beats == "a"`:                   `; of several words one is looked for: "health" in beats`,
		`lists contains "a"`:             `; of several words one is looked for: "health" in beats`,
		`tags LIKE "a"`:                  `; of several words one is looked for: "health" in beats`,
		`embargo = "yes"`:                `; embargo and attachments are yes or no by themselves: embargo, or not embargo`,
		`attachments <> no`:              `; embargo and attachments are yes or no by themselves: embargo, or not embargo`,
		`priority > "2"`:                 `; a number stands without quotation marks: priority > 2`,
		`priority <> "2"`:                `; a number stands without quotation marks: priority > 2`,
		`priority == "2"`:                `; a number stands without quotation marks: priority > 2`,
		`language IN ("es")`:             `; several stand in square brackets: language in ["es", "fr"]`,
		`language == "es" or "fr"`:       `; on each side of and, or stands a whole comparison: language == "es" or language == "fr"`,
		`(language == "es" AND "fr")`:    `; on each side of and, or stands a whole comparison: language == "es" or language == "fr"`,
		`region is not null`:             `; what is empty is "": region == "", or region != ""`,
		`region IS EMPTY`:                `; what is empty is "": region == "", or region != ""`,
		`region is "x"`:                  `; a comparison is ==, or != for what differs`,
		`embargo & attachments`:          `; write and`,
		`outlet like "x"`:                `; write contains, startsWith or endsWith: outlet contains "Tide"`,
		`embargo AND attachments`:        `; write "and", in small letters`,
		`NOT embargo`:                    `; write "not", in small letters`,
		`outlet <> "x"`:                  `; write != for what differs`,
		`outlet = "x"`:                   `; a comparison is ==, with two signs`,
		`outlet ==Tide`:                  `; a text stands between quotation marks: "Tide"`,
		`language == 'es' or 'fr'`:       `; on each side of and, or stands a whole comparison: language == "es" or language == "fr"`,
		`outlet == Tide`:                 `; a text stands between quotation marks: "Tide"`,
		`outlte == "x"`:                  `; did you mean outlet?`,
		`zzzzzzzz`:                       `; the columns are added, attachments, basis, beats, email, embargo, format, language, lists, name, outlet, own, priority, region, source, tags, timezone`,
		`embargo && attachments ||| own`: "",
	} {
		msg := "unexpected"
		for _, name := range []string{"Tide", "outlte", "zzzzzzzz"} {
			if strings.Contains(rule, name) && !strings.Contains(rule, "“") {
				msg = "unknown name " + name
			}
		}
		if got := book.advice(rule, msg); got != want {
			t.Errorf("%s: %s, want %s", rule, got, want)
		}
	}
}
