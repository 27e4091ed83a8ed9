package html

import (
	"strings"
	"testing"

	"pressroom/internal/language"
	"pressroom/internal/release"
)

// TestPicturesAndLogosInWords describes pictures, and shows logos where a mail can.
func TestPicturesAndLogosInWords(t *testing.T) {
	t.Parallel()
	v := &release.Version{Language: "en"}
	f := &Fragment{v: v, cat: language.Of("en")}
	for _, c := range []struct {
		m    release.Medium
		want string
	}{
		{release.Medium{Caption: "Oars", Alt: "A"}, "Oars"},
		{release.Medium{Alt: "A"}, "[Picture: A]"},
		{release.Medium{Caption: "Oars", Credit: "Ana"}, "Oars ("},
		{release.Medium{Alt: "A", Credit: "Ana"}, "[Picture: A] ("},
	} {
		got := string(f.described(c.m))
		if !strings.HasPrefix(got, c.want) || strings.Contains(got, "(") != (c.m.Credit != "") {
			t.Errorf("%+v: %s", c.m, got)
		}
	}
	f.assets = release.Assets{
		release.LogoSmall("a.png"): {Data: []byte("x"), Width: 9, Height: 1},
		release.LogoSmall("b.png"): {Width: 9, Height: 9},
	}
	list := []release.Org{{Name: "A", Logo: "a.png"}, {Name: "B", Logo: "b.png"}, {Name: "C"}}
	if got := string(f.partners(list)); got != "" {
		t.Errorf("in a mail that shows none: %s", got)
	}
	f.logo = func(release.Asset) string { return "cid:x" }
	if got := string(f.partners(list)); strings.Count(got, "<img") != 1 || !strings.Contains(got, `alt="A" width="4" height="1"`) {
		t.Errorf("in a mail: %s", got)
	}
}

// TestFiguresStayWithTheirUnits has no figure of a column of them divided, but what is more than a text, and what is long.
func TestFiguresStayWithTheirUnits(t *testing.T) {
	t.Parallel()
	cell := func(s string) []release.Inline { return []release.Inline{&release.Text{S: s}} }
	code := []release.Inline{&release.CodeSpan{S: "5 %"}}
	table := &release.Table{
		Align: []release.Align{release.AlignRight},
		Rows: [][][]release.Inline{
			{cell("19.7 %")},
			{code},
			{cell("1 234 567 8")},
			{cell("1 234 56 8")},
			{cell("n a")},
			{append(cell("5 %"), cell("x")...)},
			{},
		},
	}
	var got []string
	for _, r := range withFigures(table).Rows {
		for _, c := range r {
			got = append(got, strings.ReplaceAll(release.PlainText(c), "\u00a0", "_"))
		}
	}
	if s := strings.Join(got, "|"); s != "19.7_%|5 %|1_234_567_8|1_234_56_8|n a|5 %x" {
		t.Error(s)
	}
}
