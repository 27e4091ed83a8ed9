package smtp

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"math/big"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	gosmtp "github.com/emersion/go-smtp"
)

// authority makes a certificate for localhost, signed by itself.
func authority(t *testing.T) (tls.Certificate, *x509.CertPool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	tpl := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		DNSNames: []string{"localhost"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, tpl, tpl, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(cert)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, pool
}

// secured is a server that takes mail only over TLS from those who log in.
type secured struct {
	conn *gosmtp.Conn
	user string
	got  *[]string
}

func (s *secured) AuthMechanisms() []string { return []string{"PLAIN"} }

func (s *secured) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		if user != "press" || password != "geheim" {
			return gosmtp.ErrAuthFailed
		}
		s.user = user
		return nil
	}), nil
}

func (s *secured) Mail(string, *gosmtp.MailOptions) error {
	if _, ok := s.conn.TLSConnectionState(); !ok {
		return errors.New("no TLS")
	}
	if s.user == "" {
		return gosmtp.ErrAuthRequired
	}
	return nil
}

func (s *secured) Rcpt(to string, _ *gosmtp.RcptOptions) error {
	*s.got = append(*s.got, to)
	return nil
}

func (s *secured) Data(r io.Reader) error { _, err := io.Copy(io.Discard, r); return err }
func (s *secured) Reset()                 {}
func (s *secured) Logout() error          { return nil }

func startSecured(t *testing.T, cert tls.Certificate, implicit bool) (address string, got *[]string) {
	t.Helper()
	got = new([]string)
	srv := gosmtp.NewServer(gosmtp.BackendFunc(func(c *gosmtp.Conn) (gosmtp.Session, error) { return &secured{conn: c, got: got}, nil }))
	srv.Domain = "localhost"
	srv.TLSConfig = &tls.Config{Certificates: []tls.Certificate{cert}, MinVersion: tls.VersionTLS12}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address = l.Addr().String()
	if implicit {
		l = tls.NewListener(l, srv.TLSConfig)
	}
	done := make(chan struct{})
	go func() { defer close(done); srv.Serve(l) }()
	t.Cleanup(func() { srv.Close(); <-done })
	return address, got
}

func TestTLSAndLogin(t *testing.T) {
	cert, pool := authority(t)
	for name, implicit := range map[string]bool{"STARTTLS": false, "from the first byte": true} {
		t.Run(name, func(t *testing.T) {
			address, got := startSecured(t, cert, implicit)
			d := Dialer{Address: address, Implicit: implicit, TLS: &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}, Login: Login{Username: "press", Password: "geheim"}}
			c, err := d.Dial(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			if a, err := send(c, "x\r\n"); err != nil || !a.Accepted() || len(*got) != 1 {
				t.Errorf("%+v, %v", a, err)
			}
			if err := c.Noop(); err != nil {
				t.Error(err)
			}
			wrong := d
			wrong.Login.Password = "falsch"
			if _, err := wrong.Dial(context.Background()); err == nil || !strings.Contains(err.Error(), "535") || strings.Contains(err.Error(), "falsch") {
				t.Errorf("a wrong password: %v", err)
			}
			stranger := d
			stranger.TLS = &tls.Config{MinVersion: tls.VersionTLS12}
			if _, err := stranger.Dial(context.Background()); err == nil || !strings.Contains(err.Error(), "certificate") {
				t.Errorf("a certificate of nobody: %v", err)
			}
		})
	}
}

func TestAClientCertificate(t *testing.T) {
	cert, pool := authority(t)
	l, err := tls.Listen("tcp", "127.0.0.1:0", &tls.Config{Certificates: []tls.Certificate{cert}, ClientCAs: pool, ClientAuth: tls.RequireAndVerifyClientCert, MinVersion: tls.VersionTLS12})
	if err != nil {
		t.Fatal(err)
	}
	srv := gosmtp.NewServer(gosmtp.BackendFunc(func(c *gosmtp.Conn) (gosmtp.Session, error) {
		return &secured{conn: c, user: "by certificate", got: new([]string)}, nil
	}))
	srv.Domain = "localhost"
	done := make(chan struct{})
	go func() { defer close(done); srv.Serve(l) }()
	t.Cleanup(func() { srv.Close(); <-done })
	d := Dialer{Address: l.Addr().String(), Implicit: true, TLS: &tls.Config{RootCAs: pool, Certificates: []tls.Certificate{cert}, MinVersion: tls.VersionTLS12}}
	c, err := d.Dial(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if a, err := send(c, "x\r\n"); err != nil || !a.Accepted() {
		t.Errorf("%+v, %v", a, err)
	}
	d.TLS = &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}
	if _, err := d.Dial(context.Background()); err == nil {
		t.Error("it was let in without a certificate: the test shows nothing")
	}
}
