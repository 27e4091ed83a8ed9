package status

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"pressroom/internal/ledger"
)

// Others says what of other mailings is left alone by a command that delivers some: which
// are due while nobody delivers them, and which were not delivered in time. Each line says
// what sends them.
func Others(ctx context.Context, l *ledger.Ledger, ids []string) (out []string, err error) {
	list, err := l.AtPresent(ctx, 0)
	if err != nil {
		return nil, err
	}
	all, err := Of(ctx, l, slices.DeleteFunc(list, func(d *ledger.Dispatch) bool { return slices.Contains(ids, d.ID) }))
	if err != nil {
		return nil, err
	}
	var due, missed []string
	for _, m := range all {
		switch {
		case m.State == ledger.Missed:
			missed = append(missed, m.ID)
		case m.Due:
			due = append(due, m.ID)
		}
	}
	switch len(due) {
	case 0:
	case 1:
		out = append(out, fmt.Sprintf("%s is due too, and was left alone; pressroom serve delivers it", due[0]))
	default:
		out = append(out, fmt.Sprintf("%s are due too, and were left alone; pressroom serve delivers them", strings.Join(due, ", ")))
	}
	for _, id := range missed {
		out = append(out, fmt.Sprintf("%s was missed, and was left alone; pressroom resume %s goes on with it", id, id))
	}
	return out, nil
}
