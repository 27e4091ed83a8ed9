package workspace

import (
	"cmp"
	"net/url"

	"pressroom/internal/frontmatter"
)

// OIDC is an identity provider by which users come into the press office, beside mailed
// codes (OpenID Connect Core 1.0).
type OIDC struct {
	Issuer     string // its address, as its tokens have it; "" for none
	ClientID   string
	SecretFile string
	Name       string // what users call it
}

// oidc reads the identity provider.
func (s *Settings) oidc(t *frontmatter.Table) {
	o := &s.OIDC
	o.Issuer, o.ClientID, o.SecretFile = t.Line("issuer"), t.Line("client_id"), t.Line("secret_file")
	o.Name = cmp.Or(t.Line("name"), "OpenID Connect")
	u, err := url.Parse(o.Issuer)
	if err != nil || u.Hostname() == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" ||
		u.Scheme != "https" && (u.Scheme != "http" || !isLoopback(u.Hostname())) {
		t.Errorf("issuer", "oidc", "issuer is the https:// address of the identity provider, as in https://login.example.org")
	}
	if o.ClientID == "" {
		t.Errorf("client_id", "oidc", "client_id is missing: the name by which the identity provider knows this press office")
	}
	t.Done(nil)
}

// OIDCSecret is the secret for the identity provider, from PRESSROOM_OIDC_SECRET or
// secret_file; "" for none.
func (w *Workspace) OIDCSecret() (string, error) {
	return w.secret("PRESSROOM_OIDC_SECRET", w.Settings.OIDC.SecretFile)
}
