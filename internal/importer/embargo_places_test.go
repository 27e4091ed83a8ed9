package importer

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestALineOfTimeMeansTheSameWhereverItStands puts the lines of embargo-lines.txt where
// they do not stand there, in capitals and in other forms: none becomes a day, none an
// instant other than its own.
func TestALineOfTimeMeansTheSameWhereverItStands(t *testing.T) {
	var lines []embargoCase
	for _, c := range embargoCases(t) {
		if !strings.HasPrefix(c.want, "date") && (c.place == "above" || c.place == "below" || c.place == "bullet") && c.form == "text" {
			lines = append(lines, c)
		}
	}
	places := []string{
		"text above", "text below", "text bullet", "text foot", "text notes", "text lead", "html above", "html below", "html banner",
		"docx above", "docx below", "docx header", "docx foot", "eml above", "eml below", "eml foot",
	}
	imported, read, sure := 0, 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		c := rapid.SampledFrom(lines).Draw(rt, "line")
		c.form, c.place, _ = strings.Cut(rapid.SampledFrom(places).Draw(rt, "place"), " ")
		if label := !embargoStem.MatchString(c.line); label && c.place == "lead" || strings.Contains(c.line, "//") {
			c.place = "above" // a label is one on a line of its own, and lines need theirs
		}
		if rapid.IntRange(0, 3).Draw(rt, "capitals") == 0 {
			c.line = strings.ToUpper(c.line)
		}
		name, data := c.source(t)
		r, err := Import(name, data, Options{Today: today, Language: c.language, Email: "press@office.example"})
		if err != nil {
			rt.Fatal(err)
		}
		imported++
		got := timesOf(t, string(r.Markdown))
		at, isInstant := instantOf(got)
		want, wantInstant := instantOf(c.want)
		switch {
		case strings.HasPrefix(got, "date"):
			rt.Fatalf("%s | %s | %s\nbecame %s", c.form, c.place, c.line, got)
		case isInstant && (!wantInstant || !at.Equal(want)):
			rt.Fatalf("%s | %s | %s\nis %s, want %s", c.form, c.place, c.line, got, c.want)
		case got == "?" && len(r.Unsure) == 0:
			rt.Fatalf("%s | %s | %s\nis not told of", c.form, c.place, c.line)
		}
		if wantInstant {
			sure++
			if isInstant {
				read++
			}
		}
	})
	t.Logf("%d imported; %d of %d sure ones read (%.1f%%)", imported, read, sure, 100*float64(read)/float64(max(sure, 1)))
	if read*10 < sure*8 {
		t.Errorf("%d of %d sure lines are read; at least eight of ten are wanted wherever they stand", read, sure)
	}
}
