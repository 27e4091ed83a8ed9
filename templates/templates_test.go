package templates_test

import (
	"strings"
	"testing"

	"pressroom/templates"
)

// The comments beside the keys of a release's skeleton stand below each other, whatever its
// zone is called.
func TestCommentsOfTheSkeletonStandBelowEachOther(t *testing.T) {
	for _, zone := range []string{"UTC", "Europe/London", "America/Argentina/Buenos_Aires"} {
		skeleton := templates.Skeleton("2026-07-25", "2026-07-26", zone, nil)
		if !strings.Contains(skeleton, "\n# timezone = \""+zone+"\"  ") {
			t.Errorf("the zone %s is not in it:\n%s", zone, skeleton)
		}
		further := "Europe/London"
		if zone == further {
			further = "America/New_York"
		}
		if !strings.Contains(skeleton, "\n# zones = [\""+further+"\"]  ") {
			t.Errorf("%s: the further zone is not %s:\n%s", zone, further, skeleton)
		}
		for _, line := range strings.Split(skeleton, "\n") {
			key, aside, said := strings.Cut(line, "  # ")
			if !said || !strings.Contains(key, "=") || aside == "" {
				continue
			}
			if at := strings.LastIndex(line, "# "); at != 36 && len(strings.TrimRight(key, " ")) <= 34 {
				t.Errorf("%s: at column %d: %s", zone, at, line)
			}
		}
	}
}

// The skeleton names the lists that there are, as far as they fit on its line.
func TestTheSkeletonNamesTheListsThatThereAre(t *testing.T) {
	for want, lists := range map[string][]string{
		`to       = []                       # press lists and segments, as in ["national-tech"]`: nil,
		"to       = []                       # press lists and segments: marlow, tech":            {"marlow", "tech"},
		"to       = []                       # press lists and segments: a, b, c, d, e, f …":      {"a", "b", "c", "d", "e", "f", "g"},
	} {
		if got := templates.Skeleton("2026-07-25", "2026-07-26", "UTC", lists); !strings.Contains(got, "\n"+want+"\n") {
			t.Errorf("%v: not in it: %s", lists, want)
		}
	}
}
