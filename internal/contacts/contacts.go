// Package contacts reads press lists and segments and says who is on what.
//
// Read takes the files of contacts/ and returns a Book; Book.Pick names the
// journalists of a list or segment. It reads bytes, never disks.
package contacts

import (
	"fmt"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"
	"golang.org/x/text/unicode/norm"

	"pressroom/internal/diagnostic"
)

// MaxFileSize bounds one press list, in bytes.
const MaxFileSize = 64 << 20

// File is one file of contacts/: its name as diagnostics give it, and its bytes.
type File struct {
	Name string
	Data []byte
}

// Journalist is one address, merged over all lists that hold it.
type Journalist struct {
	Key         string // the address in the form that is compared: NFC, lower case, domain as A-labels
	Email       string // as it was written
	Name        string
	Outlet      string
	Region      string
	Language    string // BCP 47, "" for the release's main language
	Timezone    string // IANA
	Format      string // "html" or "text"
	Source      string // where the address comes from
	Basis       string // on what ground it is kept, as in consent
	Added       string // the day since when it is kept, as the list writes it
	Beats, Tags []string
	Embargo     bool  // has agreed to honour embargoes
	NoEmbargo   bool  // has said no to them; where both are false nobody has said anything
	Attachments *bool // nil: as the workspace has it
	Priority    float64
	Extra       map[string]string // further columns
	Lists       []string

	at diagnostic.Position
}

// At is where the address first stands.
func (j *Journalist) At() diagnostic.Position { return j.at }

// Book is all press lists and segments of a workspace.
type Book struct {
	Journalists []*Journalist // in the order of file names and lines
	lists       map[string][]*Journalist
	listNames   []string
	segments    map[string]*Segment
	segNames    []string
	columns     map[string]bool // further columns
	faults      map[diagnostic.Position]fault

	mu     sync.Mutex
	picked map[string][]*Journalist   // by segments, until something is changed
	byName map[string]map[string]bool // the addresses of lists and segments, so too
}

// Lists names the press lists, sorted.
func (b *Book) Lists() []string { return b.listNames }

// Segments are the segments, by name.
func (b *Book) Segments() []*Segment {
	out := make([]*Segment, len(b.segNames))
	for i, n := range b.segNames {
		out[i] = b.segments[n]
	}
	return out
}

// Has tells whether a list or segment of that name exists.
func (b *Book) Has(name string) bool {
	_, list := b.lists[name]
	_, segment := b.segments[name]
	return list || segment
}

// Names lists all lists and segments, sorted.
func (b *Book) Names() []string {
	out := append(append([]string{}, b.listNames...), b.segNames...)
	sort.Strings(out)
	return out
}

// Pick returns the journalists of a list or segment, in the Book's order. The slice
// is the Book's own and must not be changed. It may be called by several at once.
func (b *Book) Pick(name string) ([]*Journalist, error) {
	if l, ok := b.lists[name]; ok {
		return l, nil
	}
	s, ok := b.segments[name]
	if !ok {
		return nil, fmt.Errorf("no press list or segment is called %q; there are %s", name, orNone(b.Names()))
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if l, ok := b.picked[name]; ok {
		return l, nil
	}
	l, err := s.pick(b)
	if err != nil {
		return nil, err
	}
	if b.picked == nil {
		b.picked = make(map[string][]*Journalist)
	}
	b.picked[name] = l
	return l, nil
}

func orNone(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}

// AddressKey is the form in which addresses are compared: NFC and lower case,
// the domain as A-labels (RFC 5890). It is an error if s is not one address.
func AddressKey(s string) (string, error) {
	at := strings.LastIndexByte(s, '@')
	if at <= 0 || at == len(s)-1 || len(s) > 254 || at > 64 {
		return "", fmt.Errorf("%q is not an e-mail address", diagnostic.Word(s))
	}
	if err := seen(s); err != nil {
		return "", err
	}
	local, domain := s[:at], s[at+1:]
	if err := numbered(s, domain); err != nil {
		return "", err
	}
	ascii := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c <= ' ' || c == 0x7f || strings.IndexByte(`<>()[]\,;:"`, c) >= 0 || c == '@' && i != at {
			return "", fmt.Errorf("%q is not an e-mail address: it has %q in it", diagnostic.Word(s), string(c))
		}
		ascii = ascii && c < utf8.RuneSelf
	}
	if local[0] == '#' {
		return "", fmt.Errorf("%q begins with #, and a press list has no remarks: take the row out, or the #", diagnostic.Word(s))
	}
	if local[0] == '\'' {
		return "", fmt.Errorf("%q begins with ', as spreadsheets mark what is text; take it out", diagnostic.Word(s))
	}
	if strings.HasPrefix(local, ".") || strings.HasSuffix(local, ".") || strings.Contains(s, "..") {
		return "", fmt.Errorf("%q is not an e-mail address: a dot stands at the wrong place", diagnostic.Word(s))
	}
	if ascii {
		domain = strings.ToLower(domain)
		if !validHost(domain) {
			return "", fmt.Errorf("%q is not an e-mail address: %q is no domain", diagnostic.Word(s), domain)
		}
		return strings.ToLower(local) + "@" + domain, nil
	}
	if !utf8.ValidString(s) {
		return "", fmt.Errorf("%q is not UTF-8", diagnostic.Word(s))
	}
	if err := written(s); err != nil {
		return "", err
	}
	a, err := idna.Lookup.ToASCII(domain)
	if err != nil || !validHost(a) {
		return "", fmt.Errorf("%q is not an e-mail address: %q is no domain", diagnostic.Word(s), domain)
	}
	return norm.NFC.String(strings.ToLower(norm.NFC.String(local))) + "@" + a, nil
}

// numbered is an error for an address whose domain is the number of a machine: no
// domain ends in a number (RFC 3696 section 2), and no journalist's mail goes to one.
func numbered(s, domain string) error {
	last := domain[strings.LastIndexByte(domain, '.')+1:]
	if domain[0] != '[' && (last == "" || strings.Trim(last, "0123456789") != "") {
		return nil
	}
	return fmt.Errorf("%q is not an e-mail address: %q is the number of a machine; write the domain's name, as in ana@paper.example",
		diagnostic.Clip(s, 60), diagnostic.Clip(domain, 60))
}

// unseen are signs that nobody sees beside those of format and space: what chooses the form of
// the sign before, fillers, and the empty one of Braille.
var unseen = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x2800, Hi: 0x2800, Stride: 1}}}

func isUnseen(c rune) bool {
	return c >= utf8.RuneSelf && unicode.In(c, unicode.Cf, unicode.Cc, unicode.Z, unicode.Variation_Selector,
		unicode.Other_Default_Ignorable_Code_Point, unseen)
}

// seen is an error if a character is in an address that nobody sees: it comes with
// what is pasted, and no mailbox has it in its name.
func seen(s string) error {
	for i, c := range s {
		if !isUnseen(c) {
			continue
		}
		where := "at its beginning"
		if before := s[:i]; before != "" {
			where = fmt.Sprintf("behind %q", diagnostic.Word(before))
		}
		return fmt.Errorf("%q is not an e-mail address: %s it has U+%04X, which is not seen; take it out", diagnostic.Word(visible(s)), where, c)
	}
	return nil
}

// written is an error if a sign of typography is in an address, or one that is there to be
// as wide as a Chinese one: they come of programs that write them by themselves.
func written(s string) error {
	for _, c := range s {
		if c < utf8.RuneSelf || c == '·' || unicode.In(c, unicode.L, unicode.M, unicode.N) && norm.NFKC.String(string(c))[0] >= utf8.RuneSelf {
			continue
		}
		return fmt.Errorf("%q is not an e-mail address: its %q is U+%04X, which no address has", diagnostic.Word(s), string(c), c)
	}
	return nil
}

func visible(s string) string {
	return strings.Map(func(c rune) rune {
		if c < ' ' || isUnseen(c) && !unicode.Is(unicode.Z, c) {
			return -1
		}
		return c
	}, s)
}

func validHost(h string) bool {
	for _, label := range strings.Split(h, ".") {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		for i := 0; i < len(label); i++ {
			c := label[i]
			if !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_') {
				return false
			}
		}
	}
	return true
}
