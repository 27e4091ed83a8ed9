package agreement_test

import (
	"os"
	"testing"

	"pressroom/internal/testdb"
)

func TestMain(m *testing.M) { os.Exit(testdb.Both(m)) }
