//go:build unix

package listen

import (
	"math"
	"syscall"
)

// FileLimit is how many files this process may have open; 0 where that is not
// limited or not known. Go has raised it to the hard limit at the start.
func FileLimit() int {
	var r syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &r); err != nil || uint64(r.Cur) > math.MaxInt32 {
		return 0
	}
	return int(r.Cur)
}
