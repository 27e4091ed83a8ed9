package coalition

import (
	"fmt"

	"pressroom/internal/language"
)

// RefusedError says, in words for whoever asked, why something was not done. Its
// code, ErrState or ErrWords, is for callers that decide by it.
type RefusedError struct {
	Code    error
	Message string
	// Say is the same for partners, in their language; no phrase where only the lead
	// is told.
	Say   language.Said
	cause error // what Message says, where that is an error itself
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

// RefusePartner makes one that partners read.
func RefusePartner(code error, p language.PortalPhrase, places ...any) error {
	say := language.Line(p, places...)
	return &RefusedError{Code: code, Message: language.Of("en").Put(say), Say: say}
}

// RefuseAs makes one whose words are those of another error.
func RefuseAs(code, cause error) error {
	return &RefusedError{Code: code, Message: cause.Error(), cause: cause}
}

// Meanwhile is the message of a proposal that nobody wrote one with: its words were found
// in the release. Partners read it in their language.
const Meanwhile = "These words were written into the release meanwhile."
