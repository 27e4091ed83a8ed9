package frontmatter

import "bytes"

// Mend is a stretch of a file with a slip, and what its author meant.
type Mend struct {
	Span
	New string
}

// Mends are what makes a release's file with slips in its front matter one that the
// parsers take, in their order; none for a file without slips, or one that is beyond it.
// They are for whoever writes the file to take or to leave: nothing is sent of a guess.
func Mends(name string, src []byte) []Mend {
	clean, diags := checkEncoding(name, src)
	if len(diags) > 0 {
		return nil
	}
	if doc, faults := strict(name, clean, true); doc != nil || tooMuch(faults) {
		return nil
	}
	m := newMender(name, clean, true)
	m.mend()
	var out []Mend
	at, written := 0, 0
	upTo := func(from, to int) {
		old, fresh := clean[at:from], m.out[written:to]
		if !bytes.Equal(old, fresh) {
			out = append(out, Mend{Span{at, from}, string(fresh)})
		}
	}
	for _, p := range m.pieces {
		if p.n > 0 && p.src >= at && p.out >= written {
			upTo(p.src, p.out)
			at, written = p.src+p.n, p.out+p.n
		}
	}
	upTo(max(at, m.at), len(m.out))
	return out
}
