package release

import "fmt"

// Limits on Markdown, far above what a release needs and far below what makes
// the parser slow: it is quadratic in each of these.
const (
	maxContainers = 16  // > and list markers at the start of one line
	maxIndent     = 100 // columns
	maxColumns    = 60  // cells of a table's row
	maxBrackets   = 400 // [ in one block of lines
	maxDelimiters = 800 // runs of * _ ` < in one block of lines
	maxBlock      = 64 << 10
)

// markdownLimits looks through Markdown once and returns the offset and the
// message of the first limit it goes over; the message is "" if there is none.
func markdownLimits(src string) (int, string) {
	brackets, delimiters, blockStart := 0, 0, 0
	for start := 0; start < len(src); {
		end := start
		for end < len(src) && src[end] != '\n' {
			end++
		}
		text := src[start:end]
		containers, indent, rest := lineStart(text)
		if containers > maxContainers {
			return start, fmt.Sprintf("more than %d levels of lists and quotations in one line; write it flatter", maxContainers)
		}
		if indent > maxIndent {
			return start, fmt.Sprintf("indented by more than %d columns; write it flatter", maxIndent)
		}
		if rest == len(text) { // a blank line ends the block
			brackets, delimiters, blockStart = 0, 0, end
		}
		pipes := 0
		for i := rest; i < len(text); i++ {
			switch text[i] {
			case '|':
				if pipes++; pipes > maxColumns+1 {
					return start + i, fmt.Sprintf("a table row of more than %d columns; split the table", maxColumns)
				}
			case '[', ']':
				if brackets++; brackets > 2*maxBrackets {
					return start + i, fmt.Sprintf("more than %d square brackets in one paragraph; split it, or write \\[", maxBrackets)
				}
			case '*', '_', '`', '<', '~':
				if i == 0 || text[i-1] != text[i] {
					delimiters++
				}
				if delimiters > maxDelimiters {
					return start + i, fmt.Sprintf("more than %d of * _ ` < in one paragraph; split it, or put a \\ before those that are meant literally",
						maxDelimiters)
				}
			}
		}
		if end-blockStart > maxBlock {
			return start, fmt.Sprintf("a paragraph of more than %d KiB; split it with a blank line", maxBlock>>10)
		}
		start = end + 1
	}
	return 0, ""
}

// lineStart counts the container markers a line begins with, the columns it is
// indented by, and where its text begins.
func lineStart(text string) (containers, indent, rest int) {
	i := 0
	for i < len(text) {
		switch c := text[i]; {
		case c == ' ':
			indent++
		case c == '\t':
			indent += 4
		case c == '\r':
		case c == '>':
			containers++
		case (c == '-' || c == '+' || c == '*') && (i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '\t'):
			containers++
		default:
			j := i
			for j < len(text) && j-i < 9 && text[j] >= '0' && text[j] <= '9' {
				j++
			}
			if j == i || j == len(text) || text[j] != '.' && text[j] != ')' || j+1 < len(text) && text[j+1] != ' ' {
				return containers, indent, i
			}
			containers++
			i = j
		}
		i++
	}
	return containers, indent, len(text)
}
