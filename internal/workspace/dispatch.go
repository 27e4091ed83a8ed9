package workspace

import (
	"fmt"
	"time"

	"pressroom/internal/frontmatter"
)

// Dispatch is what is asked before a mailing leaves.
type Dispatch struct {
	// Approvers is how many, besides who scheduled it, have to approve the words of a
	// mailing before anything of it leaves; 0 for nobody.
	Approvers int
	// Undo is how long what is sent at once from the browser waits, so that it can be
	// taken back; 0 for not at all. Nothing else waits for it.
	Undo time.Duration
}

// What is taken where the settings say nothing, and the most of each.
const (
	undoWithin    = 30 * time.Second
	mostUndo      = 5 * time.Minute
	mostApprovers = 9
)

func (s *Settings) dispatch(t *frontmatter.Table) {
	d := &s.Dispatch
	d.Approvers = t.Int("approvers", 0)
	if d.Approvers < 0 || d.Approvers > mostApprovers {
		t.Errorf("approvers", "dispatch", "approvers is how many besides who scheduled it have to approve a mailing, from 0 to %d", mostApprovers)
	}
	if v := t.Line("undo"); v != "" {
		undo, err := time.ParseDuration(v)
		if err != nil || undo < 0 || undo > mostUndo {
			t.Errorf("undo", "dispatch", `undo is how long what is sent from the browser can be taken back, such as "30s", from "0s" to %q`,
				fmt.Sprintf("%ds", int(mostUndo.Seconds())))
		} else {
			d.Undo = undo
		}
	}
	t.Done(nil)
}
