package diagnostic

// Clip is what a message quotes of a text: its first so many characters, with an
// ellipsis behind them where it goes on.
func Clip(s string, most int) string {
	n := 0
	for i := range s {
		if n == most {
			return s[:i] + "…"
		}
		n++
	}
	return s
}

// Word is what a message quotes of what somebody wrote as a word, a name or an address.
func Word(s string) string { return Clip(s, 60) }
