package delivery

import (
	"time"

	"golang.org/x/sys/unix"
)

// uptime is the time since the machine started, sleep included.
func uptime() time.Duration {
	var ts unix.Timespec
	if unix.ClockGettime(unix.CLOCK_BOOTTIME, &ts) != nil {
		return time.Since(started)
	}
	return time.Duration(ts.Nano())
}

var started = time.Now()
