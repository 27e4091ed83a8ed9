package sandbox

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/textproto"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"time"

	"github.com/emersion/go-message"
	_ "github.com/emersion/go-message/charset" // decoding other charsets than UTF-8
)

// Mailbox is the folder in which the sandbox stores mail.
type Mailbox struct{ Dir string }

// Envelope is what a list of messages shows.
type Envelope struct {
	ID                string
	To, From, Subject string
	MessageID         string
	Received          time.Time // UTC
	Size              int64
}

// Message is a message taken apart.
type Message struct {
	Envelope
	Header     string
	HTML, Text string
	Parts      []Part          // attachments
	Inline     map[string]Part // by Content-ID
}

// Part is an attachment or a picture.
type Part struct {
	Name, Type string
	Data       []byte
}

// List returns the messages, newest first, at most n (0 for all).
func (m Mailbox) List(n int) ([]Envelope, error) {
	entries, err := os.ReadDir(m.Dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the sandbox's mailbox: %w", err)
	}
	var ids []string
	for _, e := range entries {
		if id, ok := strings.CutSuffix(e.Name(), ".eml"); ok && !strings.HasPrefix(id, ".") {
			ids = append(ids, id)
		}
	}
	sort.Sort(sort.Reverse(sort.StringSlice(ids)))
	if n > 0 && len(ids) > n {
		ids = ids[:n]
	}
	out := make([]Envelope, 0, len(ids))
	for _, id := range ids {
		env, err := m.envelope(id)
		if err != nil {
			return nil, err
		}
		out = append(out, env)
	}
	return out, nil
}

// Count is how many messages there are.
func (m Mailbox) Count() int {
	names, _ := filepath.Glob(filepath.Join(m.Dir, "[0-9]*.eml"))
	return len(names)
}

func (m Mailbox) envelope(id string) (Envelope, error) {
	f, err := os.Open(filepath.Join(m.Dir, id+".eml"))
	if err != nil {
		return Envelope{}, fmt.Errorf("reading the sandbox's mailbox: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return Envelope{}, fmt.Errorf("reading the sandbox's mailbox: %w", err)
	}
	h, err := textproto.NewReader(bufio.NewReader(io.LimitReader(f, 256<<10))).ReadMIMEHeader()
	if err != nil {
		return Envelope{}, fmt.Errorf("message %s: %w", id, err)
	}
	return envelope(id, message.HeaderFromMap(h), info.Size()), nil
}

func envelope(id string, h message.Header, size int64) Envelope {
	text := func(name string) string {
		s, err := h.Text(name)
		if err != nil {
			return h.Get(name)
		}
		return s
	}
	at, _ := time.Parse(time.RFC3339Nano, h.Get(receivedHeader))
	return Envelope{
		ID: id, To: h.Get("Delivered-To"), From: text("From"), Subject: text("Subject"),
		MessageID: strings.Trim(h.Get("Message-Id"), "<>"), Received: at, Size: size,
	}
}

var idPattern = regexp.MustCompile(`^[0-9A-Za-z.-]+$`)

// ErrNoMessage is returned for an id that is not in the mailbox.
var ErrNoMessage = errors.New("no such message in the sandbox")

// Raw returns a message as it was received.
func (m Mailbox) Raw(id string) ([]byte, error) {
	if !idPattern.MatchString(id) || strings.Contains(id, "..") {
		return nil, ErrNoMessage
	}
	data, err := os.ReadFile(filepath.Join(m.Dir, id+".eml"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNoMessage
	}
	return data, err
}

// Read takes a message apart.
func (m Mailbox) Read(id string) (*Message, error) {
	raw, err := m.Raw(id)
	if err != nil {
		return nil, err
	}
	out, err := Apart(raw)
	if err != nil {
		return nil, fmt.Errorf("message %s: %w", id, err)
	}
	out.ID = id
	return out, nil
}

// Apart takes the bytes of a message apart.
func Apart(raw []byte) (*Message, error) {
	e, err := message.Read(bytes.NewReader(raw))
	if err != nil && !message.IsUnknownCharset(err) {
		return nil, err
	}
	out := &Message{Envelope: envelope("", e.Header, int64(len(raw))), Inline: make(map[string]Part)}
	head, _, _ := bytes.Cut(raw, []byte("\r\n\r\n"))
	out.Header = strings.ReplaceAll(string(head), "\r\n", "\n")
	return out, e.Walk(func(_ []int, part *message.Entity, err error) error {
		if err != nil {
			return err
		}
		return out.add(part)
	})
}

// Shown is the HTML of a message with its own pictures from where they are at: the address
// of each is what pictures says of its Content-ID.
func (out *Message) Shown(pictures func(cid string) string) string {
	body := out.HTML
	for cid := range out.Inline {
		body = strings.ReplaceAll(body, "cid:"+cid, pictures(cid))
	}
	return body
}

func (out *Message) add(part *message.Entity) error {
	kind, params, _ := part.Header.ContentType()
	if strings.HasPrefix(kind, "multipart/") {
		return nil
	}
	data, err := io.ReadAll(part.Body)
	if err != nil {
		return err
	}
	disposition, dparams, _ := part.Header.ContentDisposition()
	name := dparams["filename"]
	if name == "" {
		name = params["name"]
	}
	switch {
	case disposition == "attachment":
		out.Parts = append(out.Parts, Part{name, kind, data})
	case part.Header.Get("Content-Id") != "":
		out.Inline[strings.Trim(part.Header.Get("Content-Id"), "<>")] = Part{name, kind, data}
	case kind == "text/html":
		out.HTML = string(data)
	case kind == "text/plain" && out.Text == "":
		out.Text = string(data)
	default:
		out.Parts = append(out.Parts, Part{name, kind, data})
	}
	return nil
}
