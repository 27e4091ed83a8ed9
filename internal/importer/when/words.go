package when

import (
	"sort"
	"strings"
	"sync"

	"pressroom/internal/pattern"
)

// words are a language's words of time, without accents and in small letters; "|"
// parts those that mean the same. What ends in "RE" is a regular expression.
type words struct {
	months   [12]string
	weekdays [7]string // from Sunday
	// brief weekdays, from Sunday: words that mean something else too, and so are
	// weekdays only where a day follows.
	brief [7]string

	noonRE, midnightRE string
	// Parts of the day as they stand behind an hour.
	morningRE, eveningRE string
	// hourRE stands behind the number of an hour; hourBeforeRE before it.
	hourRE string
	// beforeRE stands before an hour that has no other sign: it may be either half
	// of the day, unless wholeRE does, which counts to 24.
	beforeRE, wholeRE string

	// among may stand between words of time; label may too, and names one.
	among string

	// doubt makes an instant unsure wherever it stands: "around", "or later".
	doubtRE string

	embargoRE   string // means an embargo on news and nothing else
	beforeMark  string // (an expression) forbids publication before a time
	releaseRE   string // a label of release, at the beginning of a line
	immediateRE string // may be published at once
	openRE      string // there is no embargo
	tradeRE     string // an embargo that is none on news
}

var all = []*words{&english, &spanish, &french, &german, &portuguese, &italian, &dutch}

// vocabulary is what the scanner looks words up in.
type vocabulary struct {
	months, weekdays, brief map[string]int
	among                   map[string]bool

	dayMonth, monthDay               *pattern.Pattern // the day in figures, the month by name
	noon, midnight, morning, evening *pattern.Pattern
	hour, before, whole, doubt       *pattern.Pattern
	marks                            []markPattern
}

type markPattern struct {
	mark  mark
	p     *pattern.Pattern
	start bool // only at the beginning of a line
}

// known is built when the first text is read.
var known = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{months: map[string]int{}, weekdays: map[string]int{}, brief: map[string]int{}, among: map[string]bool{}}
	var names []string
	for _, w := range all {
		for i, list := range w.months {
			for _, m := range strings.Split(list, "|") {
				v.months[m] = i + 1
				names = append(names, m)
			}
		}
		for i := range 7 {
			put(v.weekdays, w.weekdays[i], i)
			put(v.brief, w.brief[i], i)
		}
		for _, a := range strings.Fields(w.among) {
			v.among[a] = true
		}
	}
	sort.Slice(names, func(i, j int) bool { return len(names[i]) > len(names[j]) })
	month := strings.Join(names, "|")
	v.dayMonth = pattern.New(`(?i)^(\d{1,2})(?:st|nd|rd|th|er|re|o|a|e|\.)?[ /-]?\s?(?:de |of |di |day of )?(` + month + `)(?:[^\pL\pN]|$)`)
	v.monthDay = pattern.New(`(?i)^(` + month + `)\.?[ -]\s?(?:the )?(\d{1,2})(?:st|nd|rd|th|er|o)?(?:[^\pL\pN]|$)`)
	v.noon = union(func(w *words) string { return w.noonRE })
	v.midnight = union(func(w *words) string { return w.midnightRE })
	v.morning = union(func(w *words) string { return w.morningRE })
	v.evening = union(func(w *words) string { return w.eveningRE })
	v.hour = union(func(w *words) string { return w.hourRE })
	v.before = union(func(w *words) string { return w.beforeRE })
	v.whole = union(func(w *words) string { return w.wholeRE })
	v.doubt = union(func(w *words) string { return w.doubtRE })
	v.marks = []markPattern{
		{tradeMark, union(func(w *words) string { return w.tradeRE }), false},
		{openMark, union(func(w *words) string { return w.openRE }), false},
		{beforeMark, union(func(w *words) string { return w.beforeMark }), false},
		{immediateMark, union(func(w *words) string { return w.immediateRE }), false},
		{embargoMark, union(func(w *words) string { return w.embargoRE }), false},
		{releaseMark, union(func(w *words) string { return w.releaseRE }), true},
	}
	return v
})

func put(into map[string]int, list string, day int) {
	for _, w := range strings.Split(list, "|") {
		if w != "" {
			into[w] = day
		}
	}
}

// union matches at the beginning what any language has, whole words only; the words
// are its first group.
func union(of func(*words) string) *pattern.Pattern {
	var list []string
	for _, w := range all {
		if s := of(w); s != "" {
			list = append(list, s)
		}
	}
	return pattern.New(`(?i)^(` + strings.Join(list, "|") + `)(?:[^\pL\pN]|$)`)
}
