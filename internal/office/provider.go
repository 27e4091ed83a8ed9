package office

import (
	"context"
	"crypto/subtle"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"pressroom/internal/links"
	"pressroom/internal/store"
)

// Provider is an identity provider by which users come in (OpenID Connect Core 1.0, the
// authorization code flow with PKCE, RFC 7636). Who somebody is there lets them in only
// where the settings name a user with that address, and the provider has verified it.
type Provider struct {
	desk   *Desk
	secret func() (string, error)
	client *http.Client

	mu    sync.Mutex
	found *oidc.Provider       // nil until it has answered
	used  map[string]time.Time // what was asked once and came back, until it is too old anyway
}

// providerWithin is how long the provider may take.
const providerWithin = 10 * time.Second

// ProvidedBy has users come in by the identity provider of the settings too; secret gives
// the press office's own, "" for none.
func (d *Desk) ProvidedBy(secret func() (string, error)) {
	if d.settings.OIDC.Issuer == "" {
		return
	}
	d.provider = &Provider{desk: d, secret: secret, client: &http.Client{Timeout: providerWithin}, used: make(map[string]time.Time)}
}

// Provider is the identity provider, nil where there is none.
func (d *Desk) Provider() *Provider { return d.provider }

// Name is what users call it.
func (p *Provider) Name() string { return p.desk.settings.OIDC.Name }

// Back is the address below the press office's to which the provider sends users back.
const Back = SignIn + "/provider/back"

// meets finds the provider, and how it is spoken with.
func (p *Provider) meets(ctx context.Context) (*oidc.Provider, *oauth2.Config, error) {
	settings := p.desk.settings
	secret, err := p.secret()
	if err != nil {
		return nil, nil, fmt.Errorf("reading the secret for the identity provider: %w", err)
	}
	p.mu.Lock()
	found := p.found
	p.mu.Unlock()
	if found == nil {
		// Its keys are fetched later too, when this request is over.
		own := oidc.ClientContext(context.WithoutCancel(ctx), p.client)
		if found, err = oidc.NewProvider(own, settings.OIDC.Issuer); err != nil {
			return nil, nil, fmt.Errorf("asking the identity provider: %w", err)
		}
		p.mu.Lock()
		p.found = found
		p.mu.Unlock()
	}
	return found, &oauth2.Config{
		ClientID: settings.OIDC.ClientID, ClientSecret: secret, Endpoint: found.Endpoint(),
		RedirectURL: settings.Server.PublicURL + Path + Back, Scopes: []string{oidc.ScopeOpenID, "email"},
	}, nil
}

// Ask is where a browser goes to say who its user is, and what it has to keep until it
// comes back.
func (p *Provider) Ask(ctx context.Context) (to, held string, err error) {
	_, config, err := p.meets(ctx)
	if err != nil {
		return "", "", err
	}
	state, nonce, verifier := links.Secret(), links.Secret(), oauth2.GenerateVerifier()
	to = config.AuthCodeURL(state, oidc.Nonce(nonce), oauth2.S256ChallengeOption(verifier))
	return to, strings.Join([]string{state, nonce, verifier}, "."), nil
}

// once tells whether a state comes back for the first time.
func (p *Provider) once(state string) bool {
	now := p.desk.now()
	p.mu.Lock()
	defer p.mu.Unlock()
	for s, at := range p.used {
		if now.Sub(at) > AskedFor {
			delete(p.used, s)
		}
	}
	if _, again := p.used[state]; again {
		return false
	}
	p.used[state] = now
	return true
}

// Enter lets in whom the provider names. held is what the browser has kept, state and code
// are what it came back with. The secret is "" where it is nobody's: another browser than
// asked, an answer that was used, a token that is not for this press office, now, from that
// provider, or an address that is not verified or no user's.
func (p *Provider) Enter(ctx context.Context, held, state, code string, v Visit) (secret string, err error) {
	part := strings.Split(held, ".")
	if len(part) != 3 || state == "" || subtle.ConstantTimeCompare([]byte(part[0]), []byte(state)) != 1 || !p.once(state) {
		return "", p.desk.refused(ctx, "", v)
	}
	email, err := p.email(ctx, part[1], part[2], code)
	if err != nil {
		return "", err
	}
	u, ok := p.desk.settings.User(email)
	if !ok {
		return "", p.desk.refused(ctx, email, v)
	}
	err = p.desk.db.Tx(ctx, func(tx *store.Tx) error {
		secret, err = p.desk.begin(ctx, tx, u, v, "sign in by the identity provider")
		return err
	})
	return secret, err
}

// email is the address that the provider says is verified; "" for none.
func (p *Provider) email(ctx context.Context, nonce, verifier, code string) (string, error) {
	found, config, err := p.meets(ctx)
	if err != nil {
		return "", err
	}
	ctx = oidc.ClientContext(ctx, p.client)
	token, err := config.Exchange(ctx, code, oauth2.VerifierOption(verifier))
	var refused *oauth2.RetrieveError
	if errors.As(err, &refused) && refused.Response.StatusCode < http.StatusInternalServerError {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("asking the identity provider who somebody is: %w", err)
	}
	raw, ok := token.Extra("id_token").(string)
	if !ok {
		return "", nil
	}
	id, err := found.Verifier(&oidc.Config{ClientID: config.ClientID, Now: p.desk.now}).Verify(ctx, raw)
	if err != nil || subtle.ConstantTimeCompare([]byte(id.Nonce), []byte(nonce)) != 1 {
		return "", nil // it is not said to whoever tries why
	}
	var said struct {
		Email    string `json:"email"`
		Verified bool   `json:"email_verified"`
	}
	if err := id.Claims(&said); err != nil || !said.Verified {
		return "", nil
	}
	return said.Email, nil
}
