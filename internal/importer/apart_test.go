package importer

import (
	"testing"

	"pressroom/internal/expect"
)

// Sources that are a word or a sign away from others, and are understood otherwise.
func TestSourcesThatAreToldApart(t *testing.T) {
	got, err := expect.Apart("testdata/apart.txt", func(file, source string) string {
		r, err := Import(file, []byte(source), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			return err.Error()
		}
		return written(r)
	})
	if err != nil {
		t.Fatal(err)
	}
	expect.File(t, "apart.golden.txt", got)
}
