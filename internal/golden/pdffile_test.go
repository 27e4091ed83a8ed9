package golden

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

// A small reader of PDF files (ISO 32000-1, 7.2 to 7.5), by itself so that a fault of
// the writer is not read by the writer's own rules. It reads what a cross-reference
// stream leads to, and inflates.

type (
	pdfName string
	pdfRef  int
	pdfDict map[pdfName]any
	pdfList []any
	pdfOp   string // an operator of a content stream
)

// pdfStream is a stream with its data inflated.
type pdfStream struct {
	dict pdfDict
	data []byte
}

type pdfFile struct {
	src     []byte
	places  [][3]int // type, and two fields, by object number
	objects map[pdfRef]any
	trailer pdfDict
}

func openPDF(src []byte) (*pdfFile, error) {
	f := &pdfFile{src: src, objects: make(map[pdfRef]any)}
	at := bytes.LastIndex(src, []byte("startxref\n"))
	if at < 0 {
		return nil, errors.New("no startxref")
	}
	start, err := strconv.Atoi(strings.Fields(string(src[at+10:]))[0])
	if err != nil {
		return nil, err
	}
	x, err := f.indirect(start)
	if err != nil {
		return nil, err
	}
	s, ok := x.(*pdfStream)
	if !ok {
		return nil, errors.New("startxref leads to no cross-reference stream")
	}
	f.trailer = s.dict
	w, _ := s.dict["W"].(pdfList)
	if len(w) != 3 {
		return nil, errors.New("the cross-reference stream has no widths")
	}
	for data := s.data; len(data) > 0; {
		var p [3]int
		for i := range p {
			n := int(w[i].(float64))
			for _, c := range data[:n] {
				p[i] = p[i]<<8 | int(c)
			}
			data = data[n:]
		}
		f.places = append(f.places, p)
	}
	return f, nil
}

// get follows a reference; anything else is returned as it is.
func (f *pdfFile) get(v any) any {
	r, ok := v.(pdfRef)
	if !ok {
		return v
	}
	if o, ok := f.objects[r]; ok {
		return o
	}
	o, err := f.read(r)
	if err != nil {
		panic(fmt.Sprintf("object %d: %v", r, err)) // openPDF's caller recovers
	}
	f.objects[r] = o
	return o
}

func (f *pdfFile) dict(v any) pdfDict {
	switch v := f.get(v).(type) {
	case pdfDict:
		return v
	case *pdfStream:
		return v.dict
	}
	return nil
}

func (f *pdfFile) list(v any) pdfList { l, _ := f.get(v).(pdfList); return l }

func (f *pdfFile) read(r pdfRef) (any, error) {
	if int(r) >= len(f.places) {
		return nil, errors.New("is not in the table")
	}
	p := f.places[r]
	switch p[0] {
	case 1:
		return f.indirect(p[1])
	case 2:
		s, ok := f.get(pdfRef(p[1])).(*pdfStream)
		if !ok {
			return nil, errors.New("lies in no object stream")
		}
		first := int(s.dict["First"].(float64))
		index := strings.Fields(string(s.data[:first]))
		if index[2*p[2]] != strconv.Itoa(int(r)) {
			return nil, fmt.Errorf("the object stream has %s in its place", index[2*p[2]])
		}
		at, err := strconv.Atoi(index[2*p[2]+1])
		if err != nil {
			return nil, err
		}
		return (&pdfLexer{src: s.data, at: first + at}).value()
	}
	return nil, errors.New("is free")
}

// indirect reads "12 0 obj … endobj".
func (f *pdfFile) indirect(at int) (any, error) {
	l := &pdfLexer{src: f.src, at: at}
	for range 2 {
		if _, err := l.value(); err != nil {
			return nil, err
		}
	}
	if v, err := l.value(); err != nil || v != pdfOp("obj") {
		return nil, fmt.Errorf("no object at %d: %v %w", at, v, err)
	}
	v, err := l.value()
	d, ok := v.(pdfDict)
	if err != nil || !ok {
		return v, err
	}
	l.space()
	if !bytes.HasPrefix(l.src[l.at:], []byte("stream\n")) {
		return v, nil
	}
	begin := l.at + 7
	n, ok := d["Length"].(float64)
	if !ok || !bytes.HasPrefix(l.src[begin+int(n):], []byte("\nendstream")) {
		return nil, fmt.Errorf("the stream at %d has the wrong length", at)
	}
	data := l.src[begin : begin+int(n)]
	if d["Filter"] == pdfName("FlateDecode") {
		z, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, err
		}
		if data, err = io.ReadAll(z); err != nil {
			return nil, err
		}
	}
	return &pdfStream{d, data}, nil
}

type pdfLexer struct {
	src []byte
	at  int
}

func (l *pdfLexer) space() {
	for l.at < len(l.src) && strings.IndexByte(" \t\r\n\f\x00", l.src[l.at]) >= 0 {
		l.at++
	}
}

const pdfDelimiters = " \t\r\n\f\x00()<>[]{}/%"

func (l *pdfLexer) word() string {
	start := l.at
	for l.at < len(l.src) && strings.IndexByte(pdfDelimiters, l.src[l.at]) < 0 {
		l.at++
	}
	return string(l.src[start:l.at])
}

// value reads the next object or operator; io.EOF is the end.
func (l *pdfLexer) value() (any, error) {
	l.space()
	if l.at >= len(l.src) {
		return nil, io.EOF
	}
	switch c := l.src[l.at]; {
	case c == '/':
		l.at++
		return pdfName(l.word()), nil
	case c == '(':
		return l.literal()
	case bytes.HasPrefix(l.src[l.at:], []byte("<<")):
		l.at += 2
		return l.pairs()
	case c == '<':
		end := bytes.IndexByte(l.src[l.at:], '>')
		if end < 0 {
			return nil, errors.New("a string without an end")
		}
		data, err := hex.DecodeString(string(l.src[l.at+1 : l.at+end]))
		l.at += end + 1
		return string(data), err
	case c == '[':
		l.at++
		return l.array()
	case c == ']', c == '>':
		return nil, fmt.Errorf("%q where a value was expected", c)
	}
	return l.number()
}

func (l *pdfLexer) number() (any, error) {
	w := l.word()
	if w == "" {
		return nil, fmt.Errorf("%q where a value was expected", l.src[l.at])
	}
	n, err := strconv.ParseFloat(w, 64)
	if err != nil {
		return pdfOp(w), nil
	}
	// "12 0 R" is a reference.
	if rest := l.src[l.at:]; bytes.HasPrefix(rest, []byte(" 0 R")) {
		l.at += 4
		return pdfRef(int(n)), nil
	}
	return n, nil
}

func (l *pdfLexer) literal() (any, error) {
	var b []byte
	for l.at++; l.at < len(l.src); l.at++ {
		switch c := l.src[l.at]; c {
		case ')':
			l.at++
			return string(b), nil
		case '\\':
			l.at++
			b = append(b, l.src[l.at])
		case '(':
			return nil, errors.New("a bracket within a string")
		default:
			b = append(b, c)
		}
	}
	return nil, errors.New("a string without an end")
}

func (l *pdfLexer) array() (any, error) {
	out := pdfList{}
	for {
		if l.space(); l.at < len(l.src) && l.src[l.at] == ']' {
			l.at++
			return out, nil
		}
		v, err := l.value()
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
}

func (l *pdfLexer) pairs() (any, error) {
	out := pdfDict{}
	for {
		if l.space(); bytes.HasPrefix(l.src[l.at:], []byte(">>")) {
			l.at += 2
			return out, nil
		}
		k, err := l.value()
		if err != nil {
			return nil, err
		}
		name, ok := k.(pdfName)
		if !ok {
			return nil, fmt.Errorf("%v where a name was expected", k)
		}
		if _, twice := out[name]; twice {
			return nil, fmt.Errorf("/%s stands twice in a dictionary", name)
		}
		if out[name], err = l.value(); err != nil {
			return nil, err
		}
	}
}

// pdfText is a text string: UTF-16 with its mark, or ASCII.
func pdfText(v any) string {
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
