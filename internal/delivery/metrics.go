package delivery

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"pressroom/internal/ledger"
)

// Metrics count what a worker does. They name no address, no domain and no
// release. A nil *Metrics counts nothing.
type Metrics struct {
	results     *prometheus.CounterVec
	seconds     prometheus.Histogram
	connections prometheus.Gauge
	failures    prometheus.Counter
	late        prometheus.Histogram
	writes      prometheus.Histogram
}

// NewMetrics makes the metrics and registers them.
func NewMetrics(r prometheus.Registerer) *Metrics {
	m := &Metrics{
		results: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "pressroom_deliveries_total",
			Help: "Outcomes of attempts: sent, deferred, failed, suppressed, released, lost (the answer did not come).",
		}, []string{"result"}),
		seconds: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "pressroom_delivery_seconds", Help: "From the envelope to the server's answer.", Buckets: prometheus.ExponentialBuckets(0.001, 2.5,
				12),
		}),
		connections: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "pressroom_smtp_connections",
			Help: "Connections to the mail server that are open.",
		}),
		failures: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "pressroom_smtp_connection_failures_total",
			Help: "Connections that could not be opened.",
		}),
		late: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "pressroom_lift_delay_seconds", Help: "From the instant of a release to the gate's pass.", Buckets: []float64{
				.005, .01, .025, .05,
				.1, .25, .5, 1, 5, 60, 900,
			},
		}),
		writes: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "pressroom_ledger_batch", Help: "Outcomes written in one transaction.", Buckets: []float64{1, 2, 4, 8, 16, 32, 64, 128, 256},
		}),
	}
	for _, result := range resultNames {
		m.results.WithLabelValues(result)
	}
	r.MustRegister(m.results, m.seconds, m.connections, m.failures, m.late, m.writes)
	return m
}

var resultNames = map[ledger.Result]string{
	ledger.Sent: "sent", ledger.Deferred: "deferred", ledger.Rejected: "failed", ledger.Suppressed: "suppressed", ledger.Released: "released",
	ledger.Lost: "lost", ledger.Kept: "barred",
}

func (m *Metrics) batch(outcomes []ledger.Outcome) {
	if m == nil {
		return
	}
	m.writes.Observe(float64(len(outcomes)))
	for i := range outcomes {
		m.results.WithLabelValues(resultNames[outcomes[i].Result]).Inc()
	}
}

func (m *Metrics) took(d time.Duration) {
	if m != nil {
		m.seconds.Observe(d.Seconds())
	}
}

func (m *Metrics) opened() {
	if m != nil {
		m.connections.Inc()
	}
}

func (m *Metrics) closed() {
	if m != nil {
		m.connections.Dec()
	}
}

func (m *Metrics) failed() {
	if m != nil {
		m.failures.Inc()
	}
}

func (m *Metrics) lifted(d time.Duration) {
	if m != nil {
		m.late.Observe(d.Seconds())
	}
}
