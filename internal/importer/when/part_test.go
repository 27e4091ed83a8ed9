package when

import (
	"fmt"
	"testing"
)

// An hour behind its part of the day is read with it, or not at all.
func TestAnHourBehindItsPartOfTheDay(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"nl", "'s avonds om 8 uur", "08:00:00 half p whole true, 18 bytes"},
		{"nl", "'s avonds om 8.30 uur en", "08:30:00 half p whole true, 21 bytes"},
		{"nl", "'s avonds 8 uur", "08:00:00 half p whole true, 15 bytes"},
		{"nl", "'s ochtends om 8 uur", "08:00:00 half a whole true, 20 bytes"},
		{"nl", "'s ochtends om 13 uur", "nothing"},
		{"nl", "'s ochtends om 12 uur", "nothing"},
		{"nl", "'s avonds om 12 uur", "nothing"},
		{"nl", "'s avonds om 13 uur", "13:00:00 half - whole true, 19 bytes"},
		{"nl", "'s avonds om 23 uur", "23:00:00 half - whole true, 19 bytes"},
		{"nl", "'s avonds om 24 uur", "nothing"},
		{"nl", "'s avonds om 0 uur", "nothing"},
		{"nl", "'s avonds8 uur", "nothing"},
		{"nl", "'s avonds om", "nothing"},
		{"de", "abends um 8 Uhr", "08:00:00 half p whole true, 15 bytes"},
		{"de", "abends, um 11 Uhr", "11:00:00 half p whole true, 17 bytes"},
		{"de", "abends 8", "nothing"},
		{"de", "abends 8 p.m.", "08:00:00 half p whole false, 13 bytes"},
		{"de", "abends acht", "nothing"},
		{"de", "morgens acht Uhr", "08:00:00 half a whole true, 16 bytes"},
		{"it", "di sera alle ore 9", "nothing"},
		{"it", "di sera alle 9.15", "nothing"},
		{"en", "in the evening at 9 p.m.", "09:00:00 half p whole false, 24 bytes"},
		{"en", "in the evening at 9 a.m.", "nothing"},
		{"en", "in the morning at nine", "nothing"},
		{"en", "in the morning nine", "nothing"},
		{"en", "in the morning at 0:30", "nothing"},
		{"de", "abends acht Uhr", "08:00:00 half p whole true, 15 bytes"},
		{"en", "evening at 9 p.m.", "nothing"},
		{"en", "evening at 9 a.m.", "nothing"},
		{"en", "morning at nine", "nothing"},
		{"en", "morning nine", "nothing"},
		{"en", "noon", "nothing"},
	} {
		text := c.text
		s := &scanner{s: text, language: c.language, v: known(), plain: unwrap(text)}
		tok, n := s.partBefore(text)
		got := "nothing"
		if n > 0 {
			k := tok.clock
			got = fmt.Sprintf("%02d:%02d:%02d half %c whole %t, %d bytes", k.hour, k.minute, k.second, max(k.half, '-'), k.whole, n)
		}
		if got != c.want {
			t.Errorf("%s %q: %s, want %s", c.language, text, got, c.want)
		}
	}
}
