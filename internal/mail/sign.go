package mail

import (
	"crypto"
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"fmt"
	"io"

	"github.com/emersion/go-msgauth/dkim"
)

// Signer makes DKIM signatures (RFC 6376, RFC 8463): relaxed/relaxed over the
// whole body and the header fields that a reader or a program relies on.
type Signer struct {
	options dkim.SignOptions
	key     crypto.Signer
}

// signed are the header fields under a signature. Those named twice are signed
// once more than they occur, so that a second one breaks the signature.
var signed = []string{
	"From", "From", "To", "To", "Subject", "Subject", "Date", "Date", "List-Unsubscribe", "List-Unsubscribe",
	"List-Unsubscribe-Post", "Reply-To", "Reply-To", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
	"Content-Language", "X-Pressroom-Delivery",
}

// NewSigner takes a private key in PEM (PKCS #1 or PKCS #8): RSA of at least 1024
// bits, or Ed25519.
func NewSigner(domain, selector, privateKey string) (*Signer, error) {
	key, err := parseKey(privateKey)
	if err != nil {
		return nil, err
	}
	return &Signer{key: key, options: dkim.SignOptions{
		Domain: domain, Selector: selector, Signer: key, Hash: crypto.SHA256, HeaderKeys: signed,
		HeaderCanonicalization: dkim.CanonicalizationRelaxed, BodyCanonicalization: dkim.CanonicalizationRelaxed,
	}}, nil
}

func parseKey(text string) (crypto.Signer, error) {
	block, _ := pem.Decode([]byte(text))
	if block == nil {
		return nil, errors.New("the DKIM key is not PEM; it begins with -----BEGIN PRIVATE KEY-----")
	}
	var key any
	var err error
	if block.Type == "RSA PRIVATE KEY" {
		key, err = x509.ParsePKCS1PrivateKey(block.Bytes)
	} else {
		key, err = x509.ParsePKCS8PrivateKey(block.Bytes)
	}
	if err != nil {
		return nil, errors.New("the DKIM key cannot be read: it is no private key in PKCS #1 or PKCS #8")
	}
	switch k := key.(type) {
	case *rsa.PrivateKey:
		if k.N.BitLen() < 1024 {
			return nil, fmt.Errorf("the DKIM key has %d bits; receivers ask for 1024 at least, and 2048 is usual", k.N.BitLen())
		}
		return k, nil
	case ed25519.PrivateKey:
		return k, nil
	}
	return nil, fmt.Errorf("the DKIM key is %T; RSA and Ed25519 can sign", key)
}

// Sign returns the DKIM-Signature header field for a message, with its CRLF. It
// is put before the message. The message is read as it writes itself, and not kept.
func (s *Signer) Sign(message io.WriterTo) (string, error) {
	d, err := dkim.NewSigner(&s.options)
	if err != nil {
		return "", fmt.Errorf("signing: %w", err)
	}
	if _, err := message.WriteTo(d); err != nil {
		return "", errors.Join(fmt.Errorf("signing: %w", err), d.Close())
	}
	if err := d.Close(); err != nil {
		return "", fmt.Errorf("signing: %w", err)
	}
	return d.Signature(), nil
}

// Record is the name and the text of the DNS record that has to be published for
// the signatures to hold (RFC 6376 section 3.6.1).
func (s *Signer) Record() (name, text string) {
	name = s.options.Selector + "._domainkey." + s.options.Domain
	switch k := s.key.Public().(type) {
	case ed25519.PublicKey:
		return name, "v=DKIM1; k=ed25519; p=" + base64.StdEncoding.EncodeToString(k)
	case *rsa.PublicKey:
		der, err := x509.MarshalPKIXPublicKey(k)
		if err != nil {
			return name, ""
		}
		return name, "v=DKIM1; k=rsa; p=" + base64.StdEncoding.EncodeToString(der)
	}
	return name, ""
}

// Bits is the length of an RSA key, 0 for another.
func (s *Signer) Bits() int {
	if k, ok := s.key.Public().(*rsa.PublicKey); ok {
		return k.N.BitLen()
	}
	return 0
}
