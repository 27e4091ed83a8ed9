package importer

import "testing"

// TestBoldInOrder asks where the spaces are that stood within the marks of bold words.
func TestBoldInOrder(t *testing.T) {
	for in, want := range map[string]string{
		"said** Ana Ruiz**, who":          "said **Ana Ruiz**, who",
		"said **Ana Ruiz **of the Trust":  "said **Ana Ruiz** of the Trust",
		"** Ana Ruiz** said":              "**Ana Ruiz** said",
		"**Ana** Ruiz **said**":           "**Ana** Ruiz **said**",
		"said ** Ana ** again":            "said **Ana** again",
		"two ** alone":                    "two ** alone",
		"3 ** 4 ** 5 ** 6":                "3 ** 4 ** 5 ** 6",
		"`a** b**`":                       "`a** b**`",
		"    a** b**":                     "    a** b**",
		"a*** b***":                       "a*** b***",
		"a** **b":                         "a** **b",
		"one** line\nand** the next":      "one** line\nand** the next",
		"said** Ana**\nand** Tom** alike": "said **Ana**\nand **Tom** alike",
	} {
		if got := boldInOrder(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestLinesBelowWordsStay asks which lines of Markdown end as lines.
func TestLinesBelowWordsStay(t *testing.T) {
	const words = "“We have waited long enough.”\n"
	for in, want := range map[string]string{
		words + "\nAna Ruiz\nDirector, Rivers Trust\n":         words + "\nAna Ruiz  \nDirector, Rivers Trust\n",
		words + "Ana Ruiz\nDirector\nRivers Trust\n":           "“We have waited long enough.”  \nAna Ruiz  \nDirector  \nRivers Trust\n",
		words + "\n**[Ana Ruiz](a.example)**\nDirector":        words + "\n**[Ana Ruiz](a.example)**  \nDirector",
		"> We have waited.\n\nAna Ruiz\nDirector":              "> We have waited.\n\nAna Ruiz  \nDirector",
		"We have waited.\n\nAna Ruiz\nDirector":                "We have waited.\n\nAna Ruiz\nDirector",
		words + "\nAna Ruiz\nshe has led it since the spring.": words + "\nAna Ruiz\nshe has led it since the spring.",
		words + "\nRivers Trust\nMarlow":                       words + "\nRivers Trust\nMarlow",
		words + "\nAna Ruiz\nana@rivers.example":               words + "\nAna Ruiz\nana@rivers.example",
		words + "\nAna Ruiz\n# Notes":                          words + "\nAna Ruiz\n# Notes",
		words + "\nAna Ruiz\n":                                 words + "\nAna Ruiz\n",
	} {
		if got := signedLines(in); got != want {
			t.Errorf("%q:\n%q, want\n%q", in, got, want)
		}
	}
}
