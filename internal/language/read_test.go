package language

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	files "pressroom/templates/language"
)

// whole is the English file under another name, so that it lies over nothing.
func whole(t testing.TB, change ...string) File {
	t.Helper()
	data, err := files.Files.ReadFile("en.toml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for i := 0; i < len(change); i += 2 {
		if !strings.Contains(text, change[i]) {
			t.Fatalf("the file has no %q", change[i])
		}
		text = strings.Replace(text, change[i], change[i+1], 1)
	}
	return File{"templates/language/eo.toml", []byte(text)}
}

func TestWhatIsWrongWithALanguageIsSaidAtItsPlace(t *testing.T) {
	for name, c := range map[string]struct {
		file File
		want []string
	}{
		"an unknown key": {
			whole(t, "embargoed = ", "embargoes = "),
			[]string{
				"unknown key embargoes; did you mean embargoed?",
				`embargoed is missing; write it as in embargoed = "EMBARGOED UNTIL {instant}"`,
			},
		},
		"a phrase that is missing": {whole(t, "ends = \"ENDS\"\n", ""), []string{`ends is missing; write it as in ends = "ENDS"`}},
		"a place of another phrase": {
			whole(t, `about = "About {org}"`, `about = "About {organization}"`),
			[]string{`:16: error: {organization} is no place of about; it has {org}`},
		},
		"a place that is lacking": {
			whole(t, "Page {number} of {count}", "Page {number}"),
			[]string{"page lacks {count}; write it where that is to stand"},
		},
		"a place where none is": {
			whole(t, `contact = "Contact"`, `contact = "Contact %s {name}"`),
			[]string{"contact takes nothing in braces; write it without {name}"},
		},
		"a brace alone": {whole(t, `contact = "Contact"`, `contact = "Contact {"`), []string{"write it without {"}},
		"two lines": {
			whole(t, `contact = "Contact"`, `contact = "Contact\nus"`),
			[]string{"contact must be one line of text"},
		},
		"a number": {
			whole(t, `contact = "Contact"`, `contact = 3`),
			[]string{`contact must be a string in quotation marks, not`},
		},
		"eleven months": {
			whole(t, `"December",`, ""),
			[]string{"months has 11 names; write the twelve months as they stand in a date, from January on"},
		},
		"an expression": {whole(t, `"said", "says"`, `"said(", "says"`), []string{`"said(" is no expression`}},
		"a table that is missing": {
			File{"eo.toml", []byte("name = \"E\"\nenglish = \"E\"\n")},
			[]string{"the table [marks] is missing", "the table [phrases] is missing"},
		},
		"a page that is missing": {
			whole(t, "me_save = \"Save\"\n", ""),
			[]string{`me_save is missing; write it as in me_save = "Save"`},
		},
		"a name that is no tag": {
			File{"templates/language/spanish-words.toml", nil},
			[]string{"the name of this file is no language tag; call it after the language's tag"},
		},
		"a tag in capitals": {File{"ES.toml", nil}, []string{"call it es.toml"}},
		"syntax":            {File{"es.toml", []byte("[phrases\n")}, []string{"es.toml:1:"}},
		"a half of the day": {
			File{"es.toml", []byte("[dates]\ntime = \"{h12}:{mm} {half}\"\n")},
			[]string{`es.toml:2:8: error: {half} needs halves = ["a.m.", "p.m."]`},
		},
		"a word without letters": {File{"es.toml", []byte("[answers]\nleave = [\"…\"]\n")}, []string{`"…" has no letters in it`}},
	} {
		_, diags := NewSet([]File{c.file})
		for _, want := range c.want {
			if !strings.Contains(fmt.Sprint(diags), want) {
				t.Errorf("%s: %v\nwant %s", name, diags, want)
			}
		}
		if len(diags) == 0 || strings.Count(fmt.Sprint(diags), "\n") > 5 {
			t.Errorf("%s: %d findings: %v", name, len(diags), diags)
		}
		for _, d := range diags {
			if d.Position.Line == 0 || d.Position.Column == 0 {
				t.Errorf("%s: no place: %v", name, d)
			}
		}
	}
}

func TestAFileLiesOverItsLanguageKeyByKey(t *testing.T) {
	set, diags := NewSet([]File{
		{"pt.toml", []byte("[phrases]\ncontact = \"Fale connosco\"\nends = \"FIM!\"\n")},
		{"es-MX.toml", []byte("name = \"Español (México)\"\n[dates]\ntime = \"{h12}:{mm} {half}\"\nhalves = [\"a.m.\", \"p.m.\"]\n")},
		whole(t, "FOR IMMEDIATE RELEASE", "TUJ"),
	})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for _, c := range []struct{ tag, got, want string }{
		{"a phrase of its own", set.ForReader("pt-BR").Say(ContactLabel), "Fale connosco"},
		{"a phrase of the program", set.ForReader("pt").Say(AboutLabel, "X"), "Sobre X"},
		{"a region of the program over it", set.ForReader("pt-PT").Say(Ends), "FIM!"},
		{"what the region has itself", set.ForReader("pt-PT").Say(ContactLabel), "Contacto"},
		{"a region of its own", set.ForReader("es-MX").Name, "Español (México)"},
		{"what lies under a region", set.ForReader("es-MX").Page(MeSave), "Guardar"},
		{"the language alone", set.ForReader("es").Name, "Español"},
		{"a new language", set.ForReader("eo").Say(Immediate, "hodiaŭ"), "TUJ: hodiaŭ"},
		{"the program's own", forReader("pt").Say(ContactLabel), "Contato"},
		{"what nobody knows", set.ForReader("tlh").Tag, "en"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.tag, c.got, c.want)
		}
	}
	if known := strings.Join(set.Known(), " "); !strings.Contains(known, "eo") || !strings.Contains(known, "es-MX") {
		t.Errorf("known: %s", known)
	}
}

func TestASetIsKeptAsItsOwnFiles(t *testing.T) {
	set, diags := NewSet([]File{{"es.toml", []byte("[phrases]\nends = \"FIN.\"\n")}, whole(t)})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	data, err := json.Marshal(set)
	if err != nil {
		t.Fatal(err)
	}
	var again *Set
	if err := json.Unmarshal(data, &again); err != nil {
		t.Fatal(err)
	}
	if got := again.ForReader("es").Say(Ends); got != "FIN." {
		t.Errorf("kept: %q", got)
	}
	if only := set.Only([]string{"es-MX", "fr"}); only.ForReader("es").Say(Ends) != "FIN." || len(only.Own()) != 1 {
		t.Errorf("of one language: %v", only.Own())
	}
	if only := set.Only([]string{"fr"}); only != nil {
		t.Errorf("of none: %v", only.Own())
	}
	if one, diags := NewSet(nil); one != nil || diags != nil {
		t.Error("no files make a set")
	}
}

func FuzzRead(f *testing.F) {
	f.Add("es.toml", []byte("[phrases]\ncontact = \"a {b}\"\n[dates]\nmonths = [1]\n"))
	f.Add("eo.toml", []byte("name = 1\n[marks]\n[pages]\n[answers]\nleave = [\"x\"]\nspaced = 3\n[speech]\nverbs = [\"(\"]\n"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		set, diags := NewSet([]File{{name, data}})
		if diags.HasErrors() {
			return
		}
		for _, tag := range set.Known() {
			c, _ := set.For(tag)
			c.Say(PageOf, 1, 2)
			c.Page(LeaveAsk, "x")
		}
	})
}
