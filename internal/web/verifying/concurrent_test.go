package verifying_test

import (
	"net/http"
	"strings"
	"sync"
	"testing"
)

// TestConcurrentQuestions: whoever asks gets an answer to their own words.
func TestConcurrentQuestions(t *testing.T) {
	c := newCounter(t)
	c.lift()
	var asking sync.WaitGroup
	for i := range 2 {
		words, answer := c.text, "Word for word as it was sent."
		if i%2 == 1 {
			words, answer = strings.Repeat("These are words that nobody here has ever sent to anybody. ", 40), "Not known"
		}
		asking.Go(func() {
			code, page := c.ask("", words)
			if code != http.StatusOK {
				t.Error(code)
			}
			c.want(page, answer)
		})
	}
	asking.Wait()
}
