package archive

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
	"strings"
	"time"

	"pressroom/internal/seal"
)

// Names of the parts that say what the others are.
const (
	manifestName  = "manifest.json"
	signatureName = "manifest.sig"
	keyName       = "key.pem"
)

// format is what a manifest says of itself.
const format = "pressroom archive 1"

// manifest names every part with its digest, but for itself and its signature.
type manifest struct {
	Format  string    `json:"format"`
	Release string    `json:"release"`
	Made    time.Time `json:"made"`
	Key     string    `json:"key"` // fingerprint of the key in key.pem, as seal.Public has it
	Files   []listed  `json:"files"`
}

type listed struct {
	Name   string `json:"name"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// Checked is what Check found.
type Checked struct {
	Release string
	Made    time.Time
	Files   int
	Key     string // fingerprint of the key that signed it; "" if none did
	// Faults are what is not as it was signed, each with the part that it is in. Without
	// any the archive is whole.
	Faults []string
}

// mostFaults is how many faults are told one by one.
const mostFaults = 50

// mostKept is how long a part may be that is held in memory: a manifest of as many
// files as there can be.
const mostKept = 32 << 20

// Check reads an archive and holds every byte of it against what was signed. trusted is
// the key of the press office, where that is known from elsewhere; nil if it is not: then
// whoever asks has to compare Checked.Key. Its error is one of reading.
func Check(r io.Reader, trusted *seal.Public) (*Checked, error) {
	c := &checker{in: bufio.NewReaderSize(r, 64<<10), parts: make(map[string]found), kept: make(map[string][]byte)}
	if err := c.read(); err != nil {
		var torn *tornError
		if !errors.As(err, &torn) {
			return nil, err
		}
		c.fault("%s", torn.what)
	}
	c.signed(trusted)
	if len(c.out.Faults) > mostFaults {
		more := len(c.out.Faults) - mostFaults
		c.out.Faults = append(c.out.Faults[:mostFaults], fmt.Sprintf("and %d more", more))
	}
	return &c.out, nil
}

// tornError ends the reading: what follows cannot be told from what it should be.
type tornError struct{ what string }

func (e *tornError) Error() string { return e.what }

func torn(format string, args ...any) error { return &tornError{fmt.Sprintf(format, args...)} }

// found is what was found of a part.
type found struct {
	size   int64
	sha256 string
}

type checker struct {
	in      *bufio.Reader
	at      int64
	entries []entry
	parts   map[string]found
	kept    map[string][]byte // the parts that say what the others are
	out     Checked
}

func (c *checker) fault(format string, args ...any) {
	c.out.Faults = append(c.out.Faults, fmt.Sprintf(format, args...))
}

// next reads so many bytes.
func (c *checker) next(n int, in string) ([]byte, error) {
	b := make([]byte, n)
	read, err := io.ReadFull(c.in, b)
	c.at += int64(read)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, torn("the file ends at byte %d, in %s", c.at, in)
	}
	return b, err
}

// read goes through the container, part by part and then the directory.
func (c *checker) read() error {
	for {
		head, err := c.in.Peek(4)
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		if len(head) < 4 || binary.LittleEndian.Uint32(head) != localSignature {
			break
		}
		if err := c.part(); err != nil {
			return err
		}
	}
	if len(c.entries) == 0 {
		return torn("this is no archive that pressroom archive export wrote: it does not begin as one")
	}
	return c.directory()
}

// part reads one part, with the record before it.
func (c *checker) part() error {
	at, after := c.at, "the first part"
	if n := len(c.entries); n > 0 {
		after = "the part after " + c.entries[n-1].name
	}
	head, err := c.next(localSize, "the record of "+after)
	if err != nil {
		return err
	}
	le := binary.LittleEndian
	length := int(le.Uint16(head[26:]))
	if length == 0 || length > mostName {
		return torn("byte %d: the record of %s has a name of %d letters", at+26, after, length)
	}
	name, err := c.next(length, "the name of "+after)
	if err != nil {
		return err
	}
	e := entry{name: string(name), at: uint32(at), crc: le.Uint32(head[14:]), size: le.Uint32(head[22:])}
	where := "the record of " + quoted(e.name)
	if le.Uint32(head[18:]) != e.size {
		return torn("byte %d: %s says two sizes, %d and %d", at+18, where, le.Uint32(head[18:]), e.size)
	}
	c.compare(head, e.local()[:localSize], at, func(int) string { return where })
	if !validName(e.name) {
		c.fault("byte %d: no part can be called %q", at+localSize, e.name)
	}
	if at+int64(e.size) > mostBytes || len(c.entries) >= mostParts {
		return torn("%s: %v", where, ErrTooLarge)
	}
	return c.body(e)
}

// body reads a part's bytes.
func (c *checker) body(e entry) error {
	digest, sum := sha256.New(), crc32.NewIEEE()
	to := io.MultiWriter(digest, sum)
	var kept bytes.Buffer
	if _, twice := c.kept[e.name]; !twice && e.size <= mostKept && slices.Contains([]string{manifestName, signatureName, keyName}, e.name) {
		to = io.MultiWriter(digest, sum, &kept)
	}
	n, err := io.CopyN(to, c.in, int64(e.size))
	c.at += n
	if errors.Is(err, io.EOF) {
		return torn("the file ends at byte %d, in %s, of which %d bytes are missing", c.at, quoted(e.name), int64(e.size)-n)
	}
	if err != nil {
		return err
	}
	if sum.Sum32() != e.crc {
		c.fault("%s: its checksum is not that of its bytes", quoted(e.name))
	}
	if _, twice := c.parts[e.name]; twice {
		c.fault("%s is in the archive twice", quoted(e.name))
		return nil
	}
	c.entries = append(c.entries, e)
	c.parts[e.name] = found{int64(e.size), hex.EncodeToString(digest.Sum(nil))}
	if kept.Len() > 0 {
		c.kept[e.name] = kept.Bytes()
	}
	return nil
}

// directory reads what is behind the parts, all of which follows from them.
func (c *checker) directory() error {
	begin := c.at
	for i := range c.entries {
		want := c.entries[i].listed()
		where := "the directory, the record of " + quoted(c.entries[i].name)
		at := c.at
		got, err := c.next(len(want), where)
		if err != nil {
			return err
		}
		c.compare(got, want, at, func(int) string { return where })
	}
	at := c.at
	got, err := c.next(endSize, "the end of the directory")
	if err != nil {
		return err
	}
	c.compare(got, end(len(c.entries), uint32(at-begin), uint32(begin)), at, func(int) string { return "the end of the directory" })
	if _, err := c.in.Peek(1); err == nil {
		c.fault("byte %d: something stands behind the end", c.at)
	} else if !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}

// compare tells of the first byte that is another, and how many are.
func (c *checker) compare(got, want []byte, at int64, where func(i int) string) {
	first, others := -1, 0
	for i := range got {
		if got[i] == want[i] {
			continue
		}
		if first < 0 {
			first = i
		} else {
			others++
		}
	}
	switch {
	case first < 0:
	case others > 0:
		c.fault("byte %d, in %s: it is not as it was written, and %d more there", at+int64(first), where(first), others)
	default:
		c.fault("byte %d, in %s: it is not as it was written", at+int64(first), where(first))
	}
}

// signed holds what was found against the manifest, and that against its signature.
func (c *checker) signed(trusted *seal.Public) {
	for _, name := range []string{manifestName, signatureName, keyName} {
		if c.kept[name] == nil {
			c.fault("%s is missing", name)
		}
	}
	c.signature(trusted)
	var m manifest
	decoder := json.NewDecoder(bytes.NewReader(c.kept[manifestName]))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&m); c.kept[manifestName] == nil || err != nil {
		if c.kept[manifestName] != nil {
			c.fault("%s cannot be read: %v", manifestName, err)
		}
		return
	}
	if m.Format != format {
		c.fault("%s is of the form %q, and this program reads %q: a later version wrote it, or it is something else", manifestName, m.Format,
			format)
		return
	}
	c.out.Release, c.out.Made, c.out.Files = m.Release, m.Made, len(m.Files)
	if c.out.Key != "" && m.Key != c.out.Key {
		c.fault("%s names another key than %s holds", manifestName, keyName)
	}
	known := map[string]bool{manifestName: true, signatureName: true}
	for _, f := range m.Files {
		known[f.Name] = true
		switch got, ok := c.parts[f.Name]; {
		case !ok:
			c.fault("%s is missing", quoted(f.Name))
		case got.size != f.Size || got.sha256 != f.SHA256:
			c.fault("%s is not what was signed: it has %d bytes, sha256:%.12s…, and had %d, sha256:%.12s…", quoted(f.Name), got.size, got.sha256,
				f.Size, f.SHA256)
		}
	}
	for _, e := range c.entries {
		if !known[e.name] {
			c.fault("%s is in the archive, and was not signed", quoted(e.name))
		}
	}
}

// signature checks that of the manifest. Key and signature have one spelling each, so
// that no byte of them can be another.
func (c *checker) signature(trusted *seal.Public) {
	text, document := c.kept[signatureName], c.kept[manifestName]
	if c.kept[keyName] == nil {
		return
	}
	key, err := seal.ReadPublic(c.kept[keyName])
	if err != nil {
		c.fault("%s: %v", keyName, err)
		return
	}
	if spelt, err := key.MarshalText(); err != nil || !bytes.Equal(spelt, c.kept[keyName]) {
		c.fault("%s is not as it was written", keyName)
	}
	if trusted != nil && trusted.Fingerprint() != key.Fingerprint() {
		c.fault("%s is another key than yours: %s signed it, and yours is %s", keyName, key.Fingerprint(), trusted.Fingerprint())
	}
	if text == nil || document == nil {
		return
	}
	signature := strings.TrimSuffix(string(text), "\n")
	raw, err := base64.StdEncoding.Strict().DecodeString(signature)
	if err != nil || base64.StdEncoding.EncodeToString(raw)+"\n" != string(text) {
		c.fault("%s is not as it was written", signatureName)
		return
	}
	if err := key.Verify(document, signature); err != nil {
		c.fault("%s does not fit %s and %s: one of the three was changed", signatureName, manifestName, keyName)
		return
	}
	c.out.Key = key.Fingerprint()
}

// quoted is a name as it is told: as it is, where it can be a part's.
func quoted(name string) string {
	if validName(name) {
		return name
	}
	return fmt.Sprintf("%q", name)
}
