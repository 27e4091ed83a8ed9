// Package seal signs what the press office hands out as evidence: with a key of its own,
// made here, whose public half everybody can fetch under Address.
//
// Own is the key of a database, and Sign what it says of a document; ReadPublic and
// Verify are for whoever checks that. What is signed are the bytes of the document and
// nothing else, so that a program such as openssl checks it too. A document says in
// itself what it is, and of which release: a signature under one kind of document must
// not be one under another.
package seal

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"

	"pressroom/internal/setting"
	"pressroom/internal/store"
)

// Address is where the public key stands, below the public pages.
const Address = ".well-known/pressroom-key"

// Type is the media type in which it is handed out (RFC 8555 section 9.1 uses it for
// other things in PEM).
const Type = "application/x-pem-file"

// Key signs for a press office.
type Key struct{ private ed25519.PrivateKey }

// settingName is what the database keeps the key under: its seed, in hexadecimal.
const settingName = "seal"

// Own is the key of a database, made at first use. Whoever works on the same database
// has the same.
func Own(ctx context.Context, db *store.DB) (*Key, error) {
	kept, err := setting.Get(ctx, db.Reader(), settingName)
	if err == nil && kept == "" {
		err = db.Tx(ctx, func(tx *store.Tx) (err error) {
			if kept, err = setting.Get(ctx, tx, settingName); err != nil || kept != "" {
				return err
			}
			var seed [ed25519.SeedSize]byte
			rand.Read(seed[:])
			kept = hex.EncodeToString(seed[:])
			return setting.Set(ctx, tx, settingName, kept)
		})
	}
	if err != nil {
		return nil, fmt.Errorf("reading the key that signs: %w", err)
	}
	seed, err := hex.DecodeString(kept)
	if err != nil || len(seed) != ed25519.SeedSize {
		return nil, errors.New("the key that signs is damaged in the database; restore the database, or those who kept the public key " +
			"could not check anything any more")
	}
	return &Key{ed25519.NewKeyFromSeed(seed)}, nil
}

// Sign is the signature of a document, in base64.
func (k *Key) Sign(document []byte) string {
	return base64.StdEncoding.EncodeToString(k.SignRaw(document))
}

// SignRaw is the signature of a document, as a file beside it has it.
func (k *Key) SignRaw(document []byte) []byte { return ed25519.Sign(k.private, document) }

// Public is what others check signatures with.
func (k *Key) Public() Public { return Public{k.private.Public().(ed25519.PublicKey)} }

// Public is the public half of a key.
type Public struct{ key ed25519.PublicKey }

// block is what the key's PEM block is called (RFC 7468 section 13).
const block = "PUBLIC KEY"

// MarshalText is the key as it is handed out: SubjectPublicKeyInfo in PEM.
func (p Public) MarshalText() ([]byte, error) {
	der, err := x509.MarshalPKIXPublicKey(p.key)
	if err != nil {
		return nil, fmt.Errorf("writing the public key: %w", err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: block, Bytes: der}), nil
}

// Fingerprint is the SHA-256 of the key, in hexadecimal: what two people compare.
func (p Public) Fingerprint() string {
	sum := sha256.Sum256(p.key)
	return hex.EncodeToString(sum[:])
}

// maxPublic is how long a public key may be that is read, in bytes.
const maxPublic = 4 << 10

// ErrNoKey is returned for what is no public key of a press office.
var ErrNoKey = errors.New("this is no public key for signatures of this kind: it should be one Ed25519 key in PEM (BEGIN PUBLIC KEY)")

// ReadPublic reads a key as MarshalText writes it.
func ReadPublic(text []byte) (Public, error) {
	if len(text) > maxPublic {
		return Public{}, ErrNoKey
	}
	b, _ := pem.Decode(text)
	if b == nil || b.Type != block {
		return Public{}, ErrNoKey
	}
	any, err := x509.ParsePKIXPublicKey(b.Bytes)
	if err != nil {
		return Public{}, ErrNoKey
	}
	key, ok := any.(ed25519.PublicKey)
	if !ok {
		return Public{}, ErrNoKey
	}
	return Public{key}, nil
}

// ErrForged is returned where a signature is not the key's under a document.
var ErrForged = errors.New("the signature is not this key's, or the document was changed after it was signed")

// Verify is nil if the key has signed a document, and else ErrForged.
func (p Public) Verify(document []byte, signature string) error {
	raw, err := base64.StdEncoding.DecodeString(signature)
	if err != nil || len(p.key) != ed25519.PublicKeySize || !ed25519.Verify(p.key, document, raw) {
		return ErrForged
	}
	return nil
}
