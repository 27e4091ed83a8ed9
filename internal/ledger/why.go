package ledger

import "pressroom/internal/saying"

// Why a dispatch was ended, where nobody gave a reason.
const (
	pausedReason   = "paused by hand"
	undoneReason   = "undone before it left"
	replacedReason = "replaced"
	// overtakenReason is of a letter that something else has made untrue.
	overtakenReason = "overtaken: what it says is no longer so"
	changedReason   = "what it says was changed: %s takes its place"
	groupReason     = "%s has gone, and of the group %s one goes"
)

// Why an advance dispatch goes no further, by what changed it and by what is left of it.
const (
	lessLeftReason  = "a quote was withdrawn; those who had no copy yet get it from %s"
	lessSaidReason  = "a quote was withdrawn; what it says now stands in %s"
	movedLeftReason = "the embargo was moved; those who had no copy yet get it from %s"
	movedSaidReason = "the embargo was moved; what it says now stands in %s"
)

// Reasons are the sentences that the ledger writes down of a dispatch, in English, the longer
// before the shorter.
var Reasons = []string{
	breakerReason + "%d of %d answers were refusals, most of them: %s", silentReason,
	overdueReason + "%s; it goes out by itself once that is done, or with send --replace --without",
	overdueReason + "%s; send --replace --without %s goes out without it",
	unmovedReason + "; it goes out by itself once they do, or with send --replace",
	unmovedReason + ": %s; send --replace composes them from the file",
	approvalReason + ": %s scheduled it", approvalReason, checkedReason, onHoldReason + ": %s", onHoldReason,
	"%s withdrew its quote; send --replace --without %s goes out without it, resume goes out with it",
	"%s signed other words in %s; send --replace takes them in, resume goes out as it was scheduled",
	"the mail server %s cannot be used: %s", missedReason, CancelledByHand,
	pausedReason, undoneReason, replacedReason, overtakenReason, changedReason, groupReason,
	lessLeftReason, lessSaidReason, movedLeftReason, movedSaidReason,
}

// Why is the reason of a dispatch, which is kept in English, as a sentence.
func Why(reason string) saying.Sentence { return saying.Read(reason, Reasons...) }
