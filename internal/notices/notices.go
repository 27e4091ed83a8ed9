// Package notices is mail without a release, and calls to the lead's own systems:
// what became of a mailing, and links that somebody asked for.
package notices

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	netmail "net/mail"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/mail"
	"pressroom/internal/smtp"
)

// Sender sends them.
type Sender struct {
	Dialer *smtp.Dialer
	From   string // an RFC 5322 address
	Key    []byte // the workspace's
	Signer *mail.Signer
	Now    func() time.Time
	Client *http.Client // for webhooks; nil for one of its own
}

// Mail sends a notice. An address that is refused for good is no error that
// another attempt would mend, but is reported all the same: River keeps it.
func (s *Sender) Mail(ctx context.Context, n Notice) error {
	from, err := netmail.ParseAddress(s.From)
	if err != nil {
		return fmt.Errorf("sending a notice: the sender %q is not an address", s.From)
	}
	to, err := netmail.ParseAddress(n.To)
	if err != nil {
		return fmt.Errorf("sending a notice: the recipient is not an address")
	}
	now := s.Now()
	message, err := mail.Notice{
		From: s.From, To: n.To, Subject: n.Subject, Text: n.Text, Language: n.Language, MessageID: mail.NoticeID(s.Key, n.Name,
			from.Address), ReplyTo: n.ReplyTo,
	}.Message(now)
	if err != nil {
		return fmt.Errorf("sending a notice: %w", err)
	}
	if s.Signer != nil {
		signature, err := s.Signer.Sign(bytes.NewReader(message))
		if err != nil {
			return err
		}
		message = append([]byte(signature), message...)
	}
	id := "notice/" + n.Name
	pass := embargo.Decide(embargo.Row{Dispatch: id, Kind: embargo.Service}, now).Pass
	conn, err := s.Dialer.Dial(ctx)
	if err != nil {
		return fmt.Errorf("sending a notice: %w", err)
	}
	defer conn.Close()
	answer, err := conn.Send(pass, id, from.Address, to.Address, message)
	if err != nil {
		return fmt.Errorf("sending a notice: %w", err)
	}
	if !answer.Accepted() {
		return fmt.Errorf("sending a notice: the server said %d %s %s", answer.Code, answer.Enhanced, answer.Text)
	}
	return nil
}

// SignatureHeader holds, in hexadecimal, the HMAC-SHA-256 of a webhook's body with
// the key of WebhookKey, after "sha256=".
const SignatureHeader = "X-Pressroom-Signature"

// WebhookKey is the secret with which the receiver of a webhook can check it,
// derived from the workspace's key.
func WebhookKey(workspaceKey []byte) string {
	h := hmac.New(sha256.New, workspaceKey)
	io.WriteString(h, "webhook")
	return hex.EncodeToString(h.Sum(nil))
}

// Call posts a JSON document. Anything but a 2xx answer is an error, and the call
// is made again.
func (s *Sender) Call(ctx context.Context, w Webhook) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, w.URL, bytes.NewReader([]byte(w.Body)))
	if err != nil {
		return fmt.Errorf("calling the webhook: %w", err)
	}
	h := hmac.New(sha256.New, []byte(WebhookKey(s.Key)))
	io.WriteString(h, w.Body)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Idempotency-Key", w.Name)
	req.Header.Set(SignatureHeader, "sha256="+hex.EncodeToString(h.Sum(nil)))
	client := s.Client
	if client == nil {
		client = &http.Client{
			Timeout:       20 * time.Second,
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		}
	}
	resp, err := client.Do(req)
	if err != nil {
		return fmt.Errorf("calling the webhook: %w", err)
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, io.LimitReader(resp.Body, 64<<10))
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		return fmt.Errorf("calling the webhook: it answered %s", resp.Status)
	}
	return nil
}
