package certificate

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
)

// reasons remembers what the authority said of challenges that it did not find
// answered (RFC 8555 section 7.1.4): the manager only says that none was.
type reasons struct {
	next http.RoundTripper

	mu  sync.Mutex
	all []string
}

// mostOfAnswer is how much of an answer is read for a reason. Those of authorizations
// are much shorter.
const mostOfAnswer = 64 << 10

// RoundTrip asks the authority.
func (r *reasons) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := r.next.RoundTrip(req)
	if err != nil || !strings.Contains(resp.Header.Get("Content-Type"), "json") {
		return resp, err
	}
	head, err := io.ReadAll(io.LimitReader(resp.Body, mostOfAnswer))
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	resp.Body = struct {
		io.Reader
		io.Closer
	}{io.MultiReader(bytes.NewReader(head), resp.Body), resp.Body}
	var said struct {
		Status     string
		Challenges []struct {
			Type  string
			Error struct{ Detail string }
		}
	}
	if json.Unmarshal(head, &said) == nil && said.Status == "invalid" {
		for _, c := range said.Challenges {
			r.add(c.Type, c.Error.Detail)
		}
	}
	return resp, nil
}

func (r *reasons) add(challenge, detail string) {
	if detail == "" {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if line := detail + " (" + challenge + ")"; !slices.Contains(r.all, line) && len(r.all) < 4 {
		r.all = append(r.all, line)
	}
}

// take returns what was said since it was called last.
func (r *reasons) take() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	all := strings.Join(r.all, "; ")
	r.all = nil
	return all
}
