package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/nyaruka/phonenumbers"
)

// phone writes the numbers in a cell as ITU-T E.123 has them, those that can be: with a
// plus, or of the country that is known. What is none stays as it is.
func phone(v, country string) string {
	if len(v) > 120 {
		return v
	}
	number := labelled.ReplaceAllString(v, "")
	if strings.HasSuffix(number, ".0") {
		number = fraction.ReplaceAllString(number, "$1")
	}
	for _, between := range []string{" / ", "/", ";", ",", "|"} {
		if out, ok := severalNumbers(number, between, country); ok {
			return out
		}
	}
	if out, ok := oneNumber(number, country); ok {
		return out
	}
	return v
}

// fraction matches a number that a program took for one to count with.
var fraction = regexp.MustCompile(`^(\d{6,})\.0$`)

// scientific matches a number of which a spreadsheet has kept the first digits only.
var scientific = regexp.MustCompile(`^\s*\d(?:[.,]\d+)?[eE]\+\d+\s*$`)

// labelled is what stands before a number.
var labelled = regexp.MustCompile(`(?i)^(?:tel|telefon|telefono|teléfono|telefone|telefoon|tél|téléphone|phone|ph|t|m|mob|mobile|` +
	`cell|office)[.:]+\s*`)

// severalNumbers writes numbers between which a sign stands, if all of them can be some.
func severalNumbers(v, between, country string) (string, bool) {
	if !strings.Contains(v, between) {
		return v, false
	}
	parts := strings.Split(v, between)
	for i := range parts {
		var ok bool
		if parts[i], ok = oneNumber(parts[i], country); !ok {
			return v, false
		}
	}
	return strings.Join(parts, " / "), true
}

// oneNumber writes a number that can be one.
func oneNumber(v, country string) (string, bool) {
	number := strings.TrimSpace(v)
	if country == "" {
		if rest, ok := strings.CutPrefix(number, "00"); ok {
			number = "+" + rest
		}
	}
	n, ok := plain(number)
	if !ok && strings.ContainsFunc(extension.ReplaceAllString(number, ""), unicode.IsLetter) {
		return v, false // words would be read as the keys of a telephone
	}
	if !ok {
		var err error
		if n, err = phonenumbers.Parse(number, country); err != nil || !possible(n) {
			return v, false
		}
	}
	return phonenumbers.Format(n, phonenumbers.INTERNATIONAL), true
}

// possible tells whether a number has as many digits as one of its country; one that can
// be dialled within a town only is none, with the code of a country before it.
func possible(n *phonenumbers.PhoneNumber) bool {
	return phonenumbers.IsPossibleNumberWithReason(n) == phonenumbers.IS_POSSIBLE
}

// extension is what leads on within a house, behind a number.
var extension = regexp.MustCompile(`(?i)[\s,;(]*(?:ext(?:ensi[oó]n|n)?|x|int|anexo|доб)[.:]?\s*\d{1,7}\)?$`)

// plain reads a number with a plus and nothing but digits and signs behind it, as most
// are, without the two dozen expressions that read all others. false for those that they
// could read otherwise.
func plain(v string) (*phonenumbers.PhoneNumber, bool) {
	digits, ok := strings.CutPrefix(betweenDigits.Replace(v), "+")
	if !ok {
		return nil, false
	}
	for n := 1; n < min(4, len(digits)); n++ {
		code, _ := strconv.Atoi(digits[:n])
		trunk, ok := trunks()[code]
		if !ok {
			continue
		}
		rest := digits[n:]
		number, err := strconv.ParseUint(rest, 10, 64)
		if err != nil || rest[0] == '0' || trunk != "" && strings.HasPrefix(rest, trunk) {
			return nil, false
		}
		country := int32(code)
		out := &phonenumbers.PhoneNumber{CountryCode: &country, NationalNumber: &number}
		return out, possible(out)
	}
	return nil, false
}

// betweenDigits takes away the signs that stand between digits.
var betweenDigits = strings.NewReplacer(" ", "", "-", "", ".", "", "(", "", ")", "")

// trunks are the calling codes of countries, and what is dialled within the country
// before a number, which some write behind the code. Those are left out in which more is
// taken for such a prefix, or made of it: Argentina, Brazil, Australia, China, Luxembourg,
// Madagascar, San Marino and the Antarctic.
var trunks = sync.OnceValue(func() map[int]string {
	out := make(map[int]string)
	for code := range phonenumbers.GetSupportedCallingCodes() {
		if slices.Contains([]int{54, 55, 61, 86, 261, 352, 378, 672}, code) {
			continue
		}
		out[code] = phonenumbers.GetNddPrefixForRegion(phonenumbers.GetRegionCodeForCountryCode(code), true)
	}
	return out
})
