package newsroom

import (
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"
)

// TestConcurrentReadersWhileItGoesOut: the pages of one release are whole for whoever asks,
// while another release goes out and is read anew.
func TestConcurrentReadersWhileItGoesOut(t *testing.T) {
	s := newStage(t, "https://press.example")
	s.lifted("report", t0)
	id := s.scheduled("second", t0.Add(time.Hour))
	s.now = t0.Add(time.Hour)
	addresses := []string{"/", "/feed.atom", "/report", "/report.es", "/report.pdf", "/report.txt", "/report/media/pier.png"}
	want := make(map[string]string)
	for _, a := range addresses[2:] {
		want[a] = s.body(s.ask("GET", a))
	}
	var readers sync.WaitGroup
	for range 4 {
		for _, a := range addresses {
			readers.Go(func() {
				w := httptest.NewRecorder()
				s.handler.ServeHTTP(w, httptest.NewRequest("GET", a, nil))
				body, err := io.ReadAll(w.Result().Body)
				if err != nil || w.Code != http.StatusOK || want[a] != "" && string(body) != want[a] {
					t.Errorf("%s: %d, %d bytes, %v", a, w.Code, len(body), err)
				}
			})
		}
	}
	_, err := s.l.Gate(t.Context(), id, 0)
	s.must(err)
	s.must(s.reader.Refresh(t.Context()))
	readers.Wait()
	if r := s.ask("GET", "/second"); r.StatusCode != http.StatusOK {
		t.Error(r.StatusCode)
	}
}
