package ledger

import (
	"context"
	"fmt"
)

// DomainCounts are the deliveries of a dispatch to one recipient domain.
type DomainCounts struct {
	Domain string
	Counts
}

// Domains counts the deliveries of a dispatch by recipient domain, those with the
// most first.
func (l *Ledger) Domains(ctx context.Context, id string) ([]DomainCounts, error) {
	rows, err := l.db.Reader().QueryContext(ctx, `SELECT domain, COUNT(*),
			SUM(CASE WHEN state IN ('queued', 'claimed') THEN 1 ELSE 0 END), SUM(CASE WHEN state = 'asked' THEN 1 ELSE 0 END),
			SUM(CASE WHEN state = 'sent' THEN 1 ELSE 0 END),
			SUM(CASE WHEN state = 'deferred' THEN 1 ELSE 0 END), SUM(CASE WHEN state = 'in_doubt' THEN 1 ELSE 0 END), SUM(CASE WHEN state =
			'failed' THEN 1 ELSE 0 END),
			SUM(CASE WHEN state = 'suppressed' THEN 1 ELSE 0 END), SUM(CASE WHEN state = 'cancelled' THEN 1 ELSE 0 END)
		FROM (SELECT state, CASE WHEN address_key LIKE 'erased:%' THEN 'erased' ELSE `+l.domain()+` END AS domain FROM delivery WHERE
		dispatch = ?) AS d
		GROUP BY domain ORDER BY COUNT(*) DESC, domain`, id)
	if err != nil {
		return nil, fmt.Errorf("counting by domain: %w", err)
	}
	defer rows.Close()
	var out []DomainCounts
	for rows.Next() {
		var d DomainCounts
		if err := rows.Scan(&d.Domain, &d.Total, &d.Queued, &d.Asked, &d.Sent, &d.Deferred, &d.InDoubt, &d.Failed, &d.Suppressed,
			&d.Cancelled); err != nil {
			return nil, fmt.Errorf("counting by domain: %w", err)
		}
		out = append(out, d)
	}
	return out, rows.Err()
}

// domain is SQL for what stands after the @ of an address key.
func (l *Ledger) domain() string {
	if l.db.Postgres() {
		return `split_part(address_key, '@', 2)`
	}
	return `substr(address_key, instr(address_key, '@') + 1)`
}
