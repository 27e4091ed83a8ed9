package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"pressroom/internal/compile"
	"pressroom/internal/dispatch"
	"pressroom/internal/ledger"
	"pressroom/internal/sandbox"
	"pressroom/internal/workspace"
)

// demoLead is how far ahead the demo sets its embargo.
const demoLead = 6 * time.Second

func (e *env) demoCommand() *cobra.Command {
	return &cobra.Command{
		Use: "demo", Short: "The whole thing on sample data, in seconds; nothing leaves the machine",
		Long: `Make a workspace in a temporary folder, build its sample release, mail the
advance copies, lift the embargo a few seconds later, mail the release, and show
who got what. Mail goes to the sandbox inside the program.`,
		Args: args(cobra.NoArgs, "demo takes no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error { return e.demo(cmd.Context()) },
	}
}

func (e *env) demo(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "pressroom-demo-")
	if err != nil {
		return fmt.Errorf("making the demo's folder: %w", err)
	}
	say := func(format string, a ...any) { fmt.Fprintf(e.stdout, format+"\n", a...) }
	say("A newsroom in %s", dir)
	if err := e.makeWorkspace(dir, false, e.now().Add(demoLead).Truncate(time.Second)); err != nil {
		return err
	}
	w, err := workspace.Open(dir)
	if err != nil {
		return err
	}
	l, done, err := e.openLedger(ctx, w)
	if err != nil {
		return err
	}
	defer done()
	quiet := *e
	quiet.stdout = discard{}
	if err := quiet.build(ctx, w, sampleSlug, "build", "", compile.Formats); err != nil {
		return err
	}
	built, err := os.ReadDir(filepath.Join(dir, "build", sampleSlug))
	if err != nil {
		return fmt.Errorf("looking at what was built: %w", err)
	}
	say("Built %d files of %s: web page, email, text and PDF, in two languages, released and embargoed\n", len(built), sampleSlug)
	// The instant is set only now, so that a slow build does not eat it up.
	instant := e.now().Add(demoLead).Truncate(time.Second)
	if err := e.redate(dir, instant); err != nil {
		return err
	}
	plan, err := dispatch.Prepare(ctx, w, l, sampleSlug, nil, nil, e.now())
	if err != nil {
		return err
	}
	if plan.Findings.HasErrors() {
		return plan.Findings
	}
	if err := e.showPlan(ctx, w, plan); err != nil {
		return err
	}
	say("")
	ids, err := plan.Schedule(ctx, false, nil)
	if err != nil {
		return err
	}
	if err := e.waitFor(ctx, w, l, ids); err != nil {
		return err
	}
	return e.demoReport(ctx, l, ids, dir)
}

// discard is where the demo's build prints its paths.
type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

func (e *env) redate(dir string, at time.Time) error {
	name := filepath.Join(dir, "releases", sampleSlug+".md")
	src, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("reading the sample: %w", err)
	}
	dated, err := setEmbargo(src, at)
	if err != nil {
		return err
	}
	return workspace.WriteFile(name, dated)
}

// demoReport compares the mailbox with the ledger and prints who got what.
func (e *env) demoReport(ctx context.Context, l *ledger.Ledger, ids []string, dir string) error {
	box, err := (sandbox.Mailbox{Dir: filepath.Join(dir, ".pressroom", "sandbox")}).List(0)
	if err != nil {
		return err
	}
	arrived := map[string][]sandbox.Envelope{}
	for _, m := range box {
		arrived[m.MessageID] = append(arrived[m.MessageID], m)
	}
	say := func(format string, a ...any) { fmt.Fprintf(e.stdout, format+"\n", a...) }
	var problems []string
	if len(arrived) != len(box) {
		problems = append(problems, "somebody was mailed twice")
	}
	say("\nWho got what:")
	t := e.table()
	for _, id := range ids {
		entries, err := l.Entries(ctx, id, "")
		if err != nil {
			return err
		}
		d, err := l.Dispatch(ctx, id)
		if err != nil {
			return err
		}
		for _, en := range entries {
			fmt.Fprintf(t, "  %s\t%s\t%s\t%s\t%s\n", d.Kind, en.Language, en.Address, en.State, stamp(en.AnsweredAt))
		}
	}
	if err := t.Flush(); err != nil {
		return err
	}
	say("")
	for _, id := range ids {
		d, err := l.Dispatch(ctx, id)
		if err != nil {
			return err
		}
		c, err := l.Counts(ctx, id)
		if err != nil {
			return err
		}
		problems = append(problems, e.demoSummary(d, c, box)...)
	}
	say("%s in the sandbox's mailbox", count(len(box), "message"))
	if len(problems) > 0 {
		return errors.New(strings.Join(problems, "; "))
	}
	say("\nEverything is kept. To look at the mails:  pressroom -C %s serve", dir)
	say("To look at the documents:  %s", filepath.Join(dir, "build", sampleSlug))
	return nil
}

// demoSummary says of one dispatch what arrived, and what is wrong with that.
func (e *env) demoSummary(d *ledger.Dispatch, c ledger.Counts, box []sandbox.Envelope) (problems []string) {
	var times []time.Time
	for _, m := range box {
		embargoed := strings.HasPrefix(m.Subject, "EMBARG")
		if embargoed != (d.Kind == "advance") {
			continue
		}
		times = append(times, m.Received)
	}
	sort.Slice(times, func(i, j int) bool { return times[i].Before(times[j]) })
	if len(times) != c.Sent || c.Sent == 0 {
		problems = append(problems, fmt.Sprintf("%s: %d arrived, the ledger says %d", d.ID, len(times), c.Sent))
	}
	if c.Sent+c.Suppressed != c.Total {
		problems = append(problems, fmt.Sprintf("%s: %d of %d sent", d.ID, c.Sent, c.Total))
	}
	if len(times) == 0 {
		return problems
	}
	first, last := times[0].Sub(d.ReleaseAt), times[len(times)-1].Sub(d.ReleaseAt)
	if d.Kind == "advance" {
		fmt.Fprintf(e.stdout, "%s: %d sent under embargo, each marked EMBARGOED in its language\n", d.ID, c.Sent)
		return problems
	}
	if first < 0 {
		problems = append(problems, fmt.Sprintf("%s: the first message came %s before the instant", d.ID, -first))
	}
	fmt.Fprintf(e.stdout, "%s: %d sent; the first arrived %s after the instant, the last %s after it\n", d.ID, c.Sent,
		first.Round(time.Millisecond), last.Round(time.Millisecond))
	return problems
}
