//go:build unix

package smtp

import "golang.org/x/sys/unix"

// arrived tells whether reading from a socket would not wait.
func arrived(fd uintptr) bool {
	n, err := unix.Poll([]unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}}, 0)
	return err == nil && n > 0
}
