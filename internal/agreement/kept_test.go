package agreement

import (
	"bytes"
	"fmt"
	"testing"
)

func TestWhatIsKeptOfCopiesIsBounded(t *testing.T) {
	var k keptCopies
	one := bytes.Repeat([]byte("x"), mostKept/10)
	for i := range 30 {
		k.put(fmt.Sprint(i), one)
		if k.find("0") == nil {
			t.Fatalf("what is asked for all the time is gone after %d", i)
		}
	}
	if k.size > mostKept || len(k.list) != 10 || k.find("1") != nil || k.find("29") == nil {
		t.Errorf("%d copies of %d bytes are kept", len(k.list), k.size)
	}
	k.put("large", bytes.Repeat([]byte("x"), mostKept))
	if k.find("large") != nil {
		t.Error("one that is too large is kept")
	}
}
