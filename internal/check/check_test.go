package check

import (
	"strings"
	"testing"
	"time"

	"pressroom/internal/contacts"
	"pressroom/internal/release"
)

// day is the one on which the releases of these tests go out.
var day = time.Date(2027, 6, 8, 12, 0, 0, 0, time.UTC)

func TestListsSubjectsAndDatelines(t *testing.T) {
	book, diags := contacts.Read([]contacts.File{{Name: "contacts/local.csv", Data: []byte("name,email\nAnn,ann@paper.example\n")}})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for name, c := range map[string]struct {
		front string
		want  []string // the findings, as far as they are given; none for none
	}{
		"all is well":     {"to = [\"local\"]\ndateline = \"CITY\"\n", nil},
		"nobody is named": {"dateline = \"CITY\"\n", []string{"x.md:2:12: warning: to names nobody"}},
		"no dateline":     {"to = [\"local\"]\n", []string{"x.md:2:12: warning: no dateline"}},
		"a list mistyped": {
			"to = [\"locla\"]\ndateline = \"C\"\n",
			[]string{`x.md:4:7: error: no press list or segment is called "locla"; did you mean local?`},
		},
		"a list out of sight": {
			"to = [\"everybody\"]\ndateline = \"C\"\n",
			[]string{`x.md:4:7: error: no press list or segment is called "everybody"; there are: local`},
		},
		"a subject of 111": {
			"to = [\"local\"]\ndateline = \"C\"\nsubject = \"" + strings.Repeat("ü", 111) + "\"\n",
			[]string{"x.md:2:12: warning: the subject has 111 characters"},
		},
		"a subject of 110": {"to = [\"local\"]\ndateline = \"C\"\nsubject = \"" + strings.Repeat("ü", 110) + "\"\n", nil},
		"whose words they are is not known": {
			"to = [\"local\"]\ndateline = \"C\"\n[[quote]]\nid = \"q\"\norg = \"?\"\nspeaker = \"?\"\ntext = \"We asked.\"\n",
			[]string{
				`x.md:6:3: error: org = "?" of the quote "q" stands for what an import could not tell; write whose words these are [unknown]`,
				`x.md:6:3: error: speaker = "?" of the quote "q" stands for what an import could not tell; write whose words these are [unknown]`,
				"x.md:6:3: warning: the quote of ? has no sign-off",
			},
		},
		"a reader who is a user": {"to = [\"local\"]\ndateline = \"C\"\naccess = [\"Vic@office.example\"]\n", nil},
		"a reader whom nobody knows": {
			"to = [\"local\"]\ndateline = \"C\"\naccess = [\"vic@office.example\", \"somebody@far.example\"]\n",
			[]string{"x.md:6:33: warning: no [[user]] of pressroom.toml has the address somebody@far.example, so it lets nobody read this; add them there with role = \"viewer\", or take it out [access]"},
		},
		"a reader mistyped": {
			"to = [\"local\"]\ndateline = \"C\"\naccess = [\"vik@office.example\"]\n",
			[]string{"x.md:6:11: warning: no [[user]] of pressroom.toml has the address vik@office.example, so it lets nobody read this; did you mean vic@office.example? [access]"},
		},
		"a note to nobody": {
			"to = [\"local\"]\ndateline = \"C\"\n[[cover]]\nto = [\"nowhere\"]\ntext = \"x\"\n",
			[]string{`x.md:7:7: error: no press list or segment is called "nowhere"`},
		},
	} {
		t.Run(name, func(t *testing.T) {
			src := "+++\nheadline = \"H\"\ndate = 2027-06-08\n" + c.front + "[[contact]]\nname = \"D\"\nphone = \"1\"\n+++\nBody.\n"
			r, diags := release.Read("x", []release.Source{{Name: "x.md", Data: []byte(src)}}, release.Settings{})
			if r == nil {
				t.Fatal(diags)
			}
			got := Release(Subject{Release: r, Book: book, Now: day, Users: []string{"vic@office.example"}}).Warned()
			if len(got) != len(c.want) {
				t.Fatalf("%d findings, want %d:\n%v", len(got), len(c.want), got)
			}
			for i, want := range c.want {
				if !strings.HasPrefix(got[i].String(), want) {
					t.Errorf("%s\nwant %s …", got[i], want)
				}
			}
		})
	}
}

func TestAWorkspaceWithoutListsSaysWhereTheyGo(t *testing.T) {
	book, _ := contacts.Read(nil)
	src := "+++\nheadline = \"H\"\ndate = 2027-06-08\nto = [\"a\"]\ndateline = \"C\"\n[[contact]]\nname = \"D\"\nphone = \"1\"\n+++\nBody.\n"
	r, diags := release.Read("x", []release.Source{{Name: "x.md", Data: []byte(src)}}, release.Settings{})
	if r == nil {
		t.Fatal(diags)
	}
	if got := Release(Subject{Release: r, Book: book, Now: day}).Findings.Error(); !strings.Contains(got, "none yet; put a CSV file into contacts/") {
		t.Error(got)
	}
}
