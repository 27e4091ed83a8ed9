package expect

import (
	"testing"
	"time"
)

func TestWhatIsGivenIsToldAndNothingElse(t *testing.T) {
	type inner struct {
		At   time.Time
		name string
	}
	type outer struct {
		Name   string
		Read   bool
		Length int
		List   []inner
		One    *inner
		None   []string
		Inner  inner
	}
	at := time.Date(2027, 6, 8, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		v    any
		want string
	}{
		{outer{}, "{}"},
		{outer{Name: "a b", None: []string{}}, "{Name:a b}"},
		{outer{Length: 1, Read: true, List: []inner{{name: "x"}, {}}}, "{Read:true Length:1 List:[{name:x} {}]}"},
		{&outer{One: &inner{At: at}}, "{One:{At:2027-06-08 09:00:00 +0000 UTC}}"},
		{(*outer)(nil), "nothing"},
		{outer{Inner: inner{name: "n"}}, "{Inner:{name:n}}"},
		{"text", "text"},
		{time.Minute, "1m0s"},
	} {
		if got := Given(c.v); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}
