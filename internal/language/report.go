package language

import "pressroom/internal/frontmatter"

// ReportPhrase names a phrase of the report on a release, as its file does. A count
// stands after a colon, so that no word has to agree with it.
type ReportPhrase string

// The phrases of reports. reportPlaces has what they take.
const (
	ReportTitle        ReportPhrase = "title"
	ReportAsOf         ReportPhrase = "as_of"
	ReportOut          ReportPhrase = "out"
	ReportMail         ReportPhrase = "mail"
	ReportMailing      ReportPhrase = "mailing"
	ReportAdvance      ReportPhrase = "advance"
	ReportRelease      ReportPhrase = "release"
	ReportNotices      ReportPhrase = "notices"
	ReportWithdrawal   ReportPhrase = "withdrawal"
	ReportAccepted     ReportPhrase = "accepted"
	ReportDoubt        ReportPhrase = "doubt" // the server's answer was lost
	ReportWaiting      ReportPhrase = "waiting"
	ReportFailed       ReportPhrase = "failed"
	ReportNotMailed    ReportPhrase = "not_mailed"
	ReportAcceptedNote ReportPhrase = "accepted_note"
	ReportCause        ReportPhrase = "cause"
	ReportNumber       ReportPhrase = "number"
	ReportGone         ReportPhrase = "gone"
	ReportMailbox      ReportPhrase = "mailbox"
	ReportRefused      ReportPhrase = "refused"
	ReportUnreached    ReportPhrase = "unreached"
	ReportOther        ReportPhrase = "other"
	ReportLeft         ReportPhrase = "left"
	ReportNoOpens      ReportPhrase = "no_opens"
	ReportFetches      ReportPhrase = "fetches"
	ReportForm         ReportPhrase = "form"
	ReportPage         ReportPhrase = "page"
	ReportReaders      ReportPhrase = "readers"
	ReportRobots       ReportPhrase = "robots"
	ReportDay          ReportPhrase = "day"
	ReportLater        ReportPhrase = "later"
	ReportFetchesNote  ReportPhrase = "fetches_note"
	ReportCorrections  ReportPhrase = "corrections"
	ReportNoCorrection ReportPhrase = "no_corrections"
	ReportCoverage     ReportPhrase = "coverage"
	ReportNoCoverage   ReportPhrase = "no_coverage"
	ReportOrg          ReportPhrase = "organization"
	ReportRanIn        ReportPhrase = "ran_in" // in how many articles somebody's quote stood
	ReportOutlet       ReportPhrase = "outlet"
	ReportQuoted       ReportPhrase = "quoted"
)

var reportPlaces = map[ReportPhrase][]string{
	ReportTitle: {"headline"}, ReportAsOf: {"org", "when"}, ReportOut: {"when"}, ReportMail: nil, ReportMailing: nil, ReportAdvance: nil,
	ReportRelease: nil, ReportNotices: nil, ReportWithdrawal: nil, ReportAccepted: nil, ReportDoubt: nil, ReportWaiting: nil,
	ReportFailed: nil, ReportNotMailed: nil, ReportAcceptedNote: {"n"}, ReportCause: nil, ReportNumber: nil, ReportGone: nil,
	ReportMailbox: nil, ReportRefused: nil, ReportUnreached: nil, ReportOther: nil, ReportLeft: {"n"}, ReportNoOpens: nil,
	ReportFetches: nil, ReportForm: nil, ReportPage: nil, ReportReaders: nil, ReportRobots: nil, ReportDay: nil, ReportLater: nil,
	ReportFetchesNote: nil, ReportCorrections: nil, ReportNoCorrection: nil, ReportCoverage: nil, ReportNoCoverage: nil, ReportOrg: nil,
	ReportRanIn: nil, ReportOutlet: nil, ReportQuoted: nil,
}

// Report is a phrase of reports with its arguments put in: in the catalogue's language,
// in English where that has none.
func (c *Catalogue) Report(p ReportPhrase, args ...any) string {
	return orEnglish(c, func(c *Catalogue) map[ReportPhrase]string { return c.report }, reportPlaces, p, args)
}

func (r *reader) report(t *frontmatter.Table) {
	allOf(r, t, "report", &r.c.report, r.shown().report, reportPlaces)
}
