package dispatch

import (
	"context"
	"encoding/base64"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pressroom/internal/audience"
	"pressroom/internal/compile"
	"pressroom/internal/contacts"
	"pressroom/internal/embargo"
	"pressroom/internal/mail"
	"pressroom/internal/release"
)

// own is what differs from one journalist's mail to another's, in the mail that is built to be
// looked at and in one that is sent.
var own = regexp.MustCompile(`<mark>[^<]*</mark>|A@a\.example|the-list|((?:leave|details|advance)/)[a-z-]+`)

// The mail that build writes is the one that journalists get, but for what is each one's own:
// its files, its links, the lines under it.
func TestTheMailThatIsBuiltIsTheOneThatIsSent(t *testing.T) {
	t.Parallel()
	for _, public := range []string{"", "https://news.a.example/press"} {
		for _, attach := range []string{"auto", "always", "never"} {
			t.Run(fmt.Sprintf("%q %s", public, attach), func(t *testing.T) {
				t.Parallel()
				more := announced(t)
				before, after, _ := strings.Cut(more["releases/x.md"], "[[cover]]")
				_, after, _ = strings.Cut(after, "+++")
				more["releases/x.md"] = before + "+++" + after
				before, after, _ = strings.Cut(spanish, "[[cover]]")
				_, after, _ = strings.Cut(after, "+++")
				more["releases/x.es.md"] = before + "+++" + after
				more["pressroom.toml"] = "[organization]\nname = \"A & B\"\naddress = \"1 <Quay>\"\nprivacy = \"https://a.example/privacy\"\n" +
					"[mail]\nattach = \"" + attach + "\"\n[server]\npublic_url = \"" + public + "\"\n"
				w, l := setup(t, more)
				in := prepare(t, w, l, now).Input
				for kind, phase := range map[embargo.Kind]release.Phase{embargo.Release: release.PhaseRelease, embargo.Advance: release.PhaseAdvance} {
					for _, lang := range []string{"en", "es"} {
						form := audience.Form{Language: lang, Attach: w.Settings.Mail.Attaches(&contacts.Journalist{}, phase)}
						built, err := in.One(compile.Email, release.Variant{Phase: phase, Language: lang})
						if err != nil {
							t.Fatal(err)
						}
						c := newComposer(in, kind, phase, w.Settings)
						sent := own.ReplaceAllString(sentPage(t, c, form), "${1}OWN")
						if got := own.ReplaceAllString(string(built), "${1}OWN"); got != sent {
							t.Errorf("%s, %s: built is\n%s\nsent is\n%s", phase, lang, got, sent)
						}
					}
				}
			})
		}
	}
}

// sentPage is the HTML of the first message to somebody, with its pictures in it.
func sentPage(t *testing.T, c *composer, form audience.Form) string {
	t.Helper()
	out := make(map[string][]byte)
	if err := c.messages(context.Background(), []audience.Form{form}, out); err != nil {
		t.Fatal(err)
	}
	tpl, err := mail.Unmarshal(out[form.Name()], &mail.Files{Open: func(key string) ([]byte, error) { return c.blobs[key], nil }})
	if err != nil {
		t.Fatal(err)
	}
	message, err := tpl.Message(nil, mail.Recipient{
		Address: "A@a.example", MessageID: "m", DeliveryID: "d", Source: "the-list", First: true,
		LeaveToken: "a", DetailsToken: "b", PageToken: "c",
	}, now)
	if err != nil {
		t.Fatal(err)
	}
	var page string
	pictures := make(map[string]string)
	for _, p := range parts(t, string(message.Bytes())) {
		if strings.HasPrefix(p.kind, "text/html") {
			page = strings.ReplaceAll(string(p.body), "\r\n", "\n")
		}
		if media, name, ok := strings.Cut(p.kind, `; name="`); ok && p.disposition == "inline" {
			name, _, _ = strings.Cut(name, ".")
			pictures[name] = "data:" + media + ";base64," + base64.StdEncoding.EncodeToString(p.body)
		}
	}
	for name, data := range pictures {
		page = strings.ReplaceAll(page, "cid:"+name+`"`, data+`"`)
	}
	return page
}
