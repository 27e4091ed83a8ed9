// Package contacts embeds the sample press lists of this repository, which is
// itself a workspace.
package contacts

import "embed"

// Files are the sample press lists and segments.
//
//go:embed *.csv *.toml
var Files embed.FS
