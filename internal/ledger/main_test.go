package ledger

import (
	"os"
	"testing"

	"pressroom/internal/testdb"
)

// How a copy is known on PostgreSQL is tested in store.
func TestMain(m *testing.M) { os.Exit(testdb.BothExcept(m, "^TestWhatGoesOutFromTheOriginal")) }
