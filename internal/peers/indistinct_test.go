package peers

import (
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestNothingTellsAnEmbargoedReleaseFromOneThatDoesNotExist asks for both in turns, and
// lets a regression try to tell the answers apart: by status, headers and length, and
// with PRESSROOM_FULL=1, where there are 20,000 answers each, by time too.
func TestNothingTellsAnEmbargoedReleaseFromOneThatDoesNotExist(t *testing.T) {
	each, full := 2000, os.Getenv("PRESSROOM_FULL") == "1"
	if full {
		each = 20_000
	}
	n := openNewsroom(t)
	n.write("forecast-2027", time.Now().Add(24*time.Hour))
	must(t, n.dir, "send", "forecast-2027", "--yes")
	slugs := [2]string{"forecast-2027", madeUp("forecast-2027")}
	var samples []observed
	for i := range 2 * each {
		which := i % 2
		if (i/2)%2 == 1 {
			which = 1 - which // neither always comes first
		}
		ending := endings[(i/2)%len(endings)]
		began := time.Now()
		h, err := n.ask("GET", n.direct+"/"+slugs[which]+ending)
		if err != nil {
			t.Fatal(err)
		}
		s := observed{secret: which == 0, features: []float64{
			float64(h.status), float64(len(h.head)), float64(strings.Count(h.head, "\n")), float64(h.length), sum(h.body),
		}}
		if full {
			s.features = append(s.features, math.Log(float64(h.at.Sub(began))))
		}
		samples = append(samples, s)
	}
	if a := separable(samples); a > 0.52 {
		t.Errorf("an embargoed release can be told from one that does not exist in %.1f%% of the answers", 100*a)
	} else {
		t.Logf("%d answers each: told apart in %.2f%%", each, 100*a)
	}
}

// TestTheRegressionFindsWhatDiffers: were there a difference, it would be seen.
func TestTheRegressionFindsWhatDiffers(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for name, secret := range map[string]func() []float64{
		"a status":            func() []float64 { return []float64{403, 100, random.NormFloat64()} },
		"a length":            func() []float64 { return []float64{404, 101, random.NormFloat64()} },
		"a little more time":  func() []float64 { return []float64{404, 100, 0.5 + random.NormFloat64()} },
		"nothing that counts": func() []float64 { return []float64{404, 100, random.NormFloat64()} },
	} {
		var samples []observed
		for range 4000 {
			samples = append(samples, observed{true, secret()}, observed{false, []float64{404, 100, random.NormFloat64()}})
		}
		if a := separable(samples); (a > 0.55) != (name != "nothing that counts") {
			t.Errorf("%s: told apart in %.1f%%", name, 100*a)
		}
	}
}

// observed is an answer, as a regression sees it.
type observed struct {
	secret   bool
	features []float64
}

func sum(body []byte) float64 {
	s := 0.0
	for i, b := range body {
		s += float64(b) * float64(i%97+1)
	}
	return s
}

// separable is how often a logistic regression that has learned from one half of the
// pairs names the other half rightly: the median of five.
func separable(samples []observed) float64 {
	var all []float64
	for round := range 5 {
		random := rand.New(rand.NewPCG(uint64(round), 38))
		pairs := random.Perm(len(samples) / 2)
		var learn, test []observed
		for i, p := range pairs {
			into := &learn
			if i%2 == 1 {
				into = &test
			}
			*into = append(*into, samples[2*p], samples[2*p+1])
		}
		all = append(all, regress(learn).rightly(test))
	}
	slices.Sort(all)
	return all[2]
}

// model is a logistic regression over features brought to one scale.
type model struct {
	mean, scale, weight []float64
	bias                float64
}

// regress learns by gradient descent.
func regress(samples []observed) *model {
	k := len(samples[0].features)
	m := &model{mean: make([]float64, k), scale: make([]float64, k), weight: make([]float64, k)}
	for j := range k {
		for _, s := range samples {
			m.mean[j] += s.features[j] / float64(len(samples))
		}
		for _, s := range samples {
			m.scale[j] += math.Pow(s.features[j]-m.mean[j], 2) / float64(len(samples))
		}
		m.scale[j] = math.Sqrt(m.scale[j])
	}
	for range 300 {
		gradient, bias := make([]float64, k), 0.0
		for _, s := range samples {
			miss := m.chance(s.features)
			if s.secret {
				miss--
			}
			for j := range k {
				gradient[j] += miss * m.scaled(s.features, j)
			}
			bias += miss
		}
		for j := range k {
			m.weight[j] -= gradient[j] / float64(len(samples))
		}
		m.bias -= bias / float64(len(samples))
	}
	return m
}

func (m *model) scaled(features []float64, j int) float64 {
	if m.scale[j] < 1e-9 {
		return 0
	}
	return (features[j] - m.mean[j]) / m.scale[j]
}

func (m *model) chance(features []float64) float64 {
	z := m.bias
	for j := range features {
		z += m.weight[j] * m.scaled(features, j)
	}
	return 1 / (1 + math.Exp(-z))
}

func (m *model) rightly(samples []observed) float64 {
	right := 0
	for _, s := range samples {
		if (m.chance(s.features) > 0.5) == s.secret {
			right++
		}
	}
	return float64(right) / float64(len(samples))
}
