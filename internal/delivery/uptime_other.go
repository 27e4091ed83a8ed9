//go:build !linux

package delivery

import "time"

var started = time.Now()

// uptime is the time since the program started; on some systems it stands still
// while the machine sleeps.
func uptime() time.Duration { return time.Since(started) }
