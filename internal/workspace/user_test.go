package workspace

import (
	"strings"
	"testing"
)

const publicServer = "[server]\npublic_url = \"https://press.example\"\n"

func TestUsersAreRead(t *testing.T) {
	s, diags := ParseSettings("pressroom.toml", []byte(publicServer+"[[user]]\nname = \"Ana Ruiz\"\nemail = \"Ana@office.example\"\nrole = \"lead\"\n"+
		"[[user]]\nemail = \"bo@office.example\"\nrole = \"viewer\"\n"))
	if diags.HasErrors() || len(s.Users) != 2 {
		t.Fatalf("%v, %v", s.Users, diags)
	}
	if u, ok := s.User(" ANA@office.example "); !ok || u != (User{"Ana Ruiz", "ana@office.example", Lead}) {
		t.Errorf("%+v, %v", u, ok)
	}
	if u, ok := s.User("bo@office.example"); !ok || u.Name != "bo@office.example" {
		t.Errorf("%+v, %v", u, ok)
	}
	for _, nobody := range []string{"", "cy@office.example", "ana"} {
		if _, ok := s.User(nobody); ok {
			t.Errorf("%q is a user", nobody)
		}
	}
}

func TestWhatIsWrongWithAUserIsSaidAtItsPlace(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"no address", publicServer + "[[user]]\nemail = \"ana\"\nrole = \"lead\"\n", "pressroom.toml:4:9: error: \"ana\" is no address alone"},
		{"a name in the address", publicServer + "[[user]]\nemail = \"Ana <ana@office.example>\"\nrole = \"lead\"\n", "pressroom.toml:4:9"},
		{"no role", publicServer + "[[user]]\nemail = \"a@office.example\"\nrole = \"boss\"\n", "pressroom.toml:5:8: error: \"boss\" is no role"},
		{
			"twice", publicServer + "[[user]]\nemail = \"a@office.example\"\nrole = \"lead\"\n[[user]]\nemail = \"A@office.example\"\nrole = \"viewer\"\n",
			"pressroom.toml:7:9: error: a@office.example is named twice",
		},
		{"an unknown key", publicServer + "[[user]]\nemail = \"a@office.example\"\nrole = \"lead\"\nphone = \"1\"\n", "pressroom.toml:6:1"},
		{"nowhere to come in", "[[user]]\nemail = \"a@office.example\"\nrole = \"lead\"\n", "public_url, which is not set"},
		{"too many", publicServer + strings.Repeat("[[user]]\nemail = \"a@office.example\"\nrole = \"lead\"\n", mostUsers+1), "more than 200 users"},
	} {
		if _, diags := ParseSettings("pressroom.toml", []byte(c.src)); !strings.Contains(diags.Error(), c.want) {
			t.Errorf("%s: %s", c.name, diags)
		}
	}
}

func TestARoleHasWhatThoseBelowItHave(t *testing.T) {
	for _, c := range []struct {
		have, need Role
		want       bool
	}{
		{Lead, Lead, true},
		{Lead, Viewer, true},
		{Approver, Lead, false},
		{Approver, Viewer, true},
		{Viewer, Approver, false},
		{Viewer, Viewer, true},
		{"", Viewer, false},
		{"boss", Viewer, false},
		{Lead, "", false},
		{"", "", false},
	} {
		if c.have.Has(c.need) != c.want {
			t.Errorf("%q has what %q may: %v", c.have, c.need, !c.want)
		}
	}
}

func TestWhatIsWrongWithAnIdentityProviderIsSaid(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"all is well", "issuer = \"https://login.example\"\nclient_id = \"press\"\n", ""},
		{"on this machine", "issuer = \"http://127.0.0.1:9000\"\nclient_id = \"press\"\n", ""},
		{"in the clear", "issuer = \"http://login.example\"\nclient_id = \"press\"\n", "pressroom.toml:2:10: error: issuer is the https:// address"},
		{"no address", "issuer = \"login\"\nclient_id = \"press\"\n", "pressroom.toml:2:10: error: issuer is the https:// address"},
		{"none", "client_id = \"press\"\n", "issuer is the https:// address"},
		{"unknown there", "issuer = \"https://login.example\"\n", "client_id is missing"},
		{"an unknown key", "issuer = \"https://login.example\"\nclient_id = \"press\"\nscope = \"x\"\n", "pressroom.toml:4:1: error"},
	} {
		s, diags := ParseSettings("pressroom.toml", []byte("[oidc]\n"+c.src))
		if c.want == "" && (diags.HasErrors() || s.OIDC.ClientID != "press" || s.OIDC.Name != "OpenID Connect") {
			t.Errorf("%s: %+v, %s", c.name, s.OIDC, diags)
		}
		if !strings.Contains(diags.Error(), c.want) {
			t.Errorf("%s: %s", c.name, diags)
		}
	}
}
