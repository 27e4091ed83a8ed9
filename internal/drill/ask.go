package drill

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// Limits of one question.
const (
	answerWithin = 20 * time.Second
	mostRead     = 16 << 20
)

// asker asks a server as a stranger would.
type asker struct {
	client *http.Client
	base   *url.URL
	host   string
	until  *time.Time // how long the certificate holds, once there was an answer
}

// expiry is how long the server's certificate holds; zero where it has none.
func (a asker) expiry() time.Time { return *a.until }

func newAsker(c *http.Client, base *url.URL, host string) asker {
	if c == nil {
		c = &http.Client{Transport: http.DefaultTransport.(*http.Transport).Clone()}
	}
	own := *c
	own.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	own.Timeout = answerWithin
	if t, ok := own.Transport.(*http.Transport); ok {
		t = t.Clone()
		t.DisableCompression, t.Proxy = true, nil // what is asked is what is said
		if host != "" && base.Scheme == "https" && t.TLSClientConfig != nil {
			t.TLSClientConfig.ServerName = hostname(host)
		}
		own.Transport = t
	}
	return asker{client: &own, base: base, host: host, until: new(time.Time)}
}

// question is one that is asked.
type question struct {
	method, address string // the address below the server's, with its slash
	host            string // another name of the server; "" for its own
	headers         []string
}

func (q question) String() string {
	s := q.method + " " + q.address
	for i := 0; i+1 < len(q.headers); i += 2 {
		s += fmt.Sprintf(", %s: %s", q.headers[i], q.headers[i+1])
	}
	if q.host != "" {
		s += ", asked as " + q.host
	}
	return s
}

// answer is all that an answer says.
type answer struct {
	status int
	header http.Header
	body   []byte
	took   time.Duration // until its head was there
}

func (a asker) ask(ctx context.Context, q question) (*answer, error) {
	r, err := http.NewRequestWithContext(ctx, q.method, strings.TrimRight(a.base.String(), "/")+q.address, nil)
	if err != nil {
		return nil, fmt.Errorf("asking for %s: %w", q.address, err)
	}
	r.Host = a.host
	if q.host != "" {
		r.Host = q.host
	}
	r.Header.Set("User-Agent", "pressroom-drill")
	for i := 0; i+1 < len(q.headers); i += 2 {
		r.Header.Set(q.headers[i], q.headers[i+1])
	}
	began := time.Now()
	resp, err := a.client.Do(r)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	took := time.Since(began)
	if resp.TLS != nil && len(resp.TLS.PeerCertificates) > 0 {
		*a.until = resp.TLS.PeerCertificates[0].NotAfter
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, mostRead))
	if err != nil {
		return nil, fmt.Errorf("reading the answer to %s: %w", q, err)
	}
	return &answer{status: resp.StatusCode, header: resp.Header, body: body, took: took}, nil
}

// hopByHop are headers of the connection, and the time, which say nothing of an address.
var hopByHop = []string{"Date", "Connection", "Keep-Alive", "Transfer-Encoding"}

// differs says in what two answers differ, "" if in nothing. name and other are what was
// asked for: an answer may repeat it.
func (a *answer) differs(b *answer, unsteady map[string]bool, name, other string) string {
	var out []string
	if a.status != b.status {
		out = append(out, fmt.Sprintf("status %d, not %d", a.status, b.status))
	}
	for _, h := range slices.Sorted(maps.Keys(unite(a.header, b.header))) {
		if unsteady[h] || slices.Contains(hopByHop, h) {
			continue
		}
		x, y := strings.Join(a.header[h], ", "), strings.Join(b.header[h], ", ")
		if x != y && strings.ReplaceAll(x, name, other) != y {
			out = append(out, fmt.Sprintf("%s: %q, not %q", h, x, y))
		}
	}
	switch plain := bytes.ReplaceAll(a.body, []byte(name), []byte(other)); {
	case bytes.Equal(a.body, b.body), bytes.Equal(plain, b.body):
	case len(plain) != len(b.body):
		out = append(out, fmt.Sprintf("a length of %d bytes, not %d", len(a.body), len(b.body)))
	default:
		out = append(out, "another text of the same length")
	}
	return strings.Join(out, "; ")
}

func unite(a, b http.Header) map[string]bool {
	out := make(map[string]bool)
	for h := range a {
		out[h] = true
	}
	for h := range b {
		out[h] = true
	}
	return out
}

// ours asks, counts, and takes down that there was no answer.
func (s *survey) ours(ctx context.Context, q question) *answer {
	s.tally.Questions++
	a, err := s.asker.ask(ctx, q)
	if err == nil {
		return a
	}
	if ctx.Err() == nil && !errors.Is(err, context.Canceled) {
		s.tally.Unanswered++
		s.fault(Unanswered, "see whether the server is up, and ask again", "%s had no answer: %v", q, err)
	}
	return nil
}

// pair asks for an address and for one that cannot exist, neither always first, and
// says in what the answers differ.
func (s *survey) pair(ctx context.Context, q, control question, name, other string) string {
	var a, b *answer
	if s.tally.Pairs%2 == 0 {
		a, b = s.ours(ctx, q), s.ours(ctx, control)
	} else {
		b, a = s.ours(ctx, control), s.ours(ctx, q)
	}
	s.tally.Pairs++
	if a == nil || b == nil {
		return ""
	}
	return a.differs(b, s.unsteady, name, other)
}

func hostname(host string) string {
	u := url.URL{Host: host}
	return u.Hostname()
}
