package diagnostic

import (
	"fmt"
	"runtime/debug"
)

// PanicError is a fault of the program itself: a panic that was stopped, so that all
// else goes on. It keeps the stack for whoever mends it.
type PanicError struct {
	What  string // what was being done
	Value any    // what the panic said
	Stack []byte
}

// Recovered makes a PanicError of what recover returned. It is to be called in the
// deferred function itself, where the stack of the panic still stands.
func Recovered(value any, format string, args ...any) error {
	return &PanicError{fmt.Sprintf(format, args...), value, debug.Stack()}
}

func (e *PanicError) Error() string {
	return fmt.Sprintf("%s: %v; this is a fault of the program", e.What, e.Value)
}
