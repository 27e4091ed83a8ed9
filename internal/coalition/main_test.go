package coalition

import (
	"os"
	"testing"

	"pressroom/internal/testdb"
)

func TestMain(m *testing.M) {
	if step := os.Getenv(killedAt); step != "" {
		signAndDie(step)
	}
	os.Exit(testdb.BothExcept(m, "TestEveryLetterIsWholeInEveryLanguage|TestWhatIsPrintedIsWhatThePageSaid"))
}
