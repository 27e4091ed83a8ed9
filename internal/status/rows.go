package status

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"time"

	"pressroom/internal/delivery"
	"pressroom/internal/ledger"
)

// Row is a mailing in status --json. Fields are added, never removed.
type Row struct {
	ID         string       `json:"id"`
	Release    string       `json:"release"`
	Revision   string       `json:"revision"`
	Kind       string       `json:"kind"`
	ReleaseAt  *string      `json:"release_at"` // null for what waits for a word
	State      ledger.State `json:"state"`
	Total      int          `json:"total"`
	Queued     int          `json:"queued"`
	Asked      int          `json:"asked"` // wait for an agreement to the embargo
	Sent       int          `json:"sent"`
	Deferred   int          `json:"deferred"`
	InDoubt    int          `json:"in_doubt"`
	Failed     int          `json:"failed"`
	Suppressed int          `json:"suppressed"`
	Cancelled  int          `json:"cancelled"`
	Reason     string       `json:"reason"`
	LiftedAt   string       `json:"lifted_at"`
	Differs    bool         `json:"file_differs"`
	// With one dispatch asked for:
	LastAt   string       `json:"last_answer_at,omitempty"`
	Domains  []domainRow  `json:"domains,omitempty"`
	Failures []failureRow `json:"failures,omitempty"`
	Replies  []replyRow   `json:"replies,omitempty"`
}

// domainRow is a recipient domain in status --json.
type domainRow struct {
	Domain     string `json:"domain"`
	Total      int    `json:"total"`
	Queued     int    `json:"queued"`
	Asked      int    `json:"asked"`
	Sent       int    `json:"sent"`
	Deferred   int    `json:"deferred"`
	InDoubt    int    `json:"in_doubt"`
	Failed     int    `json:"failed"`
	Suppressed int    `json:"suppressed"`
	Cancelled  int    `json:"cancelled"`
}

// failureRow is a delivery that did not arrive, or not yet.
type failureRow struct {
	Address  string `json:"address"`
	State    string `json:"state"`
	At       string `json:"at"`
	Attempts int    `json:"attempts"`
	Server   string `json:"server"`
	Stage    string `json:"stage"`
	Code     int    `json:"code"`
	Enhanced string `json:"enhanced"`
	Reply    string `json:"reply"`
	Next     string `json:"next_attempt_at,omitempty"`
	Advice   string `json:"advice"`
}

// replyRow is what came back by mail.
type replyRow struct {
	Address string `json:"address"`
	Kind    string `json:"kind"`
	At      string `json:"at"`
	Code    string `json:"code"`
	Detail  string `json:"detail"`
}

// Row is the mailing as a row, with the detail if there is one.
func (m Mailing) Row(d *Detail) Row {
	r := Row{
		ID: m.ID, Release: m.Slug, Revision: m.Revision, Kind: string(m.Kind), ReleaseAt: m.releaseAt(),
		State: m.State, Total: m.Total, Queued: m.Queued, Asked: m.Asked, Sent: m.Sent, Deferred: m.Deferred, InDoubt: m.InDoubt,
		Failed: m.Failed, Suppressed: m.Suppressed, Cancelled: m.Cancelled, Reason: m.Reason, Differs: m.Differs,
	}
	if !m.LiftedAt.IsZero() {
		r.LiftedAt = m.LiftedAt.UTC().Format(time.RFC3339Nano)
	}
	if d == nil {
		return r
	}
	r.LastAt = UTC(d.LastAt)
	for _, c := range d.Domains {
		r.Domains = append(r.Domains, domainRow{
			c.Domain, c.Total, c.Queued, c.Asked, c.Sent, c.Deferred, c.InDoubt, c.Failed, c.Suppressed, c.Cancelled,
		})
	}
	for _, e := range d.Troubles {
		f := failureRow{
			Address: e.Address, State: e.State, At: orDash(e.AnsweredAt), Attempts: e.Attempts, Server: e.Server, Stage: e.Stage,
			Code: e.Code, Enhanced: e.Enhanced, Reply: e.Reply, Advice: delivery.Advice(e),
		}
		if e.State == "deferred" {
			f.Next = orDash(e.NextAttemptAt)
		}
		r.Failures = append(r.Failures, f)
	}
	for _, back := range d.Replies {
		r.Replies = append(r.Replies, replyRow{back.Key, string(back.Kind), orDash(back.At), back.Code, back.Detail})
	}
	return r
}

// releaseAt is the mailing's instant, nil as long as it has none.
func (m Mailing) releaseAt() *string {
	if m.ReleaseAt.IsZero() {
		return nil
	}
	at := m.ReleaseAt.UTC().Format(time.RFC3339)
	return &at
}

// UTC is an instant as machines read it: RFC 3339 to the millisecond, "" for none.
func UTC(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2006-01-02T15:04:05.000Z07:00")
}

// orDash is UTC, and "-" for none.
func orDash(t time.Time) string {
	if t.IsZero() {
		return "-"
	}
	return UTC(t)
}

// EntriesCSV writes the deliveries of a dispatch as a table for a spreadsheet.
func EntriesCSV(out io.Writer, entries []ledger.Entry) error {
	c := csv.NewWriter(out)
	c.Write([]string{
		"dispatch", "address", "name", "outlet", "language", "lists", "state", "attempts", "answered_at", "next_attempt_at",
		"server", "stage", "code", "enhanced", "reply", "advice",
	})
	for _, e := range entries {
		next := ""
		if e.State == "deferred" {
			next = UTC(e.NextAttemptAt)
		}
		c.Write([]string{
			e.Dispatch, cell(e.Address), cell(e.Name), cell(e.Outlet), e.Language, cell(e.Lists), e.State, strconv.Itoa(e.Attempts),
			UTC(e.AnsweredAt), next, e.Server, e.Stage, number(e.Code), e.Enhanced, cell(e.Reply), delivery.Advice(e),
		})
	}
	c.Flush()
	return c.Error()
}

// AttemptsCSV writes every try that did not succeed.
func AttemptsCSV(out io.Writer, attempts []ledger.Attempt) error {
	c := csv.NewWriter(out)
	c.Write([]string{"address", "at", "server", "stage", "code", "enhanced", "reply"})
	for _, a := range attempts {
		c.Write([]string{cell(a.Address), UTC(a.At), a.Server, a.Stage, number(a.Code), a.Enhanced, cell(a.Reply)})
	}
	c.Flush()
	return c.Error()
}

// cell keeps a spreadsheet from taking a text that others wrote for a formula.
func cell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
