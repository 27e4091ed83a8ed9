package golden

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-message"

	"pressroom/internal/compile"
	"pressroom/internal/language"
	"pressroom/internal/mail"
	"pressroom/internal/render/email"
)

// mailTo is the mail that one recipient of a variant gets: without attachments in the
// layout uk.
func mailTo(t testing.TB, v variant) []byte {
	t.Helper()
	in := input(t, v.layout)
	cat := in.Release.Version(v.language).Catalogue()
	attached := v.layout == "us"
	above := email.Above{Covers: in.Release.CoverIDs(v.phase), Enclosed: in.Enclosures(attached, false)}
	var files []mail.Attachment
	if attached {
		files = in.Attachments(v.language, one(t, v, compile.PDF), false)
	}
	if v.layout == "uk" {
		above.Note = []string{cat.Say(language.Replaced), "– <5 & “more”"}
	}
	bodies, err := in.Bodies(v.of(), above)
	if err != nil {
		t.Fatal(err)
	}
	tpl, err := mail.Build(mail.Parts{
		From: "Night Shelf press office <press@nightshelf.example>", ReplyTo: "answers@nightshelf.example", Language: v.language, Bodies: bodies,
		SentTo: strings.ReplaceAll(cat.Say(language.SentTo, "\x00", "Night Shelf & Friends"), "\x00", "%s"),
		Legal: mail.Legal{
			Address: "Night Shelf & Friends, 4 Lantern Way, Marlow",
			Origin:  strings.ReplaceAll(cat.Page(language.OriginLine, "\x00"), "\x00", "%s"), Object: cat.Page(language.ObjectLine),
			Privacy: "https://nightshelf.example/privacy", PrivacyText: cat.Page(language.PrivacyLink),
		},
		Attachments: files,
		Links: mail.Links{
			Leave: "https://press.nightshelf.example/leave/", LeaveText: cat.Say(language.LeaveLink),
			Details: "https://press.nightshelf.example/details/", DetailsText: cat.Say(language.DetailsLink),
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	dispatch := slug + "/" + string(v.phase) + "-1"
	to := tpl.Recipient([]byte("key"), 7, dispatch, "reader", `Zoë "Z" Lim & Co`, "zoe@paper.example", "press@nightshelf.example")
	to.Source, to.First = "the “Night & Day” fair", true
	m, err := tpl.Message(nil, to, time.Date(2027, 6, 8, 20, 0, 0, 0, time.FixedZone("", 2*3600)))
	if err != nil {
		t.Fatal(err)
	}
	return m.Bytes()
}

var boundary = regexp.MustCompile(`=_[0-9a-f]{24}_(\d+)`)

// decoded is a message with its parts as a mail program shows them.
func decoded(raw []byte) (string, error) {
	e, err := message.Read(bytes.NewReader(raw))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	if err := writeEntity(&b, e, 0); err != nil {
		return "", err
	}
	return boundary.ReplaceAllString(b.String(), "=_boundary_$1"), nil
}

func writeEntity(b *strings.Builder, e *message.Entity, depth int) error {
	indent := strings.Repeat("  ", depth)
	for f := e.Header.Fields(); f.Next(); {
		value, err := f.Text()
		if err != nil {
			return err
		}
		fmt.Fprintf(b, "%s%s: %s\n", indent, f.Key(), value)
	}
	b.WriteString("\n")
	if parts := e.MultipartReader(); parts != nil {
		for {
			p, err := parts.NextPart()
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err != nil {
				return err
			}
			fmt.Fprintf(b, "%s----------\n", indent)
			if err := writeEntity(b, p, depth+1); err != nil {
				return err
			}
		}
	}
	body, err := io.ReadAll(e.Body)
	if err != nil {
		return err
	}
	kind, _, err := e.Header.ContentType()
	switch {
	case err != nil:
		return err
	case strings.HasPrefix(kind, "image/"):
		fmt.Fprintf(b, "%s[%s]\n\n", indent, picture(kind, body))
	case strings.HasPrefix(kind, "text/"):
		b.WriteString(strings.ReplaceAll(string(body), "\r\n", "\n") + "\n")
	default:
		fmt.Fprintf(b, "%s[%s, begins with %q]\n\n", indent, kind, body[:min(8, len(body))])
	}
	return nil
}

func TestMail(t *testing.T) {
	each(t, func(t *testing.T, v variant) {
		got, err := decoded(mailTo(t, v))
		if err != nil {
			t.Fatal(err)
		}
		golden(t, v.String()+".eml.txt", got)
	})
}
