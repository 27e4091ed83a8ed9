package app

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/synctest"
	"time"
)

// answers is a handler that answers with a word.
func answers(word string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, word) })
}

// asked is the answer to a request that the turns take.
func asked(t *turns, ctx context.Context) (code int, text string) {
	w := httptest.NewRecorder()
	t.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil).WithContext(ctx))
	return w.Code, w.Body.String()
}

// Who asks between two turns is answered by the second.
func TestBetweenTwoTurnsRequestsWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		turns := newTurns()
		end := turns.begin(answers("first"))
		if code, text := asked(turns, t.Context()); code != http.StatusOK || text != "first" {
			t.Errorf("%d %s", code, text)
		}
		end()
		got := make(chan string, 1)
		go func() {
			_, text := asked(turns, t.Context())
			got <- text
		}()
		synctest.Wait()
		select {
		case text := <-got:
			t.Fatalf("answered by nobody: %s", text)
		default:
		}
		end = turns.begin(answers("second"))
		if text := <-got; text != "second" {
			t.Errorf("it says %q", text)
		}
		end()
		end()
	})
}

// A turn ends once what is in hand has its answer; what takes longer than that is told to end.
func TestATurnWaitsForWhatIsInHand(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for _, takes := range []time.Duration{lastWords / 2, time.Hour} {
			turns, began := newTurns(), time.Now()
			broken := make(chan bool, 1)
			end := turns.begin(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
				select {
				case <-time.After(takes):
					broken <- false
				case <-r.Context().Done():
					broken <- true
				}
			}))
			go asked(turns, t.Context())
			synctest.Wait()
			end()
			if took := time.Since(began); took != min(takes, lastWords) {
				t.Errorf("a request of %s held the turn for %s", takes, took)
			}
			if was := <-broken; was != (takes > lastWords) {
				t.Errorf("a request of %s is broken off: %t", takes, was)
			}
		}
	})
}

func TestWhoWaitsForNoTurnIsTurnedAway(t *testing.T) {
	turns := newTurns()
	gone, leave := context.WithCancel(t.Context())
	leave()
	if code, _ := asked(turns, gone); code != http.StatusServiceUnavailable {
		t.Errorf("%d for who has left", code)
	}
	close(turns.closed)
	if code, _ := asked(turns, t.Context()); code != http.StatusServiceUnavailable {
		t.Errorf("%d once it is closed", code)
	}
	if err := new(Front).Close(); err != nil {
		t.Errorf("what never was open: %v", err)
	}
}
