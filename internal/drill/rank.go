package drill

import (
	"cmp"
	"context"
	"math"
	"slices"
	"time"
)

// Timing is how long answers for the release and for what cannot exist took.
type Timing struct {
	Address  string  `json:"address"`
	Pairs    int     `json:"pairs"`      // in each of the two looks
	Median   float64 `json:"median_ms"`  // of the release's address, in milliseconds
	Other    float64 `json:"control_ms"` // of the other
	First    float64 `json:"p_first"`    // how probable such a difference is where there is none
	Second   float64 `json:"p_second"`
	Apparent bool    `json:"difference"` // seen in both looks, and of more than a millisecond
}

// What counts as a difference that somebody could see.
const (
	improbable = 0.01
	noticeable = time.Millisecond
	looked     = 3 // addresses whose time is looked at
)

// times asks for some addresses, and for what cannot exist, in turns, twice, and tells
// whether ranks give them away. A difference of less than a millisecond between the
// medians is none that a stranger sees through a network.
func (s *survey) times(ctx context.Context) {
	certain := Addresses(s.Listing)
	for _, i := range []int{0, len(certain) / 2, len(certain) - 1}[:min(looked, len(certain))] {
		address := "/" + certain[i]
		t := Timing{Address: address, Pairs: s.Pairs}
		first, a, b := s.look(ctx, guess{address: address, name: s.Slug})
		second, c, d := s.look(ctx, guess{address: address, name: s.Slug})
		if ctx.Err() != nil || len(a) == 0 || len(c) == 0 {
			return
		}
		all, others := median(append(a, c...)), median(append(b, d...))
		t.First, t.Second, t.Median, t.Other = round(first), round(second), millis(all), millis(others)
		same := (median(a) > median(b)) == (median(c) > median(d))
		t.Apparent = first < improbable && second < improbable && same && (all-others).Abs() >= noticeable
		s.report.Times = append(s.report.Times, t)
		if t.Apparent {
			s.fault(Timed, "let the same program answer for both, and no rule in front look at the name",
				"%s takes %.1f ms where what cannot exist takes %.1f ms (%d pairs, twice)", address, t.Median, t.Other, t.Pairs)
		}
	}
}

// look asks in pairs, neither always first, and returns how probable the difference is
// where there is none, with how long each took.
func (s *survey) look(ctx context.Context, g guess) (p float64, mine, others []time.Duration) {
	q, control := question{method: "GET", address: g.address}, question{method: "GET", address: g.control()}
	for i := range s.Pairs {
		var a, b *answer
		if i%2 == 0 {
			a, b = s.ours(ctx, q), s.ours(ctx, control)
		} else {
			b, a = s.ours(ctx, control), s.ours(ctx, q)
		}
		if a == nil || b == nil {
			return 1, nil, nil
		}
		mine, others = append(mine, a.took), append(others, b.took)
	}
	return SignedRank(mine, others), mine, others
}

func median(all []time.Duration) time.Duration {
	sorted := slices.Clone(all)
	slices.Sort(sorted)
	return sorted[len(sorted)/2]
}

func millis(d time.Duration) float64 { return math.Round(float64(d)/float64(time.Microsecond)) / 1000 }

func round(p float64) float64 { return math.Round(p*1e4) / 1e4 }

// SignedRank is Wilcoxon's test of pairs: how probable a difference at least as great as
// theirs is between two that are alike, by the normal distribution.
func SignedRank(a, b []time.Duration) float64 {
	type pair struct {
		size time.Duration
		up   bool
	}
	var all []pair
	for i := range a {
		if d := a[i] - b[i]; d != 0 {
			all = append(all, pair{d.Abs(), d > 0})
		}
	}
	n := float64(len(all))
	if n < 10 {
		return 1
	}
	slices.SortFunc(all, func(x, y pair) int { return cmp.Compare(x.size, y.size) })
	up := 0.0
	for i := 0; i < len(all); {
		j := i
		for j < len(all) && all[j].size == all[i].size {
			j++
		}
		rank := float64(i+j+1) / 2 // of those that are alike, the middle
		for ; i < j; i++ {
			if all[i].up {
				up += rank
			}
		}
	}
	mean, deviation := n*(n+1)/4, math.Sqrt(n*(n+1)*(2*n+1)/24)
	return math.Erfc(math.Abs(up-mean) / deviation / math.Sqrt2)
}
