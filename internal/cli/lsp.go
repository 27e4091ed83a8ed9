package cli

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/lsp"
	"pressroom/internal/workspace"
)

func (e *env) lspCommand() *cobra.Command {
	return &cobra.Command{
		// an editor tells it where the workspace is
		Use: "lsp", Annotations: anywhere, Short: "Be the language server of an editor: what check says, as you type",
		Long: `Be the language server of an editor, over standard input and output: what check
says as you type, of the text as it stands in the editor; keys, lists, segments,
organizations, quotes and languages to choose from; instants in three zones and
whom a segment holds under the cursor; the way to a segment's rule; an outline;
and what to write instead of what is wrong.

An editor starts it for files under releases/; the workspace is the folder with
pressroom.toml above them. The README has the settings for Neovim and VS Code.`,
		Args: args(cobra.NoArgs, "lsp takes no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			s := &lsp.Server{
				Settings: workspace.SettingsFile, Version: app.Version(), Log: e.Logger(),
				Open: func(ctx context.Context, dir string) (lsp.Press, error) {
					a, err := app.Look(ctx, dir, e.World())
					if err != nil {
						return nil, err
					}
					return a.Author(), nil
				},
			}
			return s.Serve(cmd.Context(), e.Stdin, keptOpen{e.Stdout})
		},
	}
}

// keptOpen is a stream that is not the server's to close.
type keptOpen struct{ io.Writer }

// Close does nothing.
func (keptOpen) Close() error { return nil }
