package people

import (
	"context"
	"fmt"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"pressroom/internal/bounce"
)

// Collector gives Prometheus what came back by mail, counted at every look.
type Collector struct{ desk *Desk }

// NewCollector returns the collector of what came back.
func NewCollector(d *Desk) *Collector { return &Collector{d} }

var repliesDesc = prometheus.NewDesc("pressroom_replies", "What came back by mail, by kind.", []string{"kind"}, nil)

// Describe lists the metrics.
func (c *Collector) Describe(ch chan<- *prometheus.Desc) { ch <- repliesDesc }

// Collect counts. What cannot be counted is an invalid metric, which the page of
// metrics reports.
func (c *Collector) Collect(ch chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	counts, err := c.desk.countReplies(ctx)
	if err != nil {
		ch <- prometheus.NewInvalidMetric(repliesDesc, err)
	}
	for kind, n := range counts {
		ch <- prometheus.MustNewConstMetric(repliesDesc, prometheus.GaugeValue, float64(n), string(kind))
	}
}

func (d *Desk) countReplies(ctx context.Context) (map[bounce.Kind]int, error) {
	rows, err := d.db.Reader().QueryContext(ctx, `SELECT kind, COUNT(*) FROM reply GROUP BY kind`)
	if err != nil {
		return nil, fmt.Errorf("counting replies: %w", err)
	}
	defer rows.Close()
	out := make(map[bounce.Kind]int)
	for rows.Next() {
		var kind bounce.Kind
		var n int
		if err := rows.Scan(&kind, &n); err != nil {
			return nil, fmt.Errorf("counting replies: %w", err)
		}
		out[kind] = n
	}
	return out, rows.Err()
}
