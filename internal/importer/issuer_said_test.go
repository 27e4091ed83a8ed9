package importer

import (
	"testing"

	"pressroom/internal/release"
)

// Whose release it is can be said with the import. The only organisation that tells of itself
// at the end goes before what is said, and what is said before every other trace. Who imports is
// thought of last, and only where the headline or the first paragraph names them.
func TestWhoseReleaseItIsCanBeSaid(t *testing.T) {
	t.Parallel()
	const quoted = "\n\n“Nobody will fall into the basin any more,” said director Ana Ruiz."
	const lit = "Harbour lamps are lit again\n\nMARLOW, 4 May 2026 – Ninety lamps along the quay were lit on Monday."
	for _, c := range []struct{ name, text, issuer, house, want string }{
		{"nothing tells", lit + quoted, "", "", release.Unknown},
		{"said", lit + quoted, "Lamp Guild", "", "Lamp Guild"},
		{"who imports is not named", lit + quoted, "", "Harbour Union", release.Unknown},
		{"said, and who imports is another", lit + quoted, "Lamp Guild", "Harbour Union", "Lamp Guild"},
		{"said, and the text names another beside", lit + " The Harbour Union paid." + quoted, "Lamp Guild", "", release.Unknown},
		{"who imports is in the first paragraph", lit + " The Harbour Union paid." + quoted, "", "Harbour Union", "Harbour Union"},
		{"a part of that name", lit + " The Harbour Unionists paid." + quoted, "", "Harbour Union", release.Unknown},
		{"in the second", lit + "\n\nThe Harbour Union paid." + quoted, "", "Harbour Union", release.Unknown},
		{
			"in the headline", "Harbour Union lights its lamps\n\nMARLOW, 4 May 2026 – Ninety lamps were lit." + quoted,
			"", "Harbour Union", "Harbour Union",
		},
		{
			"another tells of itself", lit + quoted + "\n\nAbout Rivers Trust\n\nRivers Trust keeps rivers clean.",
			"Lamp Guild", "Harbour Union", "Rivers Trust",
		},
		{
			"two tell of themselves", lit + quoted + "\n\nAbout Rivers Trust\n\nRivers Trust keeps rivers clean.\n\n" +
				"About Quay Society\n\nQuay Society keeps quays clean.", "Lamp Guild", "Harbour Union", "Lamp Guild",
		},
		{
			"two others tell of themselves", lit + " The Harbour Union paid." + quoted + "\n\nAbout Rivers Trust\n\n" +
				"Rivers Trust keeps rivers clean.\n\nAbout Quay Society\n\nQuay Society keeps quays clean.", "", "Harbour Union", release.Unknown,
		},
		{
			"one of two who tell of themselves imports", lit + " The Quay Society paid." + quoted + "\n\nAbout Rivers Trust\n\n" +
				"Rivers Trust keeps rivers clean.\n\nAbout Quay Society\n\nQuay Society keeps quays clean.", "", "Quay Society", "Quay Society",
		},
		{
			"another announces it", "Harbour lamps are lit again\n\nMARLOW, 4 May 2026 – Rivers Trust today announced ninety lamps for the " +
				"Harbour Union." + quoted, "", "Harbour Union", "Rivers Trust",
		},
	} {
		o := Options{Today: today, Issuer: c.issuer, House: c.house}
		read, err := Import("release.txt", []byte(c.text), o)
		if err != nil {
			t.Fatal(err)
		}
		if len(read.Quotes) != 1 || read.Quotes[0].Org != c.want {
			t.Errorf("%s: quotes %+v, want one of %q", c.name, read.Quotes, c.want)
		}
	}
	item := Item{Name: "a", Form: Text, Headline: "Harbour lamps are lit again", Body: "Ninety lamps were lit on Monday." + quoted}
	for _, o := range []Options{{Today: today, Issuer: "Lamp Guild"}, {Today: today, House: "Harbour lamps"}} {
		read, err := ImportItem(item, o, nil)
		if err != nil {
			t.Fatal(err)
		}
		if want := o.Issuer + o.House; len(read.Quotes) != 1 || read.Quotes[0].Org != want {
			t.Errorf("an item: quotes %+v, want one of %q", read.Quotes, want)
		}
	}
}
