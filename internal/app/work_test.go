package app

import (
	"math"
	"runtime/debug"
	"testing"
)

func TestTheEnvironmentDecidesOnMemory(t *testing.T) {
	percent, limit := debug.SetGCPercent(100), debug.SetMemoryLimit(math.MaxInt64)
	defer func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}()
	for _, c := range []struct {
		gogc, gomemlimit string
		percent          int
		limit            int64
	}{
		{"", "", collectAt, memoryLimit},
		{"70", "", 100, memoryLimit}, // the runtime has read it already
		{"", "1GiB", collectAt, math.MaxInt64},
		{"70", "1GiB", 100, math.MaxInt64},
	} {
		t.Setenv("GOGC", c.gogc)
		t.Setenv("GOMEMLIMIT", c.gomemlimit)
		debug.SetGCPercent(100)
		debug.SetMemoryLimit(math.MaxInt64)
		spareMemory()
		if got := debug.SetMemoryLimit(-1); got != c.limit {
			t.Errorf("%+v: the limit is %d", c, got)
		}
		if got := debug.SetGCPercent(100); got != c.percent {
			t.Errorf("%+v: garbage is collected at %d percent", c, got)
		}
	}
}
