// Package language holds the files of the languages that come with the program, one
// file each. A workspace's own templates/language overrides them key by key, and adds
// others. How they are read is internal/language's.
package language

import "embed"

// Files are the languages, as <tag>.toml.
//
//go:embed *.toml
var Files embed.FS
