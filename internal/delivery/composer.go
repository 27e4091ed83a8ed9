package delivery

import (
	"context"
	"fmt"
	"net/mail"
	"strings"
	"time"

	"pressroom/internal/ledger"
	pmail "pressroom/internal/mail"
)

// Composer makes the messages of a dispatch from what is stored of it: those that are
// sent, and the same bytes again whenever somebody asks.
type Composer struct {
	templates map[string]*pmail.Template
	origins   *pmail.Origins // nil for a dispatch from before there were any
	key       []byte
	from      string // the sender's bare address
	messages  string // the dispatch of whose id Message-IDs are made
}

// NewComposer reads the message templates of a dispatch. Other bytes than were stored are
// a blob.DamagedError.
func NewComposer(ctx context.Context, l *ledger.Ledger, d *ledger.Dispatch) (*Composer, error) {
	sender, err := mail.ParseAddress(d.Sender)
	if err != nil {
		return nil, fmt.Errorf("the sender of %s is not an address: %w", d.ID, err)
	}
	c := &Composer{templates: make(map[string]*pmail.Template), from: sender.Address, messages: d.Messages}
	if c.key, err = l.Key(ctx); err != nil {
		return nil, err
	}
	names, err := l.ArtefactNames(ctx, d.ID)
	if err != nil {
		return nil, err
	}
	files := &pmail.Files{Open: func(digest string) ([]byte, error) { return l.BlobOf(ctx, d.ID, "a file of the messages", digest) }}
	for _, n := range names {
		if n != pmail.OriginsName && !strings.HasPrefix(n, "mail/") {
			continue
		}
		data, err := l.Artefact(ctx, d.ID, n)
		if err != nil {
			return nil, err
		}
		if n == pmail.OriginsName {
			c.origins, err = pmail.ReadOrigins(data)
		} else {
			c.templates[n], err = pmail.Unmarshal(data, files)
		}
		if err != nil {
			return nil, err
		}
	}
	return c, nil
}

// Compose makes the message of a delivery, without a signature.
func (c *Composer) Compose(m *pmail.Message, d ledger.Delivery, date time.Time) error {
	template, err := c.template(d)
	if err != nil {
		return err
	}
	to := template.Recipient(c.key, d.ID, c.messages, d.Key, d.Name, d.Address, c.from)
	to.Source, to.First = c.origins.Find(c.key, d.Key)
	to.Thread = d.Thread
	_, err = template.Message(m, to, date)
	return err
}

// Words is what a delivery said, without what was the person's own.
func (c *Composer) Words(d ledger.Delivery, date time.Time) ([]byte, error) {
	template, err := c.template(d)
	if err != nil {
		return nil, err
	}
	return template.Words(date)
}

func (c *Composer) template(d ledger.Delivery) (*pmail.Template, error) {
	if t := c.templates[d.Template]; t != nil {
		return t, nil
	}
	return nil, fmt.Errorf("the snapshot has no message %s", d.Template)
}
