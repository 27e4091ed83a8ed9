package cli

import (
	"github.com/spf13/cobra"

	"pressroom/internal/language"
)

func (e *env) languagesCommand() *cobra.Command {
	var file string
	var asJSON bool
	c := &cobra.Command{
		Use: "languages [--check FILE]", Annotations: anywhere, Short: "What languages there are, and what a language's file lacks",
		Long: language.Listing,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return e.Languages(file, asJSON) },
	}
	c.Flags().StringVar(&file, "check", "", "say what this file of a language lacks")
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}
