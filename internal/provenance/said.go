package provenance

// UnreadableError says why what was handed in cannot be looked up.
type UnreadableError struct{ Err error }

func (e *UnreadableError) Error() string { return e.Err.Error() }

// Unwrap is the reason.
func (e *UnreadableError) Unwrap() error { return e.Err }
