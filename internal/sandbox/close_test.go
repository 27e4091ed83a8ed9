package sandbox

import "testing"

// It ends also where it is told to before it began to serve.
func TestTheServerEndsAtOnce(t *testing.T) {
	dir := t.TempDir()
	for range 100 {
		s, err := Listen(dir)
		if err != nil {
			t.Fatal(err)
		}
		s.Close()
	}
}
