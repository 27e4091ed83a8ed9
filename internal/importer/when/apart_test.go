package when

import (
	"testing"

	"pressroom/internal/expect"
)

// Lines that are a word or a sign away from others, and are read otherwise.
func TestLinesThatAreToldApart(t *testing.T) {
	got, err := expect.Apart("testdata/apart.txt", func(language, text string) string {
		return expect.Given(Read(text, Options{Today: day0, Language: language}))
	})
	if err != nil {
		t.Fatal(err)
	}
	expect.File(t, "apart.golden.txt", got)
}
