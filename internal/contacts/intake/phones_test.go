package intake

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/nyaruka/phonenumbers"
)

// TestPlainNumbers: what is read in short is what is read at length.
func TestPlainNumbers(t *testing.T) {
	draw := rand.New(rand.NewPCG(1, 2))
	short := 0
	for region := range phonenumbers.GetSupportedRegions() {
		code := phonenumbers.GetCountryCodeForRegion(region)
		for range 40 {
			digits := fmt.Sprint(draw.Uint64())[:4+draw.IntN(9)]
			if example := phonenumbers.GetExampleNumber(region); example != nil && draw.IntN(2) == 0 {
				digits = phonenumbers.GetNationalSignificantNumber(example)
				digits = digits[:len(digits)-2] + fmt.Sprintf("%02d", draw.IntN(100))
			}
			v := fmt.Sprintf("+%d (%s) %s", code, digits[:2], digits[2:])
			got, ok := plain(v)
			if !ok {
				continue
			}
			short++
			want, err := phonenumbers.Parse(v, "")
			if err != nil {
				t.Errorf("%s is read as %v, and is none: %v", v, got, err)
				continue
			}
			in, all := phonenumbers.Format(got, phonenumbers.INTERNATIONAL), phonenumbers.Format(want, phonenumbers.INTERNATIONAL)
			if in != all {
				t.Errorf("%s is read as %s, and is %s", v, in, all)
			}
		}
	}
	if short < 1000 {
		t.Errorf("%d numbers were read in short", short)
	}
	for _, v := range []string{"+44 (0)20 7946 0958", "+49 030 90180", "+1 503 555 0100 x2", "+1-800-FLOWERS", "503 555 0100", "+", "+999 12345", "+1" + strings.Repeat("2", 38)} {
		if n, ok := plain(v); ok {
			t.Errorf("%s is read in short, as %v", v, n)
		}
	}
}
