package certificate

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
	"errors"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/crypto/acme/autocert"

	"pressroom/internal/notices"
	"pressroom/internal/store"
	"pressroom/internal/testdb"
)

func TestMain(m *testing.M) { os.Exit(testdb.Both(m)) }

const host = "press.harbor.example"

// authority is one that counts who asks, and knows nothing.
func authority(t *testing.T) (directory string, asked *atomic.Int32) {
	t.Helper()
	asked = new(atomic.Int32)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		http.NotFound(w, nil)
	}))
	t.Cleanup(s.Close)
	return s.URL, asked
}

// machine is a keeper of its own on a database that others have too.
func machine(t *testing.T, dir, directory string, now func() time.Time) *Keeper {
	t.Helper()
	return New(testdb.Open(t, dir), Options{Host: host, Directory: directory, Now: now})
}

// made is a certificate with its key, as autocert keeps it.
func made(t *testing.T, name string, from, until time.Time) (kept []byte, leaf *x509.Certificate) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(from.UnixNano()), Subject: pkix.Name{CommonName: name}, DNSNames: []string{name}, NotBefore: from, NotAfter: until,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	private, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	if leaf, err = x509.ParseCertificate(der); err != nil {
		t.Fatal(err)
	}
	kept = pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: private})
	return append(kept, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})...), leaf
}

func TestWhatOneMachineKeepsAnotherHas(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	a, b := machine(t, dir, "https://ca.example/dir", time.Now), machine(t, dir, "https://ca.example/dir", time.Now)
	trial := machine(t, dir, "https://trial.example/dir", time.Now)
	if _, err := b.kept.Get(ctx, "x"); !errors.Is(err, autocert.ErrCacheMiss) {
		t.Errorf("what nobody kept: %v", err)
	}
	for _, v := range []string{"one", "two\x00\xff"} {
		if err := a.kept.Put(ctx, "x", []byte(v)); err != nil {
			t.Fatal(err)
		}
		if got, err := b.kept.Get(ctx, "x"); err != nil || string(got) != v {
			t.Errorf("%q, %v", got, err)
		}
	}
	if _, err := trial.kept.Get(ctx, "x"); !errors.Is(err, autocert.ErrCacheMiss) {
		t.Errorf("with another authority: %v", err)
	}
	if err := b.kept.Delete(ctx, "x"); err != nil {
		t.Fatal(err)
	}
	if _, err := a.kept.Get(ctx, "x"); !errors.Is(err, autocert.ErrCacheMiss) {
		t.Errorf("what was deleted: %v", err)
	}
}

func TestChallengesThatNobodyTookAwayAreDeletedAfterADay(t *testing.T) {
	ctx := context.Background()
	now := time.Date(2026, 7, 26, 9, 0, 0, 0, time.UTC)
	k := machine(t, t.TempDir(), "https://ca.example/dir", func() time.Time { return now })
	names := []string{"a+http-01", host + "+token", "acme_account+key", host}
	for _, name := range names {
		if err := k.kept.Put(ctx, name, []byte("x")); err != nil {
			t.Fatal(err)
		}
	}
	left := func() (n int) {
		if err := k.kept.sweep(ctx); err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if _, err := k.kept.Get(ctx, name); err == nil {
				n++
			}
		}
		return n
	}
	if now = now.Add(23 * time.Hour); left() != 4 {
		t.Error("a challenge is gone that may be under way")
	}
	if now = now.Add(2 * time.Hour); left() != 2 {
		t.Error("old challenges are left, or what is no challenge is gone")
	}
}

// shake connects to a keeper over TLS under a name, and asks for nothing.
func shake(t *testing.T, k *Keeper, name string, protocols ...string) (*x509.Certificate, error) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &http.Server{TLSConfig: k.TLS(), Handler: http.NotFoundHandler(), ErrorLog: log.New(io.Discard, "", 0)}
	ended := make(chan struct{})
	go func() { defer close(ended); s.ServeTLS(l, "", "") }()
	defer func() { s.Close(); <-ended }()
	c, err := tls.Dial("tcp", l.Addr().String(), &tls.Config{ServerName: name, InsecureSkipVerify: true, NextProtos: protocols})
	if err != nil {
		return nil, err
	}
	defer c.Close()
	return c.ConnectionState().PeerCertificates[0], nil
}

// TestAHandshakeOrdersNothing: not before there is a certificate, not after it has
// ended, and whoever comes under which name with which signatures.
func TestAHandshakeOrdersNothing(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	directory, asked := authority(t)
	now := time.Now()
	k := machine(t, dir, directory, time.Now)
	for _, name := range []string{host, "other.example", "", "127.0.0.1"} {
		if _, err := shake(t, k, name); err == nil {
			t.Errorf("%q: a handshake without a certificate", name)
		}
	}
	ended, _ := made(t, host, now.AddDate(0, 0, -90), now.AddDate(0, 0, -1))
	if err := k.kept.Put(ctx, host, ended); err != nil {
		t.Fatal(err)
	}
	if _, err := shake(t, k, host); err == nil {
		t.Error("a handshake with a certificate that has ended")
	}
	fresh, leaf := made(t, host, now.AddDate(0, 0, -1), now.AddDate(0, 0, 89))
	if err := k.kept.Put(ctx, host, fresh); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{host, "PRESS.harbor.example", "other.example", ""} {
		if got, err := shake(t, k, name); err != nil || !got.Equal(leaf) {
			t.Errorf("%q: %v", name, err)
		}
	}
	if n := asked.Load(); n != 0 {
		t.Errorf("the authority was asked %d times", n)
	}
}

func TestAChallengeIsAnsweredUnderTheNameAlone(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	directory, asked := authority(t)
	a, b := machine(t, dir, directory, time.Now), machine(t, dir, directory, time.Now)
	token, leaf := made(t, host, time.Now().Add(-time.Hour), time.Now().Add(time.Hour))
	if err := a.kept.Put(ctx, host+"+token", token); err != nil {
		t.Fatal(err)
	}
	if got, err := shake(t, b, host, "acme-tls/1"); err != nil || !got.Equal(leaf) {
		t.Errorf("the other machine: %v", err)
	}
	if _, err := shake(t, b, "other.example", "acme-tls/1"); err == nil {
		t.Error("a challenge for another name was answered")
	}
	if asked.Load() != 0 {
		t.Error("the authority was asked")
	}
}

func TestWhoComesWithoutTLSOrUnderAnotherName(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	a, b := machine(t, dir, "https://ca.example/dir", time.Now), machine(t, dir, "https://ca.example/dir", time.Now)
	if err := a.kept.Put(ctx, "tok+http-01", []byte("tok.thumb")); err != nil {
		t.Fatal(err)
	}
	plain := b.Plain("https://press.harbor.example:8443/news")
	secure := b.Only(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "pages") }))
	for _, c := range []struct {
		name, method, host, target string
		handler                    http.Handler
		status                     int
		location, body             string
	}{
		{"a challenge", "GET", host, "/.well-known/acme-challenge/tok", plain, 200, "", "tok.thumb"},
		{"a challenge with a port", "GET", host + ":80", "/.well-known/acme-challenge/tok", plain, 200, "", "tok.thumb"},
		{"a challenge of nobody", "GET", host, "/.well-known/acme-challenge/none", plain, 404, "", ""},
		{"a challenge under another name", "GET", "other.example", "/.well-known/acme-challenge/tok", plain, 421, "", "press.harbor.example alone"},
		{"a page", "GET", host, "/water.es?x=1", plain, 308, "https://press.harbor.example:8443/water.es?x=1", ""},
		{"two slashes", "GET", host, "//evil.example/x", plain, 308, "https://press.harbor.example:8443//evil.example/x", ""},
		{"what is posted", "POST", "Press.Harbor.Example.", "/leave/x", plain, 308, "https://press.harbor.example:8443/leave/x", ""},
		{"another name", "GET", "other.example", "/", plain, 421, "", "press.harbor.example alone"},
		{"an address", "GET", "192.0.2.7", "/", plain, 421, "", ""},
		{"no name", "GET", "", "/", plain, 421, "", ""},
		{"over TLS", "GET", host, "/", secure, 200, "", "pages"},
		{"over TLS with a port", "GET", host + ":8443", "/", secure, 200, "", "pages"},
		{"over TLS under another name", "GET", "other.example", "/", secure, 421, "", "press.harbor.example alone"},
		{"over TLS by address", "GET", "[2001:db8::7]:443", "/", secure, 421, "", ""},
		{"over TLS under a longer name", "GET", "x." + host, "/", secure, 421, "", ""},
	} {
		w := httptest.NewRecorder()
		r := httptest.NewRequest(c.method, c.target, nil)
		r.Host = c.host
		c.handler.ServeHTTP(w, r)
		if w.Code != c.status || w.Header().Get("Location") != c.location || !strings.Contains(w.Body.String(), c.body) {
			t.Errorf("%s: %d %q %q", c.name, w.Code, w.Header().Get("Location"), w.Body)
		}
		if c.status != 200 && strings.Contains(w.Body.String(), "pages") {
			t.Errorf("%s: shows the pages", c.name)
		}
	}
}

// TestTheLeadIsWarnedOnceOfEachStage lets the authority be away while a certificate
// comes to its end.
func TestTheLeadIsWarnedOnceOfEachStage(t *testing.T) {
	ctx := context.Background()
	directory, _ := authority(t)
	began := time.Now()
	now := began
	k := machine(t, t.TempDir(), directory, func() time.Time { return now })
	var said []string
	tell := func(_ context.Context, _ *store.Tx, n notices.News) error {
		said = append(said, n.Event+": "+n.Subject)
		if n.Name == "" || !strings.Contains(n.Text, "pressroom doctor") || strings.Contains(n.Text, "PRIVATE") {
			t.Errorf("%q\n%s", n.Name, n.Text)
		}
		return nil
	}
	look := func(at time.Duration, want string) {
		t.Helper()
		now = began.Add(at)
		said = nil
		for range 3 {
			k.Look(ctx, tell)
		}
		if got := strings.Join(said, "; "); got != want {
			t.Errorf("after %s: %q, want %q", at, got, want)
		}
	}
	const day = 24 * time.Hour
	look(0, "certificate-missing: No certificate for "+host)
	kept, _ := made(t, host, began.Add(-day), began.Add(89*day))
	if err := k.kept.Put(ctx, host, kept); err != nil {
		t.Fatal(err)
	}
	look(70*day, "")
	look(75*day-time.Second, "")
	look(75*day+time.Minute, "certificate-ending: The certificate for "+host+" ends in 13 days")
	look(76*day, "")
	look(82*day+time.Minute, "certificate-ending: The certificate for "+host+" ends in 6 days")
	look(88*day+time.Minute, "certificate-ending: The certificate for "+host+" ends in less than a day")
	look(89*day+time.Minute, "certificate-ended: The certificate for "+host+" has ended")
	look(120*day, "")
	kept, _ = made(t, host, began.Add(119*day), began.Add(209*day))
	if err := k.kept.Put(ctx, host, kept); err != nil {
		t.Fatal(err)
	}
	look(120*day, "")
	look(196*day-time.Minute, "certificate-ending: The certificate for "+host+" ends in 13 days")
}

// TestWhatTheAuthoritySaidIsTold: the library says of a challenge only that it failed.
func TestWhatTheAuthoritySaidIsTold(t *testing.T) {
	body := `{"status":"invalid","challenges":[{"type":"http-01","error":{"detail":"192.0.2.7: Connection refused"}},{"type":"dns-01"}]}`
	r := &reasons{next: answer(func(*http.Request) (*http.Response, error) {
		return &http.Response{
			StatusCode: 200, Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(strings.NewReader(body)),
		}, nil
	})}
	for range 2 {
		resp, err := r.RoundTrip(httptest.NewRequest("POST", "https://ca.example/authz/1", nil))
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := io.ReadAll(resp.Body); string(got) != body {
			t.Errorf("the library reads %q", got)
		}
	}
	err := &OrderError{Host: host, Said: r.take(), Err: errors.New("no viable challenge")}
	if want := "192.0.2.7: Connection refused (http-01)"; !strings.HasSuffix(err.Error(), want) {
		t.Errorf("%v", err)
	}
	if left := r.take(); left != "" {
		t.Errorf("said again: %s", left)
	}
}

// TestALongAnswerIsPassedOnWhole: a chain of certificates, or an answer of somebody else.
func TestALongAnswerIsPassedOnWhole(t *testing.T) {
	long := bytes.Repeat([]byte("x"), 3*mostOfAnswer)
	r := &reasons{next: answer(func(*http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: 200, Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(bytes.NewReader(long))}, nil
	})}
	resp, err := r.RoundTrip(httptest.NewRequest("GET", "https://ca.example/", nil))
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := io.ReadAll(resp.Body); !bytes.Equal(got, long) {
		t.Errorf("%d bytes of %d", len(got), len(long))
	}
}

type answer func(*http.Request) (*http.Response, error)

func (a answer) RoundTrip(r *http.Request) (*http.Response, error) { return a(r) }
