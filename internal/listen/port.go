package listen

import (
	"errors"
	"fmt"
	"net"
	"os"
	"syscall"
)

// PortError is an address that could not be opened, and what to do about it.
type PortError struct {
	Address string
	Program string // its file
	Err     error
}

func (e *PortError) Error() string {
	switch {
	case errors.Is(e.Err, syscall.EACCES):
		return fmt.Sprintf("%s may not be opened: ports below 1024 need a right. Grant it to the program, "+
			"with setcap cap_net_bind_service=+ep %s (once more after each update), or in its systemd unit, with "+
			"AmbientCapabilities=CAP_NET_BIND_SERVICE; or let a web server in front listen there and pass requests on to another port",
			e.Address, e.Program)
	case errors.Is(e.Err, syscall.EADDRINUSE):
		return e.Address + " is taken: another program listens there, as a web server would, or another pressroom serve; " +
			"end that one"
	}
	return fmt.Sprintf("%s cannot be opened: %v", e.Address, e.Err)
}

func (e *PortError) Unwrap() error { return e.Err }

// Open listens at an address. Where that fails it is a *PortError.
func Open(address string) (net.Listener, error) {
	l, err := net.Listen("tcp", address)
	if err != nil {
		program, perr := os.Executable()
		if perr != nil {
			program = "pressroom"
		}
		return nil, &PortError{Address: address, Program: program, Err: err}
	}
	return l, nil
}
