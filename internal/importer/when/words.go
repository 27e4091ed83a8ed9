package when

import (
	"cmp"
	"regexp/syntax"
	"slices"
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

	counts [12]string // the hours of half a day as words, from one

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

	// openingRE is a word of when a house is open.
	openingRE string

	// doubt makes an instant unsure wherever it stands: "around", "or later".
	doubtRE string

	embargoRE   string // means an embargo on news and nothing else
	blockedRE   string // means one where a text is said to be so, and not a road
	beforeMark  string // (an expression) forbids publication before a time
	behindRE    string // forbids publication, behind a time before which it does
	releaseRE   string // a label of release, at the beginning of a line
	immediateRE string // may be published at once
	openRE      string // there is no embargo
	liftedRE    string // there is none any more, or will be none from an hour on
	tradeRE     string // an embargo that is none on news
}

var all = []*words{&english, &spanish, &french, &german, &portuguese, &italian, &dutch, &further}

// vocabulary is what the scanner looks words up in.
type vocabulary struct {
	months, weekdays, brief, counts map[string]int
	among                           map[string]bool

	dayMonth, monthDay               *pattern.Pattern // the day in figures, the month by name
	noon, midnight, morning, evening *union
	hour, before, whole, doubt       *union
	opening                          *union
	marks                            []markPattern
}

type markPattern struct {
	mark  mark
	p     *union
	start bool // only at the beginning of a line
}

// known is built when the first text is read.
var known = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{months: map[string]int{}, weekdays: map[string]int{}, brief: map[string]int{}, among: map[string]bool{}}
	v.counts = map[string]int{}
	var names []string
	for _, w := range all {
		for i, list := range w.months {
			for _, m := range strings.Split(list, "|") {
				v.months[m] = i + 1
				names = append(names, m)
			}
		}
		for i := range 12 {
			put(v.counts, w.counts[i], i+1)
		}
		for i := range 7 {
			put(v.weekdays, w.weekdays[i], i)
			put(v.brief, w.brief[i], i)
		}
		for _, a := range strings.Fields(w.among) {
			v.among[a] = true
		}
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	month := strings.Join(names, "|")
	v.dayMonth = pattern.New(`(?i)^(\d{1,2})(?:st|nd|rd|th|er|re|o|a|e|\.)?[ /-]?\s?(?:de |of |di |day of )?(` + month + `)(?:[^\pL\pN]|$)`)
	v.monthDay = pattern.New(`(?i)^(` + month + `)\.?[ -]\s?(?:the )?(\d{1,2})(?:st|nd|rd|th|er|o)?(?:[^\pL\pN]|$)`)
	v.noon = unite(func(w *words) string { return w.noonRE })
	v.midnight = unite(func(w *words) string { return w.midnightRE })
	v.morning = unite(func(w *words) string { return w.morningRE })
	v.evening = unite(func(w *words) string { return w.eveningRE })
	v.hour = unite(func(w *words) string { return w.hourRE })
	v.before = unite(func(w *words) string { return w.beforeRE })
	v.whole = unite(func(w *words) string { return w.wholeRE })
	v.opening = unite(func(w *words) string { return w.openingRE })
	v.doubt = unite(func(w *words) string { return w.doubtRE })
	v.marks = []markPattern{
		{tradeMark, unite(func(w *words) string { return w.tradeRE }), false},
		{openMark, unite(func(w *words) string { return w.openRE }), false},
		{liftedMark, unite(func(w *words) string { return w.liftedRE }), false},
		{beforeMark, unite(func(w *words) string { return w.beforeMark }), false},
		{immediateMark, unite(func(w *words) string { return w.immediateRE }), false},
		{embargoMark, unite(func(w *words) string { return w.embargoRE }), false},
		{blockedMark, unite(func(w *words) string { return w.blockedRE }), false},
		{behindMark, unite(func(w *words) string { return w.behindRE }), false},
		{releaseMark, unite(func(w *words) string { return w.releaseRE }), true},
	}
	return v
})

func put(into map[string]int, list string, number int) {
	for _, w := range strings.Split(list, "|") {
		if w != "" {
			into[w] = number
		}
	}
}

// union matches at the beginning of a text what any language has, whole words only.
// Most words begin none of its alternatives, and a look at their first two letters
// says so at a fiftieth of the expression's cost.
type union struct {
	p      *pattern.Pattern // the words are its first group
	starts map[string]bool  // in small letters
}

// signs are those that words of time are written with.
const signs = "abcdefghijklmnopqrstuvwxyz0123456789'.-/: "

func unite(of func(*words) string) *union {
	var list []string
	for _, w := range all {
		if s := of(w); s != "" {
			list = append(list, s)
		}
	}
	source := `(?i)^(` + strings.Join(list, "|") + `)(?:[^\pL\pN]|$)`
	u := &union{p: pattern.New(source), starts: make(map[string]bool)}
	u.findStarts(source)
	return u
}

// findStarts runs the expression's program over all pairs of letters and notes those
// that it gets past.
func (u *union) findStarts(source string) {
	re, err := syntax.Parse(source, syntax.Perl)
	if err != nil {
		panic(err) // the words are the program's own
	}
	prog, err := syntax.Compile(re.Simplify())
	if err != nil {
		panic(err)
	}
	for _, first := range []byte(signs) {
		next := step(prog, closure(prog, []uint32{uint32(prog.Start)}), first)
		reached := closure(prog, next)
		for _, second := range []byte(signs) {
			if len(step(prog, reached, second)) > 0 {
				u.starts[string([]byte{first, second})] = true
			}
		}
	}
}

// closure are the instructions that are reached without reading anything.
func closure(prog *syntax.Prog, from []uint32) []uint32 {
	seen := make(map[uint32]bool)
	var out []uint32
	for len(from) > 0 {
		pc := from[len(from)-1]
		from = from[:len(from)-1]
		if seen[pc] {
			continue
		}
		seen[pc] = true
		switch in := prog.Inst[pc]; in.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			from = append(from, in.Out, in.Arg)
		case syntax.InstCapture, syntax.InstNop, syntax.InstEmptyWidth:
			from = append(from, in.Out)
		case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
			out = append(out, pc)
		}
	}
	return out
}

func step(prog *syntax.Prog, at []uint32, sign byte) (out []uint32) {
	for _, pc := range at {
		if prog.Inst[pc].MatchRune(rune(sign)) {
			out = append(out, prog.Inst[pc].Out)
		}
	}
	return out
}

// begins tells that a text begins with what any language has.
func (u *union) begins(rest string) bool { return u.length(rest) != 0 }

// length is how much of the beginning of a text the union matches.
func (u *union) length(rest string) int {
	if len(rest) > 1 {
		if two := strings.ToLower(rest[:2]); !u.starts[two] && strings.Trim(two, signs) == "" {
			return 0
		}
	}
	m := u.p.FindStringSubmatchIndex(rest)
	if m == nil {
		return 0
	}
	return m[3]
}
