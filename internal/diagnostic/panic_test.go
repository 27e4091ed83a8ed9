package diagnostic

import (
	"errors"
	"strings"
	"testing"
)

func faulty() (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = Recovered(p, "setting %s", "x")
		}
	}()
	var list []int
	_ = list[len(list)]
	return nil
}

func TestAPanicKeepsItsStack(t *testing.T) {
	var fault *PanicError
	if err := faulty(); !errors.As(err, &fault) || !strings.HasPrefix(err.Error(), "setting x: ") || strings.Contains(err.Error(), "\n") {
		t.Fatal(err)
	}
	if !strings.Contains(string(fault.Stack), "diagnostic.faulty") {
		t.Errorf("where it arose is not in\n%s", fault.Stack)
	}
}
