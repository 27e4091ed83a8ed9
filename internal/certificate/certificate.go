// Package certificate is that of the public pages, where the program ends TLS itself:
// had from an authority by ACME (RFC 8555) and renewed, with everything that takes in
// the database, so that any machine of the press office answers the authority's
// question and serves what another has got.
//
// One job at a time orders the first certificate (Keeper.Jobs); no stranger's
// handshake does. Renewal is the library's. Keys are in the database, which only its
// owner can read, and in no log, error or notice.
package certificate

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"net/http"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/acme"
	"golang.org/x/crypto/acme/autocert"

	"pressroom/internal/store"
)

// Options say for what, and from whom, a certificate is had.
type Options struct {
	Host      string         // in ASCII, as in press.example.org
	Directory string         // of the authority; "" for Let's Encrypt
	Roots     *x509.CertPool // which the authority's own address is trusted by; nil for the system's
	Email     string         // at which the authority may write; "" for none
	Now       func() time.Time
}

// Keeper has the certificate of one host name.
type Keeper struct {
	host    string
	kept    cache
	manager *autocert.Manager
	reasons *reasons
	now     func() time.Time
	loaded  atomic.Bool // the manager has it in memory, and keeps it new
}

// authorityTime bounds each request to the authority.
const authorityTime = 30 * time.Second

// New makes the keeper. It asks nobody for anything yet.
func New(db *store.DB, o Options) *Keeper {
	if o.Directory == "" {
		o.Directory = acme.LetsEncryptURL
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	if o.Roots != nil {
		transport.TLSClientConfig = &tls.Config{RootCAs: o.Roots}
	}
	k := &Keeper{
		host: o.Host, kept: cache{db: db, directory: o.Directory, now: o.Now}, now: o.Now,
		reasons: &reasons{next: transport},
	}
	k.manager = &autocert.Manager{
		Prompt: autocert.AcceptTOS, Cache: k.kept, Email: o.Email,
		// Whoever comes under another name is turned away before the manager is asked.
		HostPolicy: func(context.Context, string) error { return nil },
		Client: &acme.Client{
			DirectoryURL: o.Directory, UserAgent: "pressroom",
			HTTPClient: &http.Client{Transport: k.reasons, Timeout: authorityTime},
		},
	}
	k.manager.HTTPHandler(nil) // both kinds of challenge are answered
	return k
}

// Host is the name that the certificate is for.
func (k *Keeper) Host() string { return k.host }

// ErrNone is returned to a handshake while there is no certificate.
var ErrNone = errors.New("there is no certificate yet")

// TLS is how connections are taken.
func (k *Keeper) TLS() *tls.Config {
	return &tls.Config{
		MinVersion: tls.VersionTLS12, GetCertificate: k.forHandshake, NextProtos: []string{"h2", "http/1.1", acme.ALPNProto},
	}
}

// forHandshake is the certificate, whatever name is asked for: who comes under another
// sees whose house it is, and is told so by Only.
func (k *Keeper) forHandshake(hello *tls.ClientHelloInfo) (*tls.Certificate, error) {
	if len(hello.SupportedProtos) == 1 && hello.SupportedProtos[0] == acme.ALPNProto { // the authority asks (RFC 8737)
		if !k.ours(hello.ServerName) {
			return nil, ErrNone
		}
		return k.manager.GetCertificate(hello)
	}
	if !k.loaded.Load() {
		// The manager would order one.
		c, err := k.Kept(hello.Context())
		if err != nil {
			return nil, err
		}
		if c == nil || !k.now().Before(c.NotAfter) {
			return nil, ErrNone
		}
	}
	return k.current()
}

// current is what the manager has, or gets.
func (k *Keeper) current() (*tls.Certificate, error) {
	// One certificate is for everybody: which signatures a program lists that connects
	// would have the manager order a second, with RSA.
	cert, err := k.manager.GetCertificate(&tls.ClientHelloInfo{
		ServerName: k.host, CipherSuites: []uint16{tls.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305},
	})
	if err == nil {
		k.loaded.Store(true)
	}
	return cert, err
}

// Kept is the certificate that the database has, without its key; nil for none.
func (k *Keeper) Kept(ctx context.Context) (*x509.Certificate, error) {
	data, err := k.kept.Get(ctx, k.host)
	if errors.Is(err, autocert.ErrCacheMiss) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	for block, rest := pem.Decode(data); block != nil; block, rest = pem.Decode(rest) {
		if block.Type != "CERTIFICATE" {
			continue
		}
		c, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return nil, fmt.Errorf("reading the certificate for %s: %w", k.host, err)
		}
		return c, nil
	}
	return nil, fmt.Errorf("reading the certificate for %s: the database has none under its name", k.host)
}
