package text

import (
	"strings"
	"testing"

	"pressroom/internal/release"
)

// render renders a body in English, with the contacts given.
func render(mail bool, contacts []release.PressContact, body ...release.Block) string {
	v := &release.Version{Language: "en", Headline: "H", Body: body}
	r := &release.Release{Contacts: contacts, Versions: []*release.Version{v}}
	if !mail {
		return string(Render(r, v, release.PhaseRelease, nil))
	}
	return string(Render(r, v, release.PhaseRelease, &release.Enclosures{}))
}

func TestAPictureWithAnAddressHasItAmongTheLinks(t *testing.T) {
	got := render(false, nil, &release.Picture{Medium: release.Medium{
		URL: "https://x.example/map.jpg", Alt: "A map", Caption: "Where", Credit: "Ann",
	}})
	for _, want := range []string{"[Picture: A map] Where [1] (Credit: Ann)\n", "Links:\n[1] https://x.example/map.jpg\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	got = render(false, nil, &release.Picture{Medium: release.Medium{File: "a.png", Alt: "A map"}})
	if !strings.Contains(got, "[Picture: A map]\n") {
		t.Errorf("a picture that lies beside the release reads\n%s", got)
	}
}

func TestOnlyMailNamesContactsThatAreNotPublic(t *testing.T) {
	list := []release.PressContact{
		{Name: "Ann", Role: "press", Org: "O", Phone: "+1 555", Email: "a@x.example", Hours: "9 to 5", Public: true},
		{Name: "Private", Phone: "+1 999", Email: "p@x.example"},
	}
	const ann = "Ann, press, O, +1 555, a@x.example, reachable 9 to 5\n"
	if got, want := render(false, list), "Contact:\n"+ann+"\n"; !strings.Contains(got, want) {
		t.Errorf("%s\nwant %s", got, want)
	}
	if got, want := render(true, list), "Contacts:\n"+ann+"Private, +1 999, p@x.example\n\n"; !strings.Contains(got, want) {
		t.Errorf("%s\nwant %s", got, want)
	}
	if got := render(false, list[1:]); strings.Contains(got, "Contact") {
		t.Errorf("a label without a contact:\n%s", got)
	}
}

func TestListsCountOnAndHang(t *testing.T) {
	p := func(s string) release.Block {
		return &release.Paragraph{Inlines: []release.Inline{&release.Text{S: s}}}
	}
	long := strings.TrimSpace(strings.Repeat("word ", 20))
	inner := &release.List{Ordered: true, Start: 7, Items: [][]release.Block{{p("seven")}, {p("eight")}}}
	got := render(false, nil, &release.List{Ordered: true, Start: 3, Items: [][]release.Block{{p(long)}, {p("four"), inner}}}, p("after"))
	want := "3. " + strings.TrimSpace(strings.Repeat("word ", 14)) + "\n   " + strings.TrimSpace(strings.Repeat("word ", 6)) +
		"\n4. four\n\n   7. seven\n   8. eight\n\nafter\n"
	if !strings.Contains(got, want) {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

func TestTablesStandInColumnsOrAreRead(t *testing.T) {
	row := func(cells ...string) (out [][]release.Inline) {
		for _, c := range cells {
			out = append(out, []release.Inline{&release.Text{S: c}})
		}
		return out
	}
	table := &release.Table{
		Align: []release.Align{release.AlignLeft, release.AlignRight}, Head: row("Place", "Seats"),
		Rows: [][][]release.Inline{row("Quay", "7"), row("Mill", "120")},
	}
	if got, want := render(false, nil, table), "Place  Seats\nQuay       7\nMill     120\n"; !strings.Contains(got, want) {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	wide := strings.TrimSpace(strings.Repeat("wide ", 20))
	table.Rows = [][][]release.Inline{row("Quay", wide)}
	if got := render(false, nil, table); !strings.Contains(got, "Place: Quay\nSeats: wide wide") {
		t.Errorf("a table that is too wide reads\n%s", got)
	}
}

func TestLinksAreNumberedOnce(t *testing.T) {
	link := func(words, href string) release.Inline {
		return &release.Link{Href: href, Children: []release.Inline{&release.Text{S: words}}}
	}
	got := render(false, nil, &release.Paragraph{Inlines: []release.Inline{
		link("one", "https://x.example/1"), &release.Text{S: ", "}, link("two", "https://x.example/2"), &release.Text{S: ", "},
		link("again", "https://x.example/1"), &release.Text{S: ", "}, link("x.example/3", "https://x.example/3"), &release.Text{S: ", "},
		link("a@x.example", "mailto:a@x.example"), &release.Text{S: ", "}, link("+1555", "tel:+1555"),
	}})
	want := "one [1], two [2], again [1], x.example/3, a@x.example, +1555\n\nLinks:\n[1] https://x.example/1\n[2] https://x.example/2\n\n"
	if !strings.Contains(got, want) {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

func TestTelephoneNumbersStandOnOneLine(t *testing.T) {
	for before := range 40 {
		in := strings.Repeat("x", 35) + strings.Repeat("y", before) + " call +44 (0)20 7946 0018, or (555) 010 0142."
		got := strings.Join(Wrap(in, "", ""), "\n")
		for _, number := range []string{"+44 (0)20 7946 0018,", "(555) 010 0142."} {
			if !strings.Contains(got, number) {
				t.Errorf("broken: %q", got)
			}
		}
	}
	if got := Wrap(strings.Repeat("12 ", 40), "", ""); len(got) != 2 {
		t.Errorf("numbers that are none of a telephone: %q", got)
	}
}

func TestNothingOfAListOrTableIsLost(t *testing.T) {
	in := func(s string) []release.Inline { return []release.Inline{&release.Text{S: s}} }
	p := func(s string) []release.Block { return []release.Block{&release.Paragraph{Inlines: in(s)}} }
	got := render(false, nil, &release.List{Ordered: true, Start: 1, Items: [][]release.Block{p("one"), nil, p("three")}})
	if want := "1. one\n2.\n3. three\n"; !strings.Contains(got, want) {
		t.Errorf("%s\nwant %s", got, want)
	}
	got = render(false, nil, &release.Table{
		Head:  [][]release.Inline{in("Pier"), in("Lead"), in("Kept")},
		Align: []release.Align{release.AlignNone, release.AlignNone, release.AlignCentre},
		Rows:  [][][]release.Inline{{in("North"), in("9"), in("x")}, {in("South"), in("1,204"), in("x")}},
	})
	if want := "Pier    Lead  Kept\nNorth      9   x\nSouth  1,204   x\n"; !strings.Contains(got, want) {
		t.Errorf("%s\nwant %s", got, want)
	}
	// The column that names the rows often has no heading: nothing stands for it.
	wide := strings.TrimSpace(strings.Repeat("wide ", 20))
	got = render(false, nil, &release.Table{Head: [][]release.Inline{nil, in("Seats")}, Rows: [][][]release.Inline{{in("Quay"), in(wide)}, {nil, in("7")}}})
	if want := "\nQuay\nSeats: wide wide"; !strings.Contains(got, want) || !strings.Contains(got, "\n\nSeats: 7\n") || strings.Contains(got, "\n:") {
		t.Errorf("%s\nwant %s", got, want)
	}
	long := strings.Repeat("Appropriation", 4)
	got = render(false, nil, &release.Table{Head: [][]release.Inline{in(long), in(long)}})
	if want := long + ":\n" + long + ":\n"; !strings.Contains(got, want) {
		t.Errorf("%s\nwant %s", got, want)
	}
}
