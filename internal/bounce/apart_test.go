package bounce

import (
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// Messages that are a word or a sign away from others, and are sorted otherwise.
func TestMessagesThatAreToldApart(t *testing.T) {
	got, err := expect.Apart("testdata/apart.txt", func(_, raw string) string {
		raw = strings.ReplaceAll(strings.ReplaceAll(raw, "\n", "\r\n"), "TOKEN", ours)
		return strings.ReplaceAll(expect.Given(Read([]byte(raw)).Sort("News")), ours, "TOKEN")
	})
	if err != nil {
		t.Fatal(err)
	}
	expect.File(t, "apart.golden.txt", got)
}
