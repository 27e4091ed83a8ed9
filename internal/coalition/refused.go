package coalition

import "fmt"

// RefusedError says, in words for whoever asked, why something was not done. Its
// code, ErrState or ErrWords, is for callers that decide by it.
type RefusedError struct {
	Code    error
	Message string
	cause   error // what Message says, where that is an error itself
}

func (e *RefusedError) Error() string { return e.Code.Error() + ": " + e.Message }

// Unwrap is the code, and the cause if there is one.
func (e *RefusedError) Unwrap() []error {
	if e.cause == nil {
		return []error{e.Code}
	}
	return []error{e.Code, e.cause}
}

// Refuse makes a RefusedError.
func Refuse(code error, format string, args ...any) error {
	return &RefusedError{Code: code, Message: fmt.Sprintf(format, args...)}
}

// RefuseAs makes one whose words are those of another error.
func RefuseAs(code, cause error) error {
	return &RefusedError{Code: code, Message: cause.Error(), cause: cause}
}
