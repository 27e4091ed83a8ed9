package mail

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/render/email"
)

// Mail as it goes over the line, byte for byte but for the ends of lines.
func TestNoticesAndDraftsWhole(t *testing.T) {
	var b strings.Builder
	told := func(name string, data []byte, err error) {
		fmt.Fprintf(&b, "=== %s\n%s", name, strings.ReplaceAll(string(data), "\r\n", "\n"))
		if err != nil {
			fmt.Fprintf(&b, "error: %v\n", err)
		}
		if n := strings.Count(string(data), "\n"); n != strings.Count(string(data), "\r\n") {
			t.Errorf("%s: a line ends without a carriage return", name)
		}
	}
	id := NoticeID([]byte("key"), "held/x", "press@x.example")
	whole := Notice{
		From: "Über uns <press@x.example>", To: "Ana Ruiz <ana@y.example>", ReplyTo: "Desk <desk@x.example>", Language: "de", MessageID: id,
		Subject: "Ein Brief – mit Ümlauten, der länger ist als eine Zeile von Mail sein darf, und noch länger", Text: "Grüße\n.\nFrom here = there\n\n\n",
	}
	for _, c := range []struct {
		name   string
		change func(*Notice)
	}{
		{"a notice", func(*Notice) {}},
		{"a bare one", func(n *Notice) { n.ReplyTo, n.Language, n.Subject = "", "", "Plain" }},
		{"no sender", func(n *Notice) { n.From = "press" }},
		{"no recipient", func(n *Notice) { n.To = "" }},
		{"a wrong address for answers", func(n *Notice) { n.ReplyTo = "desk at x" }},
		{"a header inside", func(n *Notice) { n.Subject = "a\r\nBcc: z@z.example" }},
		{"a language with a break", func(n *Notice) { n.Language = "de\nX: y" }},
	} {
		n := whole
		c.change(&n)
		data, err := n.Message(date)
		told(c.name, data, err)
	}
	bodies := &email.Bodies{Subject: "Ünder embargo", HTML: []byte("<p>Hi</p>\n" + email.PersonalLine + "\n"), Text: []byte("Hi\n" + email.PersonalLine + "\n")}
	data, err := Draft(bodies, "en", []Attachment{{Name: "a b.txt", Type: "text/plain", Data: []byte("file")}}, date)
	told("a draft", data, err)
	data, err = Draft(bodies, "", nil, date)
	told("a draft without language and files", data, err)
	expect.File(t, "notices.golden.txt", b.String())
}
