package office

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"pressroom/internal/workspace"
)

// identity is a small identity provider. What it says of who is there can be spoiled.
type identity struct {
	*httptest.Server
	key     *rsa.PrivateKey
	now     func() time.Time
	claims  map[string]any    // over those of an honest token
	head    map[string]string // over that of an honest token
	signs   *rsa.PrivateKey   // instead of key
	bare    bool              // its token has no signature
	silent  bool
	asked   url.Values // the last request for a code
	shown   []string   // verifiers that were shown for codes
	refuses bool
}

const (
	clientID     = "press-office"
	clientSecret = "between us"
)

func startIdentity(t *testing.T, now func() time.Time) *identity {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	p := &identity{key: key, now: now}
	mux := http.NewServeMux()
	mux.HandleFunc("/.well-known/openid-configuration", func(w http.ResponseWriter, _ *http.Request) {
		if p.silent {
			http.Error(w, "down", http.StatusServiceUnavailable)
			return
		}
		answer(w, map[string]any{
			"issuer": p.URL, "authorization_endpoint": p.URL + "/auth", "token_endpoint": p.URL + "/token", "jwks_uri": p.URL + "/keys",
			"response_types_supported": []string{"code"}, "id_token_signing_alg_values_supported": []string{"RS256"},
		})
	})
	mux.HandleFunc("/keys", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, map[string]any{"keys": []map[string]string{{
			"kty": "RSA", "alg": "RS256", "use": "sig", "kid": "1",
			"n": raw64(key.N.Bytes()), "e": raw64(big.NewInt(int64(key.E)).Bytes()),
		}}})
	})
	mux.HandleFunc("/auth", func(w http.ResponseWriter, r *http.Request) {
		p.asked = r.URL.Query()
		back := url.Values{"state": {p.asked.Get("state")}, "code": {"c-" + p.asked.Get("code_challenge")}}
		http.Redirect(w, r, p.asked.Get("redirect_uri")+"?"+back.Encode(), http.StatusFound)
	})
	mux.HandleFunc("/token", p.token)
	p.Server = httptest.NewServer(mux)
	t.Cleanup(p.Close)
	return p
}

func raw64(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }

func answer(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(v)
}

// token gives an identity for a code to whoever shows the verifier of its challenge. It
// takes a code more than once, so that it is not the provider who refuses that.
func (p *identity) token(w http.ResponseWriter, r *http.Request) {
	id, secret, _ := r.BasicAuth()
	if id == "" {
		id, secret = r.FormValue("client_id"), r.FormValue("client_secret")
	}
	sum := sha256.Sum256([]byte(r.FormValue("code_verifier")))
	known := id == clientID && (secret == url.QueryEscape(clientSecret) || secret == clientSecret)
	if p.refuses || !known || r.FormValue("code") != "c-"+raw64(sum[:]) {
		w.WriteHeader(http.StatusBadRequest)
		answer(w, map[string]string{"error": "invalid_grant"})
		return
	}
	p.shown = append(p.shown, r.FormValue("code_verifier"))
	answer(w, map[string]any{"access_token": "a", "token_type": "Bearer", "id_token": p.signed()})
}

// signed is the token that says who is there.
func (p *identity) signed() string {
	head := map[string]string{"alg": "RS256", "kid": "1"}
	claims := map[string]any{
		"iss": p.URL, "aud": clientID, "sub": "7", "exp": p.now().Add(time.Minute).Unix(), "iat": p.now().Unix(), "nonce": p.asked.Get("nonce"),
		"email": "lea@office.example", "email_verified": true,
	}
	for k, v := range p.head {
		head[k] = v
	}
	for k, v := range p.claims {
		if claims[k] = v; v == nil {
			delete(claims, k)
		}
	}
	h, _ := json.Marshal(head)
	c, _ := json.Marshal(claims)
	text := raw64(h) + "." + raw64(c)
	if p.bare {
		return text + "."
	}
	key := p.key
	if p.signs != nil {
		key = p.signs
	}
	sum := sha256.Sum256([]byte(text))
	sig, err := rsa.SignPKCS1v15(rand.Reader, key, crypto.SHA256, sum[:])
	if err != nil {
		return err.Error()
	}
	return text + "." + raw64(sig)
}

// withIdentity is a press office whose users come in by a provider too.
func withIdentity(t *testing.T) (*stage, *identity) {
	t.Helper()
	var p *identity
	s := openWith(t, func(s *stage, settings *workspace.Settings) {
		p = startIdentity(t, func() time.Time { return s.now })
		settings.OIDC = workspace.OIDC{Issuer: p.URL, ClientID: clientID, Name: "Harbor ID"}
		s.desk.ProvidedBy(func() (string, error) { return clientSecret, nil })
	})
	return s, p
}

func TestAUserComesInByTheProvider(t *testing.T) {
	s, p := withIdentity(t)
	b := s.browser()
	if _, body := b.get("/in"); !strings.Contains(body, "Come in with Harbor ID") {
		t.Errorf("the door does not name the provider:\n%s", body)
	}
	if b.get("/in/provider"); !b.in() {
		t.Fatal("who the provider names is not in")
	}
	if p.asked.Get("code_challenge_method") != "S256" || p.asked.Get("nonce") == "" || len(p.asked.Get("state")) < 20 || len(p.shown) != 1 {
		t.Errorf("the provider was asked %v, and shown %q", p.asked, p.shown)
	}
	if want := s.srv.URL + "/news/office/in/provider/back"; p.asked.Get("redirect_uri") != want {
		t.Errorf("users come back to %s", p.asked.Get("redirect_uri"))
	}
	trail, err := s.desk.Trail(t.Context(), 1)
	if err != nil || len(trail) != 1 || trail[0].Act != "sign in by the identity provider" || trail[0].Name != "lea@office.example" {
		t.Errorf("%+v, %v", trail, err)
	}
}

// What is wrong with the provider's answer lets nobody in.
func TestAnIdentityThatIsNotRightLetsNobodyIn(t *testing.T) {
	other, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(p *identity){
		"an address that is not verified":    func(p *identity) { p.claims = map[string]any{"email_verified": false} },
		"an address of which it is not said": func(p *identity) { p.claims = map[string]any{"email_verified": nil} },
		"a word instead of verified":         func(p *identity) { p.claims = map[string]any{"email_verified": "yes"} },
		"nobody's address":                   func(p *identity) { p.claims = map[string]any{"email": "zoe@office.example"} },
		"no address":                         func(p *identity) { p.claims = map[string]any{"email": nil} },
		"a nonce that was not asked":         func(p *identity) { p.claims = map[string]any{"nonce": "x"} },
		"no nonce":                           func(p *identity) { p.claims = map[string]any{"nonce": nil} },
		"a token for another program":        func(p *identity) { p.claims = map[string]any{"aud": "another"} },
		"a token of another issuer":          func(p *identity) { p.claims = map[string]any{"iss": "https://evil.example"} },
		"a token that is too old":            func(p *identity) { p.claims = map[string]any{"exp": p.now().Add(-time.Hour).Unix()} },
		"another key":                        func(p *identity) { p.signs = other },
		"no signature":                       func(p *identity) { p.bare, p.head = true, map[string]string{"alg": "none"} },
		"a signature that is cut off":        func(p *identity) { p.bare = true },
		"a code that is refused":             func(p *identity) { p.refuses = true },
	} {
		t.Run(name, func(t *testing.T) {
			s, p := withIdentity(t)
			spoil(p)
			b := s.browser()
			if code, body := b.get("/in/provider"); code != http.StatusForbidden || !strings.Contains(body, "did not let you in") || b.in() {
				t.Errorf("%d, in: %v\n%s", code, b.in(), body)
			}
			if b.secret() != "" {
				t.Error("it has a session")
			}
		})
	}
}

// The way back is for the browser that went, and once.
func TestTheWayBackIsForWhoWent(t *testing.T) {
	s, _ := withIdentity(t)
	b := s.browser()
	var back, held string
	b.c.CheckRedirect = func(r *http.Request, via []*http.Request) error {
		if strings.HasSuffix(r.URL.Path, "/in/provider/back") {
			back = strings.TrimPrefix(r.URL.Path, "/news/office") + "?" + r.URL.RawQuery
			for _, c := range b.c.Jar.Cookies(r.URL) {
				if c.Name == heldName {
					held = c.Value
				}
			}
			return http.ErrUseLastResponse
		}
		return nil
	}
	b.get("/in/provider")
	if back == "" || held == "" {
		t.Fatal("it did not come back")
	}
	victim := s.browser()
	if victim.get(back); victim.in() {
		t.Error("a link back that somebody else was given lets in")
	}
	q, err := url.ParseQuery(back[strings.Index(back, "?")+1:])
	if err != nil {
		t.Fatal(err)
	}
	for name, forged := range map[string]url.Values{
		"another state": {"state": {"x"}, "code": q["code"]}, "no state": {"code": q["code"]}, "no code": {"state": {"x"}},
		"an error": {"error": {"access_denied"}, "state": {"x"}},
	} {
		f := s.browser()
		f.hold(held)
		if code, _ := f.get("/in/provider/back?" + forged.Encode()); code != http.StatusForbidden || f.in() {
			t.Errorf("%s: %d", name, code)
		}
	}
	b.c.CheckRedirect = nil
	if b.get(back); !b.in() {
		t.Fatal("who went is not in")
	}
	b.post("/sessions/out", nil)
	b.hold(held) // as somebody has it who looked over the shoulder of the first time
	if b.get(back); b.in() {
		t.Error("the same way back lets in twice")
	}
}

// hold gives a browser what another keeps while its user is at the provider.
func (b *browser) hold(held string) {
	b.t.Helper()
	u, err := url.Parse(b.srv.URL + "/news/office/")
	if err != nil {
		b.t.Fatal(err)
	}
	b.c.Jar.SetCookies(u, []*http.Cookie{{Name: heldName, Value: held, Path: "/news/office"}})
}

func TestAProviderThatDoesNotAnswerLeavesTheCodes(t *testing.T) {
	s, p := withIdentity(t)
	p.silent = true
	b := s.browser()
	if code, body := b.get("/in/provider"); code != http.StatusBadGateway || !strings.Contains(body, "Mail me a code") {
		t.Errorf("%d\n%s", code, body)
	}
	p.silent = false
	if b.get("/in/provider"); !b.in() {
		t.Error("it is not asked again")
	}
	if open(t).desk.Provider() != nil {
		t.Error("there is a provider where none is set")
	}
}
