package frontmatter

import "fmt"

// Limits on the TOML that is handed to the parsers. They are far above what a
// release needs and far below what makes a parser slow.
const (
	maxSize    = 512 << 10 // bytes of a whole file
	maxNesting = 16        // brackets and braces open at once
	maxDotted  = 10        // parts of one dotted key
	maxKeys    = 5000      // keys and tables in front matter
)

// limitError is a limit that the source goes over, at a byte of it.
type limitError struct {
	offset int
	msg    string
}

// checkLimits looks through TOML once, in time linear in its length, for what
// would make the parsers slow or recurse deeply. It knows strings and comments;
// it need not be right about malformed TOML, which the parsers refuse. keys
// bounds the number of keys and tables, 0 for no bound.
func checkLimits(src []byte, keys int) *limitError {
	depth, dots, count := 0, 0, 0
	for i := 0; i < len(src); i++ {
		if keys > 0 && count > keys {
			return &limitError{i, fmt.Sprintf("more than %d keys and tables; a release needs a few dozen", keys)}
		}
		switch c := src[i]; c {
		case '#':
			for i+1 < len(src) && src[i+1] != '\n' {
				i++
			}
		case '"', '\'':
			i = skipString(src, i)
		case '[', '{':
			dots = 0
			count++
			if depth++; depth > maxNesting {
				return &limitError{i, fmt.Sprintf("more than %d brackets open at once; write nested values as tables", maxNesting)}
			}
		case ']', '}':
			dots = 0
			depth = max(0, depth-1)
		case '=':
			dots = 0
			count++
		case ',', '\n':
			dots = 0
		case '.':
			if dots++; dots >= maxDotted {
				return &limitError{i, fmt.Sprintf("a dotted key of more than %d parts; use a table", maxDotted)}
			}
		}
	}
	return nil
}

// skipString returns the index of the last byte of the string that opens at i.
func skipString(src []byte, i int) int {
	q := src[i]
	if i+2 < len(src) && src[i+1] == q && src[i+2] == q {
		for j := i + 3; j < len(src); j++ {
			switch {
			case src[j] == '\\' && q == '"':
				j++
			case src[j] == q && j+2 < len(src) && src[j+1] == q && src[j+2] == q:
				j += 2
				for j+1 < len(src) && src[j+1] == q {
					j++
				}
				return j
			}
		}
		return len(src)
	}
	for j := i + 1; j < len(src); j++ {
		switch {
		case src[j] == '\n':
			return j - 1
		case src[j] == '\\' && q == '"':
			j++
		case src[j] == q:
			return j
		}
	}
	return len(src)
}
