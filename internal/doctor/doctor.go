// Package doctor looks for what would stop a send, or have it land in a spam
// folder: the mail server, the records in DNS that receivers look at, the clock,
// and the settings. It changes nothing and sends nothing.
package doctor

import (
	"context"
	"errors"
	"fmt"
	"net"
	netmail "net/mail"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/publicsuffix"

	"pressroom/internal/ledger"
	"pressroom/internal/listen"
	"pressroom/internal/mail"
	"pressroom/internal/smtp"
	"pressroom/internal/wording"
	"pressroom/internal/workspace"
)

// Level is how bad a finding is.
type Level string

// The levels.
const (
	OK      Level = "ok"
	Warning Level = "warning" // mail leaves, and may not arrive as it should
	Failure Level = "failure" // mail does not leave
)

// Finding is one thing that was looked at.
type Finding struct {
	Level   Level  `json:"level"`
	Subject string `json:"subject"`
	Text    string `json:"text"`
	Fix     string `json:"fix,omitempty"` // what to do, or to publish
}

// Resolver is the part of net.Resolver that is asked.
type Resolver interface {
	LookupTXT(ctx context.Context, name string) ([]string, error)
	LookupMX(ctx context.Context, name string) ([]*net.MX, error)
	LookupHost(ctx context.Context, host string) ([]string, error)
	LookupAddr(ctx context.Context, addr string) ([]string, error)
}

// Patient is what is examined.
type Patient struct {
	Settings workspace.Settings
	Dialer   *smtp.Dialer // nil for the sandbox
	Fallback *smtp.Dialer // the second relay; nil where there is none
	Signer   *mail.Signer // nil where messages are not signed
	Resolver Resolver
	// Inbox logs in to the mailbox of [inbox] and reads nothing; nil if there is none.
	Inbox func(ctx context.Context) error
	// Clock is how far the machine's clock is known to be wrong, and whether it is
	// kept by anything; nil where the system does not say.
	Clock func() (synchronized bool, err error)
	// Files is how the files that this process may open are shared out.
	Files listen.Budget
	// Skew is how far this machine's clock is ahead of the database's, where that one
	// decides; Wrong are the workers whose clock is wrong by it.
	Skew  *time.Duration
	Wrong []ledger.AtWork
	// Free is how many bytes the database may grow by; nil where it is elsewhere.
	Free func() (uint64, error)
	// Certificate is that of the public pages; nil where a web server in front has it.
	Certificate *Certificate
	// Repository is the git repository that the workspace lies in; nil for none.
	Repository *Repository
	// Unpublished are releases that went out and have no page: before there was a newsroom.
	Unpublished []string
	Workers     int // that are running
	Ahead       int // mailings that wait for their time
}

type exam struct {
	*Patient
	ctx context.Context
	out []Finding
}

func (e *exam) add(level Level, subject, fix, format string, args ...any) {
	e.out = append(e.out, Finding{level, subject, fmt.Sprintf(format, args...), fix})
}

// Examine looks at everything and returns what it found, in the order in which a
// message meets it.
func Examine(ctx context.Context, p *Patient) []Finding {
	e := &exam{Patient: p, ctx: ctx}
	from, err := netmail.ParseAddress(p.Settings.Mail.From)
	if err != nil {
		e.add(Failure, "sender", "set mail.from", "mail.from is not an address")
		return e.out
	}
	domain := from.Address[strings.LastIndexByte(from.Address, '@')+1:]
	e.machine()
	e.repository()
	e.certificate()
	e.unpublished()
	e.server()
	e.fallback()
	if p.Dialer == nil {
		return e.out // nothing leaves, so nobody looks at the rest
	}
	if strings.HasSuffix(domain, ".invalid") || strings.HasSuffix(domain, ".example") {
		e.add(Failure, "sender", "set mail.from to an address of yours", "%s cannot be an address of anybody", from.Address)
	} else {
		e.dns(domain)
	}
	e.returning()
	e.public()
	e.footer()
	return e.out
}

// lookups bounds each question to DNS.
const lookupTime = 10 * time.Second

func (e *exam) txt(name string) ([]string, error) {
	ctx, cancel := context.WithTimeout(e.ctx, lookupTime)
	defer cancel()
	list, err := e.Resolver.LookupTXT(ctx, name)
	var de *net.DNSError
	if errors.As(err, &de) && de.IsNotFound {
		return nil, nil
	}
	return list, err
}

// clocks holds this machine's clock and those of the workers against the database's.
func (e *exam) clocks() {
	if e.Skew == nil {
		return
	}
	const fix = "set the clock of that machine right, as with timedatectl set-ntp true"
	if ledger.Off(*e.Skew) {
		e.add(Warning, "clock", fix, "this machine's clock is %s; the database's decides when a release goes out", Apart(*e.Skew))
	} else {
		e.add(OK, "clock", "", "it agrees with the database's, which decides when a release goes out")
	}
	for _, w := range e.Wrong {
		e.add(Warning, "clock", fix, "the clock of worker %s is %s; it leaves the lift to others", w.ID, Apart(w.Skew))
	}
}

// Apart says how far a clock is from the database's.
func Apart(skew time.Duration) string {
	if skew < 0 {
		return skew.Abs().Round(time.Second).String() + " behind the database's"
	}
	return skew.Round(time.Second).String() + " ahead of the database's"
}

func (e *exam) machine() {
	if e.Clock != nil {
		kept, err := e.Clock()
		switch {
		case err != nil:
		case kept:
			e.add(OK, "clock", "", "the clock is kept by a time service")
		default:
			e.add(Warning, "clock", "turn on NTP, as with timedatectl set-ntp true", "nothing keeps the clock: an embargo lifts by it")
		}
	}
	e.clocks()
	if e.Free != nil {
		if free, err := e.Free(); err == nil && free < 1<<30 {
			e.add(Warning, "disk", "make room", "%d MB are free where the database is; a full disk stops a mailing until there is room", free>>20)
		}
	}
	if e.Files.Low() {
		e.add(Warning, "open files", e.Files.Raise(), "%s; this is the limit here, serve has that of whatever starts it", e.Files)
	} else {
		e.add(OK, "open files", "", "%s", e.Files)
	}
	switch {
	case e.Workers > 0:
		e.add(OK, "worker", "", "%d running", e.Workers)
	case e.Ahead > 0:
		e.add(Failure, "worker", "start pressroom serve, and keep it running", "%s due or to go out later, and no worker is running",
			wording.Count(e.Ahead, "mailing"))
	default:
		e.add(Warning, "worker", "start pressroom serve before a mailing is due", "none is running")
	}
}

// server connects, turns on TLS and logs in, and says goodbye.
func (e *exam) server() {
	m := e.Settings.Mail
	if e.Dialer == nil {
		e.add(Warning, "mail server", "set mail.smtp, as in smtp://press@mail.example.org:587",
			"mail goes to the sandbox: nothing leaves this machine")
		return
	}
	ctx, cancel := context.WithTimeout(e.ctx, 30*time.Second)
	defer cancel()
	conn, err := e.Dialer.Dial(ctx)
	if err != nil {
		e.add(Failure, "mail server", "check mail.smtp, the password and the firewall", "%s cannot be used: %v", e.Dialer.Address, err)
		return
	}
	defer conn.Close()
	e.add(OK, "mail server", "", "%s answers%s", e.Dialer.Address, loggedIn(e.Dialer))
	if !conn.Secure() {
		e.add(Warning, "TLS", "use a server that offers STARTTLS, or smtps://", "the connection is not encrypted")
	}
	if _, ok := conn.Extension("PIPELINING"); !ok {
		e.add(Warning, "speed", "more connections help, if the server allows them", "the server takes one command at a time")
	}
	e.limits(m)
}

// fallback tries the second relay: on the night on which it is wanted is no time to
// find out.
func (e *exam) fallback() {
	if e.Fallback == nil {
		return
	}
	ctx, cancel := context.WithTimeout(e.ctx, 30*time.Second)
	defer cancel()
	conn, err := e.Fallback.Dial(ctx)
	if err != nil {
		e.add(Warning, "second relay", "check mail.fallback, its password and the firewall", "%s cannot be used: %v", e.Fallback.Address, err)
		return
	}
	conn.Close()
	e.add(OK, "second relay", "", "%s answers%s", e.Fallback.Address, loggedIn(e.Fallback))
}

func loggedIn(d *smtp.Dialer) string {
	if d.Login.Username == "" {
		return ""
	}
	return ", and takes the login of " + d.Login.Username
}

// limits holds the rate against what is known of a relay.
func (e *exam) limits(m workspace.Mail) {
	host, _, _ := net.SplitHostPort(e.Dialer.Address)
	for _, r := range Relays {
		if !r.is(host) {
			continue
		}
		if r.PerMinute > 0 && (m.Rate == 0 || m.Rate > r.PerMinute) {
			e.add(Warning, "rate", fmt.Sprintf("set mail.rate = %d", r.PerMinute), "%s takes about %d messages a minute; mail.rate is %d", r.Name,
				r.PerMinute, m.Rate)
		}
		if r.OwnRate && m.Rate == 0 {
			e.add(Warning, "rate", "set mail.rate to sixty times the messages a second that your account has",
				"%s gives every account a rate of its own and refuses what exceeds it; mail.rate is not set", r.Name)
		}
		if r.Connections > 0 && m.Connections > r.Connections {
			e.add(Warning, "connections", fmt.Sprintf("set mail.connections = %d", r.Connections),
				"%s takes %d connections at once; mail.connections is %d", r.Name, r.Connections, m.Connections)
		}
		if r.PerDay > 0 {
			e.add(OK, "daily limit", "", "%s takes about %d recipients a day", r.Name, r.PerDay)
		}
	}
}

// dns looks at what receivers look at.
func (e *exam) dns(domain string) {
	envelope := domain
	if rp := e.Settings.Mail.ReturnPath; rp != "" {
		envelope = rp[strings.LastIndexByte(rp, '@')+1:]
	}
	spf := e.spf(envelope)
	signed := e.dkim()
	e.dmarc(domain, envelope, spf, signed)
	e.mx(envelope)
	e.reverse()
}

func (e *exam) spf(domain string) bool {
	list, err := e.txt(domain)
	if err != nil {
		e.add(Warning, "SPF", "", "%s could not be looked up: %v", domain, err)
		return false
	}
	var found []string
	for _, t := range list {
		if t == "v=spf1" || strings.HasPrefix(strings.ToLower(t), "v=spf1 ") {
			found = append(found, t)
		}
	}
	switch {
	case len(found) == 0:
		e.add(Warning, "SPF", fmt.Sprintf("publish TXT %s \"v=spf1 include:… ~all\", with what your mail service tells you to include", domain),
			"%s has no record that says who may send for it", domain)
	case len(found) > 1:
		e.add(Failure, "SPF", "join them into one", "%s has %d SPF records; receivers then take none", domain, len(found))
	case strings.HasSuffix(found[0], "+all") || strings.HasSuffix(found[0], "?all"):
		e.add(Warning, "SPF", "end it in ~all or -all", "the record of %s lets anybody send: %s", domain, found[0])
	default:
		e.add(OK, "SPF", "", "%s: %s", domain, found[0])
	}
	return len(found) == 1
}

func (e *exam) dkim() bool {
	d := e.Settings.Mail.DKIM
	if e.Signer == nil {
		e.add(Warning, "DKIM", "set [mail.dkim] domain, selector and key_file, unless your mail service signs",
			"messages leave unsigned; large mailbox services ask senders for signatures")
		return false
	}
	name, want := e.Signer.Record()
	publish := fmt.Sprintf("publish TXT %s\n%q", name, want)
	list, err := e.txt(name)
	if err != nil {
		e.add(Warning, "DKIM", publish, "%s could not be looked up: %v", name, err)
		return false
	}
	if len(list) == 0 {
		e.add(Failure, "DKIM", publish, "%s has no record: every signature fails", name)
		return false
	}
	if tags(list[0])["p"] != tags(want)["p"] {
		e.add(Failure, "DKIM", publish, "the record at %s is for another key: every signature fails", name)
		return false
	}
	if b := e.Signer.Bits(); b > 0 && b < 2048 {
		e.add(Warning, "DKIM", "make a key of 2048 bits under a new selector", "the key has %d bits", b)
		return true
	}
	e.add(OK, "DKIM", "", "%s signs with %s", d.Domain, name)
	return true
}

// tags are those of a record such as "v=DKIM1; p=…".
func tags(s string) map[string]string {
	out := make(map[string]string)
	for _, t := range strings.Split(s, ";") {
		if k, v, ok := strings.Cut(t, "="); ok {
			out[strings.ToLower(strings.TrimSpace(k))] = strings.Join(strings.Fields(v), "")
		}
	}
	return out
}

// dmarc looks for the domain's policy (RFC 7489) and whether what is sent agrees
// with the address that readers see.
func (e *exam) dmarc(domain, envelope string, spf, signed bool) {
	policy := ""
	for _, name := range []string{"_dmarc." + domain, "_dmarc." + organizational(domain)} {
		list, err := e.txt(name)
		if err != nil {
			e.add(Warning, "DMARC", "", "%s could not be looked up: %v", name, err)
			return
		}
		for _, t := range list {
			if strings.HasPrefix(strings.ToLower(t), "v=dmarc1") && policy == "" {
				policy = t
			}
		}
	}
	if policy == "" {
		e.add(Warning, "DMARC", fmt.Sprintf("publish TXT _dmarc.%s \"v=DMARC1; p=none; rua=mailto:…\" to begin with", organizational(domain)),
			"%s has no policy; large mailbox services ask senders for one", domain)
	}
	t := tags(policy)
	byDKIM := signed && aligned(e.Settings.Mail.DKIM.Domain, domain, t["adkim"])
	bySPF := spf && aligned(envelope, domain, t["aspf"])
	switch {
	case policy == "":
	case byDKIM || bySPF:
		e.add(OK, "DMARC", "", "%s; agrees by %s", policy, by(byDKIM, bySPF))
	case e.Signer == nil && !spf:
		e.add(Warning, "DMARC", "sign with DKIM for "+organizational(domain), "nothing that is sent agrees with %s: %s", domain, policy)
	default:
		e.add(Failure, "DMARC", fmt.Sprintf("sign with DKIM for %s, or bounce to an address there", organizational(domain)),
			"neither the signature (%s) nor the return path (%s) belongs to %s: receivers follow %s", or(e.Settings.Mail.DKIM.Domain), envelope,
			domain, policy)
	}
}

func or(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

func by(dkim, spf bool) string {
	switch {
	case dkim && spf:
		return "signature and return path"
	case dkim:
		return "signature"
	}
	return "return path"
}

func organizational(domain string) string {
	if d, err := publicsuffix.EffectiveTLDPlusOne(domain); err == nil {
		return d
	}
	return domain
}

// aligned tells whether two domains agree, in DMARC's relaxed or strict mode.
func aligned(a, b, mode string) bool {
	if mode == "s" {
		return strings.EqualFold(a, b)
	}
	return strings.EqualFold(organizational(a), organizational(b))
}

func (e *exam) mx(domain string) {
	ctx, cancel := context.WithTimeout(e.ctx, lookupTime)
	defer cancel()
	list, err := e.Resolver.LookupMX(ctx, domain)
	if err == nil && len(list) > 0 {
		return
	}
	var de *net.DNSError
	if err == nil || errors.As(err, &de) && de.IsNotFound {
		e.add(Warning, "return path", "publish an MX record for "+domain,
			"no mail server takes mail for %s: bounces cannot arrive, and some receivers refuse such senders", domain)
	}
}

// reverse looks for the name of the mail server's address. Of a relay it says
// little, of a server of one's own it decides.
func (e *exam) reverse() {
	host, _, err := net.SplitHostPort(e.Dialer.Address)
	if err != nil {
		return
	}
	ctx, cancel := context.WithTimeout(e.ctx, lookupTime)
	defer cancel()
	addresses, err := e.Resolver.LookupHost(ctx, host)
	if err != nil || len(addresses) == 0 {
		return // it was reached, so this is no matter
	}
	if ip := net.ParseIP(addresses[0]); ip == nil || ip.IsPrivate() || ip.IsLoopback() {
		return
	}
	names, err := e.Resolver.LookupAddr(ctx, addresses[0])
	if err != nil || len(names) == 0 {
		e.add(Warning, "reverse name", "ask whoever gives you the address for a PTR record",
			"%s (%s) has no name; if it delivers by itself, many receivers refuse it", host, addresses[0])
		return
	}
	for _, n := range names {
		if back, err := e.Resolver.LookupHost(ctx, strings.TrimSuffix(n, ".")); err == nil && slices.Contains(back, addresses[0]) {
			e.add(OK, "reverse name", "", "%s is %s", addresses[0], strings.TrimSuffix(n, "."))
			return
		}
	}
	e.add(Warning, "reverse name", "let the name point back to the address", "%s is called %s, which does not point back", addresses[0],
		names[0])
}

// returning looks at how bounces come back.
func (e *exam) returning() {
	if e.Inbox == nil {
		e.add(Warning, "bounces", "set [inbox], or pipe them to pressroom replies read",
			"nothing reads what comes back: dead addresses stay on the list")
		return
	}
	ctx, cancel := context.WithTimeout(e.ctx, 30*time.Second)
	defer cancel()
	if err := e.Inbox(ctx); err != nil {
		e.add(Failure, "inbox", "check [inbox] and its password", "%v", err)
		return
	}
	e.add(OK, "inbox", "", "can be read")
	if e.Settings.Mail.ReturnPath == "" {
		e.add(Warning, "return path", "set mail.return_path, if mail to bounces+anything@ arrives there",
			"bounces are matched by what servers quote of a message; some quote nothing")
	}
}

// Worst is the worst level among findings.
func Worst(list []Finding) Level {
	worst := OK
	for _, f := range list {
		if f.Level == Failure || f.Level == Warning && worst == OK {
			worst = f.Level
		}
	}
	return worst
}
