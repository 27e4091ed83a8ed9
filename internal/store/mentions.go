package store

import (
	"context"
	"strings"
)

// ClearMentions clears what mentions an address, by its key: find selects an id and a
// text, empty takes the id of one that mentions it.
func ClearMentions(ctx context.Context, tx *Tx, key, find, empty string) error {
	rows, err := tx.QueryContext(ctx, find)
	if err != nil {
		return err
	}
	defer rows.Close()
	var ids []string
	for rows.Next() {
		var id, text string
		if err := rows.Scan(&id, &text); err != nil {
			return err
		}
		if strings.Contains(strings.ToLower(text), key) {
			ids = append(ids, id)
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	rows.Close()
	for _, id := range ids {
		if _, err := tx.ExecContext(ctx, empty, id); err != nil {
			return err
		}
	}
	return nil
}
