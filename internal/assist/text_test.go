package assist

import "testing"

// What stands between quotation marks, also where they are not closed yet.
func TestWhereATextEnds(t *testing.T) {
	for src, want := range map[string][2]string{
		`"a" b`:                    {"a", " b"},
		`'a' b`:                    {"a", " b"},
		`"""a"""`:                  {"a", ""},
		`"a\`:                      {`a\`, ""},
		`"a\"`:                     {`a\"`, ""},
		"\"\"\"\"\"\" b":           {"", " b"},
		`"a\"b" c`:                 {`a\"b`, " c"},
		"\"\"\"a\nb\"\"\" c":       {"a\nb", " c"},
		"\"\"\"a\"\"\"\" c":        {"a\"", " c"},
		"\"\"\"a\n++ b\n+++\nBody": {"a\n++ b", "\n+++\nBody"},
		"\"\"\"a\nb":               {"a\nb", ""},
		"\"\"\"\n+++\nBody":        {"", "\n+++\nBody"},
		"'''a\nb''' c":             {"a\nb", " c"},
	} {
		inner, next := text([]byte(src), 0)
		if got := [2]string{src[inner.Start:inner.End], src[next:]}; got != want {
			t.Errorf("%q: %q, want %q", src, got, want)
		}
	}
}

func TestWhatIsWrittenInShort(t *testing.T) {
	for text, want := range map[string]string{" \n": "nothing here", "": "nothing here", " a \n b ": "a b"} {
		if got := short(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
