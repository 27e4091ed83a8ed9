package release

import "testing"

// What somebody types as an end mark is not printed: each artefact has its own.
func TestAnEndMarkThatWasTypedIsLeftOut(t *testing.T) {
	for body, want := range map[string]string{
		"The ferry goes.\n\n###\n":              "The ferry goes.",
		"The ferry goes.\n\n\\###\n":            "The ferry goes.",
		"The ferry goes.\n\nENDS\n":             "The ferry goes.",
		"The ferry goes.\n\n-30-\n\n###\n":      "The ferry goes.",
		"The ferry goes.\n\n### At night\n":     "The ferry goes.# At night",
		"The ferry goes.\n\nIt ends.\n":         "The ferry goes.It ends.",
		"The ferry goes.\n\n###\n\nIt comes.\n": "The ferry goes.It comes.",
	} {
		r, diags := Read("x", []Source{{Name: "releases/x.md", Data: []byte("+++\nheadline = \"H\"\ndate = 2027-06-08\n[[contact]]\nname = \"A\"\nphone = \"1\"\n+++\n" + body)}}, Settings{})
		if r == nil {
			t.Fatalf("%q: %v", body, diags)
		}
		got := ""
		for _, b := range r.Main().Body {
			switch b := b.(type) {
			case *Paragraph:
				got += PlainText(b.Inlines)
			case *Heading:
				got += "# " + PlainText(b.Inlines)
			}
		}
		if got != want {
			t.Errorf("%q reads %q, want %q", body, got, want)
		}
	}
}

// The caption of a picture does not run into what follows it.
func TestWhatPartsACaptionFromItsCredit(t *testing.T) {
	for caption, want := range map[string]string{
		"": "", "The pier": " · ", "The pier.": " ", "“Where is the pier?”": " ", "桟橋。": " ", "桟橋": " · ", "The pier (left)": " · ", "Where?)": " ",
	} {
		if got := (Medium{Caption: caption}).CaptionGap(); got != want {
			t.Errorf("%q: %q, want %q", caption, got, want)
		}
	}
}
