package archive

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"strings"
)

// The container is a ZIP file (APPNOTE.TXT 6.3) of one form alone: files as they are, one
// behind the other, no dates, no extra fields, and the directory at the end. So each of
// its bytes follows from the files' names and bytes, and none can be changed that nobody
// looks at; there is nothing to unpack, and nothing that could grow.

// Part is one file of an archive.
type Part struct {
	Name string
	Data []byte
}

// Limits of an archive.
const (
	mostParts = 60_000
	mostBytes = math.MaxUint32 - 1<<24 // with the directory it stays below 4 GiB
	mostName  = 240
)

// validName tells whether a part can be called so: no way leads out of the folder that an
// archive is unpacked in, on any system.
func validName(name string) bool {
	if name == "" || len(name) > mostName {
		return false
	}
	for _, step := range strings.Split(name, "/") {
		if strings.Trim(step, ".") == "" {
			return false
		}
	}
	for i := 0; i < len(name); i++ {
		c := name[i]
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && strings.IndexByte("/._-%+@,~=", c) < 0 {
			return false
		}
	}
	return true
}

// Signatures and sizes of the records.
const (
	localSignature, localSize = 0x04034b50, 30
	entrySignature, entrySize = 0x02014b50, 46
	endSignature, endSize     = 0x06054b50, 22
	version                   = 10             // needed to unpack: no feature at all
	dosDate                   = 1<<5 | 1       // 1 January 1980, where the format begins
	madeBy                    = 3<<8 | 20      // Unix
	attributes                = 0o100600 << 16 // a file, its owner's alone
)

// entry is what the records say of a part.
type entry struct {
	name     string
	size, at uint32
	crc      uint32
}

// common are the fields that both records of a part have.
func (e *entry) common(b []byte) []byte {
	le := binary.LittleEndian
	b = le.AppendUint16(b, version)
	b = append(b, make([]byte, 6)...) // flags, method, time
	b = le.AppendUint16(b, dosDate)
	b = le.AppendUint32(b, e.crc)
	b = le.AppendUint32(b, e.size)
	b = le.AppendUint32(b, e.size)
	b = le.AppendUint16(b, uint16(len(e.name)))
	return le.AppendUint16(b, 0) // extra fields
}

// local is the record before a part's bytes.
func (e *entry) local() []byte {
	return append(e.common(binary.LittleEndian.AppendUint32(nil, localSignature)), e.name...)
}

// listed is the record in the directory.
func (e *entry) listed() []byte {
	le := binary.LittleEndian
	b := le.AppendUint16(le.AppendUint32(nil, entrySignature), madeBy)
	b = e.common(b)
	b = append(b, make([]byte, 6)...) // comment, disk, internal attributes
	b = le.AppendUint32(b, attributes)
	b = le.AppendUint32(b, e.at)
	return append(b, e.name...)
}

// end is the last record.
func end(parts int, size, at uint32) []byte {
	le := binary.LittleEndian
	b := append(le.AppendUint32(nil, endSignature), make([]byte, 4)...)
	b = le.AppendUint16(b, uint16(parts))
	b = le.AppendUint16(b, uint16(parts))
	b = le.AppendUint32(b, size)
	b = le.AppendUint32(b, at)
	return le.AppendUint16(b, 0)
}

// ErrTooLarge is returned for what does not fit into one archive.
var ErrTooLarge = errors.New("this is more than fits into one archive: 4 GiB, or 60,000 files")

// packer writes an archive.
type packer struct {
	w       io.WriteSeeker
	at      int64
	entries []entry
}

func (p *packer) write(b []byte) error {
	n, err := p.w.Write(b)
	p.at += int64(n)
	return err
}

// stream writes a part whose size is known only behind it: the record before its bytes is
// written twice. It returns how long the part is.
func (p *packer) stream(name string, body func(io.Writer) error) (int64, error) {
	if !validName(name) {
		return 0, fmt.Errorf("%q cannot name a file of an archive", name)
	}
	if p.at > mostBytes || len(p.entries) >= mostParts {
		return 0, ErrTooLarge
	}
	e := entry{name: name, at: uint32(p.at)}
	if err := p.write(e.local()); err != nil {
		return 0, err
	}
	begins, sum := p.at, crc32.NewIEEE()
	if err := body(io.MultiWriter(bounded{p}, sum)); err != nil {
		return 0, err
	}
	e.size, e.crc = uint32(p.at-begins), sum.Sum32()
	p.entries = append(p.entries, e)
	if _, err := p.w.Seek(int64(e.at), io.SeekStart); err != nil {
		return 0, err
	}
	if _, err := p.w.Write(e.local()); err != nil {
		return 0, err
	}
	_, err := p.w.Seek(p.at, io.SeekStart)
	return p.at - begins, err
}

// bounded writes the bytes of a part, as long as the archive is not too large for them.
type bounded struct{ *packer }

func (b bounded) Write(data []byte) (int, error) {
	if b.at+int64(len(data)) > mostBytes {
		return 0, ErrTooLarge
	}
	return len(data), b.write(data)
}

// add writes a part.
func (p *packer) add(part Part) error {
	_, err := p.stream(part.Name, func(w io.Writer) error {
		_, err := w.Write(part.Data)
		return err
	})
	return err
}

// close writes the directory.
func (p *packer) close() error {
	at := p.at
	for i := range p.entries {
		if err := p.write(p.entries[i].listed()); err != nil {
			return err
		}
	}
	return p.write(end(len(p.entries), uint32(p.at-at), uint32(at)))
}
