package bounce

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/language"
)

// TestWhatIsReadOfLargeMessages is bounded: its bytes, its parts and its text.
func TestWhatIsReadOfLargeMessages(t *testing.T) {
	t.Parallel()
	head := "From: a@b.example\r\n\r\n"
	for _, c := range []struct{ more, want int }{{-1, MaxSize - 1}, {0, MaxSize}, {1, MaxSize}} {
		m := Read(append([]byte(head), bytes.Repeat([]byte("x"), MaxSize-len(head)+c.more)...)).m
		if got := len(m.parts[0].body) + len(head); got != c.want {
			t.Errorf("%d more: %d", c.more, got)
		}
	}
	for n, want := range map[int]int{maxParts - 1: maxParts - 1, maxParts: maxParts, maxParts + 5: maxParts} {
		var b strings.Builder
		b.WriteString("Content-Type: multipart/mixed; boundary=x\r\n\r\n")
		for i := range n {
			fmt.Fprintf(&b, "--x\r\n\r\n%d\r\n", i)
		}
		if got := len(parse([]byte(b.String() + "--x--\r\n")).parts); got != want {
			t.Errorf("of %d parts: %d", n, got)
		}
	}
	if got := len(plain([]byte(strings.Repeat("<p>oars</p>", maxText)))); got < maxText || got > maxText+10 {
		t.Errorf("%d bytes of text, not %d", got, maxText)
	}
	m := parse([]byte("Subject: =?x-quay?Q?oars?=\r\nFrom: =?utf-8?Q?Ana?= <a@b.example>\r\n\r\nx"))
	if m.header("Subject") != "=?x-quay?Q?oars?=" || m.header("From") != "Ana <a@b.example>" {
		t.Errorf("%q %q", m.header("Subject"), m.header("From"))
	}
}

// TestReportsThatAPersonPassesOn are no report of a server; those of a daemon are, in whatever they stand.
func TestReportsThatAPersonPassesOn(t *testing.T) {
	t.Parallel()
	report := func(kind, from string) string {
		return "From: " + from + "\r\nSubject: x\r\nContent-Type: " + kind + "; boundary=x\r\n\r\n--x\r\n\r\nSee this.\r\n--x\r\n" +
			"Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; b.example\r\n\r\nOriginal-Recipient: rfc822; ana@b.example\r\n" +
			"Final-Recipient: rfc822; jan@c.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\nOriginal-Recipient: rfc822; eva@b.example\r\n" +
			"Final-Recipient: rfc822; eva@c.example\r\nAction: failed\r\nStatus: 5.1.1\r\n--x--\r\n"
	}
	for _, c := range []struct {
		kind, from string
		failures   int
	}{
		{"multipart/report", "ana@b.example", 2}, {"multipart/mixed", "ana@b.example", 0}, {"multipart/mixed", "MAILER-DAEMON@b.example", 2},
	} {
		r := Read([]byte(report(c.kind, c.from))).Sort()
		if len(r.Failures) != c.failures || c.failures > 0 && r.Original != "ana@b.example" {
			t.Errorf("%s from %s: %+v", c.kind, c.from, r)
		}
	}
	for text, want := range map[string]string{
		"could not reach ana@b.example and jan@b.example\n550 user unknown": "ana@b.example",
		"to ana@b.example\n550 jan@b.example: user unknown":                 "jan@b.example",
		"to me@b.example, ana@b.example":                                    "ana@b.example", "nobody": "",
	} {
		if got := reported(text, "me@b.example"); got != want {
			t.Errorf("%q: %s", text, got)
		}
	}
}

// TestWhereAPhraseOfLeavingEnds reads phrases of languages with spaces and without, greetings and statements that say nothing.
func TestWhereAPhraseOfLeavingEnds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		folded, phrase string
		at             int
		spaced         bool
		end            int
		ok             bool
	}{
		{"stop it", "stop", 0, true, 4, true},
		{"stop", "stop", 0, true, 4, true},
		{"stopping", "stop", 0, true, 4, false},
		{"stopping", "stop", 0, false, 4, true},
		{"stop", "", 0, true, 0, false},
		{"stop", " ", 0, false, 0, false},
		{"do stop", "stop", 3, true, 7, true},
		{"stopit", "stop it", 0, false, 6, true},
	} {
		if end, ok := follows(c.folded, c.at, c.phrase, c.spaced); ok != c.ok || ok && end != c.end {
			t.Errorf("%+v: %d %t", c, end, ok)
		}
	}
	all := language.AllAnswers()
	for tag, a := range all {
		if len(a.Greetings) == 0 {
			continue
		}
		g := a.Greetings[0]
		list := func(a language.Answers) []string { return a.Greetings }
		if beginning(g, list) < len(g) || beginning(g+" x", list) < len(g) {
			t.Errorf("%s: %s is no beginning", tag, g)
		}
		if n := beginning(g+"qqq", list); !a.Spaced && n < len(g) {
			t.Errorf("%s: %s with a word against it: %d", tag, g, n)
		}
	}
	if (said{core: "", rest: true}).polite(nil) || !(said{}).polite(nil) || (said{core: strings.Repeat("thanks ", maxWish)}).polite(nil) {
		t.Error("what says nothing")
	}
	for line, want := range map[string]bool{
		"Dear Ana,": true, "Dear Ana": false, "Dear Ana and Jan and all of you at the old quay,": false,
		"Ana,": false,
	} {
		if greets(line, language.Fold(line), []string{"ana"}) != want {
			t.Errorf("%s greets: %t", line, !want)
		}
	}
	for tag, a := range all {
		if tag != "ar" && tag != "fa" || len(a.Greetings) == 0 {
			continue
		}
		for end, want := range map[string]bool{"،": true, "": false} {
			line := a.Greetings[0] + " qqqq wwww" + end
			if greets(line, language.Fold(line), nil) != want {
				t.Errorf("%s greets: %t", line, !want)
			}
		}
	}
	for _, words := range releaseLines() {
		if len(words) <= 6 {
			t.Errorf("%q begins a release", words)
		}
	}
}
