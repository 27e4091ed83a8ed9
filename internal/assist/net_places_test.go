package assist

import (
	"strings"
	"testing"
	"time"

	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
)

// cutOut is a stretch of a text.
func cutOut(src string, sp frontmatter.Span) string { return src[sp.Start:sp.End] }

// TestWhatIsOfferedAtPlacesBesideValues completes in headers, beside values and where nothing is known.
func TestWhatIsOfferedAtPlacesBesideValues(t *testing.T) {
	t.Parallel()
	f := facts(t)
	for _, c := range []struct {
		src, want string // what is inserted, "" for nothing
		f         Facts
	}{
		{"+++\n[[¦\n+++\n", "[[quote]]", f},
		{"+++\n[[qu¦ote]]\n+++\n", "[[quote]]", f},
		{"+++\n¦", "headline", f},
		{"+++\n  ¦", "headline", f},
		{"+++\ndate = ¦\n+++\n", "2026-07-20", f},
		{"+++\ndate = \"¦\"\n+++\n", "", f},
		{"+++\ndate = ¦\n+++\n", "", Facts{}},
		{"+++\nlift_note = ¦\n+++\n", "true", f},
		{"+++\nlift_note = \"¦\"\n+++\n", "", f},
		{"+++\nto = ¦\n+++\n", `["national"]`, f},
		{"+++\nto = [¦]\n+++\n", `"national"`, f},
		{"+++\nto = [\"¦\"]\n+++\n", "national", f},
		{"+++\nto = [\"water\"]¦\n+++\n", "", f},
		{"+++\nto = ¦\n+++\n", "", Facts{}},
		{"+++\nlanguage = \"en\" ¦\n+++\n", "", f},
		{"+++\nlanguage ¦= \"en\"\n+++\n", "", f},
		{"+++\nto = [\"water\"] # ¦\n+++\n", "", f},
		{"+++\nlanguage = e¦\n+++\n", `"en"`, f},
		{"+++\nlanguage = \"en¦\n+++\n", "en", f},
	} {
		text, offset := at(c.src)
		got := ""
		for _, o := range Complete(text, c.f, offset) {
			if got == "" || strings.Contains(o.Insert, strings.Trim(c.want, `[]"`)) && !strings.Contains(got, c.want) {
				got = o.Insert
			}
		}
		if (c.want == "") != (got == "") || !strings.HasPrefix(got, c.want) {
			t.Errorf("%q: %q", c.src, got)
		}
	}
	for src, want := range map[string]int{"": 0, "  ": 2, "\t a": 2, "a": 0} {
		if got := indent([]byte(src), 0); got != want {
			t.Errorf("%q: %d", src, got)
		}
	}
	main := []byte("+++\n[[quote]]\nid = \"tide\"\n[[quote]]\n[[quote]]\norg = \"Quay\"\n[[cover]]\nid = \"a\"\n[[cover]]\n+++\n")
	for table, want := range map[string]string{"quote": "tide quay", "cover": "a", "media": ""} {
		var got []string
		for _, c := range ids(main, table) {
			got = append(got, c.Label)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q", table, got)
		}
	}
}

// TestTheStretchThatAFindingIsAbout is a word, a sign, or the rest of a line.
func TestTheStretchThatAFindingIsAbout(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		src       string
		line, col int
		old, want string
	}{
		{"oars_9-a, sails\n", 1, 1, "", "oars_9-a"},
		{"oars, sails\n", 1, 5, "", ","},
		{"= oars\n", 1, 1, "", "="},
		{"a  sails \nx", 1, 2, "", "  sails"},
		{"oars\nx", 0, 0, "", "oars"},
		{"a\n“oars” x\n", 2, 1, "", "“oars"},
		{"to = \"lamps x\"\n", 1, 6, "lamps x", "lamps x"},
		{"to = 'lamps x'\n", 1, 6, "lamps x", "lamps x"},
		{"to = lamps\n", 1, 6, "quays", "lamps"},
		{"sails", 1, 1, "", "sails"},
		{"_a b", 1, 1, "", "_a"},
		{"a_b c", 1, 1, "", "a_b"},
		{"a-b c", 1, 1, "", "a-b"},
		{"a.b c", 1, 1, "", "a"},
	} {
		d := diagnostic.Diagnostic{Position: diagnostic.Position{Line: c.line, Column: c.col}, Instead: diagnostic.Instead{Old: c.old}}
		if got := cutOut(c.src, At([]byte(c.src), d)); got != c.want {
			t.Errorf("%q at %d:%d: %q", c.src, c.line, c.col, got)
		}
	}
	f := &Fixer{src: []byte("a = 1\nb = oars\nc = 3\n")}
	f.mends = []frontmatter.Mend{
		{Span: frontmatter.Span{Start: 0, End: 5}, New: "x"},
		{Span: frontmatter.Span{Start: 10, End: 14}, New: `"oars"`},
	}
	for at, want := range map[int]string{6: `Write b = "oars"`, 14: `Write b = "oars"`, 0: "Write x", 15: "", 90: ""} {
		got := ""
		if fixes := f.mended(min(at, len(f.src))); len(fixes) > 0 {
			got = fixes[0].Title
		}
		if got != want {
			t.Errorf("at %d: %s", at, got)
		}
	}
	f.mends = []frontmatter.Mend{{Span: frontmatter.Span{Start: 10, End: 17}, New: "x"}}
	if got := f.mended(6); got != nil {
		t.Errorf("what reaches over the line: %v", got)
	}
	f.mends = []frontmatter.Mend{{Span: frontmatter.Span{Start: 10, End: 15}, New: "x\n"}}
	if got := f.mended(6); len(got) != 1 {
		t.Errorf("what reaches to its end: %v", got)
	}
	instead := diagnostic.Instead{Old: "oars", New: "sails", Or: "quays"}
	for _, c := range []struct{ line, col, want int }{{2, 5, 2}, {0, 0, 0}, {1, 1, 0}, {3, 1, 0}} {
		d := diagnostic.Diagnostic{Position: diagnostic.Position{Line: c.line, Column: c.col}, Instead: instead}
		if got := (&Fixer{src: f.src}).Fixes(d); len(got) != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

// TestWhatIsShownOfInstantsAndNames hovers over keys, instants, lists and markers.
func TestWhatIsShownOfInstantsAndNames(t *testing.T) {
	t.Parallel()
	f := facts(t)
	for _, c := range []struct{ src, want string }{
		{"embargo = 2026-07-26T09:00:00Z\n", "Sun 26 July 2026, 05:00 EDT|Sun 26 July 2026, 09:00 UTC|Sun 26 July 2026, 11:00 CEST"},
		{
			"embargo = 2026-07-26T09:00:00Z\ntimezone = \"UTC\"\n",
			"Sun 26 July 2026, 09:00 UTC|Sun 26 July 2026, 05:00 EDT|Sun 26 July 2026, 11:00 CEST",
		},
		{"embargo = 2026-07-26T09:00:00Z\ntimezone = \"Quay\"\n", ""},
		{"embargo = 2026-07-26\n", ""},
		{"embargo = \"oars\"\n", ""},
		{"headline = \"H\"\n", ""},
		{"embargo = 2026-11-01T01:30:00\n", "the clock shows 01:30 twice that day"},
		{"embargo = 2026-07-26T09:00:00\n", "Sun 26 July 2026, 09:00 EDT"},
		{"embargo = 09:00:00\n", ""},
		{"embargo = 5\n", ""},
	} {
		got := strings.ReplaceAll(instant(Text{Name: "x.md", Src: []byte("+++\n" + c.src + "+++\nx\n")}, f, "embargo"), "\n", "|")
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %s", c.src, got)
		}
	}
	if got := instant(Text{Name: "x.md", Src: []byte("\xff\xfe")}, f, "embargo"); got != "" {
		t.Errorf("a file that is not read: %s", got)
	}
	if got := instant(Text{Name: "x.md", Src: []byte("+++\nrelease_at = \"hold\"\n+++\nx\n")}, f,
		"release_at"); got != "goes out at pressroom go" {
		t.Error(got)
	}
	zones := func(f Facts, own string) string {
		zone, err := time.LoadLocation(own)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, z := range three(f, zone) {
			out = append(out, z.String())
		}
		return strings.Join(out, " ")
	}
	bare := Facts{Now: now}
	quay := bare
	quay.Settings.Organization.Timezone = "Quay"
	for _, c := range []struct {
		f         Facts
		own, want string
	}{
		{f, "America/New_York", "America/New_York UTC Europe/Madrid"},
		{bare, "UTC", "UTC America/New_York Europe/London"},
		{bare, "Europe/London", "Europe/London UTC America/New_York"},
		{quay, "Asia/Tokyo", "Asia/Tokyo UTC America/New_York"},
		{bare, "America/Toronto", "America/Toronto UTC Europe/London"},
	} {
		if got := zones(c.f, c.own); got != c.want {
			t.Errorf("%s: %s", c.own, got)
		}
	}
	if audience(Facts{}, "national") != "" || audience(f, "nobody") != "" || audience(f, "national") != "2 journalists" ||
		audience(f, "water") != "1 journalist\nwhere \"water\" in beats" {
		t.Errorf("%q %q", audience(f, "national"), audience(f, "water"))
	}
	broken, _ := contacts.Read([]contacts.File{
		{Name: "contacts/national.csv", Data: []byte("email\nana@tide.example\n")},
		{Name: "contacts/port.csv", Data: []byte("email\nana@tide.example\nbo@tide.example\n")},
		{Name: "contacts/segments.toml", Data: []byte("[segment.far]\nwhere = 'region + 1 == \"x\"'\n")},
	})
	if _, ok := audienceAt(Facts{}, "port"); ok {
		t.Error("where nothing is known")
	}
	for name, want := range map[string]Place{"port": {"contacts/port.csv", 3, 1}, "national": {"contacts/national.csv", 2, 1}} {
		if got, ok := audienceAt(Facts{Book: broken}, name); !ok || got != want {
			t.Errorf("%s: %+v", name, got)
		}
	}
	text := Text{Src: []byte("+++\n+++\nx {{quote \"tide\"}} {{quote \"quay\"}} y\n")}
	s := scan(text.Src)
	for offset, want := range map[int]string{
		4: "", 8: "", 9: "", 10: "tide", 26: "tide", 27: "quay", 43: "quay", 44: "", 47: "", 99: "",
		-1: "",
	} {
		if got, _ := marked(text, &s, offset); got != want {
			t.Errorf("at %d: %q", offset, got)
		}
	}
	if got := quoted(Text{}, &s, "tide"); got != "" {
		t.Errorf("a quote that is not there: %q", got)
	}
	for src, want := range map[string]string{
		"+++\norg¦anization = \"quay\"\n+++\n": "", "+++\norganization = \"qu¦ay\"\n+++\n": "Quay Alliance (quay)",
		"+++\ntimezone = \"Eur¦ope/Paris\"\n+++\n": "now Mon 20 July 2026, 12:00 CEST",
		"+++\ntimezone = \"Qu¦ay\"\n+++\n":         "", "+++\n[x]\nembargo = 2026-07¦-26T09:00:00Z\n+++\n": "",
		"+++\norganization = ¦ \"quay\"\n+++\n": "",
	} {
		text, offset := at(src)
		if got, _ := Hover(text, f, offset); want != "" && got != want || strings.Contains(src, "[x]") && got != "" {
			t.Errorf("%q: %q", src, got)
		}
	}
}

// TestStatementsAreFoundInAnyText scans remarks, texts between three marks and ones that are not closed.
func TestStatementsAreFoundInAnyText(t *testing.T) {
	t.Parallel()
	for src, want := range map[string]string{
		"+++\n# a = 1\nb = 2\n+++\n": "b", "+++\n\n#\nb = 2\n+++\n": "b", "+++\na = \"\"\"\nb = 1\n\"\"\"\nc = 2\n+++\n": "a c",
		"+++\na = [\n1\n]\nb = 2\n+++\n": "a b",
		"+++\n[x]\nb = 2":                "x b", "++\nb = 2": "", "+++": "", "+++\na = '''\nb\n+++\nc = 2\n": "a",
	} {
		s := scan([]byte(src))
		var got []string
		for _, st := range s.statements {
			if st.header {
				got = append(got, st.table)
			} else {
				got = append(got, s.text(st.key))
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q", src, got)
		}
	}
	for src, want := range map[string]string{
		`"a" b`: `a`, `"a\"b" c`: `a\"b`, `'a\' b'`: `a\`, `"a`: "a", "\"a\nb": "a", `"""a""" b`: "a", `"""a"""" b`: `a"`, `"""a""""" b`: `a""`,
		`"""a"""""" b`: `a""`,
		`'''a''' b`:    "a", `'''a'''' b`: "a'", `"""a`: "a", "\"\"\"a\n+++\nb": "a", `"""a"""`: "a", `"""a""""`: `a"`, `"a\`: `a\`,
		"\"a\\\nb\"": `a\`,
	} {
		inner, next := text([]byte(src), 0)
		if got := cutOut(src, inner); got != want || next < inner.End {
			t.Errorf("%s: %q %d", src, got, next)
		}
	}
}
