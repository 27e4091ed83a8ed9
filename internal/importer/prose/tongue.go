package prose

import (
	"strings"
)

// Base is the language of a tag in small letters, without script, region and all else.
func Base(tag string) string {
	tag, _, _ = strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	return strings.ToLower(tag)
}
