package when

import (
	"strings"
	"testing"
)

// BenchmarkRead reads running text, which is what most of a source is.
func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("Eleven groups along the waterfront have asked the port to publish its water tests before the year ends. ", 19)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Read(text, Options{Language: "en", Today: day0})
	}
}
