package importer

import "testing"

// A wire stands before the day and the place, and the public has a number of its own.
func TestWhatAWireSetsAroundARelease(t *testing.T) {
	t.Parallel()
	const (
		head  = "Mill finds odd fibres in its hawsers\n\n"
		first = "The mill of the town has found odd fibres in its hawsers and asks the port what they are.\n\nIt said so on Tuesday."
		today = "this is today"
	)
	for name, c := range map[string]struct {
		text        string
		want, lacks []string
	}{
		"a wire, the day and the place":      {head + "(ExampleWire) - May 4, 2026 - MARLOW — " + first, []string{"date = 2026-05-04", `dateline = "MARLOW"`, "source: (ExampleWire)", "\nThe mill"}, []string{today}},
		"with long dashes":                   {head + "(Example wire) — May 4, 2026 — MARLOW — " + first, []string{"date = 2026-05-04", `dateline = "MARLOW"`, "source: (Example wire)"}, []string{today}},
		"with two hyphens":                   {head + "(EXAMPLEWIRE)--May 4, 2026--MARLOW--" + first, []string{"date = 2026-05-04", `dateline = "MARLOW"`}, []string{today}},
		"a wire and the place":               {head + "(ExampleWire) - MARLOW, May 4, 2026 — " + first, []string{"date = 2026-05-04", `dateline = "MARLOW, May 4, 2026"`}, []string{today}},
		"a wire before the copy":             {head + "(ExampleWire) - " + first, []string{"(ExampleWire)", today}, []string{"source: (ExampleWire)"}},
		"what is no wire":                    {head + "(Example Mill) - May 4, 2026 - MARLOW — " + first, nil, []string{"source: (Example"}},
		"what is no wire's name":             {head + "(the wire) - May 4, 2026 - MARLOW — " + first, nil, []string{"source: (the wire"}},
		"a wire in the midst":                {head + "It goes out (ExampleWire) - May 4, 2026 - MARLOW — " + first, nil, []string{"source: (Example"}},
		"a number for the public":            {head + "MARLOW, May 4, 2026 — " + first + "\n\nFor Public Inquiries: 1-800-555-0101 (242-8721)\n", []string{"date = 2026-05-04", "For Public Inquiries: 1-800"}, []string{"embargo"}},
		"for the general public":             {head + "MARLOW, May 4, 2026 — " + first + "\n\n*For the general public enquiry* line: 1-800-555-0101\n", []string{"date = 2026-05-04"}, []string{"embargo"}},
		"an embargo beside it":               {head + "MARLOW, May 4, 2026 — " + first + "\n\nFor public inquiries: embargoed until 5 May 2026, 9 a.m. GMT\n", []string{"embargo = "}, nil},
		"what may be published at that hour": {head + "For publication: 5 May 2026, 9 a.m. GMT\n\nMARLOW — " + first, []string{"2026-05-05T09:00:00"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			importedHas(t, "release.txt", c.text, c.want, c.lacks)
		})
	}
}
