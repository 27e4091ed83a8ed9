package frontmatter

import (
	"testing"

	"pressroom/internal/expect"
)

// Statements that are a sign away from others, and are read otherwise.
func TestStatementsThatAreToldApart(t *testing.T) {
	got, err := expect.Apart("testdata/apart.txt", func(_, statement string) string { return readWith(statement) })
	if err != nil {
		t.Fatal(err)
	}
	expect.File(t, "apart.golden.txt", got)
}
