package mail

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"net/mail"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-message"
	gomessage "github.com/emersion/go-message/mail"

	"pressroom/internal/release"
	"pressroom/internal/render/email"
)

var date = time.Date(2026, 7, 26, 9, 0, 0, 0, time.FixedZone("PDT", -7*3600))

func parts() Parts {
	return Parts{
		From: "Press office <press@x.example>", Language: "en", SentTo: "Sent to %s by us.",
		Bodies: &email.Bodies{
			Subject: "Über the river: “tests”", HTML: []byte("<p>Fünf &amp; more</p>\n" + email.PersonalLine + "\n<img src=\"cid:picture-1\">"),
			Text:     []byte("Fünf\n" + strings.Repeat("long ", 40) + "\n.\n" + email.PersonalLine + "\n"),
			Pictures: []email.Picture{{ID: "picture-1", Asset: release.Asset{Data: []byte("PNG"), Type: "image/png"}}},
		},
		Attachments: []Attachment{{Name: "release.pdf", Type: "application/pdf", Data: bytes.Repeat([]byte("%PDF"), 1000)}},
	}
}

func build(t testing.TB, p Parts) *Template {
	t.Helper()
	tpl, err := Build(p)
	if err != nil {
		t.Fatal(err)
	}
	data, err := tpl.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	if tpl, err = Unmarshal(data, nil); err != nil {
		t.Fatal(err)
	}
	return tpl
}

// whole is a message in one.
func whole(m *Message, err error) ([]byte, error) {
	if err != nil {
		return nil, err
	}
	return m.Bytes(), nil
}

var ana = Recipient{Name: `Ana "A." Ruíz`, Address: "ana@paper.example", MessageID: "id@x.example", DeliveryID: "abc"}

func TestAMessageParsesElsewhere(t *testing.T) {
	raw, err := whole(build(t, parts()).Message(nil, ana, date))
	if err != nil {
		t.Fatal(err)
	}
	r, err := gomessage.CreateReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if s, err := r.Header.Subject(); err != nil || s != "Über the river: “tests”" {
		t.Errorf("subject %q, %v", s, err)
	}
	to, err := r.Header.AddressList("To")
	if err != nil || len(to) != 1 || to[0].Address != "ana@paper.example" || to[0].Name != ana.Name {
		t.Errorf("to %v, %v", to, err)
	}
	if d, err := r.Header.Date(); err != nil || !d.Equal(date) {
		t.Errorf("date %v, %v", d, err)
	}
	if got := r.Header.Get("List-Unsubscribe"); got != "<mailto:press@x.example?subject=unsubscribe%20abc>" {
		t.Errorf("List-Unsubscribe %s", got)
	}
	found := map[string]string{}
	e, err := message.Read(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	err = e.Walk(func(_ []int, p *message.Entity, err error) error {
		kind, _, _ := p.Header.ContentType()
		if !strings.HasPrefix(kind, "multipart/") {
			b, rerr := io.ReadAll(p.Body)
			found[kind] = string(b)
			return rerr
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if s := found["text/plain"]; !strings.Contains(s, "Fünf") || !strings.Contains(s, "Sent to ana@paper.example by us.") || strings.Contains(s, email.PersonalLine) {
		t.Errorf("text: %s", s)
	}
	if s := found["text/html"]; !strings.Contains(s, "<p>Fünf &amp; more</p>") || !strings.Contains(s, "Sent to ana@paper.example by us.") {
		t.Errorf("html: %s", s)
	}
	if found["image/png"] != "PNG" || len(found["application/pdf"]) != 4000 {
		t.Errorf("parts: %v", found)
	}
}

func TestSameInputSameBytes(t *testing.T) {
	want, err := whole(build(t, parts()).Message(nil, ana, date))
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		got, err := whole(build(t, parts()).Message(nil, ana, date))
		if err != nil || !bytes.Equal(got, want) {
			t.Fatalf("another message, %v", err)
		}
	}
}

func TestEveryLineIsShortAndEndsInCRLF(t *testing.T) {
	p := parts()
	p.Bodies.Subject = strings.Repeat("a very long subject ", 40)
	raw, err := whole(build(t, p).Message(nil, ana, date))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range strings.SplitAfter(string(raw), "\n") {
		if l != "" && !strings.HasSuffix(l, "\r\n") || len(l) > 80 {
			t.Errorf("line of %d bytes: %.90q", len(l), l)
		}
	}
	for _, subject := range []string{strings.Repeat("x", 2000), strings.Repeat("ü", 2000)} {
		p.Bodies.Subject = subject
		raw, err := whole(build(t, p).Message(nil, ana, date))
		if err != nil {
			t.Fatal(err)
		}
		head, _, _ := bytes.Cut(raw, []byte("\r\n\r\n"))
		for _, l := range strings.Split(string(head), "\r\n") {
			if len(l) > 200 {
				t.Errorf("header line of %d bytes", len(l))
			}
		}
		m, err := mail.ReadMessage(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		dec := gomessage.HeaderFromMap(m.Header)
		if s, err := dec.Subject(); err != nil || strings.TrimSuffix(s, "\u200b") != subject {
			t.Errorf("a long subject came back otherwise: %v, %d characters", err, len([]rune(s)))
		}
	}
}

func TestNothingBreaksOutOfAHeader(t *testing.T) {
	for name, change := range map[string]func(*Template, *Recipient){
		"subject":    func(t *Template, _ *Recipient) { t.Subject = "a\r\nBcc: evil@x.example" },
		"language":   func(t *Template, _ *Recipient) { t.Language = "en\r\nBcc: evil@x.example" },
		"message id": func(_ *Template, r *Recipient) { r.MessageID = "a>\r\nBcc: evil@x.example" },
		"address":    func(_ *Template, r *Recipient) { r.Address = "a@b.example>\r\nBcc: evil@x.example" },
		"name":       func(_ *Template, r *Recipient) { r.Name = "a\r\nBcc: evil@x.example" },
	} {
		t.Run(name, func(t *testing.T) {
			tpl := build(t, parts())
			r := ana
			change(tpl, &r)
			raw, err := whole(tpl.Message(nil, r, date))
			if err != nil {
				return
			}
			m, err := mail.ReadMessage(bytes.NewReader(raw))
			if err != nil || m.Header.Get("Bcc") != "" {
				t.Errorf("a header came in: %v, %v", m.Header, err)
			}
		})
	}
	p := parts()
	p.Attachments[0].Name = "a\"\r\nX: y"
	if _, err := Build(p); err == nil {
		t.Error("an attachment's name broke out")
	}
}

func TestTextOnlyHasOnePart(t *testing.T) {
	p := parts()
	p.TextOnly, p.Attachments = true, nil
	raw, err := whole(build(t, p).Message(nil, ana, date))
	if err != nil {
		t.Fatal(err)
	}
	e, err := message.Read(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	kind, _, _ := e.Header.ContentType()
	body, err := io.ReadAll(e.Body)
	if err != nil || kind != "text/plain" || !strings.Contains(string(body), "Sent to ana@paper.example") {
		t.Errorf("%s: %s, %v", kind, body, err)
	}
}

func TestIdentitiesAreStableAndOnlyTheWorkspaces(t *testing.T) {
	a := MessageID([]byte("key"), "x/release-1", "a@b.example", "press@x.example")
	if b := MessageID([]byte("key"), "x/release-1", "a@b.example", "press@x.example"); a != b {
		t.Error("not stable")
	}
	seen := map[string]bool{a: true}
	for _, id := range []string{
		MessageID([]byte("other"), "x/release-1", "a@b.example", "press@x.example"),
		MessageID([]byte("key"), "x/release-2", "a@b.example", "press@x.example"),
		MessageID([]byte("key"), "x/release-1", "c@b.example", "press@x.example"),
		Token([]byte("key"), ForDelivery, 7), Token([]byte("key"), ForDelivery, 8), Token([]byte("key"), ForLeaving, 7), Token([]byte("other"), ForLeaving, 7),
	} {
		if seen[id] {
			t.Errorf("%s stands for two", id)
		}
		seen[id] = true
	}
	if !strings.HasSuffix(a, "@x.example") {
		t.Error(a)
	}
}

func TestTokensAreOnlyForWhatTheyWereMade(t *testing.T) {
	key := []byte("key")
	for _, n := range []int64{1, 35, 36, 1 << 40} {
		token := Token(key, ForLeaving, n)
		if got, ok := ParseToken(key, ForLeaving, token); !ok || got != n {
			t.Errorf("%d: %d, %t", n, got, ok)
		}
		for _, other := range []Purpose{ForDelivery, ForDetails, ForUndo} {
			if _, ok := ParseToken(key, other, token); ok {
				t.Errorf("a token for leaving is good for %s", other)
			}
		}
		if _, ok := ParseToken([]byte("other"), ForLeaving, token); ok {
			t.Error("a token of another workspace is good here")
		}
		_, code, _ := strings.Cut(token, "-")
		if _, ok := ParseToken(key, ForLeaving, strconv.FormatInt(n+1, 36)+"-"+code); ok {
			t.Error("a token of one is good for the next")
		}
	}
}

func FuzzParseToken(f *testing.F) {
	key := []byte("key")
	f.Add(Token(key, ForLeaving, 77))
	f.Add("1-")
	f.Add("-")
	f.Fuzz(func(t *testing.T, s string) {
		if n, ok := ParseToken(key, ForLeaving, s); ok && Token(key, ForLeaving, n) != s {
			t.Fatalf("%q passes for %d", s, n)
		}
	})
}

func TestOneClick(t *testing.T) {
	p := parts()
	p.Links = Links{Leave: "https://press.example/leave/", LeaveText: "Leave this list", Details: "https://press.example/details/", DetailsText: "Change"}
	to := ana
	to.LeaveToken, to.DetailsToken = "1-abc", "1-def"
	raw, err := whole(build(t, p).Message(nil, to, date))
	if err != nil {
		t.Fatal(err)
	}
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if got := m.Header.Get("List-Unsubscribe"); !strings.HasPrefix(got, "<https://press.example/leave/1-abc>, <mailto:") {
		t.Error(got)
	}
	if got := m.Header.Get("List-Unsubscribe-Post"); got != "List-Unsubscribe=One-Click" {
		t.Error(got)
	}
	body := strings.NewReplacer("=\r\n", "", "=3D", "=").Replace(string(raw))
	for _, want := range []string{"Leave this list: https://press.example/leave/1-abc", `<a href="https://press.example/details/1-def" style="color: inherit">Change</a>`} {
		if !strings.Contains(body, want) {
			t.Errorf("%q is not in the message", want)
		}
	}
}

// beside is parts whose pictures and attachments are kept beside the template.
func beside(p Parts) (Parts, *Files) {
	kept := map[string][]byte{}
	p.Key = func(data []byte) string {
		key := fmt.Sprintf("%x", sha256.Sum256(data))
		kept[key] = data
		return key
	}
	return p, &Files{Open: func(key string) ([]byte, error) {
		data, ok := kept[key]
		if !ok {
			return nil, errors.New("no such file")
		}
		return data, nil
	}}
}

var boundary = regexp.MustCompile(`=_[0-9a-f]{24}_`)

func TestFilesBesideTheTemplateGiveTheSameMessage(t *testing.T) {
	for _, size := range []int{0, 1, 56, 57, 58, 113, 114, 115, 4000} {
		for _, textOnly := range []bool{false, true} {
			p := parts()
			p.TextOnly = textOnly
			p.Attachments[0].Data = bytes.Repeat([]byte{0xfb}, size)
			p.Attachments = append(p.Attachments, Attachment{Name: "again.pdf", Type: "application/pdf", Data: p.Attachments[0].Data})
			want, err := whole(build(t, p).Message(nil, ana, date))
			if err != nil {
				t.Fatal(err)
			}
			p, files := beside(p)
			made, err := Build(p)
			if err != nil {
				t.Fatal(err)
			}
			stored, err := made.Marshal()
			if err != nil {
				t.Fatal(err)
			}
			if size > 1000 && bytes.Contains(stored, []byte("+/v7")) {
				t.Error("the template holds its attachment")
			}
			tpl, err := Unmarshal(stored, files)
			if err != nil {
				t.Fatal(err)
			}
			got, err := whole(tpl.Message(nil, ana, date))
			if err != nil {
				t.Fatal(err)
			}
			if a, b := boundary.ReplaceAllString(string(got), "="), boundary.ReplaceAllString(string(want), "="); a != b {
				t.Errorf("%d bytes, text only %t: got\n%s\nwant\n%s", size, textOnly, a, b)
			}
			keys, err := FileKeys(stored)
			if err != nil || len(keys) != len(tpl.Files) {
				t.Errorf("%d keys, %v", len(keys), err)
			}
		}
	}
}

func TestATemplateWhoseFilesAreGoneIsAnError(t *testing.T) {
	p, files := beside(parts())
	tpl, err := Build(p)
	if err != nil {
		t.Fatal(err)
	}
	stored, err := tpl.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	none := &Files{Open: func(string) ([]byte, error) { return nil, errors.New("it is gone") }}
	for name, c := range map[string]struct {
		stored string
		files  *Files
		want   string
	}{
		"gone":           {string(stored), none, "it is gone"},
		"nothing to ask": {string(stored), nil, "do not fit"},
		"out of place":   {strings.Replace(string(stored), `"Offset":`, `"Offset":9`, 1), files, "stands nowhere in it"},
		"negative":       {strings.Replace(string(stored), `"Segment":`, `"Segment":-`, 1), files, "stands nowhere in it"},
		"of tomorrow":    {strings.Replace(string(stored), `"Version":1`, `"Version":2`, 1), files, "a later version of the program"},
	} {
		if _, err := Unmarshal([]byte(c.stored), c.files); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
