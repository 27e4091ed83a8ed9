package app

import (
	"runtime/debug"
	"strings"
)

// Version is what this program was built from, as far as the build tells.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	out := info.Main.Version + ", " + info.GoVersion
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && !strings.Contains(out, s.Value[:min(12, len(s.Value))]) {
			out += ", " + s.Value
		}
	}
	return out
}
