package compile

import (
	"fmt"
	"slices"
	"strings"
)

// ParseFormats reads the names of formats; without any it is Formats.
func ParseFormats(names []string) ([]Format, error) {
	if len(names) == 0 {
		return Formats, nil
	}
	out := make([]Format, len(names))
	for i, n := range names {
		out[i] = Format(strings.TrimSpace(n))
		if !slices.Contains(AllFormats, out[i]) {
			return nil, fmt.Errorf("no format is called %q; there are web, email, text, pdf, docx and card", n)
		}
	}
	return out, nil
}
