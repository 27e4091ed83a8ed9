package peers

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressroom/internal/certificate"
	"pressroom/internal/notices"
	"pressroom/internal/store"
	"pressroom/internal/testdb"
)

// pressHost is a name that leads to this machine, for Pebble alone.
const pressHost = "press.harbor.example"

// pebble is a certificate authority on this machine, which asks at two ports whether
// a name leads there.
type pebble struct {
	directory    string
	root         string // the file with the certificate that its own address is trusted by
	manage       string
	tls, plain   int // where it asks
	trustsItself *x509.CertPool
}

// startPebble starts Pebble and the name server that it asks.
func startPebble(t *testing.T) *pebble {
	t.Helper()
	need(t, "pebble", "pebble-challtestsrv")
	dir := t.TempDir()
	names, api, manage := freePort(t), freePort(t), freePort(t)
	p := &pebble{
		directory: fmt.Sprintf("https://127.0.0.1:%d/dir", api), manage: fmt.Sprintf("https://127.0.0.1:%d", manage),
		root: filepath.Join(dir, "root.pem"), tls: freePort(t), plain: freePort(t), trustsItself: x509.NewCertPool(),
	}
	cert, key, _ := certificateFor(t, "127.0.0.1", time.Now().Add(-time.Hour), time.Now().Add(24*time.Hour))
	writeFile(t, p.root, string(cert))
	writeFile(t, filepath.Join(dir, "key.pem"), string(key))
	p.trustsItself.AppendCertsFromPEM(cert)
	writeFile(t, filepath.Join(dir, "pebble.json"), fmt.Sprintf(`{"pebble": {"listenAddress": "127.0.0.1:%d", "managementListenAddress": "127.0.0.1:%d",
		"certificate": %q, "privateKey": %q, "httpPort": %d, "tlsPort": %d, "retryAfter": {"authz": 1, "order": 1},
		"profiles": {"default": {"description": "as usual", "validityPeriod": 7776000}}}}`,
		api, manage, p.root, filepath.Join(dir, "key.pem"), p.plain, p.tls))
	background(t, exec.Command("pebble-challtestsrv", "-dnsserver", fmt.Sprintf("127.0.0.1:%d", names), "-management", fmt.Sprintf("127.0.0.1:%d",
		freePort(t)), "-defaultIPv4", "127.0.0.1", "-defaultIPv6", "", "-http01", "", "-https01", "", "-tlsalpn01", "", "-doh", ""))
	ca := exec.Command("pebble", "-strict", "-config", filepath.Join(dir, "pebble.json"), "-dnsserver", fmt.Sprintf("127.0.0.1:%d", names))
	ca.Env = append(os.Environ(), "PEBBLE_VA_NOSLEEP=1", "PEBBLE_VA_ALWAYS_VALID=0")
	background(t, ca)
	until(t, "Pebble", func() bool {
		resp, err := p.client().Get(p.directory)
		if err == nil {
			resp.Body.Close()
		}
		return err == nil
	})
	return p
}

// background runs a program until the test ends, and shows what it said where that failed.
func background(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
		if t.Failed() {
			t.Logf("%s:\n%s", cmd.Path, out.String())
		}
	})
}

func (p *pebble) client() *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: p.trustsItself}}, Timeout: patience}
}

// roots are what its certificates are trusted by.
func (p *pebble) roots(t *testing.T) *x509.CertPool {
	t.Helper()
	resp, err := p.client().Get(p.manage + "/roots/0")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	pool := x509.NewCertPool()
	if data, err := io.ReadAll(resp.Body); err != nil || !pool.AppendCertsFromPEM(data) {
		t.Fatalf("%q, %v", data, err)
	}
	return pool
}

// certificateFor is a certificate for a name or address, with its key, both as PEM.
func certificateFor(t *testing.T, name string, from, until time.Time) (cert, key []byte, leaf *x509.Certificate) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name}, NotBefore: from, NotAfter: until, IsCA: true, BasicConstraintsValid: true,
	}
	if ip := net.ParseIP(name); ip != nil {
		template.IPAddresses = []net.IP{ip}
	} else {
		template.DNSNames = []string{name}
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, private.Public(), private)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := x509.MarshalECPrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	if leaf, err = x509.ParseCertificate(der); err != nil {
		t.Fatal(err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: raw}), leaf
}

// listenFor has a keeper answer at ports, 0 for none of a kind.
func listenFor(t *testing.T, k *certificate.Keeper, secure, plain int) {
	t.Helper()
	open := func(port int, s *http.Server, serve func(net.Listener) error) {
		if port == 0 {
			return
		}
		l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
		if err != nil {
			t.Fatal(err)
		}
		ended := make(chan struct{})
		go func() { defer close(ended); serve(l) }()
		t.Cleanup(func() { s.Close(); <-ended })
	}
	quiet := log.New(io.Discard, "", 0)
	over := &http.Server{Handler: k.Only(http.NotFoundHandler()), TLSConfig: k.TLS(), ErrorLog: quiet}
	open(secure, over, func(l net.Listener) error { return over.ServeTLS(l, "", "") })
	under := &http.Server{Handler: k.Plain("https://" + pressHost), ErrorLog: quiet}
	open(plain, under, under.Serve)
}

func silent(context.Context, *store.Tx, notices.News) error { return nil }

// TestAnyMachineAnswersTheAuthority: one machine orders, where nobody can reach it, and
// another is asked; both kinds of challenge, on both databases. What the one has got the
// other serves.
func TestAnyMachineAnswersTheAuthority(t *testing.T) {
	for _, database := range []string{"SQLite", "PostgreSQL"} {
		for _, challenge := range []string{"tls-alpn-01", "http-01"} {
			t.Run(database+" "+challenge, func(t *testing.T) {
				p := startPebble(t)
				dir, url := t.TempDir(), ""
				if database == "PostgreSQL" {
					url = testdb.Postgres(t)
				}
				machine := func() *certificate.Keeper {
					db, err := store.Open(t.Context(), dir, url)
					if err != nil {
						t.Fatal(err)
					}
					t.Cleanup(func() { db.Close() })
					return certificate.New(db, certificate.Options{
						Host: pressHost, Directory: p.directory, Roots: p.trustsItself, Email: "press@harbor.example", Now: time.Now,
					})
				}
				orders, answers := machine(), machine()
				elsewhere := 0
				if challenge == "http-01" {
					listenFor(t, answers, 0, p.plain)
					elsewhere = freePort(t)
					listenFor(t, answers, elsewhere, 0)
				} else {
					listenFor(t, answers, p.tls, 0)
					elsewhere = p.tls
				}
				if err := orders.Look(t.Context(), silent); err != nil {
					t.Fatal(err)
				}
				kept, err := answers.Kept(t.Context())
				if err != nil || kept == nil {
					t.Fatalf("%v, %v", kept, err)
				}
				conn, err := tls.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", elsewhere), &tls.Config{ServerName: pressHost, RootCAs: p.roots(t)})
				if err != nil {
					t.Fatal(err)
				}
				defer conn.Close()
				if !conn.ConnectionState().PeerCertificates[0].Equal(kept) {
					t.Error("the other machine shows another certificate")
				}
			})
		}
	}
}

// TestACertificateIsRenewedBeforeItsEnd: one of ten days is had anew, and what connects
// sees that one, without a start in between.
func TestACertificateIsRenewedBeforeItsEnd(t *testing.T) {
	p := startPebble(t)
	db, err := store.Open(t.Context(), t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	k := certificate.New(db, certificate.Options{Host: pressHost, Directory: p.directory, Roots: p.trustsItself, Now: time.Now})
	cert, key, old := certificateFor(t, pressHost, time.Now().AddDate(0, 0, -80), time.Now().AddDate(0, 0, 10))
	err = db.Tx(t.Context(), func(tx *store.Tx) error {
		_, err := tx.ExecContext(t.Context(), `INSERT INTO certificate (directory, name, value, changed_at) VALUES (?, ?, ?, 0)`,
			p.directory, pressHost, append(key, cert...))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	listenFor(t, k, p.tls, p.plain)
	var said []string
	err = k.Look(t.Context(), func(_ context.Context, _ *store.Tx, n notices.News) error { said = append(said, n.Subject); return nil })
	if err != nil || len(said) != 1 || !strings.Contains(said[0], "ends in 9 days") {
		t.Errorf("%q, %v", said, err)
	}
	var shown *x509.Certificate
	until(t, "the new certificate", func() bool {
		conn, err := tls.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", p.tls), &tls.Config{ServerName: pressHost, InsecureSkipVerify: true})
		if err != nil {
			return false
		}
		defer conn.Close()
		shown = conn.ConnectionState().PeerCertificates[0]
		return !shown.Equal(old)
	})
	conn, err := tls.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", p.tls), &tls.Config{ServerName: pressHost, RootCAs: p.roots(t)})
	if err != nil {
		t.Fatal(err)
	}
	conn.Close()
	if left := time.Until(shown.NotAfter); left < 80*24*time.Hour {
		t.Errorf("the new one ends in %s", left)
	}
}

// TestWhyThereIsNoCertificate: the lead is told what the authority saw.
func TestWhyThereIsNoCertificate(t *testing.T) {
	p := startPebble(t) // nobody listens where it asks
	db, err := store.Open(t.Context(), t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	k := certificate.New(db, certificate.Options{Host: pressHost, Directory: p.directory, Roots: p.trustsItself, Now: time.Now})
	var told notices.News
	err = k.Look(t.Context(), func(_ context.Context, _ *store.Tx, n notices.News) error { told = n; return nil })
	if err == nil || !strings.Contains(told.Text, "connection refused") || strings.Contains(told.Text, "viable") {
		t.Errorf("%v\n%s", err, told.Text)
	}
}

// TestOneProgramIsAPressOfficeOnTheInternet runs serve as it is run, with an authority
// that looks at it from outside.
func TestOneProgramIsAPressOfficeOnTheInternet(t *testing.T) {
	p := startPebble(t)
	root, err := os.ReadFile(p.root)
	if err != nil {
		t.Fatal(err)
	}
	dir := workspace(t, "pressroom.toml", fmt.Sprintf("[organization]\nname = \"Harbor\"\n[mail]\nfrom = \"Press <press@harbor.example>\"\n"+
		"smtp = \"sandbox:\"\n[server]\ndesk = \"127.0.0.1:0\"\nlisten = \"127.0.0.1:%d\"\nlisten_plain = \"127.0.0.1:%d\"\nacme = %q\nacme_directory = %q\n"+
		"acme_root = \"ca.pem\"\nacme_email = \"lead@harbor.example\"\n", p.tls, p.plain, pressHost, p.directory),
		"contacts/all.csv", "email\nnora@paper.example\n", "ca.pem", string(root))
	client := &http.Client{
		Transport: &http.Transport{
			DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
				port := p.tls
				if strings.HasSuffix(address, ":80") {
					port = p.plain
				}
				return new(net.Dialer).DialContext(ctx, network, fmt.Sprintf("127.0.0.1:%d", port))
			},
			ForceAttemptHTTP2: true, DisableKeepAlives: true,
			TLSClientConfig: &tls.Config{RootCAs: p.roots(t), ServerName: pressHost},
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }, Timeout: patience,
	}
	get := func(address string) (*http.Response, string) {
		t.Helper()
		resp, err := client.Get(address)
		if err != nil {
			return nil, err.Error()
		}
		defer resp.Body.Close()
		body, _ := io.ReadAll(resp.Body)
		return resp, string(body)
	}
	var serials []string
	for range 2 { // the second start has what the first one got
		var out bytes.Buffer
		cmd := exec.Command(binary, "-C", dir, "serve", "--log-level", "debug")
		cmd.Stdout, cmd.Stderr = &out, &out
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		until(t, "the page", func() bool {
			resp, _ := get("https://" + pressHost + "/")
			return resp != nil && resp.StatusCode == 200
		})
		resp, body := get("https://" + pressHost + "/")
		if resp.ProtoMajor != 2 || !strings.Contains(body, "Harbor") || resp.Header.Get("Strict-Transport-Security") == "" {
			t.Errorf("%s %s\n%s", resp.Proto, resp.Status, body)
		}
		serials = append(serials, resp.TLS.PeerCertificates[0].SerialNumber.String())
		if resp, body = get("https://other.example/"); resp == nil || resp.StatusCode != 421 || strings.Contains(body, "Harbor") {
			t.Errorf("another name: %s", body)
		}
		if resp, body = get("http://" + pressHost + "/water.es?a=b"); resp == nil || resp.StatusCode != 308 ||
			resp.Header.Get("Location") != "https://"+pressHost+"/water.es?a=b" {
			t.Errorf("without TLS: %s", body)
		}
		if resp, body = get("http://127.0.0.1/"); resp == nil || resp.StatusCode != 421 {
			t.Errorf("without TLS and name: %s", body)
		}
		cmd.Process.Signal(os.Interrupt)
		if err := cmd.Wait(); err != nil {
			t.Errorf("%v\n%s", err, out.String())
		}
		if strings.Contains(out.String(), "PRIVATE KEY") || strings.Contains(out.String(), "panic") {
			t.Errorf("it said\n%s", out.String())
		}
	}
	if serials[0] != serials[1] {
		t.Errorf("each start has a certificate of its own: %q", serials)
	}
	if info, err := os.Stat(filepath.Join(dir, ".pressroom", "pressroom.db")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others can read the keys: %v", err)
	}
}
