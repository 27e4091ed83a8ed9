package mail

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

func TestMediaTypesAndSizesAsTheyAreWritten(t *testing.T) {
	var b strings.Builder
	for _, ending := range slices.Sorted(maps.Keys(mediaTypes)) {
		fmt.Fprintf(&b, "%s: %s; not UTF-8: %s\n", ending, MediaType("report."+strings.ToUpper(ending), nil), MediaType(ending, []byte{0xff}))
	}
	for _, n := range []int64{
		0, 1, 1023, 1024, 1025, 1000<<10 - 1024, 1000<<10 - 1, 1000 << 10, 1 << 20, 3 << 20, 3<<20 + 1<<19, 1000<<20 - 1, 1000 << 20, 2 << 30,
	} {
		fmt.Fprintf(&b, "%d bytes: %s, %d encoded\n", n, Bytes(n), EncodedSize(int(n)))
	}
	fmt.Fprintf(&b, "signed: %s\n", strings.Join(signed, " "))
	expect.File(t, "tables.golden.txt", b.String())
}
