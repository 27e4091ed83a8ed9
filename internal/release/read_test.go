package release

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const head = `headline = "H"
date = 2026-07-26
timezone = "UTC"
`

const contact = `[[contact]]
name = "A"
phone = "1"
`

func read(t testing.TB, src string) (*Release, string) {
	t.Helper()
	r, diags := Read("x", []Source{{Name: "x.md", Data: []byte(src)}}, Settings{})
	return r, diags.Error()
}

// faults are files with one fault each, and part of what has to be said of it.
var faults = map[string]struct{ src, want string }{
	"no front matter":           {"Hello\n", "x.md:1:1: error: the file does not begin with front matter"},
	"not closed":                {"+++\nheadline = \"H\"\n", "x.md:1:1: error: the front matter is not closed"},
	"bad toml":                  {"+++\nheadline = \"H\ndate = 2\n+++\nx", "x.md:2:14: error: "},
	"unknown key":               {"+++\nheadlin = \"H\"\n" + head + contact + "+++\nx", "x.md:2:1: error: unknown key headlin; did you mean headline? [unknown-key]"},
	"key below its table":       {"+++\n" + head + contact + "to = [\"a\"]\n+++\nx", "x.md:8:1: error: unknown key to; to belongs to the release, not to [[contact]]"},
	"line break in headline":    {"+++\nheadline = \"\"\"a\nBcc: b@c.example\"\"\"\ndate = 2026-07-26\n" + contact + "+++\nx", "x.md:2:16: error: headline must stand on one line"},
	"escaped line break":        {"+++\nheadline = \"a\\nb\"\ndate = 2026-07-26\n" + contact + "+++\nx", "x.md:2:14: error: headline must stand on one line"},
	"two times":                 {"+++\n" + head + "embargo = 2026-07-26T09:00:00Z\n" + contact + "+++\nx", "x.md:5:11: error: date and embargo are both set"},
	"no time":                   {"+++\nheadline = \"H\"\n" + contact + "+++\nx", "no time of release"},
	"a place without its part":  {"+++\nheadline = \"H\"\ndate = 2026-07-26\ntimezone = \"New York\"\n" + contact + "+++\nx", "x.md:4:12: error: \"New York\" is no time zone; did you mean America/New_York?"},
	"another part of the world": {"+++\nheadline = \"H\"\ndate = 2026-07-26\ntimezone = \"Europa/Madrid\"\n" + contact + "+++\nx", "did you mean Europe/Madrid?"},
	"a hidden file":             {"+++\nheadline = \"H\"\ndate = 2026-07-26\n" + contact + "[[document]]\ntitle = \"T\"\nfile = \"media/.r.pdf\"\n+++\nx", "\".r.pdf\" begins with a dot"},
	"no such time zone":         {"+++\nheadline = \"H\"\ndate = 2026-07-26\ntimezone = \"Mars\"\n" + contact + "+++\nx", "x.md:4:12: error: \"Mars\" is no time zone"},
	"advance without embargo":   {"+++\n" + head + "advance = [\"a\"]\n" + contact + "+++\nx", "x.md:5:1: error: advance copies need an embargo"},
	"no contact":                {"+++\n" + head + "+++\nx", "no press contact"},
	"unreachable contact":       {"+++\n" + head + "[[contact]]\nname = \"A\"\n+++\nx", "a press contact needs phone or email"},
	"wrong type":                {"+++\n" + head + "to = \"a\"\n" + contact + "+++\nx", "x.md:5:6: error: to must be a list of strings"},
	"quoted date":               {"+++\nheadline = \"H\"\ndate = \"2026-07-26\"\n" + contact + "+++\nx", "without quotation marks"},
	"path outside":              {"+++\n" + head + contact + "[[media]]\nfile = \"../../etc/passwd\"\nalt = \"x\"\n+++\nx", "x.md:9:8: error: \"../../etc/passwd\" leaves the workspace"},
	"hidden path":               {"+++\n" + head + contact + "[[media]]\nfile = \"../.pressroom/pressroom.db\"\n+++\nx", "leaves the workspace"},
	"no alt":                    {"+++\n" + head + contact + "[[media]]\nfile = \"a.png\"\n+++\nx", "a picture needs alt"},
	"quote without org":         {"+++\n" + head + contact + "[[quote]]\ntext = \"a\"\nspeaker = \"S\"\n+++\nx", "a quote needs org"},
	"two quotes of one id":      {"+++\n" + head + contact + "[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = \"a\"\n[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = \"b\"\n+++\nx", "x.md:12:3: error: two quotes have the id \"o\""},
	"outer marks":               {"+++\n" + head + contact + "[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = \"“a”\"\n+++\nx", "are written by the style"},
	"[[quotes]]":                {"+++\n" + head + contact + "[[quotes]]\norg = \"O\"\n+++\nx", "a quote is written [[quote]]"},
	"unknown quote placed":      {"+++\n" + head + contact + "[[quote]]\norg = \"Ocean\"\nspeaker = \"S\"\ntext = \"a\"\n+++\nx\n\n{{quote \"ocaen\"}}\n", "x.md:15:1: error: no quote has the id \"ocaen\"; did you mean ocean?"},
	"marker in a line":          {"+++\n" + head + contact + "+++\nx {{quotes}} y\n", "x.md:9:3: error: {{ begins a marker"},
	"html":                      {"+++\n" + head + contact + "+++\nfine <b>x</b>\n", "x.md:9:6: error: HTML cannot be carried"},
	"html block":                {"+++\n" + head + contact + "+++\n<script>alert(1)</script>\n", "x.md:9:1: error: HTML cannot be carried"},
	"javascript link":           {"+++\n" + head + contact + "+++\n[x](javascript:alert%281%29)\n", "uses javascript:"},
	"relative link":             {"+++\n" + head + contact + "+++\n[x](page.html)\n", "is not a whole address"},
	"undeclared picture":        {"+++\n" + head + contact + "+++\n![x](a.png)\n", "is not declared"},
	"no body":                   {"+++\n" + head + contact + "+++\n\n", "has no text below"},
	"bad encoding":              {"+++\nheadline = \"\xff\"\n+++\nx", "x.md:2:13: error: not UTF-8"},
	"lines of old programs":     {"+++\n" + head + contact + "+++\nOne.\r\rTwo.\r", "x.md:9:5: error: a carriage return alone ends no line"},
	"said twice, at its place":  {"+++\n" + head + contact + "[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = \"\"\"\na {said} b\n{said} c\"\"\"\n+++\nx", "x.md:13:1: error: {said} stands twice"},
	"skipped hour":              {"+++\nheadline = \"H\"\nembargo = 2026-03-08T02:30:00\ntimezone = \"America/New_York\"\n" + contact + "+++\nx", "the clock skips 02:30 that day; write 2026-03-08T01:30:00-05:00 or 2026-03-08T03:30:00-04:00"},
	"repeated hour":             {"+++\nheadline = \"H\"\nembargo = 2026-11-01T01:30:00\ntimezone = \"America/New_York\"\n" + contact + "+++\nx", "twice that day; write 2026-11-01T01:30:00-04:00 or 2026-11-01T01:30:00-05:00"},
	"local time without zone":   {"+++\nheadline = \"H\"\nembargo = 2026-11-01T01:30:00\n" + contact + "+++\nx", "a local time needs timezone"},
	"an instant nobody knows":   {"+++\nheadline = \"H\"\nembargo = \"?\"\n" + contact + "+++\nx", "x.md:3:11: error: embargo = \"?\" stands for an instant that is not known; find out"},
	"release_at unknown":        {"+++\nheadline = \"H\"\nrelease_at = \"?\"\n" + contact + "+++\nx", "x.md:3:14: error: release_at = \"?\" stands for"},
	"a day unknown":             {"+++\nheadline = \"H\"\ndate = \"?\"\n" + contact + "+++\nx", "x.md:3:8: error: date = \"?\" stands for"},
	"embargo that is a day":     {"+++\nheadline = \"H\"\nembargo = 2026-11-01\n" + contact + "+++\nx", "needs a time of day"},
}

func TestErrorsNameTheirPlaceAndWhatToWrite(t *testing.T) {
	for name, c := range faults {
		t.Run(name, func(t *testing.T) {
			r, diags := read(t, c.src)
			if r != nil || !strings.Contains(diags, c.want) {
				t.Errorf("got %s\nwant %s", diags, c.want)
			}
		})
	}
}

func TestSeveralErrorsInOnePass(t *testing.T) {
	_, diags := read(t, "+++\nheadlin = \"H\"\ndate = 2026-07-26\ntoo = 1\n+++\n<b>x</b> [y](z)\n")
	if n := strings.Count(diags, "error:"); n < 5 {
		t.Errorf("%d errors, want at least 5:\n%s", n, diags)
	}
}

func TestLocalTimeIsInTheReleasesZoneWhateverTheMachines(t *testing.T) {
	src := "+++\nheadline = \"H\"\nembargo = 2026-07-26T09:00:00\ntimezone = \"America/Los_Angeles\"\n" + contact + "+++\nx"
	old := time.Local
	defer func() { time.Local = old }()
	for _, name := range []string{"UTC", "Asia/Tokyo"} {
		zone, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		time.Local = zone
		r, diags := read(t, src)
		if r == nil {
			t.Fatal(diags)
		}
		if got := r.Timing.At.UTC().Format(time.RFC3339); got != "2026-07-26T16:00:00Z" {
			t.Errorf("with the machine in %s: %s", name, got)
		}
	}
}

func TestUnplacedQuotesAreNeverLost(t *testing.T) {
	q := "[[quote]]\nid = \"%\"\norg = \"O\"\nspeaker = \"S\"\ntext = \"Words of %.\"\n"
	quotes := strings.ReplaceAll(q, "%", "a") + strings.ReplaceAll(q, "%", "b")
	for _, body := range []string{"x", "x\n\n{{quotes}}\n\ny", "x\n\n{{quote \"b\"}}\n\ny", "{{quote \"b\"}}\n\nx\n\n{{quotes}}"} {
		r, diags := read(t, "+++\n"+head+contact+quotes+"+++\n"+body)
		if r == nil {
			t.Fatal(diags)
		}
		var got []string
		for _, b := range r.Main().Body {
			if q, ok := b.(*Quotation); ok {
				got = append(got, q.ID)
			}
		}
		if len(got) != 2 {
			t.Errorf("body %q prints quotes %v", body, got)
		}
	}
}

func TestTranslationsHoldWordsOnly(t *testing.T) {
	main := "+++\n" + head + contact + "[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = \"One. {said} Two.\"\n+++\nx\n\n{{quotes}}"
	es := "+++\nheadline = \"T\"\nto = [\"a\"]\n[[quote]]\nid = \"o\"\norg = \"P\"\ntext = \"Uno.\"\n+++\ny\n\n{{quotes}}"
	_, diags := Read("x", []Source{{Name: "x.md", Data: []byte(main)}, {Name: "x.es.md", Language: "es", Data: []byte(es)}}, Settings{})
	for _, want := range []string{"x.es.md:3:1: error: unknown key to; to is the same in every language: set it in x.md", "x.es.md:6:1: error: unknown key org"} {
		if !strings.Contains(diags.Error(), want) {
			t.Errorf("%s\nwant %s", diags.Error(), want)
		}
	}
	es = strings.Replace(strings.Replace(es, "to = [\"a\"]\n", "", 1), "org = \"P\"\n", "", 1)
	r, diags := Read("x", []Source{{Name: "x.md", Data: []byte(main)}, {Name: "x.es.md", Language: "es", Data: []byte(es)}}, Settings{})
	if r == nil {
		t.Fatal(diags)
	}
	if got := plain(r.Version("es").Quotes[0].Reading); got != "«Uno», dijo S, de O (según traducción)." {
		t.Errorf("the translated quote reads %s", got)
	}
}

// What makes a parser slow or recurse deeply has to be refused before it gets
// there. Whether it is fast is measured elsewhere; that it is refused, here.
func TestHostileSourcesAreRefused(t *testing.T) {
	for name, src := range map[string]string{
		"20,000 nested >":     "+++\n" + head + contact + "+++\n" + strings.Repeat(">", 20000),
		"50,000 [":            "+++\n" + head + contact + "+++\n" + strings.Repeat("[", 50000),
		"5,000 columns":       "+++\n" + head + contact + "+++\n" + strings.Repeat("|a", 5000) + "|\n" + strings.Repeat("|-", 5000) + "|\n",
		"20,000 dotted parts": "+++\n" + head + strings.Repeat("a.", 20000) + "a = 1\n" + contact + "+++\nx",
		"20,000 brackets":     "+++\n" + head + "x = " + strings.Repeat("[", 20000) + "\n+++\nx",
		"20,000 list markers": "+++\n" + head + contact + "+++\n" + strings.Repeat("- ", 20000) + "x",
		"40,000 quotes":       "+++\n" + head + contact + strings.Repeat("[[quote]]\n", 40000) + "text = 1\n+++\nx",
		"40,000 keys":         "+++\n" + head + strings.Repeat("k = 1\n", 40000) + contact + "+++\nx",
		"600 KiB":             strings.Repeat("x", 600<<10),
	} {
		t.Run(name, func(t *testing.T) {
			r, diags := read(t, src)
			if r != nil || !strings.Contains(diags, "[limit]") && !strings.Contains(diags, "[size]") {
				t.Errorf("%.200s", diags)
			}
			if !strings.HasPrefix(diags, "x.md:") {
				t.Errorf("no place: %.100s", diags)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"harbor-water-report.md", "harbor-water-report.es.md"} {
		data, err := os.ReadFile(filepath.Join("../../releases", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Add("+++\n" + head + contact + "[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = \"\"\"a *b {said} c\"\"\"\n+++\n# x\n\n|a|b|\n|-|-|\n|c|d|\n\n> - 1. `x`\n\n{{quotes}}\n")
	f.Fuzz(func(t *testing.T, src string) {
		r, diags := Read("x", []Source{{Name: "x.md", Data: []byte(src)}}, Settings{})
		if (r == nil) != diags.HasErrors() {
			t.Fatalf("release %v, errors %v", r != nil, diags)
		}
		for _, d := range diags {
			if d.Line < 1 && d.File != "pressroom.toml" || d.Column < 1 && d.Line > 0 || strings.ContainsAny(d.Message, "\n") {
				t.Fatalf("bad diagnostic %q at %d:%d", d, d.Line, d.Column)
			}
		}
		if r != nil && strings.Contains(r.Main().Headline, "\n") {
			t.Fatal("a line break in the headline")
		}
	})
}

func FuzzBody(f *testing.F) {
	f.Add("x\n\n- a\n  - b\n\n| a | b |\n|---|--:|\n| c | d |\n")
	f.Add("![a](m.png)\n\n**a *b* c** `d` [e](https://f.example) <https://g.example>\n\n```\nh\n```\n")
	f.Fuzz(func(t *testing.T, body string) {
		src := "+++\n" + head + contact + "[[media]]\nfile = \"m.png\"\nalt = \"a\"\n[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = \"One. {said} Two.\"\n+++\n" + body
		r, diags := Read("x", []Source{{Name: "x.md", Data: []byte(src)}}, Settings{})
		if (r == nil) != diags.HasErrors() {
			t.Fatalf("release %v, errors %v", r != nil, diags)
		}
		if r == nil {
			return
		}
		n := 0
		for _, b := range r.Main().Body {
			switch b := b.(type) {
			case *Quotation:
				n++
			case *quotePlace:
				t.Fatalf("a marker was left: %v", b)
			}
		}
		if n != 1 {
			t.Fatalf("the quote is printed %d times", n)
		}
	})
}
