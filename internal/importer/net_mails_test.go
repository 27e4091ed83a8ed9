package importer

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/emersion/go-message"
)

// endless is a mail's body that may be read so far, and no further.
type endless struct{ left int }

var errFurther = errors.New("read further than is taken")

func (r *endless) Read(p []byte) (int, error) {
	if r.left == 0 {
		return 0, errFurther
	}
	n := min(len(p), r.left)
	r.left -= n
	return n, nil
}

// TestMailsAreReadNoFurtherThanTheyMayBeLong leaves a body alone that is too long.
func TestMailsAreReadNoFurtherThanTheyMayBeLong(t *testing.T) {
	t.Parallel()
	if err := new(mailParts).walk(&message.Entity{Body: &endless{left: maxText + 1}}, 0); !errors.Is(err, errTooLong) {
		t.Errorf("a body that is too long: %v", err)
	}
	m := new(mailParts)
	if err := m.walk(&message.Entity{Body: io.LimitReader(&endless{left: maxText + 1}, maxText)}, 0); err != nil || len(m.text) != maxText {
		t.Errorf("a body that is as long as may be: %v, %d", err, len(m.text))
	}
	err := new(mailParts).walk(&message.Entity{Body: &endless{left: maxText}}, 0)
	if err == nil || err.Error() != "the mail is damaged: read further than is taken" {
		t.Errorf("a body that breaks off: %v", err)
	}
}

// TestPartsOfAMail takes the first text and the first page, and neither more parts nor deeper ones than can be read.
func TestPartsOfAMail(t *testing.T) {
	t.Parallel()
	const parted = "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Disposition: attachment\n\nrope\n" +
		"--x\n\nlamps\n--x\nContent-Type: text/plain\n\nsails\n--x\nContent-Type: text/html\n\n<p>bells</p>\n" +
		"--x\nContent-Type: image/png\n\n0\n"
	const tooMany = "the mail has more parts, or deeper ones, than can be read"
	for _, c := range []struct {
		mail         string
		depth, parts int
		text, html   string
		want         string
	}{
		{parted + "--x--\n", 0, 0, "lamps", "<p>bells</p>", ""},
		{parted + "--x--\n", 19, 0, "lamps", "<p>bells</p>", ""},
		{parted + "--x--\n", 20, 0, "", "", tooMany},
		{parted + "--x--\n", 0, 194, "lamps", "<p>bells</p>", ""},
		{parted + "--x--\n", 0, 195, "lamps", "<p>bells</p>", tooMany},
		{parted, 0, 0, "lamps", "<p>bells</p>", "the mail is damaged: multipart: NextPart: EOF"},
		{"Content-Type: text/plain\n\nlamps", 20, 199, "lamps", "", ""},
		{"Content-Type: text/plain\n\nlamps", 21, 0, "", "", tooMany},
		{"Content-Type: text/plain\n\nlamps", 0, 200, "", "", tooMany},
	} {
		e, err := message.Read(strings.NewReader(strings.ReplaceAll(c.mail, "\n", "\r\n")))
		if err != nil {
			t.Fatal(err)
		}
		m := &mailParts{parts: c.parts}
		got := ""
		if err := m.walk(e, c.depth); err != nil {
			got = err.Error()
		}
		if got != c.want || string(m.text) != c.text || string(m.html) != c.html {
			t.Errorf("%q, %d deep and behind %d: %q, %q, %q", c.mail, c.depth, c.parts, m.text, m.html, got)
		}
	}
}
