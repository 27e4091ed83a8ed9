package importer

import (
	"strings"
	"testing"
	"time"
)

// A page that a program writes has its code in it, which is no text: of PHP, ASP and ERB.
func TestProgramsWithinAPage(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	page := "<h1>The port is told to publish</h1>\n<p>MARLOW, 3 December 2026 - The port was told to publish.</p>\n" +
		"<p>“The water is not clean, and the port knows it,” said Ana Ruiz, chair of River Alliance.</p>\n"
	for _, c := range []struct{ name, source, told string }{
		{"in.php", "<?php\n// Get it\nif ($_GET['name']){ $x->y = '<p>Old</p>'; }\nrequire('head.php');?>\n" + page + "<?php require('foot.php');?>\n", "at 2 places"},
		{"in.php", "<?php $a ?>" + page, "at one place"},
		{"in.phtml", page + "<?= $a > 5 ?>", "at one place"},
		{"in.txt", "<?php $a ?>" + page, "at one place"},
		{"in.aspx", "<%@ Page Language=\"C#\" %>" + page, "at one place"},
		{"in.html.erb", "<% @items.each do |i| %>" + page + "<% end", "at 2 places"},
		{"in.jsp", page + "<? never ended, $x > 5", "at one place"},
		{"in.HTM", "<?xml version=\"1.0\"?>" + page, ""},
		{"in.shtml", page, ""},
	} {
		r, err := kept.Import(c.name, []byte(c.source), Options{Today: time.Date(2026, 12, 3, 0, 0, 0, 0, time.UTC), Email: "press@lead.example"})
		if err != nil {
			t.Fatal(c.name, err)
		}
		if got := string(r.Markdown); !strings.Contains(got, `headline = "The port is told to publish"`) || len(r.Quotes) != 1 ||
			strings.Contains(got, "$") || strings.Contains(got, "%") || strings.Contains(got, "Old") {
			t.Errorf("%s:\n%s\n%s", c.name, c.source, got)
		}
		told := ""
		for _, s := range r.Unsure {
			if _, at, ok := strings.Cut(s, "code of a program within the page was left out, "); ok {
				told = at
			}
		}
		if told != c.told {
			t.Errorf("%s: told %q, want %q of %q", c.name, told, c.told, r.Unsure)
		}
	}
}

// What stands before a name and is none, and what stands behind an office and is no organisation.
func TestWhatIsNoPartOfANameOrAnOrganisation(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	for _, c := range [][2]string{
		{"Tim Reed, Tidewell founder and CEO", "Tim Reed | founder and CEO | Tidewell"},
		{"Tim Reed, Tidewell co-founder & CTO", "Tim Reed | co-founder & CTO | Tidewell"},
		{"Tim Reed, Tidewell CEO and founder", "Tim Reed | CEO and founder | Tidewell"},
		{"Tim Reed, Tidewell CEO", "Tim Reed | CEO | Tidewell"},
		{"Tim Reed, Deputy Chief Executive (Policy & Development)", "Tim Reed | Deputy Chief Executive | ?"},
		{"Tim Reed, Director (Harbours and Lights)", "Tim Reed | Director | ?"},
		{"Tim Reed, Director (River Alliance)", "Tim Reed | Director | River Alliance"},
		{"Tim Reed, Director (Rope and Tar Guild)", "Tim Reed | Director | Rope and Tar Guild"},
		{"Today Yo Reed, CEO of Tidewell", "Yo Reed | CEO | Tidewell"},
		{"yesterday Yo Reed, CEO of Tidewell", "Yo Reed | CEO | Tidewell"},
		{"Earlier today, Yo Reed, CEO of Tidewell", "Yo Reed | CEO | Tidewell"},
		{"Lin Reed, one of the Organisers’ Circle", "Lin Reed | one of the Organisers’ Circle | ?"},
	} {
		if got := kept.speakersIn(t, "", "The port is told to publish\n\nMARLOW, 3 December 2026 - Tidewell told the port on Thursday that it should publish.\n\n"+
			c[0]+", said: “The water is not clean, and the port has known it for years.”\n"); got != c[1] {
			t.Errorf("%s:\n%s, want %s", c[0], got, c[1])
		}
	}
}

// Each way in which a page's file may be named, and those that are none without their last letter.
func TestHowPagesAreNamed(t *testing.T) {
	t.Parallel()
	for ending := range strings.SplitSeq(".html .htm .xhtml .shtml .php .phtml .asp .aspx .jsp .erb", " ") {
		if !isPage("release"+ending, nil) || isPage("release"+ending+"1", nil) {
			t.Errorf("%s: %t, with a letter more %t", ending, isPage("release"+ending, nil), isPage("release"+ending+"1", nil))
		}
	}
	for begins := range strings.SplitSeq("<!doctype html|<html|<?xml|<?php", "|") {
		if !isPage("release", []byte(begins)) || isPage("release", []byte(begins[:len(begins)-1])) {
			t.Errorf("%s: %t, without its last letter %t", begins, isPage("release", []byte(begins)), isPage("release", []byte(begins[:len(begins)-1])))
		}
	}
}
