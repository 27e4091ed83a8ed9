package release

import (
	"strings"
	"testing"
)

// What each table of a file may hold, and what of it a language's file may.
func TestWhatTablesMayHold(t *testing.T) {
	for _, c := range []struct {
		table       string
		translation bool
		want        string
	}{
		{"", true, "boilerplate contact cover dateline headline media notes notice quote subhead subject"},
		{"quote", true, "attribution id signoff text title"},
		{"media", true, "alt caption credit file rights url"},
		{"cover", true, "id text"},
		{"contact", true, "email hours role"},
		{"notice", true, "headline text"},
		{"notice", false, "headline text"},
		{"quotes", false, "local lot order unsigned withdrawn"},
		{"quotes", true, ""},
		{"document", true, ""},
		{"weather", false, ""},
	} {
		got := Keys(c.table, c.translation)
		if strings.Join(got, " ") != c.want || (got == nil) != (c.want == "") {
			t.Errorf("[%s], in a translation %v: %q, want %s", c.table, c.translation, got, c.want)
		}
	}
	for _, table := range []string{"", "quote", "quotes"} {
		keys := Keys(table, false)
		want := strings.Join(keys, " ")
		for i := range keys {
			keys[i] = "" // it is the caller's own
		}
		if got := strings.Join(Keys(table, false), " "); got != want {
			t.Errorf("[%s] is %q after that", table, got)
		}
	}
	// What a main file may hold is read by it: nothing of it is unknown.
	for _, table := range []string{"", "quote", "media", "cover", "contact", "document", "signatory", "notice", "quotes"} {
		for _, key := range Keys(table, false) {
			src := "+++\n"
			switch {
			case table == "":
				src += key + " = 1\n"
			case Several(table):
				src += "[[" + table + "]]\n" + key + " = 1\n"
			default:
				src += "[" + table + "]\n" + key + " = 1\n"
			}
			_, diags := Read("x", []Source{{Name: "x.md", Data: []byte(src + "+++\nBody.\n")}}, Settings{})
			for _, d := range diags {
				if d.Rule == "unknown-key" {
					t.Errorf("[%s] %s: %s", table, key, d)
				}
			}
		}
	}
	for key, want := range map[string]bool{"quote": true, "contact": true, "signatory": true, "quotes": false, "notice": false, "headline": false} {
		if Several(key) != want {
			t.Errorf("%s may stand several times: %v", key, !want)
		}
	}
}
