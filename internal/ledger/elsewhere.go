package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"pressroom/internal/store"
)

// elsewhereReason is why a mailing of a copied database does not leave.
const elsewhereReason = "this database is a copy of %s, from which the mailing goes out; resume has it go out from here as well"

// elsewhere marks a mailing as missed, and tells so, where the database is a copy of another from which
// the same mailing has begun to go out, or will, as a worker is at work there. Once the lead has
// resumed it here, it goes out.
func (l *Ledger) elsewhere(ctx context.Context, id string) (missed bool, err error) {
	origin, err := l.db.Origin(ctx)
	if err != nil || origin == nil {
		return false, err
	}
	defer origin.Close()
	var created, resumed, theirs, before int64
	var begun bool
	err = l.db.Reader().QueryRowContext(ctx, `SELECT created_at, resumed_at FROM dispatch WHERE id = ?`, id).Scan(&created, &resumed)
	if err == nil {
		err = origin.Reader().QueryRowContext(ctx, `SELECT created_at, resumed_at, lifted_at IS NOT NULL FROM dispatch WHERE id = ?`,
			id).Scan(&theirs, &before, &begun)
	}
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("asking whether %s goes out from %s: %w", id, origin.Name(), err)
	case created != theirs || resumed > before || !begun && !origin.AnyWorkerAlive(ctx):
		return false, nil
	}
	err = l.db.Tx(ctx, func(tx *store.Tx) error {
		d, err := l.DispatchIn(ctx, tx, id)
		if err != nil || d.State != Scheduled && d.State != Sending {
			return err
		}
		now, err := l.nowIn(ctx, tx)
		if err != nil {
			return err
		}
		missed = true
		return l.setMissed(ctx, tx, id, now, fmt.Sprintf(elsewhereReason, origin.Name()))
	})
	return missed && err == nil, err
}
