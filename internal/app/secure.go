package app

import (
	"context"
	"crypto/x509"
	"fmt"
	"io"

	"pressroom/internal/certificate"
	"pressroom/internal/listen"
	"pressroom/internal/notices"
	"pressroom/internal/store"
)

// keeper has the certificate of the public pages; nil where the settings name no host
// that it would be for.
func (a *App) keeper() (*certificate.Keeper, error) {
	s := a.Workspace.Settings.Server.ACME
	if s.Host == "" {
		return nil, nil
	}
	o := certificate.Options{Host: s.Host, Directory: s.Directory, Email: s.Email, Now: a.world.Now}
	if s.Root != "" {
		pem, err := a.Workspace.ReadOwn(s.Root)
		if err != nil {
			return nil, fmt.Errorf("reading server.acme_root: %w", err)
		}
		if o.Roots = x509.NewCertPool(); !o.Roots.AppendCertsFromPEM(pem) {
			return nil, fmt.Errorf("server.acme_root: %s holds no certificate; write the authority's into it, as PEM", s.Root)
		}
	}
	return certificate.New(a.DB(), o), nil
}

// answer has the public pages answer: as they are, or over TLS under their name alone,
// and the address beside them then leads there.
func (a *App) answer(on *servers, public site, files listen.Budget, atPlain func(address string)) error {
	k, err := a.keeper()
	if k == nil || err != nil {
		if err != nil {
			return closing(public.listener, err)
		}
		on.start(public.listener, files.Public, public.handler)
		return nil
	}
	settings := a.Workspace.Settings.Server
	plain, err := listen.Open(settings.ACME.Plain)
	if err != nil {
		return closing(public.listener, fmt.Errorf("opening the address that leads to the public pages: %w; another one is set "+
			"as server.listen_plain", err))
	}
	few, most := files.Plain()
	on.start(plain, few, k.Plain(settings.PublicURL))
	on.startTLS(public.listener, most, k.Only(public.handler), k.TLS(), a.world.Log)
	atPlain(plain.Addr().String())
	a.certificate = k
	return nil
}

func closing(c io.Closer, err error) error {
	c.Close()
	return err
}

// tellOf has the lead told what is the matter with the certificate.
func (a *App) tellOf(lead notices.Lead) certificate.Tell {
	return func(ctx context.Context, tx *store.Tx, n notices.News) error { return lead.Tell(ctx, a.DB(), tx, n) }
}
