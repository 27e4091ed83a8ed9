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

func TestTurnsTellsWhatIsWrittenOtherwise(t *testing.T) {
	got := Turns("go to Rome", Words, func(s string) string { return strings.ReplaceAll(s, "\n", "⏎") })
	want := `whole: go to Rome
other case "go ": Go to Rome
other case "to ": go To Rome
other case "Rome": go to rome
capitals "go ": GO to Rome
capitals "to ": go TO Rome
capitals "Rome": go to ROME
behind the next "go ": to go Rome
behind the next "to ": go Rome to
in brackets "go ": (go) to Rome
in brackets "to ": go (to) Rome
in brackets "Rome": go to (Rome)
comma "go ": go, to Rome
comma "to ": go to, Rome
comma "Rome": go to Rome,
stop "go ": go. to Rome
stop "to ": go to. Rome
stop "Rome": go to Rome.
end of line "go ": go⏎to Rome
end of line "to ": go to⏎Rome
end of line "Rome": go to Rome⏎
end of paragraph "go ": go⏎⏎to Rome
end of paragraph "to ": go to⏎⏎Rome
end of paragraph "Rome": go to Rome⏎⏎
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	// Words of which the same is said stand together, and those of which nothing else is said not at all.
	got = Turns("ab 1 c", Words, func(s string) string { return strings.ToLower(strings.Trim(s, "\n")) })
	if want := "whole: ab 1 c\nbehind the next \"ab \": 1 ab c\n"; !strings.HasPrefix(got, want) || strings.Contains(got, "case") {
		t.Errorf("got\n%swant at first\n%s", got, want)
	}
	got = Turns("at 09:30", Words, func(s string) string { return s })
	if want := "one more \"09:30\": at 10:30\none less \"09:30\": at 08:30\n"; !strings.HasSuffix(got, want) {
		t.Errorf("got\n%swant at last\n%s", got, want)
	}
}

func TestApartTellsOfEachText(t *testing.T) {
	file := filepath.Join(t.TempDir(), "apart.txt")
	if err := os.WriteFile(file, []byte("=== en\none\n=== de\nzwei\n\ndrei\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := Apart(file, func(name, text string) string { return name + ", " + strings.ToUpper(text) })
	if want := "=== en \"one\"\nen, ONE\n=== de \"zwei\\n\\ndrei\\n\"\nde, ZWEI\n\nDREI\n\n"; err != nil || got != want {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
	if _, err := Apart(file+"x", nil); err == nil {
		t.Error("a file that is not there gives no error")
	}
}
