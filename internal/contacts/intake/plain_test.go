package intake

import "testing"

// Numbers that are written with their country are read without the expressions for others.
func TestNumbersOfShortCallingCodes(t *testing.T) {
	for number, want := range map[string]uint64{
		"+1 503-555-0100": 5035550100, "+44 20 7946 0018": 2079460018, "+351 21 000 0000": 210000000, "+1 (503) 555.0100": 5035550100,
		"503 555 0100": 0, "+": 0, "+1": 0, "+1 503 555 0100 x5": 0, "+44 (0)20 7946 0018": 0, "+999 1": 0,
	} {
		got, ok := plain(number)
		if ok != (want > 0) || ok && got.GetNationalNumber() != want {
			t.Errorf("%s: %v, %v, want %d", number, got, ok, want)
		}
	}
}
