package mail

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"pressroom/internal/expect"
	"pressroom/internal/render/email"
)

// plainParts are those of a short message, of text alone unless it is to have a page.
func plainParts(page bool) Parts {
	p := Parts{
		From: "Harbor press <press@harbor.example>", Language: "en", TextOnly: !page, SentTo: "Sent to %s.",
		Bodies: &email.Bodies{Subject: "A ferry", Text: []byte("One ferry.\n\n" + email.PersonalLine + "\n")},
	}
	if page {
		p.Bodies.HTML = []byte("<p>One ferry.</p>\n" + email.PersonalLine + "\n")
	}
	return p
}

var key = []byte("0123456789abcdef0123456789abcdef")

// What the head and the foot of a message say with each thing that there may be, where it
// is not what the first says.
func TestHeadsAndFeetWhole(t *testing.T) {
	at := time.Date(2027, 6, 8, 9, 5, 0, 0, time.FixedZone("", -4*3600))
	var b strings.Builder
	first := make(map[bool]string)
	for _, c := range []struct {
		name   string
		parts  func(*Parts)
		person func(*Recipient)
	}{
		{"as little as there can be", func(*Parts) {}, func(*Recipient) {}},
		{"answers go elsewhere", func(p *Parts) { p.ReplyTo = "Desk <desk@harbor.example>" }, func(r *Recipient) { r.Name = "Ana, Ruiz" }},
		{"links", func(p *Parts) {
			p.Links = Links{
				Leave: "https://h.example/l?a=1&b=", LeaveText: "Leave & go", Details: "https://h.example/d/", DetailsText: "Details",
				Page: "https://h.example/p/", PageText: "Your <copy>",
			}
		}, func(*Recipient) {}},
		{"words where there is no link", func(p *Parts) {
			p.Links = Links{LeaveText: "Write & we take you off", DetailsText: "Ask"}
			p.Legal = Legal{Address: "1 Quay St & Co", Origin: "We have it from %s.", Object: "You may object.", Privacy: "https://h.example/privacy", PrivacyText: "Privacy"}
		}, func(r *Recipient) { r.Source, r.First = "a <fair>", true }},
		{"known for long", func(p *Parts) { p.Legal = Legal{Origin: "We have it from %s.", Object: "You may object."} }, func(r *Recipient) { r.Source = "" }},
		{"an answer", func(*Parts) {}, func(r *Recipient) { r.Thread = []string{"one@harbor.example", "two@harbor.example"} }},
		{"the end of a long thread", func(*Parts) {}, func(r *Recipient) {
			for i := range mostReferences + 2 {
				r.Thread = append(r.Thread, fmt.Sprintf("%d@h.example", i))
			}
		}},
		{"letters beyond ASCII", func(p *Parts) { p.Bodies.Subject = "Fähre"; p.From = "Häfen <press@harbor.example>" }, func(r *Recipient) { r.Name, r.Address = "Ana é", "añá@paper.example" }},
		{"no name", func(*Parts) {}, func(r *Recipient) { r.Address = "añá@paper.example" }},
		{"a long subject without spaces", func(p *Parts) { p.Bodies.Subject = strings.Repeat("x", 71) }, func(*Recipient) {}},
	} {
		for _, page := range []bool{false, true} {
			p := plainParts(page)
			c.parts(&p)
			tpl, err := Build(p)
			if err != nil {
				t.Fatal(err)
			}
			r := tpl.Recipient(key, 7, "ferry/release-1", "ana@paper.example", "", "ana@paper.example", "press@harbor.example")
			c.person(&r)
			m, err := tpl.Message(nil, r, at)
			if err != nil {
				t.Fatal(err)
			}
			raw := string(m.Bytes())
			head, body, _ := strings.Cut(raw, "\r\n\r\n")
			if page { // its head is that of the text, but for the boundary
				_, head, _ = strings.Cut(head, "MIME-Version: 1.0\r\n")
			}
			told := strings.ReplaceAll(head+"\n---\n"+body, "\r", "")
			if !page {
				for _, l := range tpl.Foot("ANY") {
					told += "--- may stand below: " + l + "\n"
				}
			}
			fmt.Fprintf(&b, "##### %s, page %v\n%s", c.name, page, expect.Changed(first[page], told))
			first[page] = cmp.Or(first[page], told)
		}
	}
	expect.File(t, "heads.golden.txt", b.String())
}

// What is shown of a message that went out has nothing of anybody's own.
func TestTheWordsOfAMessageAreNobodysOwn(t *testing.T) {
	p := plainParts(true)
	p.ReplyTo, p.Links.Leave, p.Links.LeaveText = "desk@harbor.example", "https://h.example/l/", "Leave"
	tpl, err := Build(p)
	if err != nil {
		t.Fatal(err)
	}
	data, err := tpl.Words(time.Date(2027, 6, 8, 9, 5, 0, 0, time.FixedZone("", -4*3600)))
	if err != nil {
		t.Fatal(err)
	}
	words := string(data)
	for _, want := range []string{
		"From: \"Harbor press\" <press@harbor.example>\r\n", "Reply-To: <desk@harbor.example>\r\n", "Subject: A ferry\r\n", "Date: Tue, 08 Jun 2027 13:05:00 +0000\r\n",
		"Content-Language: en\r\n", "MIME-Version: 1.0\r\n", "One ferry.", "<p>One ferry.</p>",
	} {
		if strings.Count(words, want) == 0 {
			t.Errorf("no %q in\n%s", want, words)
		}
	}
	for _, own := range []string{"To: ", "Message-ID", "List-Unsubscribe", "X-Pressroom", "Sent to", "Leave", email.PersonalLine} {
		if strings.Contains("\n"+strings.Replace(words, "Reply-To: ", "", 1), own) {
			t.Errorf("%s is in\n%s", own, words)
		}
	}
	if data, err = tpl.Words(time.Time{}); err != nil || strings.Contains(string(data), "Date:") {
		t.Errorf("without a day there is one, or %v", err)
	}
}

func TestWhatCannotBeComposedIsSaid(t *testing.T) {
	with := func(change func(*Parts)) error {
		p := plainParts(false)
		change(&p)
		tpl, err := Build(p)
		if err != nil {
			return err
		}
		_, err = tpl.Message(nil, Recipient{Address: "ana@paper.example"}, time.Time{})
		return err
	}
	for want, change := range map[string]func(*Parts){
		`the sender "nobody" is not an address`:                                                func(p *Parts) { p.From = "nobody" },
		`reply_to "nobody" is not an address`:                                                  func(p *Parts) { p.ReplyTo = "nobody" },
		`"a b.txt" cannot name an attachment: letters, digits, dots and hyphens only`:          func(p *Parts) { p.Attachments = []Attachment{{Name: "a b.txt"}} },
		"composing the message: the template must print {{.Personal}} once; it stands 0 times": func(p *Parts) { p.Bodies.Text = []byte("One ferry.\n") },
		"composing the message: the template must print {{.Personal}} once; it stands 2 times": func(p *Parts) { p.Bodies.Text = append(p.Bodies.Text, p.Bodies.Text...) },
		"the header Content-Language has a line break or control character in it":              func(p *Parts) { p.Language = "e\nn" },
		"the header Content-Language is not UTF-8":                                             func(p *Parts) { p.Language = "\xff" },
		"composing the message: malformed header line: no field; charset=UTF-8": func(p *Parts) {
			p.TextOnly, p.Bodies.Flow = true, "\r\nno field"
		},
	} {
		if err := with(change); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	for data, want := range map[string]string{
		`{`:                             "reading a message template: unexpected end of JSON input",
		`{"Version":2,"Segments":[""]}`: "reading a message template: a later version of the program wrote it; use that one",
		`{"Version":1}`:                 "reading a message template: its parts do not fit",
		`{"Version":1,"Segments":[""],"Files":[{"Key":"x"}]}`: "reading a message template: its parts do not fit",
	} {
		if _, err := Unmarshal([]byte(data), nil); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", data, err, want)
		}
	}
	if _, err := FileKeys([]byte("{")); err == nil {
		t.Error("half a template names files")
	}
	data, err := json.Marshal(Template{Segments: [][]byte{nil}, Files: []File{{Key: "a"}, {Key: "b"}}})
	if keys, wrong := FileKeys(data); err != nil || wrong != nil || strings.Join(keys, " ") != "a b" {
		t.Errorf("%q, %v, %v", keys, err, wrong)
	}
}

// A draft has nobody's address in it, and is opened as one.
func TestADraftIsToNobody(t *testing.T) {
	p := plainParts(true)
	data, err := Draft(p.Bodies, "en", nil, time.Date(2027, 6, 8, 9, 5, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Subject: A ferry\r\n", "X-Unsent: 1\r\n", "Content-Language: en\r\n", "Date: Tue, 08 Jun 2027 09:05:00 +0000\r\n"} {
		if !strings.Contains(string(data), want) {
			t.Errorf("no %q in\n%s", want, data)
		}
	}
	for _, other := range []string{"From:", "To:", "draft@", email.PersonalLine} {
		if strings.Contains(string(data), other) {
			t.Errorf("%s is in\n%s", other, data)
		}
	}
}
