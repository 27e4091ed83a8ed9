package importer

import (
	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// besideGap is what stands between two columns of a text.
var besideGap = pattern.New(`^ ?(\S(?:.*?\S)??) {4,}(\S(?:.*\S)?)`)

// inColumns writes two people who stand beside each other below one another, in lines that have an
// address or a number in both columns; and what stands beside one's name, below it.
func inColumns(lines []string) []string {
	var out []string
	for i := 0; i < len(lines); i++ {
		if left, right := headColumns(lines[i:]); right != nil {
			out = append(append(append(out, left...), ""), right...)
			i += max(len(left), len(right)) - 1
			continue
		}
		if left, right := pairedColumns(lines[i:]); right != nil {
			out = append(append(append(out, left...), ""), right...)
			i += len(left) - 1
			continue
		}
		var left, right []string
		for n := i; n < len(lines); n++ {
			m := besideGap.FindStringSubmatch(lines[n])
			if m == nil || besideGap.MatchString(m[2]) {
				break
			}
			left, right = append(left, m[1]), append(right, m[2])
		}
		two := len(left) > 1 && prose.LooksLikeName(left[0]) && prose.HasReach(right)
		switch {
		case two && prose.LooksLikeName(right[0]) && prose.HasReach(left):
			out = append(append(append(out, left...), ""), right...)
		case two && prose.HasReach(right[:1]) && !prose.HasReach(left):
			out = append(append(out, left...), right...)
		default:
			out = append(out, lines[i])
			continue
		}
		i += len(left) - 1
	}
	return out
}

// headColumns are the columns of lines that have the line of release and the day on the left, and whom to ask on
// the right; right is nil where they have not.
func headColumns(lines []string) (left, right []string) {
	for _, l := range lines {
		m := besideGap.FindStringSubmatch(l)
		alone := rightOnly.FindStringSubmatch(l)
		if m != nil {
			left, right = append(left, m[1]), append(right, m[2])
		} else if alone != nil && len(left) > 0 {
			right = append(right, alone[1])
		} else {
			break
		}
	}
	if len(left) == 0 || !prose.ImmediateLine.MatchString(left[0]) || contactInLine.FindStringIndex(right[0]) == nil ||
		!prose.HasReach(right) {
		return nil, nil
	}
	return left, right
}

// rightOnly is a line of which only the right column has words.
var rightOnly = pattern.New(`^ {16,}(\S.*)$`)
