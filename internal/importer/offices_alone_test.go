package importer

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// Offices with the name behind a comma, marks with no space behind them, and whose words they are
// where somebody stands before them too: speaker, title and organisation as they are read.
func TestOfficesAloneAndMarksThatAreClose(t *testing.T) {
	kept := heldBy(t)
	var b strings.Builder
	for _, copied := range []string{
		"“The port keeps its leases secret,” said Executive Director, Ana Ruiz. “It cannot go on.”",
		"“The port keeps its leases secret” said Managing Director, Ana Ruiz.",
		"“The port keeps its leases secret,” said Chief Executive Officer, Ana Ruiz of Tidewell Union.",
		"“The port keeps its leases secret,” said Vice President, Ana Ruiz, Tidewell Union.",
		"“The port keeps its leases secret,” said President, Ana Ruiz.",
		"“The port keeps its leases secret,” said Founder & President, Ana Ruiz.",
		"“The port keeps its leases secret,” said founder and president, Ana Ruiz.",
		"“The port keeps its leases secret,” said Director and, Ana Ruiz.",
		"“The port keeps its leases secret,” said Director, Harbor Union.",
		"“The port keeps its leases secret,” said Director, the Deputy Director.",
		"“The port keeps its leases secret,” said Director, Ana.",
		"“The port keeps its leases secret,” said Harbor Director, Ana Ruiz.",
		"“The port keeps its leases secret,” said Deputy, Ana Ruiz.",
		"Executive Director, Ana Ruiz said, “The port keeps its leases secret.”",
		"\"The program is what we believe in,\"said Ana Ruiz, president of the Harbor Foundation. \"We are pleased.\"",
		"\"Do we believe in it?\"asked Ana Ruiz, president of the Harbor Foundation.",
		"\"The program is what we believe in\"said Ana Ruiz, president of the Harbor Foundation.",
		"\"The program is called \"Tides,\"and ends\" on Monday.",
		"Harbor Strategic Developers have pledged support: \"Tidewell looks forward to it,\" said Ana Ruiz, president of Tidewell Union. \"We join.\"",
		"Tom Reed of the Harbor Union says: \"Tidewell looks forward to it.\" Ana Ruiz of Tidewell Union says she is glad.",
	} {
		src := "FOR IMMEDIATE RELEASE: June 9, 2026\n\nLeases of the port come to light\n\nMARLOW, Mass. — Leases of the port have come to light.\n\n" + copied + "\n\n###\n"
		fmt.Fprintf(&b, "%s\n", copied)
		for _, line := range linesWith(kept.imported(t, "a.txt", src), "org =", "speaker =", "title =", "text =", "attribution =") {
			fmt.Fprintf(&b, "\t%s\n", line)
		}
	}
	expect.File(t, "offices_alone.golden.txt", b.String())
}

// Whose release it is, where its copy begins with place and day before two hyphens.
func TestWhoAnnouncesBehindAPlaceAndADay(t *testing.T) {
	kept := heldBy(t)
	for begins, want := range map[string]string{
		"Marlow, Australia -- Wednesday, June 28th, 2000 -- RiverPenguins, in association with Harbor Users, announced its third day.": "?",
		"Marlow, Mass. -- Harbor Union today announced that its pier is open.":                                                         "Harbor Union",
		"MARLOW -- The Harbor Union announced -- at last -- that its pier is open.":                                                    "Harbor Union",
	} {
		src := "For Immediate Release\n\nThe pier is open\n\n" + begins + "\n\n\"It is good,\" said Tom Reed, event manager. \"We shall see.\"\n\n###\n"
		if got := kept.imported(t, "a.txt", src); !strings.Contains(got, "\norg = \""+want+"\"\n") {
			t.Errorf("%s:\n%s", begins, got)
		}
	}
}

// The day in a page's title counts where the page says it nowhere else.
func TestTheDayInAPagesTitle(t *testing.T) {
	kept := heldBy(t)
	for head, want := range map[string]string{
		"<title>Tidewell Press Release: Feb 25th, 2002</title>": "date = 2002-02-25",
		"<title>Tidewell: 25 February</title>":                  "date = 2026-11-24",
		"<title></title>":                                       "date = 2026-11-24",
		"<title>Feb 25th, 2002</title><meta property=\"article:published_time\" content=\"2002-02-26T08:00Z\">": "date = 2002-02-26",
	} {
		got := kept.imported(t, "a.html", "<html><head>"+head+"</head><body><h1>Tidewell joins the harbor</h1><p>MARLOW -- Tidewell and the harbor work together from today on.</p></body></html>")
		if !strings.Contains(got, "\n"+want+"\n") {
			t.Errorf("%s: want %s\n%s", head, want, got)
		}
	}
}

// Pages of programs are told by more names, and by how they begin; what they say to the program
// is no headline.
func TestMarksOfAPagesProgram(t *testing.T) {
	kept := heldBy(t)
	body := "<h2>Tidewell tells the tides</h2><p>MARLOW, June 9, 2026 — Tidewell tells the tides from today on.</p>"
	for _, c := range []struct{ name, src string }{
		{"a.ascx", "<br />\n" + body},
		{"a.txt", "<%@ Control Language=\"VB\" %>\n<br />\n" + body},
		{"a.blade.php", "@extends('layouts.main') @section('title', 'Support')\n@include('sections.cart')\n" + body + "\n@endsection\n"},
		{"a.html", "@push('scripts') @stack('x') @yield('y')\n" + body + "\n  @endpush  \n@stop\n@show\n"},
	} {
		got := kept.imported(t, c.name, c.src)
		if !strings.Contains(got, "headline = \"Tidewell tells the tides\"") || strings.Contains(got, "@") && !strings.Contains(got, "press@") || strings.Contains(got, "end") {
			t.Errorf("%s:\n%s", c.name, got)
		}
	}
}

// imported is the release file that is made of a source.
func (h *held) imported(t *testing.T, name, src string) string {
	t.Helper()
	r, err := h.Import(name, []byte(src), Options{Today: today, Email: "press@office.example"})
	if err != nil {
		t.Fatal(err)
	}
	return written(r)
}

// Below a short line, in one paragraph with it, words begin as they do in a paragraph of their own.
func TestWordsBelowAShortLine(t *testing.T) {
	kept := heldBy(t)
	for above, read := range map[string]bool{
		"**Tidewell**  \n":                       true,
		"One two three four five six  \n":        true,
		"One two three four five six seven  \n":  false,
		"It began long ago.  \n**Tidewell**  \n": true,
		"Tidewell  \n**calls it** ":              false,
		"Tidewell ":                              false,
	} {
		src := "# A foundation for scripts\n\nJune 9, 2026 – The Script Foundation begins today.\n\n" + above +
			"\"Scripts are what we want for this harbor,\" said Lea Voss, director of the Gale Union. \"We invite everybody.\"\n"
		if got := kept.imported(t, "a.md", src); strings.Contains(got, "speaker = \"Lea Voss\"") != read {
			t.Errorf("%q:\n%s", above, got)
		}
	}
}

// linesWith are the lines of a file that begin with one of some words.
func linesWith(file string, begin ...string) (out []string) {
	for _, line := range strings.Split(file, "\n") {
		if slices.ContainsFunc(begin, func(b string) bool { return strings.HasPrefix(line, b) }) {
			out = append(out, line)
		}
	}
	return out
}
