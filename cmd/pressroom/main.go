// Pressroom takes a press release from a Markdown file to journalists' inboxes.
package main

import (
	"os"

	"pressroom/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
