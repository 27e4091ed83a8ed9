package importer

import "testing"

// What stands behind a closing mark and says whose the words are, where the mark is a single one, or its
// stop stands behind it, and what stands there behind an office.
func TestWhatStandsBehindAClosingMark(t *testing.T) {
	t.Parallel()
	kept := heldBy(t)
	const (
		above = "Tidewell raises a round\n\nMARLOW, 3 March 2024 – Tidewell announces a round that is led by kelp Ventures.\n\n"
		below = "\n\n“We back whoever makes rope in this harbour,” said Erika Lind, director of Cod Guild.\n\n" +
			"About Tidewell\n\nTidewell makes rope."
		words = "\"Tidewell shows how ropes are made and we join them"
		reed  = "Harry Vale | Director | Reed Capital"
		lind  = "Erika Lind | director | Cod Guild"
		vale  = ", Harry Vale, General Partner"
	)
	spoken := func(name, file, source string, quotes ...string) {
		t.Run(name, func(t *testing.T) {
			r, err := kept.Import(file, []byte(source+below), Options{Today: today, Email: "press@office.example"})
			if err != nil {
				t.Fatal(err)
			}
			compare(t, r, append(quotes, lind))
		})
	}
	for _, c := range []struct {
		name, text string
		quotes     []string
	}{
		{"a single mark behind a stop", words + ".' Harry Vale, Director, Reed Capital", []string{reed}},
		{"a single mark behind a comma", words + ",' Harry Vale, Director, Reed Capital", []string{reed}},
		{"a single mark behind a cry", words + "!' Harry Vale, Director, Reed Capital", []string{reed}},
		{"a single mark before a stop", words + "'. Harry Vale, Director, Reed Capital", []string{reed}},
		{"a curly one", "“Tidewell shows how ropes are made and we join them.’ Harry Vale, Director, Reed Capital", []string{reed}},
		{"a curly one before a stop", "“Tidewell shows how ropes are made and we join them’. Harry Vale, Director, Reed Capital", []string{reed}},
		{"several single marks", "\"The boats' crews, the sailors', and ours.' It is so. We join them.' Harry Vale, Director, Reed Capital", []string{reed}},
		{"somebody without an office", words + ".' Harry Vale, Reed Capital", nil},
		{"a single mark beside no stop", words + "' Harry Vale, Director, Reed Capital", nil},
		{"a single mark beside no stop, and nobody with an office", words + "' Harry Vale", nil},
		{"a single mark beside a semicolon", words + "'; Harry Vale, Director, Reed Capital", nil},
		{"a single mark and a sentence", words + ".' It was late.", nil},
		{"a stop behind the mark", words + "\". Harry Vale, Director, Reed Capital", []string{reed}},
		{"a stop on either side", words + ".\". Harry Vale, Director, Reed Capital", []string{reed}},
		{"a stop behind a few words", "\"Ropes for all now\". Harry Vale, Director, Reed Capital", nil},
		{"a stop behind six words", "\"Ropes for all the boats now\". Harry Vale, Director, Reed Capital", []string{reed}},
		{"a stop behind words in small letters", "\"ropes for all the boats now\". Harry Vale, Director, Reed Capital", nil},
		{"no stop on either side", words + "\" Harry Vale, Director, Reed Capital", nil},
		{"a name in small letters that the copy has with a capital", words + ",\" said" + vale[1:] + ", kelp ventures.", []string{"Harry Vale | General Partner | kelp ventures"}},
		{"another in small letters", words + ",\" said" + vale[1:] + ", cod ventures.", []string{"Harry Vale | General Partner | ?"}},
		{"three words", words + ",\" said" + vale[1:] + ", cod rope ventures.", []string{"Harry Vale | General Partner | ?"}},
		{"four words", words + ",\" said" + vale[1:] + ", cod rope boat ventures.", []string{"Harry Vale | General Partner | ?"}},
		{"five words", words + ",\" said" + vale[1:] + ", cod rope boat kelp ventures.", []string{"Harry Vale | General Partner | Tidewell"}},
		{"a day", words + ",\" said" + vale[1:] + ", today.", []string{"Harry Vale | General Partner | Tidewell"}},
		{"a day of the week", words + ",\" said" + vale[1:] + ", on Monday.", []string{"Harry Vale | General Partner | Tidewell"}},
		{"what somebody does", words + ",\" said" + vale[1:] + ", smiling broadly.", []string{"Harry Vale | General Partner | Tidewell"}},
		{"what somebody is", words + ",\" said" + vale[1:] + ", delighted again.", []string{"Harry Vale | General Partner | Tidewell"}},
		{"how", words + ",\" said" + vale[1:] + ", happily again.", []string{"Harry Vale | General Partner | Tidewell"}},
		{"and then", words + ",\" said" + vale[1:] + ", then again.", []string{"Harry Vale | General Partner | Tidewell"}},
		{"before", words + ",\" said" + vale[1:] + ", this morning.", []string{"Harry Vale | General Partner | Tidewell"}},
		{"an office without a comma behind it", words + ",\" said" + vale[1:] + ".", []string{"Harry Vale | General Partner | Tidewell"}},
	} {
		spoken(c.name, "release.txt", above+c.text, c.quotes...)
	}
	for name, c := range map[string][2]string{
		"bold":                      {"**Harry Vale,** General Partner, **cod ventures**", "Harry Vale | General Partner | cod ventures"},
		"bold, one word":            {"**Harry Vale,** General Partner, **codling**", "Harry Vale | General Partner | codling"},
		"bold, all of it":           {"**Harry Vale, General Partner, cod ventures**", "Harry Vale | General Partner | cod ventures"},
		"bold, the first word":      {"Harry Vale, General Partner, **cod** ventures", "Harry Vale | General Partner | ?"},
		"bold, the last word":       {"Harry Vale, General Partner, cod **ventures**", "Harry Vale | General Partner | ?"},
		"slanted":                   {"Harry Vale, General Partner, *cod ventures*", "Harry Vale | General Partner | ?"},
		"bold, and one with a stop": {"Harry Vale, General Partner, **cod ventures**.", "Harry Vale | General Partner | cod ventures"},
	} {
		spoken(name, "release.md", "# "+above+words+".\" "+c[0], c[1])
	}
}
