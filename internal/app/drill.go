package app

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"pressroom/internal/doctor"
	"pressroom/internal/draft"
	"pressroom/internal/drill"
	"pressroom/internal/ledger"
	"pressroom/internal/notices"
	"pressroom/internal/publication"
	"pressroom/internal/release"
	"pressroom/internal/seal"
	"pressroom/internal/status"
	"pressroom/internal/store"
	"pressroom/internal/workspace"
)

// Drilling says how an embargo is rehearsed.
type Drilling struct {
	Release string
	Proxy   string               // the server that is asked in the place of the one that the settings name; "" for that
	Closed  []string             // links that open nothing any more
	Out     string               // the folder of the report; "" for the workspace's own
	Client  *http.Client         // nil for the usual one
	Pairs   int                  // how many a look at the time takes; 0 for the usual
	Tell    func(string, ...any) // how far it is
}

// Drilled is a rehearsal and where its report is.
type Drilled struct {
	*drill.Report
	Files []string // the report as text and as JSON, each with its signature
}

// Drill rehearses the embargo of a release that is scheduled or armed. It opens the
// workspace by itself: whoever opens a database takes its files from others, and it has
// to be seen first whether others could read them.
func Drill(ctx context.Context, dir string, world World, o Drilling) (*Drilled, error) {
	w, err := workspace.Open(dir)
	if err != nil {
		return nil, err
	}
	if !store.Exists(w.StateDir(), w.DatabaseURL()) {
		return nil, &NotAheadError{Slug: o.Release}
	}
	open, err := drill.Open(private(w)...)
	if err != nil {
		return nil, err
	}
	a, err := On(ctx, w, world)
	if err != nil {
		return nil, err
	}
	defer a.Close()
	p, err := a.rehearsal(ctx, o)
	if err != nil {
		return nil, err
	}
	p.Checks = append([]drill.Check{drill.Modes(open)}, p.Checks...)
	r, err := drill.Run(ctx, p)
	if err != nil {
		return nil, err
	}
	out := &Drilled{Report: r}
	out.Files, err = a.file(ctx, r, o.Out)
	return out, err
}

// private are the folders and files of a workspace that nobody else may read.
func private(w *workspace.Workspace) []string {
	out := []string{w.StateDir()}
	m := w.Settings.Mail
	for _, name := range []string{m.DKIM.KeyFile, m.PasswordFile, m.KeyFile, w.Settings.Inbox.PasswordFile} {
		if name != "" {
			out = append(out, w.Path(name))
		}
	}
	return out
}

// NotAheadError says that there is no embargo to rehearse.
type NotAheadError struct{ Slug, State string }

func (e *NotAheadError) Error() string {
	if e.State != "" {
		return fmt.Sprintf("%s %s: what can be rehearsed has its instant before it", e.Slug, e.State)
	}
	return fmt.Sprintf("nothing of %s is scheduled or armed; pressroom send %s does that, and then it can be rehearsed", e.Slug, e.Slug)
}

// recent is how many of the newest public releases names are guessed from.
const recent = 20

func (a *App) rehearsal(ctx context.Context, o Drilling) (*drill.Plan, error) {
	slug, err := a.Sent(ctx, o.Release)
	if err != nil {
		return nil, err
	}
	d, err := ledger.Current(ctx, a.DB().Reader(), slug)
	switch {
	case err != nil:
		return nil, err
	case d == nil:
		return nil, &NotAheadError{Slug: slug}
	case !d.LiftedAt.IsZero():
		return nil, &NotAheadError{slug, "is public since " + d.LiftedAt.In(d.Location()).Format(status.Clock)}
	}
	data, err := a.Ledger.Artefact(ctx, d.ID, publication.ListingName)
	if err != nil {
		return nil, err
	}
	listing, err := publication.ReadListing(data)
	if err != nil {
		return nil, err
	}
	if err := a.Public.Refresh(ctx); err != nil {
		return nil, err
	}
	index := a.Public.Index()
	p := &drill.Plan{
		Slug: slug, Revision: d.Revision, Dispatch: d.ID, At: d.ReleaseAt, Listing: listing, Reserved: release.ReservedWords(), Closed: o.Closed,
		Public: func(address string) bool {
			if topic, ok := strings.CutPrefix(address, "topics/"); ok {
				return index.Topic(topic) != nil
			}
			_, ok := index.At(address)
			return ok
		},
		Client: o.Client, Pairs: o.Pairs, Now: a.world.Now, Tell: o.Tell,
	}
	for i, r := range index.Releases {
		if i < recent {
			p.Recent = append(p.Recent, r.Listing)
		}
		for _, v := range r.Versions {
			p.Headlines = append(p.Headlines, v.Headline)
		}
	}
	closed, err := a.Agreements.ClosedLinks(ctx, slug)
	if err != nil {
		return nil, err
	}
	for _, token := range closed {
		p.Closed = append(p.Closed, "/advance/"+token)
	}
	if p.Targets, err = a.targets(o.Proxy); err != nil {
		return nil, err
	}
	p.Checks = append(a.drillChecks(d), drill.Readers(a.readers(slug)))
	return p, nil
}

// readers are the users who can read a release before it is public.
func (a *App) readers(slug string) (out []string) {
	for _, u := range a.Office.Readers(draft.New(a.Workspace).Access(slug)) {
		out = append(out, u.Name+", "+string(u.Role))
	}
	return out
}

// targets are the servers that are asked: the one that everybody reaches.
func (a *App) targets(proxy string) ([]drill.Target, error) {
	s := a.Workspace.Settings.Server
	switch {
	case proxy != "":
		t := drill.Target{URL: strings.TrimRight(proxy, "/")}
		// Before a name leads there, a proxy is reached by its number, and asked by the name.
		in, err := url.Parse(proxy)
		public, perr := url.Parse(s.PublicURL)
		if err == nil && perr == nil && net.ParseIP(in.Hostname()) != nil && net.ParseIP(public.Hostname()) == nil {
			t.Host = public.Host
		}
		return []drill.Target{t}, nil
	case s.PublicURL != "":
		return []drill.Target{{URL: s.PublicURL}}, nil
	case s.Listen != "":
		host, port, err := net.SplitHostPort(s.Listen)
		if ip := net.ParseIP(host); err == nil && (host == "" || ip != nil && ip.IsUnspecified()) {
			host = "127.0.0.1"
		}
		return []drill.Target{{URL: "http://" + net.JoinHostPort(host, port)}}, err
	}
	return nil, errors.New("there are no public pages to ask: set server.listen and server.public_url, or name them with --proxy")
}

// drillChecks are what is looked at on this machine.
func (a *App) drillChecks(d *ledger.Dispatch) []drill.Check {
	out := []drill.Check{
		drill.Test(drill.Clock, "this machine's clock", "", func(context.Context) (string, error) { return doctor.Keeps(), nil }),
		drill.Test(drill.Stored, "what is to go out, against its digests", "restore the database, or send it anew",
			func(ctx context.Context) (string, error) { return a.whole(ctx, d) }),
		drill.Test(drill.Queue, "the queue", "", func(ctx context.Context) (string, error) { return a.waits(ctx, d) }),
		drill.Test(drill.Relay, "a test mail", "see what the mail server says, and its log; pressroom doctor looks at more", a.tryMail),
	}
	if a.Ledger.ByDatabase() {
		out = slices.Insert(out, 1, drill.Clocks("the database's clock, which decides", a.world.Now, a.Ledger.Now),
			drill.Test(drill.Clock, "the clocks of the workers", "set them by a time service", a.workersClocks))
	}
	return out
}

func (a *App) workersClocks(ctx context.Context) (string, error) {
	wrong, err := a.Ledger.WrongClocks(ctx)
	for _, w := range wrong {
		err = errors.Join(err, fmt.Errorf("worker %s: %s", w.ID, doctor.Apart(w.Skew)))
	}
	return "", err
}

// whole reads all that is stored of a mailing.
func (a *App) whole(ctx context.Context, d *ledger.Dispatch) (string, error) {
	forms, err := a.Ledger.Artefacts(ctx, d.ID)
	if err != nil {
		return "", err
	}
	for name, digest := range forms {
		if _, err := a.Ledger.BlobOf(ctx, d.ID, name, digest); err != nil {
			return "", err
		}
	}
	return fmt.Sprintf("%d forms, as they were stored", len(forms)), nil
}

// waits is an error if the mailing would not go out at its instant.
func (a *App) waits(ctx context.Context, d *ledger.Dispatch) (string, error) {
	switch {
	case d.State != ledger.Scheduled && d.State != ledger.Armed:
		return "", fmt.Errorf("%s is %s: %s; pressroom resume %s goes on", d.ID, d.State, d.Reason, d.ID)
	case len(d.Withdrawn) > 0:
		return "", fmt.Errorf("a quote in it was withdrawn and is not taken out yet: %s", strings.Join(d.Withdrawn, ", "))
	case !a.Ledger.Delivered(ctx, d.ID):
		return "", errors.New("no worker is running: nothing would leave; start pressroom serve, and keep it running")
	}
	due, err := a.Ledger.Due(ctx, a.world.Now().Add(-time.Minute))
	if err != nil {
		return "", err
	}
	counts, err := a.Ledger.Counts(ctx, d.ID)
	return fmt.Sprintf("%s, %d to be mailed, %d of other mailings under way", d.State, counts.Queued+counts.Deferred, len(due)), err
}

// tryMail mails the lead that this is a rehearsal: nothing of the release.
func (a *App) tryMail(ctx context.Context) (string, error) {
	out, err := a.outgoing(ctx)
	if err != nil {
		return "", err
	}
	defer out.done()
	to := out.Mail.From
	if len(out.Notify.Email) > 0 {
		to = out.Notify.Email[0]
	}
	now := a.world.Now()
	err = out.sender.Mail(ctx, notices.Notice{
		To: to, Subject: "A rehearsal: the mail server takes mail", Language: "en", Name: fmt.Sprintf("drill/%d", now.UnixNano()),
		Text: "An embargo is being rehearsed (pressroom embargo drill). This mail shows that the mail\n" +
			"server takes mail. Nothing has to be done.\n",
	})
	if err != nil {
		return "", err
	}
	if a.Workspace.Settings.Mail.SMTP == workspace.Sandbox {
		return "the sandbox has it: nothing leaves this machine", nil
	}
	return "taken, for " + to, nil
}

// file writes the report and signs it.
func (a *App) file(ctx context.Context, r *drill.Report, dir string) ([]string, error) {
	key, err := seal.Own(ctx, a.DB())
	if err != nil {
		return nil, err
	}
	r.Program, r.Key = "pressroom "+Version(), key.Public().Fingerprint()
	if dir == "" {
		dir = filepath.Join(a.Workspace.StateDir(), "drills")
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("writing the report: %w", err)
	}
	asJSON, err := r.JSON()
	if err != nil {
		return nil, err
	}
	base := filepath.Join(dir, r.Release+"-"+r.Began.Format("20060102T150405Z"))
	var names []string
	for ending, data := range map[string][]byte{".txt": r.Text(), ".json": asJSON} {
		err := os.WriteFile(base+ending, data, 0o600)
		if err == nil {
			err = os.WriteFile(base+ending+".sig", key.SignRaw(data), 0o600)
		}
		if err != nil {
			return nil, fmt.Errorf("writing the report: %w", err)
		}
		names = append(names, base+ending, base+ending+".sig")
	}
	slices.Sort(names)
	return names, nil
}
