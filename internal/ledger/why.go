package ledger

import "pressroom/internal/saying"

// reasons are those that the ledger writes down of a dispatch, as it writes them, the longer
// before the shorter.
var reasons = []string{
	breakerReason + "%d of %d answers were refusals, most of them: %s", silentReason,
	overdueReason + "%s; it goes out by itself once that is done, or with send --replace --without",
	overdueReason + "%s; send --replace --without %s goes out without it",
	unmovedReason + "; it goes out by itself once they do, or with send --replace",
	unmovedReason + ": %s; send --replace composes them from the file",
	approvalReason + ": %s scheduled it", approvalReason, checkedReason, onHoldReason + ": %s", onHoldReason,
	"%s withdrew its quote; send --replace --without %s goes out without it, resume goes out with it",
	"%s signed other words in %s; send --replace takes them in, resume goes out as it was scheduled",
	"the mail server %s cannot be used: %s", missedReason, CancelledByHand,
}

// Why is the reason of a dispatch, which is kept in English, as a sentence.
func Why(reason string) saying.Sentence { return saying.Read(reason, reasons...) }
