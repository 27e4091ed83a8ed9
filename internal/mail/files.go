package mail

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"sync"
)

// File is a picture or an attachment that a template names and does not hold: its
// encoded form stands within a segment. So each is kept once, in the database and in
// memory, however many templates have it.
type File struct {
	Segment, Offset int
	Key             string // as Parts.Key gave it

	encoded []byte
}

// Files gives templates the files that they name, each encoded once. Its methods may
// be called by several goroutines.
type Files struct {
	// Open returns the bytes that a key names.
	Open func(key string) ([]byte, error)

	mu      sync.Mutex
	encoded map[string][]byte
}

func (f *Files) get(key string) ([]byte, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if data, ok := f.encoded[key]; ok {
		return data, nil
	}
	data, err := f.Open(key)
	if err != nil {
		return nil, err
	}
	if f.encoded == nil {
		f.encoded = make(map[string][]byte)
	}
	f.encoded[key] = encode(data)
	return f.encoded[key], nil
}

// encodedLine is how long a line of base64 is (RFC 2045 section 6.8).
const encodedLine = 76

// encode is base64 in lines with CRLF between them.
func encode(data []byte) []byte {
	const line = encodedLine / 4 * 3
	out := make([]byte, 0, EncodedSize(len(data)))
	for len(data) > line {
		out = append(base64.StdEncoding.AppendEncode(out, data[:line]), "\r\n"...)
		data = data[line:]
	}
	return base64.StdEncoding.AppendEncode(out, data)
}

// placeholders stand for files while a message is composed, so that this costs the
// same whatever their size.
type placeholders struct {
	key  func([]byte) string // nil: files stand in the template
	keys []string
}

// put returns what is composed for a file.
func (p *placeholders) put(data []byte) []byte {
	if p.key == nil {
		return data
	}
	p.keys = append(p.keys, p.key(data))
	return p.mark(len(p.keys) - 1)
}

// mark is one line when it is encoded, and no other file's.
func (p *placeholders) mark(i int) []byte {
	const length = encodedLine / 4 * 3
	return fmt.Appendf(nil, "%-*.*s", length, length, fmt.Sprintf("%d pressroom %s", i, p.keys[i]))
}

// cut takes the placeholders out of a template's segments.
func (p *placeholders) cut(t *Template) error {
	for i, key := range p.keys {
		mark := encode(p.mark(i))
		found := false
		for n, s := range t.Segments {
			at := bytes.Index(s, mark)
			if at < 0 {
				continue
			}
			found = true
			t.Segments[n] = append(append([]byte{}, s[:at]...), s[at+len(mark):]...)
			t.Files = append(t.Files, File{Segment: n, Offset: at, Key: key})
			break
		}
		if !found {
			return fmt.Errorf("composing the message: the place of file %d was lost", i+1)
		}
	}
	return nil
}

// fill gives a template the files that it names.
func (t *Template) fill(files *Files) error {
	for i := range t.Files {
		f := &t.Files[i]
		if f.Segment < 0 || f.Segment >= len(t.Segments) || f.Offset < 0 || f.Offset > len(t.Segments[f.Segment]) ||
			i > 0 && (f.Segment < t.Files[i-1].Segment || f.Segment == t.Files[i-1].Segment && f.Offset < t.Files[i-1].Offset) {
			return fmt.Errorf("reading a message template: file %d stands nowhere in it", i+1)
		}
		var err error
		if f.encoded, err = files.get(f.Key); err != nil {
			return err
		}
	}
	return nil
}

// segment puts a segment, and the files that stand in it, into a message. from is the
// first of Files that was not yet; the next such is returned.
func (t *Template) segment(m *Message, n, from int) int {
	s, at := t.Segments[n], 0
	for ; from < len(t.Files) && t.Files[from].Segment == n; from++ {
		f := &t.Files[from]
		m.share(s[at:f.Offset])
		m.share(f.encoded)
		at = f.Offset
	}
	m.share(s[at:])
	return from
}
