package embargo_test

import (
	"fmt"
	"time"

	"pressroom/internal/embargo"
)

// The gate gives a pass from the instant on, and asks for the latch to be set; once it
// is, no clock closes it.
func ExampleDecide() {
	at := time.Date(2027, 3, 2, 17, 0, 0, 0, time.UTC)
	row := embargo.Row{Dispatch: "night-ferry/release-1", Kind: embargo.Release, ReleaseAt: at, Grace: 15 * time.Minute}
	for _, now := range []time.Time{at.Add(-time.Second), at, at.Add(time.Hour)} {
		d := embargo.Decide(row, now)
		fmt.Println(now.Format("15:04:05"), d.Verdict == embargo.Open, d.Lift, d.Verdict == embargo.Missed, d.Pass.Covers(row.Dispatch))
	}
	row.Lifted = true
	fmt.Println("lifted", embargo.Decide(row, at.Add(-time.Minute)).Pass.Valid())
	// Output:
	// 16:59:59 false false false false
	// 17:00:00 true true false true
	// 18:00:00 false false true false
	// lifted true
}
