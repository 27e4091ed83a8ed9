package smtp

import (
	"encoding/base64"
	"errors"
	"strings"
	"testing"
)

func TestEveryWayToLogIn(t *testing.T) {
	b64 := base64.StdEncoding.EncodeToString
	token := func() (string, error) { return "t0ken", nil }
	for name, c := range map[string]struct {
		offered string
		login   Login
		script  func(p *peer)
		err     string
	}{
		"plain": {"PLAIN LOGIN", Login{Username: "u", Password: "geheim"}, func(p *peer) {
			p.hear("AUTH PLAIN " + b64([]byte("\x00u\x00geheim")))
			p.say("235 ok\n")
		}, ""},
		"login, as asked for": {"PLAIN LOGIN", Login{Way: "login", Username: "u", Password: "geheim"}, func(p *peer) {
			p.hear("AUTH LOGIN")
			p.say("334 VXNlcm5hbWU6\n")
			p.hear(b64([]byte("u")))
			p.say("334 UGFzc3dvcmQ6\n")
			p.hear(b64([]byte("geheim")))
			p.say("235 ok\n")
		}, ""},
		// The example of RFC 2195 section 2.
		"cram-md5": {"CRAM-MD5", Login{Username: "tim", Password: "tanstaaftanstaaf"}, func(p *peer) {
			p.hear("AUTH CRAM-MD5")
			p.say("334 " + b64([]byte("<1896.697170952@postoffice.reston.mci.net>")) + "\n")
			p.hear(b64([]byte("tim b913a602c7eda7a495b4e6e7334d3890")))
			p.say("235 ok\n")
		}, ""},
		"xoauth2": {"PLAIN XOAUTH2", Login{Username: "u@x.example", Token: token}, func(p *peer) {
			p.hear("AUTH XOAUTH2 " + b64([]byte("user=u@x.example\x01auth=Bearer t0ken\x01\x01")))
			p.say("235 ok\n")
		}, ""},
		"oauthbearer": {"OAUTHBEARER XOAUTH2", Login{Username: "u@x.example", Token: token}, func(p *peer) {
			line, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(p.hear("AUTH OAUTHBEARER "), "AUTH OAUTHBEARER "))
			if err != nil || !strings.HasPrefix(string(line), "n,a=u@x.example,\x01") || !strings.Contains(string(line), "auth=Bearer t0ken\x01\x01") {
				p.t.Errorf("%q, %v", line, err)
			}
			p.say("235 ok\n")
		}, ""},
		"an expired token": {"XOAUTH2", Login{Username: "u", Token: token}, func(p *peer) {
			p.hear("AUTH XOAUTH2 ")
			p.say("334 " + b64([]byte(`{"status":"401"}`)) + "\n")
			p.hear("")
			p.say("535 5.7.8 token expired\n")
		}, "535 5.7.8 token expired"},
		"a wrong password": {"PLAIN", Login{Username: "u", Password: "geheim"}, func(p *peer) {
			p.hear("AUTH PLAIN ")
			p.say("535 5.7.8 no\n")
		}, "535 5.7.8 no"},
		"nothing that fits a password": {"XOAUTH2 GSSAPI", Login{Username: "u", Password: "geheim"}, func(*peer) {}, "it offers: XOAUTH2 GSSAPI"},
		"nothing as asked for":         {"PLAIN", Login{Way: "cram-md5", Username: "u", Password: "geheim"}, func(*peer) {}, "no way to log in that fits"},
		"no token":                     {"XOAUTH2", Login{Username: "u", Token: func() (string, error) { return "", errors.New("file is gone") }}, func(*peer) {}, "file is gone"},
		"an exchange without end": {"LOGIN", Login{Username: "u", Password: "geheim"}, func(p *peer) {
			for p.line() != "(EOF)" {
				p.say("334 VXNlcm5hbWU6\n")
			}
		}, "logging in"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := talkTo(t, Dialer{Login: c.login}, func(p *peer) {
				p.greet("AUTH " + c.offered)
				c.script(p)
				p.line()
			})
			switch {
			case c.err == "" && err != nil:
				t.Error(err)
			case c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)):
				t.Errorf("%v, want %q", err, c.err)
			case err != nil && (strings.Contains(err.Error(), "geheim") || strings.Contains(err.Error(), "t0ken")):
				t.Errorf("a secret is in the error: %v", err)
			}
		})
	}
}
