package listen

import "testing"

func TestFilesAreKeptForDelivery(t *testing.T) {
	for limit := 64; limit <= 1<<20; limit += 7 + limit/50 {
		for _, connections := range []int{1, 8, 100} {
			for _, sandbox := range []bool{false, true} {
				b := Files(limit, connections, sandbox)
				if b.Public < 1 || b.Desk < 1 {
					t.Fatalf("%+v: nobody is let in", b)
				}
				if b.Reserve < connections {
					t.Fatalf("%+v: too little for %d connections", b, connections)
				}
				if used := b.Reserve + 2*(b.Public+b.Desk); used > limit && !b.Low() {
					t.Fatalf("%+v: %d files may be used, and nothing is said", b, used)
				} else if used > limit && limit >= 1024 && connections <= 8 {
					t.Fatalf("%+v: %d files may be used", b, used)
				}
			}
		}
	}
}

func TestALowLimitIsSaid(t *testing.T) {
	for limit, low := range map[int]bool{0: false, 256: true, 1024: true, 4096: false, 65536: false} {
		if b := Files(limit, 8, true); b.Low() != low {
			t.Errorf("%d: %+v", limit, b)
		}
	}
}

func TestTheSystemSaysHowManyFilesMayBeOpen(t *testing.T) {
	if n := FileLimit(); n < 0 || n > 0 && n < 32 {
		t.Errorf("%d", n)
	}
}
