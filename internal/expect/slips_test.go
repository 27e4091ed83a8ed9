package expect

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSlipsTellWhatChanges(t *testing.T) {
	said := func(s string) string {
		if strings.Contains(s, "b") {
			return "with b"
		}
		return "without"
	}
	if got, want := Slips("aab", Letters, said), "whole: with b\nmissing \"aa\": as before\nmissing \"b\": without\ntwice \"aab\": as before\n"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := strings.Join(Words(" one  two\nthree"), "|"), " |one  |two\n|three"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := Slips("", Words, said); got != "whole: without\n" {
		t.Errorf("%q", got)
	}
}

// What is said in words of their own shows how each turn writes a text.
func TestTurnsTellsWhatIsWrittenOtherwise(t *testing.T) {
	spelled := func(s string) string {
		return strings.Join(strings.Split(strings.NewReplacer("\n", "⏎", " ", "_").Replace(s), ""), ".")
	}
	got := Turns("go to 09", Words, spelled)
	want := `whole: g.o._.t.o._.0.9
other case "go ": G.o._.t.o._.0.9
other case "to ": g.o._.T.o._.0.9
capitals "go ": G.O._.t.o._.0.9
capitals "to ": g.o._.T.O._.0.9
behind the next "go ": t.o._.g.o._.0.9
behind the next "to ": g.o._.0.9._.t.o
in brackets "go ": (.g.o.)._.t.o._.0.9
in brackets "to ": g.o._.(.t.o.)._.0.9
in brackets "09": g.o._.t.o._.(.0.9.)
comma "go ": g.o.,._.t.o._.0.9
comma "to ": g.o._.t.o.,._.0.9
comma "09": g.o._.t.o._.0.9.,
stop "go ": g.o..._.t.o._.0.9
stop "to ": g.o._.t.o..._.0.9
stop "09": g.o._.t.o._.0.9..
end of line "go ": g.o.⏎.t.o._.0.9
end of line "to ": g.o._.t.o.⏎.0.9
end of line "09": g.o._.t.o._.0.9.⏎
end of paragraph "go ": g.o.⏎.⏎.t.o._.0.9
end of paragraph "to ": g.o._.t.o.⏎.⏎.0.9
end of paragraph "09": g.o._.t.o._.0.9.⏎.⏎
one more "09": g.o._.t.o._.1.0
one less "09": g.o._.t.o._.0.8
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// What is said with the same change in it is no news, and neither is what is as before; of
// what is, only that is shown.
func TestWhatIsSaidIsToldBesideWhatIsSaidOfTheWhole(t *testing.T) {
	said := func(s string) string { return "1 [" + strings.TrimSpace(s) + "] and 1 more of it" }
	if got, want := Slips("we ask you", Words, said), `whole: 1 [we ask you] and 1 more of it
missing "we ask ": likewise
missing "you": ~ ask you] → ask]
twice "we ask you": likewise
`; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	// A word that is not turned at all parts no row of those that are.
	got := Turns("a 1 B", Words, func(s string) string { return strings.TrimRight(s, "\n") })
	if want := "whole: a 1 B\nother case \"a 1 B\": likewise\nbehind the next"; !strings.HasPrefix(got, want) {
		t.Errorf("got\n%swant at first\n%s", got, want)
	}
	// What is long is told once.
	long := strings.Repeat("x", longRow+1)
	if got, want := Slips("a.a", Letters, func(s string) string {
		if strings.Count(s, "a") == 1 {
			return long
		}
		return s
	}), `missing "a": `+long+"\nmissing \".\": likewise\nmissing \"a\": the same as missing \"a\"\n"; !strings.Contains(got, want) {
		t.Errorf("got\n%swant in it\n%s", got, want)
	}
	if strings.Contains(got, `end of line "B"`) {
		t.Errorf("what is as before is told:\n%s", got)
	}
	for _, c := range []struct{ name, whole, now, was, is, want string }{
		{"at one place of two", "Ana of Ana", "ana of Ana", "Ana ", "ana ", "likewise"},
		{"at both", "Ana of Ana", "ana of ana", "Ana ", "ana ", "likewise"},
		{"and something else", "Ana of Ana, 1 word was said", "ana of Ana, 2 word was said", "Ana", "ana", "~ Ana → ana … 1 → 2"},
		{"at none", "x", "y", "Ana", "ana", "y"},
		{"a line told as a sign", "so⏎it is", "so⏎⏎it is", "so\nit", "so\n\nit", "likewise"},
		{"without the word behind", "[a] and [b]", "[A] and [b]", "a b", "A b", "likewise"},
		{"nothing at all", "a of it", "", "a", "b", ""},
		{"a word put in", "one two three four", "one two more three four", "x", "y", "~ two → two more"},
		{"a word at the beginning", "one two three four", "now one two three four", "x", "y", "~  → now"},
		{"two words in a row", "one two three four five six", "one 2 3 four five six", "x", "y", "~ two three → 2 3"},
		{"shorter in full", "a b c d e f", "g h", "x", "y", "g h"},
	} {
		if got := beside(c.whole, c.now, c.was, c.is); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestApartTellsOfEachText(t *testing.T) {
	file := filepath.Join(t.TempDir(), "apart.txt")
	if err := os.WriteFile(file, []byte("=== en\none\n=== de\nzwei\n\ndrei\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := Apart(file, func(name, text string) string { return name + ", " + strings.ToUpper(text) })
	if want := "=== 1 en \"one\"\nen, ONE\n=== 3 de \"zwei\\n\\ndrei\\n\"\nde, ZWEI\n\nDREI\n\n"; err != nil || got != want {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
	if _, err := Apart(file+"x", nil); err == nil {
		t.Error("a file that is not there gives no error")
	}
}

func TestChangedTellsWhichLinesAreOthers(t *testing.T) {
	for _, c := range [][3]string{
		{"a\nb\nc\n", "a\nd\nc\n", "-b\n+d\n"},
		{"a\n", "a\nb\n", "+b\n"},
		{"a\nb\n", "b\n", "-a\n"},
		{"a\n\n", "a\n", "-\n"},
		{"a", "a", ""},
	} {
		if got := Changed(c[0], c[1]); got != c[2] {
			t.Errorf("%q, %q: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}
