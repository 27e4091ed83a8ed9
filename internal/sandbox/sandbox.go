// Package sandbox is a mail server inside the program with a mailbox to look at,
// for trying things: nothing leaves the machine.
//
// Listen starts a server on a loopback port that stores what it gets as .eml
// files; Mailbox reads them.
package sandbox

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"os"
	"path/filepath"
	"time"

	"github.com/emersion/go-smtp"

	"pressroom/internal/listen"
	"pressroom/internal/private"
)

// Server is a running sandbox.
type Server struct {
	Address string // host:port on the loopback interface
	srv     *smtp.Server
	open    net.Listener
	done    chan struct{}
}

const maxMessage = 64 << 20

// Listen starts a server that stores messages in dir, which it makes. It takes as
// many connections as the limit on open files leaves room for; one more makes the
// one that was silent longest give way.
func Listen(dir string) (*Server, error) {
	if err := errors.Join(private.Dir(dir), private.Inside(dir)); err != nil {
		return nil, fmt.Errorf("making the sandbox's mailbox: %w", err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("starting the sandbox: %w", err)
	}
	s := &Server{Address: l.Addr().String(), open: l, done: make(chan struct{})}
	s.srv = smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return &session{dir: dir}, nil }))
	s.srv.Domain = "sandbox.invalid"
	s.srv.MaxMessageBytes = maxMessage
	s.srv.MaxRecipients = 100
	s.srv.ReadTimeout, s.srv.WriteTimeout = 10*time.Minute, time.Minute
	s.srv.EnableSMTPUTF8 = true
	s.srv.ErrorLog = log.New(io.Discard, "", 0)
	go func() {
		defer close(s.done)
		s.srv.Serve(listen.Limit(l, listen.Sandbox(listen.FileLimit())))
	}()
	return s, nil
}

// Close stops the server and its connections.
func (s *Server) Close() {
	s.srv.Close()
	s.open.Close() // where it is closed before it began to serve
	<-s.done
}

type session struct {
	dir  string
	from string
	to   []string
}

func (s *session) Mail(from string, _ *smtp.MailOptions) error { s.from = from; return nil }
func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error   { s.to = append(s.to, to); return nil }
func (s *session) Reset()                                      { s.from, s.to = "", nil }
func (s *session) Logout() error                               { return nil }

// Data stores the message once for each recipient, with the header fields that a
// server adds on delivery.
func (s *session) Data(r io.Reader) error {
	body, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	for _, to := range s.to {
		if err := s.store(to, body); err != nil {
			return &smtp.SMTPError{Code: 452, EnhancedCode: smtp.EnhancedCode{4, 3, 1}, Message: "the sandbox cannot store the message: " +
				err.Error()}
		}
	}
	return nil
}

func (s *session) store(to string, body []byte) error {
	now := time.Now().UTC()
	var id [4]byte
	rand.Read(id[:])
	name := now.Format("20060102T150405.000000000Z") + "-" + hex.EncodeToString(id[:])
	var b bytes.Buffer
	fmt.Fprintf(&b, "Return-Path: <%s>\r\nDelivered-To: %s\r\nReceived: by sandbox.invalid; %s\r\n%s: %s\r\n", s.from, to,
		now.Format(time.RFC1123Z), receivedHeader, now.Format(time.RFC3339Nano))
	b.Write(body)
	tmp := filepath.Join(s.dir, "."+name)
	if err := os.WriteFile(tmp, b.Bytes(), 0o600); err != nil {
		os.Remove(tmp)
		return err
	}
	return os.Rename(tmp, filepath.Join(s.dir, name+".eml"))
}

// receivedHeader holds the moment of delivery to the nanosecond.
const receivedHeader = "X-Sandbox-Received"
