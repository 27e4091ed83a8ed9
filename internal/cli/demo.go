package cli

import (
	"github.com/spf13/cobra"
)

func (e *env) demoCommand() *cobra.Command {
	return &cobra.Command{
		Use: "demo", Annotations: anywhere, Short: "The whole thing on sample data, in seconds; nothing leaves the machine",
		Long: `Make a workspace in a temporary folder, build its sample release, mail the
advance copies, lift the embargo a few seconds later, mail the release, and show
who got what. Mail goes to the sandbox inside the program.`,
		Args: args(cobra.NoArgs, "demo takes no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error { return e.Demo(cmd.Context()) },
	}
}
