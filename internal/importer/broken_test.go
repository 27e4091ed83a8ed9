package importer

import (
	"strings"
	"testing"
)

// TestLinesBrokenAtElements: programs that take the text off a page give links and bold words lines of their own.
func TestLinesBrokenAtElements(t *testing.T) {
	const text = `Harwell County Prosecutor’s Office opens a night court
Press Release
March 14, 2026
MARLOW —
The Harwell County Prosecutor’s Office has opened
a night court
that hears small cases until ten in the evening, and has sent the first of them to
Tide House Centers
in Little Marlow.
“The court will help people to get on with their lives,” said
Harwell County Prosecutor Nora O’Tide
. “I am proud of what stands behind it.”
It is paid for by the
Elm Lane Foundation,
which helps the town.
“We are proud to pay for the court that this town has needed for so long,”
said
Pia Forde, Executive Director of the Elm Lane Foundation.
“It is a first step.”
Cases are heard by
Judge Ada Quill.
She
can send them on.
Notes to editors
Pictures are at hand.
Contact: Finn Reed, press@harwell.example
`
	r, err := Import("a.txt", []byte(text), Options{Email: "desk@harwell.example"})
	if err != nil {
		t.Fatal(err)
	}
	out := string(r.Markdown)
	for _, want := range []string{
		"has opened a night court that hears small cases until ten in the evening, and has sent the first of them to Tide House Centers in Little Marlow.\n",
		"It is paid for by the Elm Lane Foundation, which helps the town.\n",
		"Cases are heard by Judge Ada Quill.\n\nShe can send them on.\n",
		"org = \"Harwell County Prosecutor’s Office\"\nspeaker = \"Nora O’Tide\"\n",
		"org = \"Elm Lane Foundation\"\nspeaker = \"Pia Forde\"\ntitle = \"Executive Director\"\n",
		"name = \"Finn Reed\"\n",
		"{{quote \"elm-lane-foundation\"}}\n\nCases are heard",
		"lines that were broken within sentences were put together",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("it lacks %q", want)
		}
	}
	if t.Failed() {
		t.Log(out)
	}
}

// TestLinesThatAreNotBroken stay as they are.
func TestLinesThatAreNotBroken(t *testing.T) {
	for _, text := range []string{
		"The trust opened\na quay\nin Marlow.", // too few to tell
		"www.trust.example\npress@trust.example\neBay and Tide\nwww.harwell.example\na) one\nb) two\nc) three", // no sentences
		"The trust opened the quay.\n\nin small letters\n\nand more\n\nand more yet",                           // paragraphs
		strings.Repeat("The trust opened the quay of Marlow, which was closed for a year, and\nthe mayor came to see it open, with all of those who have worked on it for so long.\n", 4),
	} {
		if got, told := unbroken(text); got != text || told != nil {
			t.Errorf("%q was put together: %q", text, got)
		}
	}
}

// TestManyLinesBroken come to an end.
func TestManyLinesBroken(t *testing.T) {
	text := strings.Repeat("a\nto\n", 400_000)
	if got, _ := unbroken(text); strings.Count(got, "\n") > 1 {
		t.Errorf("%d lines are left", strings.Count(got, "\n"))
	}
}
