package expect

import (
	"slices"
	"strings"
)

const (
	asBefore = "as before"
	likewise = "likewise"
)

// beside tells what is said now beside what was said of the whole text, when was became
// is in it: the same, the same with that change in it, or where it differs.
func beside(whole, now, was, is string) string {
	if now == whole {
		return asBefore
	}
	for _, c := range changes(was, is) {
		if carries(whole, now, c[0], c[1], false) {
			return likewise
		}
	}
	return difference(whole, now)
}

// changes are the ways in which a change of a text can stand in what is said of it: as it
// is, without the white space around it, without what follows and stays, and with lines
// told as signs.
func changes(was, is string) [][2]string {
	all := [][2]string{{was, is}, {strings.TrimRight(was, " \n"), strings.TrimRight(is, " \n")}}
	end := 0
	for end < min(len(was), len(is)) && was[len(was)-1-end] == is[len(is)-1-end] {
		end++
	}
	if i := strings.IndexAny(was[len(was)-end:], " \n"); i >= 0 {
		end -= i
		all = append(all, [2]string{was[:len(was)-end], is[:len(is)-end]})
	}
	for _, c := range all {
		all = append(all, [2]string{strings.ReplaceAll(c[0], "\n", "⏎"), strings.ReplaceAll(c[1], "\n", "⏎")})
	}
	return slices.DeleteFunc(all, func(c [2]string) bool { return c[0] == "" || c[0] == c[1] })
}

// carries tells whether a text is another one in which was became is at one place or more.
func carries(whole, now, was, is string, once bool) bool {
	i := strings.Index(whole, was)
	if i < 0 {
		return once && whole == now
	}
	if len(now) < i || now[:i] != whole[:i] {
		return false
	}
	whole, now = whole[i+len(was):], now[i:]
	if rest, ok := strings.CutPrefix(now, is); ok && carries(whole, rest, was, is, true) {
		return true
	}
	rest, ok := strings.CutPrefix(now, was)
	return ok && carries(whole, rest, was, is, once)
}

// difference tells where two texts differ, word by word, as "~ old → new", with the word
// before where nothing stood or nothing stands; or all of the new one, where that is
// shorter.
func difference(before, now string) string {
	a, b := tokens(before), tokens(now)
	common := commonWords(a, b)
	var places []string
	i, j := 0, 0
	for _, c := range append(common, [2]int{len(a), len(b)}) {
		if i < c[0] || j < c[1] {
			i0, j0 := i, j
			if i0 > 0 && (i == c[0] || j == c[1]) {
				i0, j0 = i0-1, j0-1
			}
			places = append(places, strings.TrimSpace(strings.Join(a[i0:c[0]], ""))+" → "+strings.TrimSpace(strings.Join(b[j0:c[1]], "")))
		}
		i, j = c[0]+1, c[1]+1
	}
	if d := "~ " + strings.Join(places, " … "); len(d) < len(now) {
		return d
	}
	return now
}

// tokens are the words of a line, each with what stands behind it.
func tokens(s string) []string {
	var out []string
	for len(s) > 0 {
		end := len(s)
		for _, sep := range []string{" ", "⏎"} {
			if i := strings.Index(s, sep); i >= 0 {
				end = min(end, i+len(sep))
			}
		}
		out, s = append(out, s[:end]), s[end:]
	}
	return out
}

// commonWords are the places of the longest row of words that two texts share.
func commonWords(a, b []string) [][2]int {
	longest := make([][]int, len(a)+1)
	for i := range longest {
		longest[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			if a[i] == b[j] {
				longest[i][j] = longest[i+1][j+1] + 1
			}
		}
	}
	var out [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			out = append(out, [2]int{i, j})
			i, j = i+1, j+1
		case longest[i+1][j] >= longest[i][j+1]:
			i++
		default:
			j++
		}
	}
	return out
}

// Changed tells, for a golden file, which lines of a text are others than those of one
// before it: what is gone behind "-", what is new behind "+". What only moved is told twice.
func Changed(before, now string) string {
	a, b := strings.SplitAfter(before, "\n"), strings.SplitAfter(now, "\n")
	var out strings.Builder
	tell := func(sign, line string) {
		if line != "" {
			out.WriteString(sign + strings.TrimSuffix(line, "\n") + "\n")
		}
	}
	i, j := 0, 0
	for _, c := range append(commonWords(a, b), [2]int{len(a), len(b)}) {
		for ; i < c[0]; i++ {
			tell("-", a[i])
		}
		for ; j < c[1]; j++ {
			tell("+", b[j])
		}
		i, j = c[0]+1, c[1]+1
	}
	return out.String()
}
