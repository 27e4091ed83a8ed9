package peers

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// BenchmarkBuild compiles a release of eleven quotes to its four artefacts, as a process
// of its own each time: the median of ten, on the wall and of the processor. A quiet
// machine of two cores is to need no more than 150 ms. PRESSROOM_BUILD names another
// release file to compile instead.
//
//	go test ./internal/peers -run '^$' -bench 'Build$' -benchtime 1x
func BenchmarkBuild(b *testing.B) {
	src := elevenQuotes()
	if name := os.Getenv("PRESSROOM_BUILD"); name != "" {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		src = string(data)
	}
	dir := workspace(b, "pressroom.toml", "[organization]\nname = \"Open Harbor\"\naddress = \"1 Quay Street, Marlow\"\n", "releases/eleven.md", src)
	for b.Loop() {
		var wall, processor []time.Duration
		for i := range 11 {
			out := filepath.Join(dir, fmt.Sprint("out", i))
			cmd := exec.Command(binary, "-C", dir, "build", "eleven", "--out", out)
			began := time.Now()
			if said, err := cmd.CombinedOutput(); err != nil {
				b.Fatalf("%v\n%s", err, said)
			}
			took := time.Since(began)
			if made, err := filepath.Glob(filepath.Join(out, "eleven", "*")); err != nil || len(made) != 4 {
				b.Fatalf("%d artefacts: %v", len(made), made)
			}
			if i == 0 {
				continue // the first reads the program from the disk
			}
			wall = append(wall, took)
			processor = append(processor, cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
		}
		b.ReportMetric(median(wall), "wall-ms")
		b.ReportMetric(median(processor), "processor-ms")
	}
	if load, err := os.ReadFile("/proc/loadavg"); err == nil {
		b.Logf("load: %s", strings.TrimSpace(string(load)))
	}
}

func median(list []time.Duration) float64 {
	slices.Sort(list)
	return float64(list[len(list)/2].Microseconds()) / 1000
}

// elevenQuotes is an invented release of the length of a real one, for one day.
func elevenQuotes() string {
	var b strings.Builder
	b.WriteString("+++\nheadline = \"Eleven groups along the waterfront ask the port for its water tests\"\n" +
		"subhead = \"A record of two years shows lead above the limit at nine of fourteen piers\"\ndate = 2027-03-02\ntimezone = \"UTC\"\ndateline = \"MARLOW, Mass.\"\n" +
		"boilerplate = \"**About Open Harbor.** Open Harbor brings together eleven groups. More at [openharbor.example](https://openharbor.example).\"\n" +
		"\n[[contact]]\nname = \"Dana Whitlock\"\nrole = \"press\"\nphone = \"+1 555 0142\"\nemail = \"dana@openharbor.example\"\n")
	for i := range 11 {
		fmt.Fprintf(&b, "\n[[quote]]\norg = \"Waterfront Group %d\"\nspeaker = \"Ana Ruiz the %dth\"\ntitle = \"director of campaigns\"\nstyle = %q\n"+
			"text = \"\"\"Nine piers out of fourteen is no accident; it is a pattern, and a pattern has a cause that somebody knows.%s We asked four times in writing, "+
			"and four times nobody answered, while children swam there and families ate what they had caught.\n\nNow we ask once more, together.\"\"\"\n",
			i+1, i+1, []string{"said", "dash", "block"}[i%3], []string{" {said}", "", ""}[i%3])
	}
	b.WriteString("+++\nEleven groups along the waterfront have asked the port today to publish the water tests that it has made since 2022.\n\n" +
		"## What the record shows\n\nVolunteers took a sample at each pier every month. The method is [in the record](https://openharbor.example/record).\n\n{{quotes}}\n\n" +
		"| Pier | Samples | Above the limit |\n|------|--------:|----------------:|\n| One | 24 | 11 |\n| Two | 24 | 0 |\n| Three | 23 | 9 |\n\nThe port has not answered.\n")
	return b.String()
}
