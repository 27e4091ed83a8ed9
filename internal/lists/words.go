package lists

import (
	"context"
	"fmt"

	"pressroom/internal/ledger"
	"pressroom/internal/wording"
)

// Says is what an import does to its list, in words.
func (i *Import) Says() string {
	if !i.Exists {
		return fmt.Sprintf("contacts/%s.csv is new, with %s", i.List, wording.Count(len(i.Result.Entries), "journalist"))
	}
	c := i.Changes
	return fmt.Sprintf("contacts/%s.csv: %d new, %d changed in %s, %d as they were",
		i.List, len(c.Added), len(c.Changed), wording.Count(c.Cells, "cell"), c.Same)
}

// Barred are those in the file who are not mailed, whatever a list says.
func (i *Import) Barred(ctx context.Context, l *ledger.Ledger) ([]string, error) {
	barred, _, err := l.SuppressedSet(ctx)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, key := range i.Keys() {
		if barred.Has(key) {
			out = append(out, key)
		}
	}
	return out, nil
}
