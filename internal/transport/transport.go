// Package transport is how mail leaves a workspace: from its settings or, where a
// worker has no folder, from what the database keeps of them, to the mail servers
// and the signature.
package transport

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"path/filepath"

	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/sandbox"
	"pressroom/internal/setting"
	"pressroom/internal/smtp"
	"pressroom/internal/store"
	"pressroom/internal/workspace"
)

// SandboxDir is where the sandbox of a workspace keeps its mailbox.
func SandboxDir(w *workspace.Workspace) string { return filepath.Join(w.StateDir(), "sandbox") }

// name is the one under which the database keeps how mail leaves,
// for workers that have no folder.
const name = "transport"

// Transport is what such a worker needs to know. It holds no secret: those come
// from the environment or the files of each machine.
type Transport struct {
	Mail   workspace.Mail       `json:"mail"`
	Notify workspace.Notify     `json:"notify"`
	CA     string               `json:"ca"` // what ca_file holds
	home   *workspace.Workspace // which has the secrets
}

// ErrNoSecond is returned where no second relay is named.
var ErrNoSecond = errors.New("there is no second relay; name one as fallback under [mail] in " + workspace.SettingsFile)

// Share writes the settings of mail into the database.
func Share(ctx context.Context, w *workspace.Workspace, l *ledger.Ledger) error {
	t := Transport{Mail: w.Settings.Mail, Notify: w.Settings.Notify}
	if t.Mail.CAFile != "" {
		pem, err := workspace.ReadFile(w.Path(t.Mail.CAFile), 1<<20)
		if err != nil {
			return fmt.Errorf("reading ca_file: %w", err)
		}
		t.CA = string(pem)
	}
	data, err := json.Marshal(t)
	if err != nil {
		return fmt.Errorf("keeping the settings of mail: %w", err)
	}
	if kept, err := setting.Get(ctx, l.DB().Reader(), name); err != nil || kept == string(data) {
		return err
	}
	return l.DB().Tx(ctx, func(tx *store.Tx) error { return setting.Set(ctx, tx, name, string(data)) })
}

// Load is how mail leaves: by the folder's settings or, in a folder that
// has none, by those that the database keeps.
func Load(ctx context.Context, w *workspace.Workspace, l *ledger.Ledger) (*Transport, error) {
	if !w.Bare || w.DatabaseURL() == "" {
		if err := Share(ctx, w, l); err != nil {
			return nil, err
		}
	}
	kept, err := setting.Get(ctx, l.DB().Reader(), name)
	if err != nil {
		return nil, err
	}
	if kept == "" {
		return nil, fmt.Errorf("%s has no %s, and the database knows of no mail server yet; run pressroom serve or send once where "+
			"the settings are", w.Dir, workspace.SettingsFile)
	}
	t := &Transport{home: w}
	if err := json.Unmarshal([]byte(kept), t); err != nil {
		return nil, fmt.Errorf("reading the settings of mail from the database: %w", err)
	}
	if w.Bare && w.DatabaseURL() != "" && t.Mail.SMTP == workspace.Sandbox {
		return nil, errors.New("the settings name the sandbox, which is on the machine of the workspace; set mail.smtp there first")
	}
	w.Settings.Mail, w.Settings.Notify = t.Mail, t.Notify
	return t, nil
}

// Dialer turns the settings into a way to the mail server.
func (t *Transport) Dialer() (*smtp.Dialer, error) {
	d, user, err := t.server(t.Mail.SMTP)
	if err == nil {
		d.Login, err = t.login(user)
	}
	return d, err
}

// Fallback is the way to the second relay; nil where the settings name none.
func (t *Transport) Fallback() (*smtp.Dialer, error) {
	if t.Mail.Fallback == "" {
		return nil, nil
	}
	d, user, err := t.server(t.Mail.Fallback)
	if err != nil || user == "" {
		return d, err
	}
	d.Login = smtp.Login{Way: t.Mail.Auth, Username: user}
	if d.Login.Password, err = t.home.FallbackPassword(); err != nil {
		return nil, fmt.Errorf("reading the password of the second relay: %w", err)
	}
	if d.Login.Password == "" {
		return nil, fmt.Errorf("fallback names the user %s, and there is no password; set PRESSROOM_FALLBACK_PASSWORD or fallback_password_file",
			user)
	}
	return d, nil
}

// server is the way to a server that an address of the settings names, and the
// user that logs in there.
func (t *Transport) server(address string) (d *smtp.Dialer, user string, err error) {
	m := t.Mail
	u, err := url.Parse(address)
	if err != nil {
		return nil, "", fmt.Errorf("reading the mail server's address: %w", err)
	}
	port := u.Port()
	if port == "" {
		port = map[string]string{"smtp": "587", "smtps": "465"}[u.Scheme]
	}
	d = &smtp.Dialer{Address: net.JoinHostPort(u.Hostname(), port), Implicit: u.Scheme == "smtps", RequireTLS: m.TLS == "require"}
	if d.Hello, err = os.Hostname(); err != nil {
		d.Hello = "localhost"
	}
	if m.TLS != "off" {
		if d.TLS, err = t.tls(); err != nil {
			return nil, "", err
		}
	}
	return d, u.User.Username(), nil
}

func (t *Transport) tls() (*tls.Config, error) {
	c := &tls.Config{MinVersion: tls.VersionTLS12}
	if t.CA != "" {
		pool, err := x509.SystemCertPool()
		if err != nil {
			pool = x509.NewCertPool()
		}
		if !pool.AppendCertsFromPEM([]byte(t.CA)) {
			return nil, fmt.Errorf("reading ca_file: %s holds no certificate in PEM", t.Mail.CAFile)
		}
		c.RootCAs = pool
	}
	if t.Mail.CertFile != "" {
		pair, err := tls.LoadX509KeyPair(t.home.Path(t.Mail.CertFile), t.home.Path(t.Mail.KeyFile))
		if err != nil {
			return nil, fmt.Errorf("reading cert_file and key_file: %w", err)
		}
		c.Certificates = []tls.Certificate{pair}
	}
	return c, nil
}

func (t *Transport) login(user string) (smtp.Login, error) {
	l := smtp.Login{Way: t.Mail.Auth, Username: user}
	if user == "" {
		return l, nil
	}
	token, err := t.home.SMTPToken()
	if err != nil {
		return l, fmt.Errorf("reading the mail server's token: %w", err)
	}
	if token != "" {
		l.Token = t.home.SMTPToken
		return l, nil
	}
	if l.Password, err = t.home.SMTPPassword(); err != nil {
		return l, fmt.Errorf("reading the mail server's password: %w", err)
	}
	if l.Password == "" {
		return l, fmt.Errorf("smtp names the user %s, and there is no password; "+
			"set PRESSROOM_SMTP_PASSWORD or password_file (for OAuth 2, PRESSROOM_SMTP_TOKEN or token_file)", user)
	}
	return l, nil
}

// Open gives the way to the mail server; for the sandbox it starts one. close
// must be called.
func (t *Transport) Open() (d *smtp.Dialer, closer func(), err error) {
	if t.Mail.SMTP != workspace.Sandbox {
		d, err = t.Dialer()
		return d, func() {}, err
	}
	if err := t.home.MakeStateDir(); err != nil {
		return nil, nil, err
	}
	server, err := sandbox.Listen(SandboxDir(t.home))
	if err != nil {
		return nil, nil, err
	}
	return &smtp.Dialer{Address: server.Address}, server.Close, nil
}

// Signer makes what signs messages; nil where the settings ask for none.
func (t *Transport) Signer() (*mail.Signer, error) {
	d := t.Mail.DKIM
	if d.Domain == "" {
		return nil, nil
	}
	key, err := t.home.DKIMKey()
	if err != nil {
		return nil, err
	}
	return mail.NewSigner(d.Domain, d.Selector, key)
}
