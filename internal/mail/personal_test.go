package mail

import (
	"bytes"
	"strings"
	"testing"

	gomessage "github.com/emersion/go-message/mail"
)

// inline are the bodies of a message, the text first.
func inline(t *testing.T, raw []byte) []string {
	t.Helper()
	r, err := gomessage.CreateReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for {
		p, err := r.NextPart()
		if err != nil {
			return out
		}
		if kind, _, _ := p.Header.(*gomessage.InlineHeader).ContentType(); !strings.HasPrefix(kind, "text/") {
			return out // the bodies come before pictures and attachments
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(p.Body); err != nil {
			t.Fatal(err)
		}
		out = append(out, strings.ReplaceAll(b.String(), "\r\n", "\n"))
	}
}

// Who gets a mail reads in both bodies to whom it was sent and how to leave; in HTML
// what came from elsewhere is escaped.
func TestTheLastLinesSayToWhomAndHowToLeave(t *testing.T) {
	to := ana
	to.Address, to.LeaveToken, to.DetailsToken = `"<b>"@paper.example`, "leave-token", "details-token"
	for name, c := range map[string]struct {
		links      Links
		text, html string
	}{
		"without a public address": {
			Links{LeaveText: "Answer “stop” & <leave>."},
			"Sent to \"<b>\"@paper.example by us.\nAnswer “stop” & <leave>.\n",
			"Sent to &#34;&lt;b&gt;&#34;@paper.example by us.<br>Answer “stop” &amp; &lt;leave&gt;.\n",
		},
		"with one": {
			Links{Leave: "https://x.example/l?a=1&t=", LeaveText: "Leave", Details: "https://x.example/d/", DetailsText: "Change"},
			"Sent to \"<b>\"@paper.example by us.\nLeave: https://x.example/l?a=1&t=leave-token\nChange: https://x.example/d/details-token\n",
			`Sent to &#34;&lt;b&gt;&#34;@paper.example by us.` +
				`<br><a href="https://x.example/l?a=1&amp;t=leave-token" style="color: inherit">Leave</a>` +
				`<br><a href="https://x.example/d/details-token" style="color: inherit">Change</a>` + "\n",
		},
	} {
		p := parts()
		p.Links = c.links
		raw, err := whole(build(t, p).Message(nil, to, date))
		if err != nil {
			t.Fatal(err)
		}
		bodies := inline(t, raw)
		if len(bodies) != 2 {
			t.Fatalf("%s: %d bodies", name, len(bodies))
		}
		if !strings.HasSuffix(bodies[0], c.text) {
			t.Errorf("%s: the text ends\n%s\nwant\n%s", name, bodies[0], c.text)
		}
		if !strings.Contains(bodies[1], c.html) {
			t.Errorf("%s: the HTML reads\n%s\nwant\n%s", name, bodies[1], c.html)
		}
	}
}
