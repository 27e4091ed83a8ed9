package cli

import (
	"github.com/spf13/cobra"

	"pressroom/internal/app"
)

func (e *env) embargoDrillCommand() *cobra.Command {
	var o app.Drilling
	var asJSON bool
	c := &cobra.Command{
		Use: "drill SLUG", Short: "Rehearse an embargo: ask what a stranger could ask, before the instant",
		Long: `Rehearse the embargo of a release that is scheduled or armed. It changes nothing.

The public server is asked as a stranger could ask it: for every address that the
release will have, in every language and form, for its files, for copies that
somebody left in a folder, for addresses that follow from those of the last twenty
releases, with HEAD, Range, conditions and other names of the host, for lists and
feeds. Each answer is held against that for a name that cannot exist: status,
headers, length, text, and how long it took (pairs in turns, a rank test, twice;
medians within a millisecond of each other are no difference). Beside that it looks
at caches in front, clocks, the certificate, who may read the files of the database,
what is stored, the queue and the mail server, which gets a test mail to the lead
(notify.email) without a word of the release.

The report is written as text and as JSON, each with a signature (Ed25519) that
anybody checks with the key at /.well-known/pressroom-key:

  openssl pkeyutl -verify -pubin -inkey pressroom-key -rawin -in REPORT -sigfile REPORT.sig

It names the release: keep it as secret until the instant. Exit code 1 if a fault
was found.`,
		Args: args(cobra.ExactArgs(1), "embargo drill takes one release"),
		RunE: func(cmd *cobra.Command, a []string) error {
			o.Release = a[0]
			return e.Drill(cmd.Context(), o, asJSON)
		},
	}
	c.Flags().StringVar(&o.Proxy, "proxy", "", "ask this server, as in https://192.0.2.7, in the place of server.public_url")
	c.Flags().StringArrayVar(&o.Closed, "closed", nil, "a further link that must open nothing any more; several")
	c.Flags().StringVar(&o.Out, "out", "", "the folder of the report (default .pressroom/drills)")
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}
