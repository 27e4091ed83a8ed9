// Package releases embeds the sample release of this repository, which is itself
// a workspace.
package releases

import "embed"

// Files are the sample release in its languages, and its media.
//
//go:embed *.md media
var Files embed.FS
