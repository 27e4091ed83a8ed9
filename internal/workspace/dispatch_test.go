package workspace

import (
	"strings"
	"testing"
	"time"
)

func TestWhatIsAskedBeforeAMailingLeaves(t *testing.T) {
	for src, want := range map[string]Dispatch{
		"": {0, 30 * time.Second},
		"[dispatch]\napprovers = 2\nundo = \"0s\"\n": {2, 0},
		"[dispatch]\nundo = \"5m\"\n":                {0, 5 * time.Minute},
	} {
		if s, diags := ParseSettings("pressroom.toml", []byte(src)); diags.HasErrors() || s.Dispatch != want {
			t.Errorf("%q: %+v, %v", src, s.Dispatch, diags)
		}
	}
	for src, said := range map[string]string{
		"[dispatch]\napprovers = -1\n":     "pressroom.toml:2:13: error: approvers is how many",
		"[dispatch]\napprovers = 10\n":     "from 0 to 9",
		"[dispatch]\nundo = \"301s\"\n":    "pressroom.toml:2:8: error: undo is how long",
		"[dispatch]\nundo = \"-1s\"\n":     `such as "30s"`,
		"[dispatch]\nundo = \"a while\"\n": `from "0s" to "300s"`,
		"[dispatch]\nwait = \"3s\"\n":      "wait",
	} {
		if _, diags := ParseSettings("pressroom.toml", []byte(src)); !strings.Contains(diags.Error(), said) {
			t.Errorf("%q: %v", src, diags)
		}
	}
}
