package mail

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"strings"
	"testing"

	"github.com/emersion/go-msgauth/dkim"
)

// keyPEM is a new private key; kind is rsa or ed25519.
func keyPEM(t testing.TB, kind string) string {
	t.Helper()
	var key any
	var err error
	if kind == "rsa" {
		key, err = rsa.GenerateKey(rand.Reader, 2048)
	} else {
		_, key, err = ed25519.GenerateKey(rand.Reader)
	}
	if err != nil {
		t.Fatal(err)
	}
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}))
}

func verify(t *testing.T, s *Signer, message []byte) error {
	t.Helper()
	name, text := s.Record()
	got, err := dkim.VerifyWithOptions(bytes.NewReader(message), &dkim.VerifyOptions{LookupTXT: func(domain string) ([]string, error) {
		if domain != name {
			t.Errorf("asked for %s, the record is at %s", domain, name)
		}
		return []string{text}, nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 {
		t.Fatalf("%d signatures", len(got))
	}
	return got[0].Err
}

func TestSignaturesHoldAndBreak(t *testing.T) {
	p := parts()
	p.Links = Links{Leave: "https://press.example/leave/", LeaveText: "Leave"}
	message, err := build(t, p).Message(nil, ana, date)
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"rsa", "ed25519"} {
		s, err := NewSigner("x.example", "sel", keyPEM(t, kind))
		if err != nil {
			t.Fatal(err)
		}
		message.Prepend("")
		signature, err := s.Sign(message)
		if err != nil {
			t.Fatal(err)
		}
		message.Prepend(signature)
		whole := message.Bytes()
		if err := verify(t, s, whole); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
		if kind == "rsa" && s.Bits() != 2048 {
			t.Error(s.Bits())
		}
		for what, broken := range map[string][]byte{
			"another word":     bytes.Replace(whole, []byte("long long"), []byte("long lang"), 1),
			"another subject":  bytes.Replace(whole, []byte("Subject: "), []byte("Subject: Re: "), 1),
			"a second subject": append([]byte("Subject: Buy\r\n"), whole...),
			"a second sender":  append([]byte("From: evil@x.example\r\n"), whole...),
			"another way out":  bytes.Replace(whole, []byte("press.example/leave"), []byte("evil.example/leave"), 1),
		} {
			if bytes.Equal(broken, whole) {
				t.Fatalf("%s: nothing was changed", what)
			}
			if verify(t, s, broken) == nil {
				t.Errorf("%s: %s, and the signature holds", kind, what)
			}
		}
	}
}

func TestKeysThatCannotSign(t *testing.T) {
	small, err := rsa.GenerateKey(rand.Reader, 1024)
	if err != nil {
		t.Fatal(err)
	}
	pkcs1 := string(pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(small)}))
	if _, err := NewSigner("x.example", "s", pkcs1); err != nil {
		t.Error(err)
	}
	for text, want := range map[string]string{
		"":       "not PEM",
		"geheim": "not PEM",
		"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n": "cannot be read",
	} {
		if _, err := NewSigner("x.example", "s", text); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "geheim") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func BenchmarkSign(b *testing.B) {
	for _, kind := range []string{"rsa", "ed25519"} {
		b.Run(kind, func(b *testing.B) {
			s, err := NewSigner("x.example", "sel", keyPEM(b, kind))
			if err != nil {
				b.Fatal(err)
			}
			message := append([]byte("From: a@x.example\r\nSubject: s\r\n\r\n"), bytes.Repeat([]byte("0123456789012345678901234567890123456789\r\n"), 500)...)
			for b.Loop() {
				if _, err := s.Sign(bytes.NewReader(message)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
