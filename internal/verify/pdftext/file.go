package pdftext

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
)

// The objects of a file (ISO 32000-1, 7.3 to 7.5), as far as our own are written: what a
// cross-reference stream leads to, inflated. All that is written otherwise is an error.

type (
	name  string
	ref   int
	dict  map[name]any
	array []any
	word  string // an operator of a content stream
)

// stream is a stream with its data inflated.
type stream struct {
	dict dict
	data []byte
}

// Limits of what is read.
const (
	mostObjects  = 200_000
	mostInflated = 64 << 20 // of all streams
	mostDeep     = 60       // values within values
)

var errOther = errors.New("it is written otherwise than Pressroom writes PDF files")

type file struct {
	src      []byte
	places   [][3]int // kind, and two fields, by object number
	objects  map[ref]any
	open     map[ref]bool // read, or being read
	inflated int
	trailer  dict
}

func openFile(src []byte) (*file, error) {
	f := &file{src: src, objects: make(map[ref]any), open: make(map[ref]bool)}
	at := bytes.LastIndex(src, []byte("startxref\n"))
	if at < 0 {
		return nil, errOther
	}
	number, _, _ := strings.Cut(string(src[at+10:]), "\n")
	start, err := strconv.Atoi(strings.TrimSpace(number))
	if err != nil {
		return nil, errOther
	}
	x, err := f.indirect(start)
	if err != nil {
		return nil, err
	}
	s, ok := x.(*stream)
	if !ok {
		return nil, errOther
	}
	f.trailer = s.dict
	var widths [3]int
	w, _ := s.dict["W"].(array)
	for i := range widths {
		if len(w) != 3 {
			return nil, errOther
		}
		n, _ := w[i].(float64)
		if n < 0 || n > 8 {
			return nil, errOther
		}
		widths[i] = int(n)
	}
	size := widths[0] + widths[1] + widths[2]
	if size == 0 || len(s.data)/size > mostObjects {
		return nil, errOther
	}
	for data := s.data; len(data) >= size; {
		var p [3]int
		for i, n := range widths {
			for _, c := range data[:n] {
				p[i] = p[i]<<8 | int(c)
			}
			data = data[n:]
		}
		f.places = append(f.places, p)
	}
	return f, nil
}

// get follows a reference; anything else is returned as it is. What cannot be read is nil.
func (f *file) get(v any) any {
	r, ok := v.(ref)
	if !ok {
		return v
	}
	if o, ok := f.objects[r]; ok {
		return o
	}
	if f.open[r] {
		return nil // it leads to itself
	}
	f.open[r] = true
	o, err := f.read(r)
	if err != nil {
		o = nil
	}
	if _, again := o.(ref); again {
		o = nil
	}
	f.objects[r] = o
	return o
}

func (f *file) dict(v any) dict {
	switch v := f.get(v).(type) {
	case dict:
		return v
	case *stream:
		return v.dict
	}
	return nil
}

func (f *file) array(v any) array { l, _ := f.get(v).(array); return l }

func (f *file) data(v any) []byte {
	if s, ok := f.get(v).(*stream); ok {
		return s.data
	}
	return nil
}

func (f *file) read(r ref) (any, error) {
	if r < 0 || int(r) >= len(f.places) {
		return nil, errOther
	}
	switch p := f.places[r]; p[0] {
	case 1:
		return f.indirect(p[1])
	case 2:
		s, ok := f.get(ref(p[1])).(*stream)
		if !ok {
			return nil, errOther
		}
		n, _ := s.dict["First"].(float64)
		first := int(n)
		if first < 0 || first > len(s.data) {
			return nil, errOther
		}
		index := strings.Fields(string(s.data[:first]))
		if p[2] < 0 || 2*p[2]+1 >= len(index) || index[2*p[2]] != strconv.Itoa(int(r)) {
			return nil, errOther
		}
		at, err := strconv.Atoi(index[2*p[2]+1])
		if err != nil || at < 0 {
			return nil, errOther
		}
		return (&lexer{src: s.data, at: first + at}).value(0)
	}
	return nil, errOther
}

// indirect reads "12 0 obj … endobj".
func (f *file) indirect(at int) (any, error) {
	if at < 0 || at >= len(f.src) {
		return nil, errOther
	}
	l := &lexer{src: f.src, at: at}
	for range 2 {
		if _, err := l.value(0); err != nil {
			return nil, err
		}
	}
	if v, err := l.value(0); err != nil || v != word("obj") {
		return nil, errOther
	}
	v, err := l.value(0)
	d, ok := v.(dict)
	if err != nil || !ok {
		return v, err
	}
	l.space()
	if !bytes.HasPrefix(l.src[l.at:], []byte("stream\n")) {
		return v, nil
	}
	begin := l.at + 7
	length, ok := d["Length"].(float64)
	n := int(length)
	if !ok || n < 0 || n > len(l.src)-begin || !bytes.HasPrefix(l.src[begin+n:], []byte("\nendstream")) {
		return nil, errOther
	}
	data := l.src[begin : begin+n]
	if d["Filter"] == name("FlateDecode") && d["Subtype"] != name("Image") { // nobody looks at pictures
		if data, err = f.inflate(data); err != nil {
			return nil, err
		}
	}
	return &stream{d, data}, nil
}

func (f *file) inflate(data []byte) ([]byte, error) {
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("a stream in it: %w", err)
	}
	out, err := io.ReadAll(io.LimitReader(z, int64(mostInflated-f.inflated)+1))
	if err != nil {
		return nil, fmt.Errorf("a stream in it: %w", err)
	}
	if f.inflated += len(out); f.inflated > mostInflated {
		return nil, errors.New("it unpacks to more than is read")
	}
	return out, nil
}

type lexer struct {
	src []byte
	at  int
}

func (l *lexer) space() {
	for l.at < len(l.src) && strings.IndexByte(" \t\r\n\f\x00", l.src[l.at]) >= 0 {
		l.at++
	}
}

const delimiters = " \t\r\n\f\x00()<>[]{}/%"

func (l *lexer) word() string {
	start := l.at
	for l.at < len(l.src) && strings.IndexByte(delimiters, l.src[l.at]) < 0 {
		l.at++
	}
	return string(l.src[start:l.at])
}

// value reads the next object or operator; io.EOF is the end.
func (l *lexer) value(depth int) (any, error) {
	if depth > mostDeep {
		return nil, errOther
	}
	l.space()
	if l.at >= len(l.src) {
		return nil, io.EOF
	}
	switch c := l.src[l.at]; {
	case c == '/':
		l.at++
		return name(l.word()), nil
	case c == '(':
		return l.literal()
	case bytes.HasPrefix(l.src[l.at:], []byte("<<")):
		l.at += 2
		return l.pairs(depth + 1)
	case c == '<':
		end := bytes.IndexByte(l.src[l.at:], '>')
		if end < 0 {
			return nil, errOther
		}
		data, err := hex.DecodeString(string(l.src[l.at+1 : l.at+end]))
		l.at += end + 1
		return string(data), err
	case c == '[':
		l.at++
		return l.array(depth + 1)
	}
	w := l.word()
	if w == "" {
		return nil, errOther
	}
	n, err := strconv.ParseFloat(w, 64)
	if err != nil {
		return word(w), nil
	}
	if bytes.HasPrefix(l.src[l.at:], []byte(" 0 R")) { // "12 0 R" is a reference
		l.at += 4
		if n < 0 || n > mostObjects {
			return nil, errOther
		}
		return ref(int(n)), nil
	}
	return n, nil
}

func (l *lexer) literal() (any, error) {
	var b []byte
	for l.at++; l.at < len(l.src); l.at++ {
		switch c := l.src[l.at]; c {
		case ')':
			l.at++
			return string(b), nil
		case '\\':
			if l.at++; l.at < len(l.src) {
				b = append(b, l.src[l.at])
			}
		case '(':
			return nil, errOther
		default:
			b = append(b, c)
		}
	}
	return nil, errOther
}

func (l *lexer) array(depth int) (any, error) {
	out := array{}
	for {
		if l.space(); l.at < len(l.src) && l.src[l.at] == ']' {
			l.at++
			return out, nil
		}
		v, err := l.value(depth)
		if err != nil {
			return nil, errOther
		}
		out = append(out, v)
	}
}

func (l *lexer) pairs(depth int) (any, error) {
	out := dict{}
	for {
		if l.space(); bytes.HasPrefix(l.src[l.at:], []byte(">>")) {
			l.at += 2
			return out, nil
		}
		k, err := l.value(depth)
		key, ok := k.(name)
		if err != nil || !ok {
			return nil, errOther
		}
		if out[key], err = l.value(depth); err != nil {
			return nil, errOther
		}
	}
}

// textString is a text string: UTF-16 with its mark, or ASCII.
func textString(v any) string {
	s, _ := v.(string)
	rest, ok := strings.CutPrefix(s, "\xfe\xff")
	if !ok {
		return s
	}
	return utf16Text(rest)
}

func utf16Text(s string) string {
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
