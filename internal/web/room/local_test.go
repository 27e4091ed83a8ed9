package room

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestOnlyOwnNamesAreAnswered(t *testing.T) {
	for _, c := range []struct {
		told, host string
		want       int
	}{
		{"", "127.0.0.1:80", 200},
		{"", "localhost", 200},
		{"", "[::1]:8025", 200},
		{"", "127.0.0.1.rebound.example:8025", 403},
		{"", "192.0.2.7", 403},
		{"", "", 403},
		{"0.0.0.0", "192.0.2.7:8025", 200},
		{"0.0.0.0", "rebound.example", 403},
		{"press.example", "PRESS.example:8025", 200},
		{"press.example", "rebound.example", 403},
	} {
		w := httptest.NewRecorder()
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Host = c.host
		Local(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}), "The desk", c.told).ServeHTTP(w, r)
		if w.Code != c.want {
			t.Errorf("told %q, asked for %q: %d", c.told, c.host, w.Code)
		}
	}
}
