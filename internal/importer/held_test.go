package importer

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"pressroom/internal/expect"
)

// held are the imports of a test that looks at places of each: what became of them whole stands in the
// golden file of the test.
type held struct {
	mu   sync.Mutex
	said []string
}

// heldBy are those of a test; of some of its cases alone they are not compared.
func heldBy(t *testing.T) *held {
	t.Helper()
	h := &held{}
	t.Cleanup(func() {
		if strings.Contains(flag.Lookup("test.run").Value.String(), "/") {
			return
		}
		slices.Sort(h.said) // some tables are maps
		expect.File(t, "held/"+strings.TrimPrefix(t.Name(), "Test")+".golden.txt", strings.Join(slices.Compact(h.said), ""))
	})
	return h
}

// Import imports, and writes down what became of it.
func (h *held) Import(name string, data []byte, o Options) (*Result, error) {
	r, err := Import(name, data, o)
	h.mu.Lock()
	defer h.mu.Unlock()
	begins, ends := []rune(string(data)), ""
	if len(begins) > 110 {
		begins, ends = begins[:40], "…"+string(begins[len(begins)-60:])
	}
	said := fmt.Sprintf("=== %s %q\n", name, string(begins)+ends)
	if strings.HasSuffix(name, ".docx") { // no text
		said = "=== " + name + "\n"
	}
	if err != nil {
		h.said = append(h.said, fmt.Sprintf("%s%v\n", said, err))
	} else {
		h.said = append(h.said, said+inShort(r, string(data)))
	}
	return r, err
}
