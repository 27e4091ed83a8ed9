// Package mail makes one message: headers, MIME body, and the recipient's own
// part.
//
// Build composes what all recipients of a variant share, once; Template.Message
// adds what is personal, which is cheap and pure: the same recipient and date
// give the same bytes.
package mail

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/go-gomail/gomail"

	"pressroom/internal/render/email"
)

// Attachment is a file that goes with a message.
type Attachment struct {
	Name     string // as FileNames gives it
	Original string // what its author called it; "" if that is its name
	Type     string // media type
	Data     []byte
}

// Parts are what the messages of one variant share.
type Parts struct {
	From, ReplyTo string // RFC 5322 addresses; ReplyTo may be empty
	Language      string
	Bodies        *email.Bodies
	TextOnly      bool
	Attachments   []Attachment
	SentTo        string // how the personal line reads, with one %s for the address
	Legal         Legal
	Links         Links
	// Key names pictures and attachments that are kept beside the template, as by
	// their digest; nil if they are to stand in it.
	Key func(data []byte) string
}

// Template is a message without what is personal. Its fields are stored with the
// dispatch, so that a worker elsewhere needs nothing else.
type Template struct {
	Version     int // TemplateVersion
	Subject     string
	From        string
	ReplyTo     string
	Language    string
	ContentType string
	Encoding    string // of a message with one part only
	SentTo      string // with one %s for the address
	Legal       Legal
	Links       Links
	Segments    [][]byte // of the MIME body: between each two stands a personal line
	HTML        []bool   // for each gap, whether it stands in HTML
	Files       []File   // in the order in which they stand

	fixed sync.Once
	head  fixedHead
}

// TemplateVersion is that of the templates that are written. Those from before there
// were versions have 0, and hold their files.
const TemplateVersion = 1

// fixedHead is what the header blocks of all messages have in common.
type fixedHead struct {
	from, replyTo, subject string
	leaveTo                string // the address that takes people off by mail
	err                    error
}

// Marshal is the template as it is stored.
func (t *Template) Marshal() ([]byte, error) { return json.Marshal(t) }

// Unmarshal reads what Marshal wrote. files has the pictures and attachments that it
// names; it may be nil where there are none.
func Unmarshal(data []byte, files *Files) (*Template, error) {
	var t Template
	if err := json.Unmarshal(data, &t); err != nil {
		return nil, fmt.Errorf("reading a message template: %w", err)
	}
	if t.Version > TemplateVersion {
		return nil, errors.New("reading a message template: a later version of the program wrote it; use that one")
	}
	if len(t.Segments) != len(t.HTML)+1 || len(t.Files) > 0 && files == nil {
		return nil, errors.New("reading a message template: its parts do not fit")
	}
	return &t, t.fill(files)
}

// FileKeys lists the pictures and attachments that a stored template names.
func FileKeys(data []byte) ([]string, error) {
	var t struct{ Files []File }
	if err := json.Unmarshal(data, &t); err != nil {
		return nil, fmt.Errorf("reading a message template: %w", err)
	}
	keys := make([]string, len(t.Files))
	for i, f := range t.Files {
		keys[i] = f.Key
	}
	return keys, nil
}

var attachmentName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$`)

// Build composes the MIME body with gomail and takes it apart at the personal
// lines. Boundaries are derived from the content, so that the same parts give
// the same bytes.
func Build(p Parts) (*Template, error) {
	if _, err := mail.ParseAddress(p.From); err != nil {
		return nil, fmt.Errorf("the sender %q is not an address", p.From)
	}
	m := gomail.NewMessage()
	m.SetBody("text/plain"+p.Bodies.Flow, string(p.Bodies.Text))
	marks := placeholders{key: p.Key}
	t := &Template{
		Version: TemplateVersion, Subject: p.Bodies.Subject, From: p.From, ReplyTo: p.ReplyTo, Language: p.Language, SentTo: p.SentTo,
		Legal: p.Legal, Links: p.Links, HTML: []bool{false},
	}
	if !p.TextOnly {
		m.AddAlternative("text/html", string(p.Bodies.HTML))
		t.HTML = append(t.HTML, true)
		for _, pic := range p.Bodies.Pictures {
			name := pic.ID + "." + strings.ReplaceAll(strings.TrimPrefix(pic.Asset.Type, "image/"), "jpeg", "jpg")
			m.Embed(name, copier(marks.put(pic.Asset.Data)), gomail.SetHeader(map[string][]string{
				"Content-Type": {pic.Asset.Type + `; name="` + name + `"`}, "Content-ID": {"<" + pic.ID + ">"},
			}))
		}
	}
	for _, a := range p.Attachments {
		if !attachmentName.MatchString(a.Name) {
			return nil, fmt.Errorf("%q cannot name an attachment: letters, digits, dots and hyphens only", a.Name)
		}
		m.Attach(a.Name, copier(marks.put(a.Data)), gomail.SetHeader(map[string][]string{
			"Content-Type": {a.Type + `; name="` + a.Name + `"`}, "Content-Disposition": {a.disposition()},
		}))
	}
	var b bytes.Buffer
	m.WriteTo(&b) // into memory, which never fails
	if err := t.takeApart(b.Bytes()); err != nil {
		return nil, err
	}
	return t, marks.cut(t)
}

func copier(data []byte) gomail.FileSetting {
	return gomail.SetCopyFunc(func(w io.Writer) error { _, err := w.Write(data); return err })
}

var boundaryPattern = regexp.MustCompile(`boundary=([0-9a-f]{60})`)

// takeApart replaces gomail's random boundaries, drops its header block, whose
// order is random too, and divides the body at the personal lines.
func (t *Template) takeApart(raw []byte) error {
	seen := make(map[string]string)
	for _, m := range boundaryPattern.FindAllSubmatch(raw, -1) {
		seen[string(m[1])] = ""
	}
	i := 0
	neutral := raw
	for _, m := range boundaryPattern.FindAllSubmatch(raw, -1) {
		b := string(m[1])
		if seen[b] == "" {
			i++
			seen[b] = fmt.Sprintf("=_pressroom_%d", i)
			neutral = bytes.ReplaceAll(neutral, []byte(b), []byte(seen[b]))
		}
	}
	head, body, ok := bytes.Cut(neutral, []byte("\r\n\r\n"))
	if !ok {
		return errors.New("composing the message: gomail wrote no header block")
	}
	sum := sha256.Sum256(body)
	name := hex.EncodeToString(sum[:12])
	for n := i; n > 0; n-- {
		old, boundary := fmt.Sprintf("=_pressroom_%d", n), fmt.Sprintf("=_%s_%d", name, n)
		body = bytes.ReplaceAll(body, []byte(old), []byte(boundary))
		head = bytes.ReplaceAll(head, []byte("boundary="+old), []byte(`boundary="`+boundary+`"`))
		body = bytes.ReplaceAll(body, []byte("boundary="+boundary), []byte(`boundary="`+boundary+`"`))
	}
	msg, err := mail.ReadMessage(bytes.NewReader(head))
	if err != nil {
		return fmt.Errorf("composing the message: %w", err)
	}
	t.ContentType, t.Encoding = msg.Header.Get("Content-Type"), msg.Header.Get("Content-Transfer-Encoding")
	t.Segments = bytes.Split(body, []byte(email.PersonalLine+"\r\n"))
	if len(t.Segments) != len(t.HTML)+1 {
		return fmt.Errorf("composing the message: the template must print {{.Personal}} once; it stands %d times", len(t.Segments)-1)
	}
	if !bytes.HasSuffix(body, []byte("\r\n")) {
		t.Segments[len(t.Segments)-1] = append(t.Segments[len(t.Segments)-1], "\r\n"...)
	}
	return nil
}

// mostReferences is how many messages of a thread one names.
const mostReferences = 20

// Recipient is to whom one message goes.
type Recipient struct {
	Name, Address string
	MessageID     string // without angle brackets
	DeliveryID    string // for X-Pressroom-Delivery
	LeaveToken    string
	DetailsToken  string
	PageToken     string
	Source        string // where the address comes from; "" if nobody has said
	First         bool   // nothing was sent to it before
	// Thread are the Message-IDs to which it answers, without angle brackets, the newest
	// last (RFC 5322 section 3.6.4).
	Thread []string
}

// Recipient derives what is a recipient's own from the workspace's key and the
// number of the delivery. sender is the address whose domain the Message-ID has.
func (t *Template) Recipient(key []byte, delivery int64, dispatch, addressKey, name, address, sender string) Recipient {
	r := Recipient{Name: name, Address: address, MessageID: MessageID(key, dispatch, addressKey, sender), DeliveryID: Token(key, ForDelivery,
		delivery)}
	if t.Links.Leave != "" {
		r.LeaveToken = Token(key, ForLeaving, delivery)
	}
	if t.Links.Details != "" {
		r.DetailsToken = Token(key, ForDetails, delivery)
	}
	if t.Links.Page != "" {
		r.PageToken = Token(key, ForAdvance, delivery)
	}
	return r
}

// dateLayout is a time as a header has it, in UTC (RFC 5322 section 3.3).
const dateLayout = "Mon, 02 Jan 2006 15:04:05 +0000"

// Message is the message to one recipient, with CRLF line ends (RFC 5322). date is
// printed in UTC. It is written into m and returned; nil stands for a new one.
func (t *Template) Message(m *Message, r Recipient, date time.Time) (*Message, error) {
	for i, f := range t.Files {
		if f.encoded == nil {
			return nil, fmt.Errorf("composing the message: file %d was not read", i+1)
		}
	}
	t.fixed.Do(t.fix)
	if t.head.err != nil {
		return nil, t.head.err
	}
	if m == nil {
		m = new(Message)
	}
	m.reset()
	to := mail.Address{Name: r.Name, Address: r.Address}
	h := headers{b: &m.own}
	h.add("From", t.head.from)
	h.add("To", to.String()) // as it is, also where it is not ASCII, which the server must allow (RFC 6532)
	if t.head.replyTo != "" {
		h.add("Reply-To", t.head.replyTo)
	}
	h.add("Subject", t.head.subject)
	h.add("Date", date.UTC().Format(dateLayout))
	h.add("Message-ID", "<"+r.MessageID+">")
	if n := len(r.Thread); n > 0 {
		h.add("In-Reply-To", "<"+r.Thread[n-1]+">")
		h.add("References", "<"+strings.Join(r.Thread[max(0, n-mostReferences):], "> <")+">")
	}
	if t.Links.Leave != "" { // RFC 8058
		h.add("List-Unsubscribe", "<"+t.Links.Leave+r.LeaveToken+">, <"+t.unsubscribe(r)+">")
		h.add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
	} else {
		h.add("List-Unsubscribe", "<"+t.unsubscribe(r)+">")
	}
	h.add("X-Pressroom-Delivery", r.DeliveryID)
	h.add("Content-Language", t.Language)
	h.add("MIME-Version", "1.0")
	h.add("Content-Type", t.ContentType)
	if t.Encoding != "" {
		h.add("Content-Transfer-Encoding", t.Encoding)
	}
	if h.err != nil {
		return nil, h.err
	}
	m.own.WriteString("\r\n")
	files := 0
	for i := range t.Segments {
		files = t.segment(m, i, files)
		if i < len(t.HTML) {
			q := quotedprintable.NewWriter(&m.own)
			io.WriteString(q, t.foot().To(r, t.HTML[i]))
			q.Close()
			m.own.WriteString("\r\n")
		}
	}
	return m, nil
}

// fix makes what all messages have in common.
func (t *Template) fix() {
	from, err := mail.ParseAddress(t.From)
	if err != nil {
		t.head.err = fmt.Errorf("the sender %q is not an address", t.From)
		return
	}
	t.head.from, t.head.leaveTo, t.head.subject = from.String(), from.Address, encodeWords(t.Subject)
	if t.ReplyTo == "" {
		return
	}
	reply, err := mail.ParseAddress(t.ReplyTo)
	if err != nil {
		t.head.err = fmt.Errorf("reply_to %q is not an address", t.ReplyTo)
		return
	}
	t.head.replyTo, t.head.leaveTo = reply.String(), reply.Address
}

// unsubscribe is the address of RFC 2369 that takes a person off the list.
func (t *Template) unsubscribe(r Recipient) string {
	return "mailto:" + t.head.leaveTo + "?subject=unsubscribe%20" + url.PathEscape(r.DeliveryID)
}

// headers writes a header block and refuses what would break out of it.
type headers struct {
	b   *bytes.Buffer
	err error
}

func (h *headers) add(name, value string) {
	if h.err != nil {
		return
	}
	for i := 0; i < len(value); i++ {
		if c := value[i]; c < 0x20 && c != '\t' || c == 0x7f {
			h.err = fmt.Errorf("the header %s has a line break or control character in it", name)
			return
		}
	}
	if !utf8.ValidString(value) {
		h.err = fmt.Errorf("the header %s is not UTF-8", name)
		return
	}
	writeFolded(h.b, name, value)
}

// writeFolded writes a header with lines of at most 76 characters where it has
// spaces to fold at (RFC 5322 section 2.2.3).
func writeFolded(b *bytes.Buffer, name, value string) {
	b.WriteString(name)
	b.WriteByte(':')
	used := len(name) + 1
	for i, word := range strings.Split(value, " ") {
		if i > 0 && used+1+len(word) > 76 {
			b.WriteString("\r\n")
			used = 0
		}
		b.WriteByte(' ')
		b.WriteString(word)
		used += 1 + len(word)
	}
	b.WriteString("\r\n")
}

// encodeWords is RFC 2047 for a header's text. Words too long for a line are
// encoded as well, so that they can be folded.
func encodeWords(s string) string {
	var longest int
	for _, w := range strings.Fields(s) {
		longest = max(longest, len(w))
	}
	if isASCII(s) && longest > 70 {
		return mime.BEncoding.Encode("utf-8", s+"\u200b")
	}
	return mime.QEncoding.Encode("utf-8", s)
}

// isASCII tells texts that have as many characters as bytes.
func isASCII(s string) bool { return utf8.RuneCountInString(s) == len(s) }
