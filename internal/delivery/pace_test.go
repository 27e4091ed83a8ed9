package delivery

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-msgauth/dkim"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	pmail "pressroom/internal/mail"
)

func signer(t *testing.T) *pmail.Signer {
	t.Helper()
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	s, err := pmail.NewSigner("x.example", "sel", string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// said is what a worker has logged.
type said struct {
	mu   sync.Mutex
	text []byte
}

func (s *said) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.text = append(s.text, p...)
	return len(p), nil
}

func (s *said) has(what string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return bytes.Contains(s.text, []byte(what))
}

// TestSignedAheadAndAfter: every message carries a signature that holds, whether
// it was made before the instant or, for what is tried again, after it.
func TestSignedAheadAndAfter(t *testing.T) {
	n := newNewsroom(t, &server{rcpt: func(to string, tries int) error {
		if to == recipientOf(3) && tries == 1 {
			return reply(450, [3]int{4, 2, 0}, "later")
		}
		return nil
	}})
	s := signer(t)
	var log said
	n.tune = func(o *Options) {
		o.Signer, o.Log = s, slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	}
	instant := n.w.now().Add(2 * time.Minute)
	id := n.schedule(embargo.Release, 2*time.Minute, 10)
	n.work(func() bool {
		if !log.has(`msg="signed ahead" dispatch=` + id + ` messages=10`) {
			return false // the instant comes when all is ready for it
		}
		n.w.add(500 * time.Millisecond)
		return len(n.s.arrived()) == 9
	})
	n.w.add(10 * time.Minute)
	n.work(n.settled(id))
	name, text := s.Record()
	atInstant := 0
	for i := range 10 {
		message := n.s.wire(recipientOf(i))
		got, err := dkim.VerifyWithOptions(bytes.NewReader(message), &dkim.VerifyOptions{LookupTXT: func(domain string) ([]string, error) {
			if domain != name {
				t.Errorf("asked for %s", domain)
			}
			return []string{text}, nil
		}})
		if err != nil || len(got) != 1 || got[0].Err != nil {
			t.Errorf("%d: %+v, %v", i, got, err)
		}
		if strings.Contains(string(message), "Date: "+instant.Format("Mon, 02 Jan 2006 15:04:05")) {
			atInstant++
		}
	}
	if atInstant != 9 {
		t.Errorf("%d messages are dated at the instant, 9 were signed before it", atInstant)
	}
}

func TestTheReturnPathNamesTheDelivery(t *testing.T) {
	n := newNewsroom(t, &server{})
	n.tune = func(o *Options) { o.ReturnPath = "bounces@x.example" }
	id := n.schedule(embargo.Release, 0, 2)
	n.work(n.settled(id))
	key, err := n.l.Key(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	seen := map[int64]bool{}
	for to, from := range n.s.envelopes() {
		token, ok := strings.CutPrefix(from, "bounces+")
		token, domain, _ := strings.Cut(token, "@")
		d, valid := pmail.ParseToken(key, pmail.ForDelivery, token)
		if !ok || !valid || domain != "x.example" || seen[d] {
			t.Errorf("%s: %s", to, from)
		}
		seen[d] = true
	}
}

// TestOneDomainIsNotOverrun: two connections at once to one domain, while the
// others go on.
func TestOneDomainIsNotOverrun(t *testing.T) {
	n := newNewsroom(t, &server{slow: 5 * time.Millisecond})
	n.tune = func(o *Options) { o.Connections, o.PerDomain = 8, 2 }
	id := n.schedule(embargo.Release, 0, 40)
	n.work(n.settled(id))
	if c := n.counts(id); c.Sent != 40 || n.s.busiest() > 2 {
		t.Errorf("%+v, %d at once", c, n.s.busiest())
	}
	n.s.mu.Lock()
	n.s.meet = 3
	n.s.mu.Unlock()
	n.tune = func(o *Options) { o.Connections = 8 }
	n.slug = "y"
	id = n.schedule(embargo.Release, 0, 40)
	n.work(n.settled(id))
	if n.s.busiest() <= 2 {
		t.Errorf("without a limit there were %d at once: the test shows nothing", n.s.busiest())
	}
}

// TestAPauseIsSeenBetweenTwoMessages: at one message a minute, a paused mailing
// ends its connections at once, and nothing more leaves.
func TestAPauseIsSeenBetweenTwoMessages(t *testing.T) {
	n := newNewsroom(t, &server{})
	n.tune = func(o *Options) { o.Rate = 1 }
	id := n.schedule(embargo.Release, 0, 10)
	paused := false
	n.work(func() bool {
		if !paused && n.counts(id).Sent > 0 {
			if err := n.l.Pause(context.Background(), id); err != nil {
				t.Fatal(err)
			}
			paused = true
		}
		lines, ended := n.s.connections()
		return paused && lines == ended
	})
	c := n.counts(id)
	if c.Sent != 1 || c.Queued != 9 {
		t.Errorf("%+v", c)
	}
	if d, err := n.l.Dispatch(context.Background(), id); err != nil || d.State != ledger.Paused {
		t.Errorf("%v, %v", d, err)
	}
}

// TestAPauseLeavesASlowServerItsAnswer: whoever goes on after it mails nobody twice whose
// message the server had, nor waits for its answer.
func TestAPauseLeavesASlowServerItsAnswer(t *testing.T) {
	ctx := context.Background()
	n := newNewsroom(t, &server{holds: 2, letGo: make(chan struct{})})
	free := sync.OnceFunc(func() { close(n.s.letGo) })
	defer free()
	n.tune = func(o *Options) { o.moment = 20 * time.Millisecond }
	id := n.schedule(embargo.Release, 0, 6)
	var steered sync.Once
	n.work(func() bool {
		c := n.counts(id)
		if n.s.inHand() == 2 {
			steered.Do(func() {
				if err := errors.Join(n.l.Pause(ctx, id), n.l.Resume(ctx, id, ledger.FallbackRelay)); err != nil {
					t.Error(err)
				}
			})
		}
		if c.Sent == 4 {
			free()
		}
		return c.Sent == 6 || c.Deferred > 0 || c.InDoubt > 0
	})
	if c := n.counts(id); c.Sent != 6 {
		t.Errorf("%+v", c)
	}
	for to, times := range n.s.arrived() {
		if times != 1 {
			t.Errorf("%s has %d", to, times)
		}
	}
}
