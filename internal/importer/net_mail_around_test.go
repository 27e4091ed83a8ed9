package importer

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// broken are paragraphs of which "/" parts the lines.
func broken(text string) []prose.Para {
	list := lined(text)
	for i := range list {
		list[i].Text = strings.ReplaceAll(list[i].Text, "/", "\n")
	}
	return list
}

// flatLines is what they are again.
func flatLines(list []prose.Para) string { return strings.ReplaceAll(outlined(list), "\n", "/") }

// TestWhatStandsAboveAMessageThatIsPassedOn is taken off, with the lines of its header.
func TestWhatStandsAboveAMessageThatIsPassedOn(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{ // paragraphs, what is kept, and whether something is told
		{"See below¶Forwarded message¶From: Ana¶Lamps for Marlow¶The quays", "Lamps for Marlow¶The quays", "1"},
		{"Forwarded message/From: Ana¶Lamps for Marlow¶The quays", "Lamps for Marlow¶The quays", ""},
		{"See below/Forwarded message/From: Ana¶Lamps for Marlow¶The quays", "Lamps for Marlow¶The quays", "1"},
		{"Forwarded message¶From: Ana/To: Bo¶Lamps for Marlow¶The quays", "Lamps for Marlow¶The quays", ""},
		{"Forwarded message¶From: Ana/Lamps¶Marlow¶The quays", "From: Ana/Lamps¶Marlow¶The quays", ""},
		{"Forwarded message/From: Ana/Lamps¶Marlow¶The quays", "Forwarded message/From: Ana/Lamps¶Marlow¶The quays", ""},
		{"Forwarded message¶From: Ana¶Lamps", "Forwarded message¶From: Ana¶Lamps", ""},
		{"Forwarded message¶From: Ana", "Forwarded message¶From: Ana", ""},
		{"Lamps¶###¶Forwarded message¶From: Ana¶a¶b", "Lamps¶###¶Forwarded message¶From: Ana¶a¶b", ""},
		{"Lamps¶The quays", "Lamps¶The quays", ""},
		{strings.Repeat("a¶", 13) + "Forwarded message¶b¶c", "b¶c", "1"},
		{strings.Repeat("a¶", 14) + "Forwarded message¶b¶c", strings.Repeat("a¶", 14) + "Forwarded message¶b¶c", ""},
	} {
		kept, told := withoutPassingOn(broken(c[0]))
		if got := flatLines(kept); got != c[1] || (len(told) > 0) != (c[2] != "") {
			t.Errorf("%s: %q, told %q", c[0], got, told)
		}
	}
	table := []prose.Para{{Text: "Forwarded message", Table: "a"}, {Text: "From: Ana"}, {Text: "a"}, {Text: "b"}}
	if kept, _ := withoutPassingOn(table); len(kept) != 4 {
		t.Errorf("a table passes on: %d", len(kept))
	}
	for lines, want := range map[string]string{
		"From: Ana/To: Bo¶Forwarded message¶a¶b": "a¶b", "From: Ana¶To: Bo¶Forwarded message¶a¶b": "a¶b",
		"From: Ana¶Lamps¶Forwarded message¶a¶b": "From: Ana¶Lamps¶Forwarded message¶a¶b", "From: Ana": "From: Ana",
		"Lamps¶To: Bo¶Forwarded message¶a¶b": "Lamps¶To: Bo¶Forwarded message¶a¶b",
	} {
		if kept, _ := fromPasted(broken(lines)); flatLines(kept) != want {
			t.Errorf("%s: %q", lines, flatLines(kept))
		}
	}
}

// TestWhatStandsBelowAReleaseInAMail is left out where programs, lists or the sender's own signature have put it there.
func TestWhatStandsBelowAReleaseInAMail(t *testing.T) {
	t.Parallel()
	words := func(n int) string { return strings.TrimSpace(strings.Repeat("lamp ", n)) }
	most := mostSigned
	for _, c := range []struct{ list, sender, want, told string }{
		{"Lamps¶The quays", "", "Lamps¶The quays", ""},
		{"Lamps¶###¶The quays", "", "Lamps¶###¶The quays", ""},
		{"Lamps¶###¶The quays¶—¶Ana Ruiz", "", "Lamps¶###¶The quays", leftOut},
		{"Lamps¶###¶—¶" + words(most-1), "", "Lamps¶###", leftOut},
		{"Lamps¶###¶—¶" + words(most), "", "Lamps¶###¶—¶" + words(most), ""},
		{"Ana Ruiz¶###¶Ana Ruiz/Quay 1", "Ana Ruiz", "Ana Ruiz¶###", leftOut},
		{"Ana Ruiz¶###¶ana ruiz/Quay 1", "Ana Ruiz", "Ana Ruiz¶###", leftOut},
		{"Lamps¶###¶Ana Ruiz/Quay 1", "Ana Ruiz", "Lamps¶###¶Ana Ruiz/Quay 1", ""},
		{"Ana Ruiz¶###¶Bo Lind/Quay 1", "Ana Ruiz", "Ana Ruiz¶###¶Bo Lind/Quay 1", ""},
		{"Ana Ruiz¶###¶Ana Ruiz/" + words(most-1), "Ana Ruiz", "Ana Ruiz¶###¶Ana Ruiz/" + words(most-1), ""},
		{"Lamps¶###¶Forwarded message¶The quays", "", "Lamps¶###", belowLeftOut},
		{"Lamps¶###¶Sent from my iPhone¶The quays", "", "Lamps¶###¶The quays", belowLeftOut},
		{"Lamps¶###¶Sent from my iPhone/" + words(8), "", "Lamps¶###", belowLeftOut},
		{"Lamps¶###¶Sent from my iPhone/" + words(9), "", "Lamps¶###¶Sent from my iPhone/" + words(9), ""},
		{"Lamps¶###¶If you are not the intended one", "", "Lamps¶###", belowLeftOut},
		{"Lamps¶###¶Unsubscribe¶Unsubscribe¶The quays", "", "Lamps¶###¶The quays", belowLeftOut},
		{"Lamps¶###¶Unsubscribe " + words(119), "", "Lamps¶###", belowLeftOut},
		{"Lamps¶###¶Unsubscribe " + words(120), "", "Lamps¶###¶Unsubscribe " + words(120), ""},
		{"Lamps¶###¶The quay mailing list¶The quays", "", "Lamps¶###", belowLeftOut},
		{"Lamps¶###¶The quay Mailing List¶" + words(most-4), "", "Lamps¶###", belowLeftOut},
		{"Lamps¶###¶The quay mailing list¶" + words(most-3), "", "Lamps¶###¶" + words(most-3), belowLeftOut},
		{"Lamps¶###¶Unsubscribe¶—¶Ana", "", "Lamps¶###", belowLeftOut + "|" + leftOut},
	} {
		kept, told := withoutBelow(broken(c.list), c.sender)
		if got := flatLines(kept); got != c.want || strings.Join(told, "|") != c.told {
			t.Errorf("%.60s: %.80q, told %q", c.list, got, told)
		}
	}
	for line, want := range map[string]bool{
		"Sent from my iPhone": true, "Sent from my": true, "Sent from my iPhone today": true, "Sent fromage": false,
		"We sent from my iPhone": false, "": false,
	} {
		if got := ofDevice(line); got != want {
			t.Errorf("%s is of a device: %t", line, got)
		}
	}
}

// TestTextsThatAMailQuotes lose the signs of that, where most lines have them.
func TestTextsThatAMailQuotes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want, told string }{
		{"> a/> b/> c/> d/> e", "a/b/c/d/e", ""},
		{"> a/> b/> c/> d", "> a/> b/> c/> d", ""},
		{"x/> a/> b/> c/> d/> e/y", "/a/b/c/d/e/", "told"},
		{"x/> a/> b/> c/> d/> e/y/z", "x/> a/> b/> c/> d/> e/y/z", ""},
		{"x/> a/> b/> c/> d/> e/> f/y/z", "/a/b/c/d/e/f//", "told"},
		{"> a/>/> c/> d/> e", "a//c/d/e", ""},
		{">a/>b/>c/>d/>e", ">a/>b/>c/>d/>e", ""},
		{"/> a/> b/> c/> d/> e/", "/a/b/c/d/e/", ""},
	} {
		got, told := unquoted(strings.ReplaceAll(c.text, "/", "\n"))
		if got = strings.ReplaceAll(got, "\n", "/"); got != c.want || (len(told) > 0) != (c.told != "") {
			t.Errorf("%s: %q, told %q", c.text, got, told)
		}
	}
}
