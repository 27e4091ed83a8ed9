package provenance

import "pressroom/internal/release"

// UnreadableError says why what was handed in cannot be looked up.
type UnreadableError struct{ Err error }

func (e *UnreadableError) Error() string { return e.Err.Error() }

// Unwrap is the reason.
func (e *UnreadableError) Unwrap() error { return e.Err }

// Graded says in a word or two what was said of a release after it had gone out.
func Graded(grade string) string {
	switch release.Grade(grade) {
	case release.GradeNote:
		return "Noted"
	case release.GradeUpdate:
		return "Updated"
	case release.GradeCorrection:
		return "CORRECTED"
	case release.GradeHold:
		return "ON HOLD, while it is checked"
	case release.GradeHoldEnd:
		return "May be used as it was sent"
	case release.GradeWithdrawal:
		return "WITHDRAWN, not to be used"
	}
	return grade
}
