package ledger

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// Collector gives Prometheus how the ledger stands, counted at every look.
type Collector struct{ ledger *Ledger }

// NewCollector returns the collector of a ledger.
func NewCollector(l *Ledger) *Collector { return &Collector{l} }

var (
	dispatchesDesc = prometheus.NewDesc("pressroom_dispatches", "Mailings by kind and state.", []string{"kind", "state"}, nil)
	openDesc       = prometheus.NewDesc("pressroom_open_deliveries", "Deliveries that wait, or whose answer was lost, by state.",
		[]string{"state"}, nil)
	suppressedDesc = prometheus.NewDesc("pressroom_suppressions", "Addresses that are not mailed, by reason.", []string{"reason"}, nil)
	workersDesc    = prometheus.NewDesc("pressroom_workers", "Workers that are running and deliver whatever is due.", nil, nil)
)

// Describe lists the metrics.
func (c *Collector) Describe(ch chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{dispatchesDesc, openDesc, suppressedDesc, workersDesc} {
		ch <- d
	}
}

// Collect counts. What cannot be counted is an invalid metric, which the page of
// metrics reports.
func (c *Collector) Collect(ch chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	for _, q := range []struct {
		desc  *prometheus.Desc
		query string
	}{
		{dispatchesDesc, `SELECT COUNT(*), kind, state FROM dispatch GROUP BY kind, state`},
		{openDesc, `SELECT COUNT(*), state, '' FROM delivery WHERE state IN ('queued', 'asked', 'deferred', 'claimed', 'in_doubt')
			GROUP BY state`},
		{suppressedDesc, `SELECT COUNT(*), reason, '' FROM suppression GROUP BY reason`},
	} {
		c.count(ctx, ch, q.desc, q.query)
	}
	ch <- prometheus.MustNewConstMetric(workersDesc, prometheus.GaugeValue, float64(c.ledger.WorkersForAll(ctx)))
}

func (c *Collector) count(ctx context.Context, ch chan<- prometheus.Metric, desc *prometheus.Desc, query string) {
	rows, err := c.ledger.db.Reader().QueryContext(ctx, query)
	if err != nil {
		ch <- prometheus.NewInvalidMetric(desc, err)
		return
	}
	defer rows.Close()
	for rows.Next() {
		var n float64
		var a, b string
		if err := rows.Scan(&n, &a, &b); err != nil {
			ch <- prometheus.NewInvalidMetric(desc, err)
			return
		}
		labels := []string{a, b}
		if b == "" {
			labels = labels[:1]
		}
		ch <- prometheus.MustNewConstMetric(desc, prometheus.GaugeValue, n, labels...)
	}
	if err := rows.Err(); err != nil {
		ch <- prometheus.NewInvalidMetric(desc, err)
	}
}
