package workspace

import (
	"strings"
	"testing"
)

func TestWhoEndsTLSItself(t *testing.T) {
	s, diags := ParseSettings("pressroom.toml", []byte("[server]\nacme = \"Präss.Harbor.example.\"\n"))
	want := ACME{Host: "xn--prss-moa.harbor.example", Plain: ":80"}
	if len(diags) > 0 || s.Server.ACME != want || s.Server.Listen != ":443" || s.Server.PublicURL != "https://xn--prss-moa.harbor.example" {
		t.Errorf("%+v %v", s.Server, diags)
	}
	if !s.Mail.Linked {
		t.Error("mail links no page")
	}
	s, diags = ParseSettings("pressroom.toml", []byte("[server]\nacme = \"press.harbor.example\"\nlisten = \":8443\"\nlisten_plain = \":8080\"\n"+
		"public_url = \"https://press.harbor.example/news\"\nacme_directory = \"https://ca.example/dir\"\nacme_root = \"ca.pem\"\nacme_email = \"a@b.example\"\n"))
	want = ACME{Host: "press.harbor.example", Directory: "https://ca.example/dir", Root: "ca.pem", Email: "a@b.example", Plain: ":8080"}
	if len(diags) > 0 || s.Server.ACME != want || s.Server.Listen != ":8443" || s.Server.PublicURL != "https://press.harbor.example/news" {
		t.Errorf("%+v %v", s.Server, diags)
	}
}

func TestWhatCannotBeACertificatesHost(t *testing.T) {
	for lines, want := range map[string]string{
		`acme = "https://press.harbor.example"`: "2:8: error: acme is the host name",
		`acme = "press.harbor.example:443"`:     "2:8: error: acme is the host name",
		`acme = "192.0.2.7"`:                    "2:8: error: acme is the host name",
		`acme = "2001:db8::7"`:                  "2:8: error: acme is the host name",
		`acme = "localhost"`:                    "2:8: error: acme is the host name",
		`acme = "*.harbor.example"`:             "2:8: error: acme is the host name",
		`acme = "a b.example"`:                  "2:8: error: acme is the host name",
		"acme = \"press.harbor.example\"\nacme_directory = \"http://ca.example\"": "3:18: error: acme_directory is the https:// address",
		"acme = \"press.harbor.example\"\nacme_email = \"Lead <a@b.example>\"":    "3:14: error: acme_email is an address alone",
		"acme = \"press.harbor.example\"\nlisten_plain = \"80\"":                  "3:16: error: listen_plain is an address with a port",
		"acme = \"press.harbor.example\"\npublic_url = \"https://harbor.example\"": "3:14: error: public_url is at harbor.example, and the certificate is for press.harbor.example; " +
			"let it begin with https://press.harbor.example",
		"acme = \"press.harbor.example\"\npublic_url = \"http://127.0.0.1:8026\"": "3:14: error: public_url is at 127.0.0.1:8026",
		`acme_email = "a@b.example"`: "2:14: error: acme_email belongs to acme",
		`listen_plain = ":80"`:       "2:16: error: listen_plain belongs to acme",
	} {
		_, diags := ParseSettings("pressroom.toml", []byte("[server]\n"+lines+"\n"))
		if len(diags) != 1 || !strings.Contains(diags.Error(), "pressroom.toml:"+want) {
			t.Errorf("%s\n%v, want %s", lines, diags, want)
		}
	}
}
