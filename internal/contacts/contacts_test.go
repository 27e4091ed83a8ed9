package contacts

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func book(t testing.TB, files ...string) (*Book, string) {
	t.Helper()
	var in []File
	for i := 0; i < len(files); i += 2 {
		in = append(in, File{"contacts/" + files[i], []byte(files[i+1])})
	}
	b, diags := Read(in)
	return b, diags.Error()
}

func emails(t *testing.T, b *Book, name string) string {
	t.Helper()
	list, err := b.Pick(name)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, j := range list {
		out = append(out, j.Key)
	}
	return strings.Join(out, " ")
}

func TestFormsOfAPressList(t *testing.T) {
	for name, src := range map[string]string{
		"comma":           "email,name,beats\na@b.example,\"Ana, R.\",tech;health\n",
		"semicolon":       "email;name;beats\na@b.example;Ana, R.;\"tech;health\"\n",
		"tab":             "email\tname\tbeats\na@b.example\tAna, R.\ttech;health\n",
		"with BOM":        "\xef\xbb\xbfemail,name,beats\na@b.example,\"Ana, R.\",tech;health\n",
		"CRLF":            "email,name,beats\r\na@b.example,\"Ana, R.\",tech;health\r\n",
		"capital heading": "Email,Name,Beats\na@b.example,\"Ana, R.\",tech;health\n",
		"blank lines":     "email,name,beats\n\na@b.example,\"Ana, R.\",tech;health\n,,\n",
	} {
		t.Run(name, func(t *testing.T) {
			b, diags := book(t, "x.csv", src)
			if diags != "" || len(b.Journalists) != 1 {
				t.Fatalf("%d journalists, %s", len(b.Journalists), diags)
			}
			j := b.Journalists[0]
			if j.Key != "a@b.example" || j.Name != "Ana, R." || strings.Join(j.Beats, "|") != "tech|health" {
				t.Errorf("%+v", j)
			}
		})
	}
	b, _ := book(t, "x.csv", "email,name\na@b.example,Jos\xe9\n")
	if b.Journalists[0].Name != "José" {
		t.Errorf("Windows-1252: %q", b.Journalists[0].Name)
	}
}

func TestBadRowsHaveTheirLine(t *testing.T) {
	for name, c := range map[string]struct{ src, want string }{
		"no at sign":      {"email\nab.example\n", "contacts/x.csv:2:1: error: \"ab.example\" is not an e-mail address"},
		"header in it":    {"email\n\"a@b.example\nBcc: c@d.example\"\n", "contacts/x.csv:2:1: error: email has a line break"},
		"two addresses":   {"email\n\"a@b.example,c@d.example\"\n", "is not an e-mail address: it has "},
		"yes or no":       {"email,embargo\na@b.example,perhaps\n", "contacts/x.csv:2:13: error: embargo is yes or no"},
		"priority":        {"email,priority\na@b.example,high\n", "contacts/x.csv:2:13: error: priority is a number"},
		"format":          {"email,format\na@b.example,pdf\n", "format is html or text"},
		"language":        {"email,language\na@b.example,Spanish!\n", "is not a language tag"},
		"too many fields": {"email,name\na@b.example,A,B\n", "contacts/x.csv:2:15: error: the row has 3 fields, the heading 2"},
		"no email column": {"mail,name\na@b.example,A\n", "contacts/x.csv:1:1: error: no column is called email"},
		"empty":           {"", "contacts/x.csv:1:1: error: the press list is empty"},
		"no email":        {"email,name\n,A\n", "contacts/x.csv:2:1: error: the row has no email"},
		"open quote":      {"email,name\na@b.example,\"A\n", "contacts/x.csv:"},
		"twice a column":  {"email,name,name\n", "two columns are called name"},
	} {
		t.Run(name, func(t *testing.T) {
			b, diags := book(t, "x.csv", c.src)
			if !strings.Contains(diags, c.want) {
				t.Errorf("got %s\nwant %s", diags, c.want)
			}
			if len(b.Journalists) != 0 {
				t.Errorf("the row is in the book all the same")
			}
		})
	}
}

func TestOneAddressOnSeveralListsIsOneJournalist(t *testing.T) {
	b, diags := book(t,
		"b.csv", "email,name,beats,tags,embargo,language\nA@Bücher.example,Ana Ruiz,health,x,yes,es\n",
		"a.csv", "email,name,beats,tags,embargo\na@xn--bcher-kva.example,Ana,tech,y,yes\nc@d.example,C,tech,,\n")
	if len(b.Journalists) != 2 {
		t.Fatalf("%d journalists: %s", len(b.Journalists), diags)
	}
	j := b.Journalists[0]
	if j.Name != "Ana" || strings.Join(j.Beats, " ") != "tech health" || strings.Join(j.Tags, " ") != "y x" || !j.Embargo || j.Language != "es" || strings.Join(j.Lists, " ") != "a b" {
		t.Errorf("%+v", j)
	}
	if want := `contacts/b.csv:2:1: warning: name differs for A@Bücher.example from contacts/a.csv:2; "Ana" is used`; !strings.Contains(diags, want) {
		t.Errorf("%s\nwant %s", diags, want)
	}
	b, _ = book(t, "a.csv", "email,embargo\na@b.example,yes\n", "b.csv", "email,embargo\na@b.example,no\n")
	if b.Journalists[0].Embargo {
		t.Error("one list says no, and the answer is yes")
	}
	b, _ = book(t, "a.csv", "email,embargo\na@b.example,\n", "b.csv", "email,embargo\na@b.example,yes\n")
	if !b.Journalists[0].Embargo {
		t.Error("one list says yes and none says no, and the answer is no")
	}
}

func TestSegments(t *testing.T) {
	b, diags := book(t, "press.csv", "email,beats,language,tier,priority\na@b.example,tech;health,en,gold,3\nc@d.example,tech,es,,\n",
		"segments.toml", `[segment.english-tech]
where = '"tech" in beats and language == "en"'
[segment.gold]
where = 'tier == "gold" or priority > 5'
[segment.nobody]
where = 'embargo'
`)
	if diags != "" {
		t.Fatal(diags)
	}
	for name, want := range map[string]string{"english-tech": "a@b.example", "gold": "a@b.example", "nobody": "", "press": "a@b.example c@d.example"} {
		if got := emails(t, b, name); got != want {
			t.Errorf("%s picks %q, want %q", name, got, want)
		}
	}
}

func TestWrongRules(t *testing.T) {
	for name, c := range map[string]struct{ rule, want string }{
		"unknown name":  {`where = 'beat == "x"'`, "contacts/segments.toml:2:10: error: the rule of s: unknown name beat"},
		"its column":    {`where = 'embargo and regoin == "x"'`, "contacts/segments.toml:2:22: error: the rule of s: unknown name regoin; did you mean region?"},
		"a clock":       {`where = 'now().Year() > 2000'`, "error: the rule of s:"},
		"no rule":       {`wher = 'true'`, "the segment s has no rule"},
		"not yes or no": {`where = 'name'`, "error: the rule of s:"},
	} {
		t.Run(name, func(t *testing.T) {
			_, diags := book(t, "press.csv", "email\na@b.example\n", "segments.toml", "[segment.s]\n"+c.rule+"\n")
			if !strings.Contains(diags, c.want) {
				t.Errorf("got %s\nwant %s", diags, c.want)
			}
		})
	}
	_, diags := book(t, "press.csv", "email\na@b.example\n", "segments.toml", "[segment.press]\nwhere = 'true'\n")
	if !strings.Contains(diags, "is the name of a press list too") {
		t.Error(diags)
	}
}

func TestTheSampleListsAreClean(t *testing.T) {
	var files []File
	names, err := filepath.Glob("../../contacts/*.[ct]*")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		data, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, File{n, data})
	}
	b, diags := Read(files)
	if len(diags) > 0 {
		t.Error(diags)
	}
	if len(b.Journalists) < 60 {
		t.Errorf("%d journalists, want at least 60", len(b.Journalists))
	}
}

func FuzzRead(f *testing.F) {
	f.Add("email,name,beats\na@b.example,A,tech;x\n", "[segment.s]\nwhere = '\"tech\" in beats'\n")
	f.Add("email;embargo\n\"a@b.example\";yes\n", "")
	f.Add("email\tpriority\nj\xf6@b.example\t1e3\n", "[segment.s]\nwhere = 'priority > 3 and len(beats) == 0'\n")
	f.Fuzz(func(t *testing.T, csv, segments string) {
		b, diags := Read([]File{{"contacts/a.csv", []byte(csv)}, {"contacts/segments.toml", []byte(segments)}})
		for _, d := range diags {
			if strings.Contains(d.Message, "\n") {
				t.Fatalf("a diagnostic of two lines: %q", d.Message)
			}
		}
		seen := make(map[string]bool)
		for _, j := range b.Journalists {
			key, err := AddressKey(j.Email)
			if err != nil || key != j.Key || seen[key] || strings.ContainsAny(j.Name+j.Email, "\r\n") {
				t.Fatalf("journalist %+v: %q, %v", j, key, err)
			}
			seen[key] = true
		}
		for _, n := range b.Names() {
			if _, err := b.Pick(n); err != nil && !strings.Contains(err.Error(), "segment") {
				t.Fatal(err)
			}
		}
	})
}

func BenchmarkRead100000(b *testing.B) {
	var csv strings.Builder
	csv.WriteString("email,name,outlet,beats,region,language,embargo,tags,tier\n")
	for i := range 100_000 {
		fmt.Fprintf(&csv, "journalist%d@outlet%d.example,Journalist %d,Outlet %d,tech;health,north,en,yes,trusted,gold\n", i, i%500, i, i%500)
	}
	files := []File{{"contacts/all.csv", []byte(csv.String())}, {"contacts/segments.toml", []byte("[segment.s]\nwhere = '\"tech\" in beats and tier == \"gold\"'\n")}}
	for b.Loop() {
		book, diags := Read(files)
		if len(diags) > 0 {
			b.Fatal(diags)
		}
		if picked, err := book.Pick("s"); err != nil || len(picked) != 100_000 {
			b.Fatal(len(picked), err)
		}
	}
}
