package importer

import "pressroom/internal/pattern"

// besideGap is what stands between two columns of a text.
var besideGap = pattern.New(`^ ?(\S(?:.*?\S)??) {4,}(\S(?:.*\S)?)`)

// inColumns writes two people who stand beside each other below one another, in lines that have an
// address or a number in both columns; and what stands beside one's name, below it.
func inColumns(lines []string) []string {
	var out []string
	for i := 0; i < len(lines); i++ {
		var left, right []string
		for n := i; n < len(lines); n++ {
			m := besideGap.FindStringSubmatch(lines[n])
			if m == nil || besideGap.MatchString(m[2]) {
				break
			}
			left, right = append(left, m[1]), append(right, m[2])
		}
		two := len(left) > 1 && looksLikeName(left[0]) && hasReach(right)
		switch {
		case two && looksLikeName(right[0]) && hasReach(left):
			out = append(append(append(out, left...), ""), right...)
		case two && hasReach(right[:1]) && !hasReach(left):
			out = append(append(out, left...), right...)
		default:
			out = append(out, lines[i])
			continue
		}
		i += len(left) - 1
	}
	return out
}
